import { FRAME_MS } from '../../core/pcm';
import type { Cue } from '../../core/cue';

/** Hz, of the sounds. */
export const CUE_RATE = 24_000;

/** Of their loudest sample, of a loudest possible 1: 24 dB below it, softer than speech in a call. */
const LOUDNESS = 0.063;

/** What begins or ends at once clicks. */
const EDGE_MS = 8;

/** One tone after the other; 0 Hz is a pause. All together are at most 120 ms. */
const TONES: Readonly<Record<Cue, readonly { readonly hz: number; readonly ms: number }[]>> = {
  // A fifth up, and down again: heard apart without knowing them.
  start: [
    { hz: 587, ms: 40 },
    { hz: 880, ms: 50 },
  ],
  end: [
    { hz: 880, ms: 40 },
    { hz: 587, ms: 50 },
  ],
  error: [
    { hz: 294, ms: 45 },
    { hz: 0, ms: 20 },
    { hz: 294, ms: 45 },
  ],
};

/** A cue as signed 16-bit little-endian mono PCM of {@link CUE_RATE}: made here, from sines. */
export function cueSound(cue: Cue): Uint8Array {
  const pieces = TONES[cue].map(({ hz, ms }) => tone(hz, ms));
  return Buffer.concat(pieces);
}

/** The same in frames, the last one filled with silence. */
export function cueFrames(cue: Cue): readonly Uint8Array[] {
  const sound = cueSound(cue);
  const frameBytes = (CUE_RATE * FRAME_MS * 2) / 1000;
  const frames: Uint8Array[] = [];
  for (let at = 0; at < sound.length; at += frameBytes) {
    const frame = new Uint8Array(frameBytes);
    frame.set(sound.subarray(at, at + frameBytes));
    frames.push(frame);
  }
  return frames;
}

function tone(hz: number, ms: number): Uint8Array {
  const samples = Math.round((CUE_RATE * ms) / 1000);
  const edge = (CUE_RATE * EDGE_MS) / 1000;
  const pcm = Buffer.alloc(samples * 2);
  for (let i = 0; i < samples; i++) {
    const nearest = Math.min(i, samples - 1 - i);
    const envelope = nearest >= edge ? 1 : 0.5 - 0.5 * Math.cos((Math.PI * nearest) / edge);
    const sample = Math.sin((2 * Math.PI * hz * i) / CUE_RATE) * envelope * LOUDNESS;
    pcm.writeInt16LE(Math.round(sample * 32_767), i * 2);
  }
  return pcm;
}
