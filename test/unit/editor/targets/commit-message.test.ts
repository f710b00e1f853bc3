import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isSubject,
  lastLine,
  lineBreak,
  subjectStop,
  withoutAppended,
} from '../../../../src/editor/targets/commit-message';

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

test('the line that is written is the last one', () => {
  assert.deepEqual(['one', 'one\n\ntwo', 'one\n'].map(lastLine), ['one', 'two', '']);
});

test('what nobody touched goes back to what stood there', () => {
  const appended = [
    { before: 'Draft:', text: ' Fix the crash' },
    { before: 'Draft: Fix the crash', text: '\n\n' },
    { before: 'Draft: Fix the crash\n\n', text: 'It is gone.' },
  ];
  assert.deepEqual(withoutAppended('Draft: Fix the crash\n\nIt is gone.', appended), {
    message: 'Draft:',
    count: 3,
  });
});

test('of a message that was changed since, only what stands there verbatim, and once, is taken', () => {
  const appended = [
    { before: '', text: 'Fix the crash' },
    { before: 'Fix the crash', text: ' at last' },
    { before: 'Fix the crash at last', text: ' on' },
  ];
  assert.deepEqual(withoutAppended('fix: Fix the crash on at last on (#7)', appended), {
    message: 'fix:  on on (#7)',
    count: 2,
  });
});
