import assert from 'node:assert/strict';
import path from 'node:path';
import { run } from '../harness/programs';

/** Hz; what is played, and what is played at its end. */
const TONE = 440;
const TONE_MS = 1000;
const END = 880;
const END_MS = 200;

/** More than a recorder lags behind, on a busy machine too. */
const SILENCE_AFTER_MS = 500;

/** Well over dither and well under the tone. */
const LOUD = 1000;

/** Whether there is no tone in `pcm`. */
export function isSilent(pcm: Buffer): boolean {
  return samplesOf(pcm).every((sample) => Math.abs(sample) < LOUD);
}

/** The last half of `END_MS` before silence falls; fails when the recording ends before that. */
function endOfSound(pcm: Buffer, sampleRate: number): Buffer {
  const samples = samplesOf(pcm);
  const last = samples.findLastIndex((sample) => Math.abs(sample) >= LOUD);
  const waveSamples = sampleRate / END;
  assert.ok(samples.length - last > waveSamples, 'the sound was cut off');
  const length = Math.floor((sampleRate * END_MS) / 2000);
  return pcm.subarray(Math.max(0, last + 1 - length) * 2, (last + 1) * 2);
}

/** Whether `pcm` sounds of so many Hz, by its median wave; gaps in the sound do not change it. */
function assertSounds(pcm: Buffer, sampleRate: number, hz: number): void {
  const samples = samplesOf(pcm);
  const peaks = samples.flatMap((sample, i) =>
    sample >= LOUD && (samples[i - 1] ?? 0) < LOUD ? [i] : [],
  );
  const lengths = peaks.slice(1).map((peak, i) => peak - (peaks[i] ?? 0));
  const wave = lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
  const heard = sampleRate / wave;
  assert.ok(Math.abs(heard / hz - 1) < 0.03, `${String(heard)} Hz`);
}

function samplesOf(pcm: Buffer): readonly number[] {
  return Array.from({ length: Math.floor(pcm.length / 2) }, (_, i) => pcm.readInt16LE(i * 2));
}

/** Makes a sound whose end sounds differently, and silence behind it. @returns its path */
export async function toneThenEnd(folder: string): Promise<string> {
  const tone = path.join(folder, 'tone.wav');
  const sine = async (hz: number, ms: number): Promise<string> => {
    const wav = path.join(folder, `${String(hz)}.wav`);
    const format = ['-r', '48000', '-c', '1', '-b', '16'];
    await run('sox', ['-n', ...format, wav, 'synth', String(ms / 1000), 'sine', String(hz)]);
    return wav;
  };
  const sounds = [await sine(TONE, TONE_MS), await sine(END, END_MS)];
  await run('sox', [...sounds, tone, 'pad', '0', String(SILENCE_AFTER_MS / 1000)]);
  return tone;
}

/** Fails unless `pcm` has the sound of {@link toneThenEnd}, with its end. */
export function assertHeardToItsEnd(pcm: Buffer, sampleRate: number): void {
  assertSounds(pcm, sampleRate, TONE);
  assertSounds(endOfSound(pcm, sampleRate), sampleRate, END);
}
