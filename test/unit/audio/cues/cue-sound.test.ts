import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CUE_RATE, cueFrames, cueSound } from '../../../../src/audio/cues/cue-sound';

const CUES = ['start', 'end', 'error'] as const;

function samplesOf(cue: (typeof CUES)[number]): Int16Array {
  return new Int16Array(Uint8Array.from(cueSound(cue)).buffer);
}

test('each cue is short and quiet, and neither begins nor ends with a click', () => {
  for (const cue of CUES) {
    const samples = samplesOf(cue);
    const ms = (samples.length * 1000) / CUE_RATE;
    const peakDb = 20 * Math.log10(Math.max(...samples.map(Math.abs)) / 32_768);
    assert.ok(ms <= 120, `${cue}: ${String(ms)} ms`);
    assert.ok(peakDb < -23 && peakDb > -26, `${cue}: ${String(peakDb)} dB`);
    const steps = samples.map((sample, i) => Math.abs(sample - (samples[i - 1] ?? 0)));
    assert.ok(Math.max(...steps) < 500, `${cue}: a step of ${String(Math.max(...steps))}`);
    assert.deepEqual([samples.at(0), Math.abs(samples.at(-1) ?? 1) < 3], [0, true]);
  }
});

test('no two cues sound the same', () => {
  const sounds = CUES.map((cue) => Buffer.from(cueSound(cue)).toString('base64'));
  assert.equal(new Set(sounds).size, CUES.length);
});

test('frames have all of a cue, and silence behind it', () => {
  for (const cue of CUES) {
    const frames = cueFrames(cue);
    const all = Buffer.concat(frames);
    const sound = cueSound(cue);
    assert.ok(frames.every(({ length }) => length === 2400));
    assert.ok(all.subarray(0, sound.length).equals(sound));
    assert.ok(all.subarray(sound.length).every((byte) => byte === 0));
  }
});
