// The level that the status bar shows: in steps, and seldom.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LevelGauge } from '../../../../src/dictation/run/level-gauge';

/** A second of sound. */
const FRAMES_A_SECOND = 20;

function levels(framesDb: readonly number[]): readonly number[] {
  const gauge = new LevelGauge();
  return framesDb.flatMap((levelDb) => gauge.hear({ levelDb }) ?? []);
}

describe('the level of the microphone', () => {
  test('is told twice a second, less often than running words come', () => {
    const speech = Array.from({ length: 10 * FRAMES_A_SECOND }, (_, i) => -60 + (i % 7) * 6);
    assert.equal(levels(speech).length, 20);
  });

  test('goes along with words, which cost a message anyway, and then costs none', () => {
    const gauge = new LevelGauge();
    const told = Array.from({ length: 10 * FRAMES_A_SECOND }, (_, i) => {
      const alone = gauge.hear({ levelDb: -60 + (i % 7) * 6 });
      // Five partials a second.
      const along = i % 4 === 3 ? gauge.takeAlong() : undefined;
      return [alone, along];
    });
    assert.deepEqual(
      {
        alone: told.filter(([alone]) => alone !== undefined).length,
        along: told.flatMap(([, along]) => along ?? []).length,
      },
      { alone: 0, along: 25 },
    );
  });

  test('is that of the loudest moment since it was told last', () => {
    const quiet = Array.from({ length: 9 }, () => -70);
    assert.deepEqual(
      levels([...quiet, -70, ...quiet, -45, -30, ...quiet, ...quiet, -20]),
      [0, 1, 2, 3],
    );
  });
});
