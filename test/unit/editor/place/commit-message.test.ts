import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  commitText,
  isSubject,
  lastLine,
  lineBreak,
  subjectStop,
  withoutAppended,
} from '../../../../src/editor/place/commit-message';

test('a subject gives up its full stop, and no other mark', () => {
  const texts = ['Fix the crash.', 'Why does it crash?', 'Wait...', '.', 'Fix the crash', ''];
  assert.deepEqual(texts.map(subjectStop), ['.', '', '', '', '', '']);
});

test('the message is its subject until a line is broken', () => {
  assert.deepEqual(['', 'Fix the crash', 'Fix the crash\n'].map(isSubject), [true, true, false]);
});

test('a spoken line break behind the subject leaves a line empty, in the body it does not', () => {
  assert.deepEqual(
    [
      lineBreak('Fix the crash', '\n'),
      lineBreak('Fix the crash', '\n\n'),
      lineBreak('Fix the crash', '\t'),
      lineBreak('', '\n'),
      lineBreak('Fix the crash\n\nIt is gone.', '\n'),
    ],
    ['\n\n', '\n\n', '\t', '\n', '\n'],
  );
});

test('a line break within one text ends the subject as one that is said alone does', () => {
  const written = (message: string, text: string): string => {
    const { subject, body, owed } = commitText(message, text);
    return `${message}${subject}${body} (${owed})`;
  };
  assert.deepEqual(
    [
      written('', 'Drop Node 18.\nIt is old.'),
      written('', 'Drop Node 18\n\nIt is old.\nAnd slow.'),
      written('Drop Node 18', '\nIt is old.'),
      written('', '\nIt is old.'),
      written('', 'Drop Node 18.'),
      written('', 'Drop it?\nNo.'),
      written('Drop Node 18\n\n', 'It is old.\nAnd slow.'),
    ],
    [
      'Drop Node 18\n\nIt is old. ()',
      'Drop Node 18\n\nIt is old.\nAnd slow. ()',
      'Drop Node 18\n\nIt is old. ()',
      '\nIt is old. ()',
      'Drop Node 18 (.)',
      'Drop it?\n\nNo. ()',
      'Drop Node 18\n\nIt is old.\nAnd slow. ()',
    ],
  );
});

test('the line that is written is the last one', () => {
  assert.deepEqual(['one', 'one\n\ntwo', 'one\n'].map(lastLine), ['one', 'two', '']);
});

test('what nobody touched goes back to what stood there', () => {
  const appended = [
    { before: 'Draft:', text: ' Fix the crash', after: 'Draft: Fix the crash' },
    { before: 'Draft: Fix the crash', text: '\n\n', after: 'Draft: Fix the crash\n\n' },
    {
      before: 'Draft: Fix the crash\n\n',
      text: 'It is gone.',
      after: 'Draft: Fix the crash\n\nIt is gone.',
    },
    // A mark that took the place of another.
    {
      before: 'Draft: Fix the crash\n\nIt is gone.',
      text: '?',
      after: 'Draft: Fix the crash\n\nIt is gone?',
    },
  ];
  assert.deepEqual(withoutAppended('Draft: Fix the crash\n\nIt is gone?', appended), {
    message: 'Draft:',
    count: 4,
  });
});

test('of a message that was changed since, only what stands there verbatim, and once, is taken', () => {
  const appended = [
    { before: '', text: 'Fix the crash', after: 'Fix the crash' },
    { before: 'Fix the crash', text: ' at last', after: 'Fix the crash at last' },
    { before: 'Fix the crash at last', text: ' on', after: 'Fix the crash at last on' },
  ];
  assert.deepEqual(withoutAppended('fix: Fix the crash on at last on (#7)', appended), {
    message: 'fix:  on on (#7)',
    count: 2,
  });
});
