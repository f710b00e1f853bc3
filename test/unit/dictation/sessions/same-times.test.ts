// Words that are told at the times of others are those others, if anything can be told by these times.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimedWord } from '../../../../src/core/words';
import { atSameTimes, type HeardWord } from '../../../../src/dictation/sessions/same-times';

const ENDS = [90, 190, 290, 390, 490, 590];

/** What is final: a word for each end. */
function heard(ends: readonly (number | undefined)[]): readonly HeardWord[] {
  return ends.map((endMs) => ({ heard: 'commit', endMs }));
}

/** What is told next: a word for each end, heard otherwise. */
function told(ends: readonly (number | undefined)[], text = 'comet'): readonly TimedWord[] {
  return ends.map((endMs) => ({
    text,
    time: endMs === undefined ? undefined : { startMs: endMs - 80, endMs },
  }));
}

/** How many are dropped, and how many are still to be heard again. */
function counts(words: readonly TimedWord[], before: readonly HeardWord[]) {
  const same = atSameTimes(words, before);
  return same && [same.dropped, same.pending.length];
}

test('as many words as were final, and what comes behind them is new', () => {
  assert.deepEqual(counts(told(ENDS), heard(ENDS)), [6, 0]);
  assert.deepEqual(counts(told([...ENDS, 700, 800]), heard(ENDS)), [6, 0]);
  assert.deepEqual(counts(told(ENDS.map((end) => end + 20)), heard(ENDS)), [6, 0]);
});

test('a replay that begins or ends within what is final', () => {
  assert.deepEqual(counts(told(ENDS.slice(1)), heard(ENDS)), [5, 0]);
  assert.deepEqual(counts(told(ENDS.slice(0, 5)), heard(ENDS)), [5, 1]);
});

test('marks that are told apart go with the word before them', () => {
  const words = told(ENDS);
  const marks = told([590], '.');
  assert.deepEqual(counts([...words, ...marks, ...told([700])], heard(ENDS)), [7, 0]);
});

test('a turn whose words all have its times is one of as many words that ends then, among others', () => {
  const turn = (count: number, endMs = 590): readonly TimedWord[] =>
    Array.from({ length: count }, () => ({ text: 'comet', time: { startMs: 0, endMs } }));
  const before = heard([...ENDS.map(() => 590), 900, 900]);
  assert.deepEqual(
    {
      asMany: counts(turn(6), before),
      later: counts(turn(6, 690), before),
      more: counts(turn(7), before),
      fewer: counts(turn(5), before),
      four: counts(turn(4), heard([590, 590, 590, 590])),
      inSeconds: counts(turn(6, 1), heard(ENDS.map(() => 1))),
    },
    {
      asMany: [6, 2],
      later: undefined,
      more: undefined,
      fewer: undefined,
      four: undefined,
      inSeconds: undefined,
    },
  );
});

for (const [name, words, before] of [
  ['four words', ENDS.slice(0, 4), ENDS.slice(0, 4)],
  ['one word at another time', [90, 190, 290, 390, 490, 640], ENDS],
  ['a last word that went on', [90, 190, 290, 390, 490, 690], ENDS],
  ['a word without a time', [90, 190, undefined, 390, 490, 590], ENDS],
  ['a final word without a time', ENDS, [90, 190, undefined, 390, 490, 590]],
  ['times in seconds', [0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 1]],
  ['all of them at the end of their turn', ENDS.map(() => 590), ENDS.map(() => 590)],
  ['another place', ENDS.map((end) => end + 50), ENDS],
] as const) {
  test(`times do not tell: ${name}`, () => {
    assert.equal(counts(told(words), heard(before)), undefined);
  });
}
