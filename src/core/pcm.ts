import type { Encoding, RecordingSettings, SampleRate } from './settings';

/** How samples are coded. */
export type AudioFormat = Pick<RecordingSettings, 'sampleRate' | 'encoding'>;

/** Length of one frame: AssemblyAI's recommended, smallest legal message (docs/protocol.md §6). */
export const FRAME_MS = 50;

/** Samples in one frame; a whole number for every {@link SampleRate}. */
export function samplesPerFrame(sampleRate: SampleRate): number {
  return (sampleRate * FRAME_MS) / 1000;
}

/** Bytes of one sample on the wire. */
export function bytesPerSample(encoding: Encoding): number {
  return encoding === 'pcm_mulaw' ? 1 : 2;
}

/** Milliseconds that `bytes` of audio last. */
export function durationMs(bytes: number, sampleRate: SampleRate, encoding: Encoding): number {
  return (bytes * 1000) / (sampleRate * bytesPerSample(encoding));
}

const MULAW_BIAS = 0x84;
const MULAW_CLIP = 32635;

/** One signed 16-bit sample as 8-bit µ-law (ITU-T G.711). */
export function encodeMulaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), MULAW_CLIP) + MULAW_BIAS;
  // The segment is the position of the highest set bit, 7 for 0x4000 … 0 for 0x80.
  const exponent = 24 - Math.clz32(magnitude);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/** A frame of signed 16-bit little-endian PCM as it goes over the wire; PCM itself is not copied. */
export function encodeFrame(pcm: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === 'pcm_s16le') return pcm;
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  const encoded = new Uint8Array(pcm.length / 2);
  for (let i = 0; i < encoded.length; i++) encoded[i] = encodeMulaw(view.getInt16(i * 2, true));
  return encoded;
}

/** One 8-bit µ-law sample as signed 16-bit PCM (ITU-T G.711). */
export function decodeMulaw(byte: number): number {
  const inverted = ~byte & 0xff;
  const magnitude = (((inverted & 0x0f) << 3) + MULAW_BIAS) << ((inverted >> 4) & 7);
  return (inverted & 0x80) === 0 ? magnitude - MULAW_BIAS : MULAW_BIAS - magnitude;
}

/** The signed 16-bit little-endian PCM of a frame of the wire: what {@link encodeFrame} was given. */
export function decodeFrame(frame: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === 'pcm_s16le') return frame;
  const pcm = new Uint8Array(frame.length * 2);
  const view = new DataView(pcm.buffer);
  for (const [i, byte] of frame.entries()) view.setInt16(i * 2, decodeMulaw(byte), true);
  return pcm;
}
