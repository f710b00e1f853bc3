import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reconnectDelayMs } from '../../../../src/dictation/sessions/reconnect-policy';

function delays(retryAfterMs: number | undefined, random: number): readonly number[] {
  return [0, 1, 2, 5, 100].map((attempt) => reconnectDelayMs(attempt, { retryAfterMs }, random));
}

test('another session is tried soon, then at longer and longer distances, by up to a half at random', () => {
  assert.deepEqual(
    [delays(undefined, 0), delays(undefined, 0.5)],
    [
      [250, 500, 1000, 8000, 8000],
      [187.5, 375, 750, 6000, 6000],
    ],
  );
});

test('an error that says when another session makes sense is believed: the first then, later ones no sooner', () => {
  assert.deepEqual(
    [delays(0, 0.5), delays(5000, 0.5)],
    [
      [0, 375, 750, 6000, 6000],
      [5000, 5000, 5000, 6000, 6000],
    ],
  );
});
