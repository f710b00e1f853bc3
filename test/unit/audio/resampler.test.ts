import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc } from '../../harness/properties';
import { Resampler } from '../../../src/audio/resampler';
import { SAMPLE_RATES } from '../../../src/core/settings';

const FROM = 16_000;
const LOUD = 10_000;

function tone(hz: number, seconds = 0.5): Int16Array {
  return Int16Array.from({ length: FROM * seconds }, (_, i) =>
    Math.round(LOUD * Math.sin((2 * Math.PI * hz * i) / FROM)),
  );
}

/** How loud one tone is in a sound, against `LOUD`. */
function loudnessOf(hz: number, samples: Int16Array, rate: number): number {
  let [re, im] = [0, 0];
  for (const [i, sample] of samples.entries()) {
    re += sample * Math.cos((2 * Math.PI * hz * i) / rate);
    im += sample * Math.sin((2 * Math.PI * hz * i) / rate);
  }
  return (2 * Math.hypot(re, im)) / samples.length / LOUD;
}

describe('sound of another rate', () => {
  for (const rate of SAMPLE_RATES) {
    test(`at ${String(rate)} Hz sounds as it did`, () => {
      const made = new Resampler(FROM, rate).push(tone(1000));
      assert.ok(Math.abs(made.length - rate / 2) <= rate / 1000, String(made.length));
      const loudness = loudnessOf(1000, made, rate);
      assert.ok(Math.abs(loudness - 1) < 0.03, String(loudness));
    });
  }

  test('has nothing of what a lower rate cannot have', () => {
    const made = new Resampler(FROM, 8000).push(tone(6000));
    // Folded, it would be heard at 2000 Hz.
    assert.ok(loudnessOf(2000, made, 8000) < 0.02);
  });

  test('is the same however it is cut into pieces', () => {
    const sound = tone(700, 0.05);
    fc.assert(
      fc.property(
        fc.constantFrom(...SAMPLE_RATES),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 10 }),
        (rate, lengths) => {
          const whole = [...new Resampler(FROM, rate).push(sound)];
          const resampler = new Resampler(FROM, rate);
          const pieces: number[] = [];
          let at = 0;
          for (const length of [...lengths, sound.length]) {
            pieces.push(...resampler.push(sound.subarray(at, at + length)));
            at += length;
          }
          assert.deepEqual(pieces, whole);
        },
      ),
      { numRuns: 60 },
    );
  });
});
