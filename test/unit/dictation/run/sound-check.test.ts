import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FRAME_MS, samplesPerFrame } from '../../../../src/core/pcm';
import { measureSound } from '../../../../src/core/sound';
import { SoundCheck, type SoundProblem } from '../../../../src/dictation/run/sound-check';

/** One frame at 16 kHz of a tone (200 Hz) with this level, dB below full scale, cut off where it must be. */
function tone(levelDb: number): Uint8Array {
  const amplitude = 32768 * 10 ** (levelDb / 20) * Math.SQRT2;
  return frame((i) => amplitude * Math.sin((2 * Math.PI * 200 * i) / 16_000));
}

function frame(sampleAt: (i: number) => number): Uint8Array {
  const pcm = Buffer.alloc(samplesPerFrame(16000) * 2);
  for (let i = 0; i < pcm.length / 2; i++) {
    pcm.writeInt16LE(Math.round(Math.max(-32768, Math.min(32767, sampleAt(i)))), i * 2);
  }
  return pcm;
}

const ZEROS = frame(() => 0);
/** What sox makes of zeros. */
const DITHER = frame((i) => (i % 3) - 1);

/** Speech of this level over a room that is 30 dB below: syllables of 200 ms, gaps of 100. */
function speech(levelDb: number): (i: number) => Uint8Array {
  return (i) => tone(i % 6 < 4 ? levelDb : levelDb - 30);
}

interface Told {
  readonly problem: SoundProblem;
  readonly afterMs: number;
}

/** What is told of `seconds` of sound. */
function hear(frameAt: (i: number) => Uint8Array, seconds = 15, wordsAtMs = Infinity): Told[] {
  const check = new SoundCheck();
  const told: Told[] = [];
  for (let i = 0; i < (seconds * 1000) / FRAME_MS; i++) {
    if (i * FRAME_MS >= wordsAtMs) check.recognised();
    const problem = check.hear(measureSound(frameAt(i)));
    if (problem !== undefined) told.push({ problem, afterMs: (i + 1) * FRAME_MS });
  }
  return told;
}

describe('a microphone', () => {
  test('that delivers zeros, or what sox makes of them, is told after three seconds, once', () => {
    const none = [{ problem: 'none', afterMs: 3000 }];
    assert.deepEqual([hear(() => ZEROS), hear(() => DITHER)], [none, none]);
  });

  test('that wakes within three seconds is none, nor is one that delivers zeros between words', () => {
    assert.deepEqual(
      [
        hear((i) => (i < 59 ? ZEROS : speech(-25)(i)), 15, 5000),
        hear((i) => (i > 2 && i % 100 < 80 ? ZEROS : speech(-25)(i)), 15, 5000),
      ],
      [[], []],
    );
  });

  test('that wakes only after three seconds is told then, too: nothing before was recorded', () => {
    assert.deepEqual(
      hear((i) => (i < 80 ? ZEROS : speech(-25)(i)), 15, 5000),
      [
        { problem: 'none', afterMs: 3000 },
        { problem: 'late', afterMs: 4050 },
      ],
    );
  });

  test('at a right level is not told, whether something was understood or not', () => {
    for (const levelDb of [-15, -20, -30, -40, -50]) {
      assert.deepEqual([hear(speech(levelDb)), hear(speech(levelDb), 15, 1000)], [[], []]);
    }
  });

  test('that is too loud is told within three seconds, once', () => {
    const [first, ...more] = hear(speech(0), 15, 1000);
    assert.deepEqual([first?.problem, more], ['clipping', []]);
    assert.ok((first?.afterMs ?? Infinity) <= 3000);
    // A loud sound that only touches the limit is not cut off.
    assert.deepEqual(
      hear((i) => frame((at) => (at % 100 === 0 ? 32767 : 3000 * ((i % 6) - 2)))),
      [],
    );
  });

  test('that hears next to nothing is told after ten seconds without a word', () => {
    assert.deepEqual(hear(speech(-62)), [{ problem: 'faint', afterMs: 10_000 }]);
    assert.deepEqual(hear(speech(-62), 15, 9000), []);
  });

  test('that hears steady noise only is told after ten seconds without a word', () => {
    assert.deepEqual(
      hear(() => tone(-40)),
      [{ problem: 'noise', afterMs: 10_000 }],
    );
    assert.deepEqual(
      hear(() => tone(-40), 15, 9000),
      [],
    );
  });
});
