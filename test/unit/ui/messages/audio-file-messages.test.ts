import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AudioFileProblem } from '../../../../src/core/audio-file';
import {
  audioFileProblemMessage,
  noWordsMessage,
  percentOf,
  progressText,
  readingText,
  transcriptionBudgetMessage,
  transcriptionCancelledMessage,
  whereChoices,
} from '../../../../src/ui/messages/audio-file-messages';

const PROBLEMS: readonly AudioFileProblem[] = [
  { kind: 'gone' },
  { kind: 'no-file' },
  { kind: 'forbidden' },
  { kind: 'unreadable', detail: 'EIO: i/o error' },
  { kind: 'no-decoder' },
  { kind: 'not-audio', detail: 'Invalid data found. [Go](command:evil)\nmore' },
  { kind: 'not-audio', detail: '' },
  { kind: 'empty' },
  { kind: 'silent' },
  { kind: 'too-long', limitMs: 7_200_000 },
  { kind: 'stuck' },
];

test('whatever a file comes to is told in a sentence that names it, with a button', () => {
  const messages = [
    ...PROBLEMS.map((problem) => audioFileProblemMessage('a.mp3', problem)),
    noWordsMessage('a.mp3'),
    transcriptionCancelledMessage('a.mp3', 754_000),
    transcriptionBudgetMessage('a.mp3', 754_000),
  ];
  for (const { sentence, steps } of messages) {
    assert.match(sentence, /a\.mp3.*\.$/);
    assert.ok(steps.length > 0, sentence);
    assert.doesNotMatch(sentence, /\]\(|\n|\.\./);
  }
  assert.deepEqual(
    messages.map(({ sentence }) => sentence),
    [...new Set(messages.map(({ sentence }) => sentence))],
  );
  assert.match(messages.at(-2)?.sentence ?? '', /; 12:34 are left\.$/);
});

test('a file’s own name never becomes a link or a second line', () => {
  const { sentence } = audioFileProblemMessage('[x](command:evil)\n.mp3', { kind: 'empty' });
  assert.equal(sentence, '[x] (command:evil) .mp3 is empty: there is no sound in it.');
});

test('how far it has come is told in percent and time', () => {
  const heard = { kind: 'listening', heardMs: 61_900, totalMs: 3_661_000 } as const;
  assert.deepEqual(
    [
      readingText(undefined),
      readingText(12.9),
      progressText({ kind: 'preparing', what: 'load', percent: undefined }),
      progressText({ kind: 'preparing', what: 'download', percent: 7.3 }),
      progressText({ kind: 'preparing', what: 'download', percent: undefined }),
      progressText({ ...heard, isReconnecting: false }),
      progressText({ ...heard, isReconnecting: true }),
      percentOf({ ...heard, totalMs: 0, isReconnecting: false }) > 0,
    ],
    [
      'reading the file',
      'reading the file, 12 %',
      'loading the speech model',
      'downloading the speech model, 7 %',
      'downloading the speech model',
      '1 % (1:01 of 1:01:01)',
      '1 % of 1:01:01, reconnecting',
      true,
    ],
  );
});

test('the caret is offered where there is one, and who hears the file is said', () => {
  const places = (caretIn?: string): readonly (readonly string[])[] =>
    whereChoices('onDevice', caretIn).map(({ place, description }) => [place, description]);
  assert.deepEqual(places(), [['document', 'yours to save']]);
  assert.deepEqual(places('notes.md'), [
    ['document', 'yours to save'],
    ['caret', 'notes.md'],
  ]);
  for (const provider of ['onDevice', 'assemblyai', 'auto'] as const)
    for (const { detail } of whereChoices(provider, 'x')) assert.match(detail, /\.$/);
});
