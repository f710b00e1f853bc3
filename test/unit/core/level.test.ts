import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LevelMeter, SILENCE_DB } from '../../../src/core/level';
import { FRAME_MS, samplesPerFrame } from '../../../src/core/pcm';
import { SAMPLE_RATES, type SampleRate } from '../../../src/core/settings';

/** The levels of the second of two frames of a tone, so that the filter has settled. */
function levelsOfTone(sampleRate: SampleRate, hertz: number, amplitude: number): readonly number[] {
  const samples = samplesPerFrame(sampleRate);
  const meter = new LevelMeter(sampleRate);
  const tone = Int16Array.from({ length: samples * 2 }, (_, i) =>
    Math.round(amplitude * Math.sin((2 * Math.PI * hertz * i) / sampleRate)),
  );
  const bytes = new Uint8Array(tone.buffer);
  meter.measure(bytes.subarray(0, samples * 2));
  return meter.measure(bytes.subarray(samples * 2));
}

test('a tone in the range of speech has its own level at every sample rate', () => {
  for (const sampleRate of SAMPLE_RATES) {
    // A sine of a tenth of full scale: -23 dB.
    for (const level of levelsOfTone(sampleRate, 2000, 3277)) {
      assert.ok(Math.abs(level + 23) < 1.5, `${String(level)} dB at ${String(sampleRate)} Hz`);
    }
  }
});

test('rumble is at least 12 dB lower', () => {
  for (const level of levelsOfTone(16000, 50, 3277)) assert.ok(level < -35);
});

test('silence, and a constant offset, have the lowest level', () => {
  const meter = new LevelMeter(16000);
  const silence = meter.measure(new Uint8Array(1600));
  assert.deepEqual(silence, [SILENCE_DB, SILENCE_DB, SILENCE_DB, SILENCE_DB, SILENCE_DB]);
  const offset = new Uint8Array(Int16Array.from({ length: 800 }, () => 5000).buffer);
  let levels = meter.measure(offset);
  for (let ms = 0; ms < 1000; ms += FRAME_MS) levels = meter.measure(offset);
  assert.deepEqual(levels, silence);
});

test('a click is in the blocks in which it sounds, and in no others', () => {
  const meter = new LevelMeter(16000);
  const click = Int16Array.from({ length: 800 }, (_, i) =>
    i >= 320 && i < 480 ? (i % 2) * 8000 - 4000 : 0,
  );
  const loud = meter.measure(new Uint8Array(click.buffer)).map((level) => level > -40);
  assert.deepEqual(loud, [false, false, true, false, false]);
});
