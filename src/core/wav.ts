import { bytesPerSample } from './pcm';
import { ENCODINGS, SAMPLE_RATES, type Encoding, type SampleRate } from './settings';

/** Audio as it went, or would have gone, over the wire: mono, 16-bit PCM or µ-law. */
export interface WireAudio {
  readonly bytes: Uint8Array;
  readonly sampleRate: SampleRate;
  readonly encoding: Encoding;
}

const HEADER_BYTES = 44;
/** `wFormatTag` of the WAVE format (Microsoft, mmreg.h). */
const FORMAT_TAGS: Readonly<Record<Encoding, number>> = { pcm_s16le: 1, pcm_mulaw: 7 };

/** The audio as a WAV file that any player opens. */
export function encodeWav({ bytes, sampleRate, encoding }: WireAudio): Uint8Array {
  const sampleBytes = bytesPerSample(encoding);
  const file = new Uint8Array(HEADER_BYTES + bytes.length);
  const view = new DataView(file.buffer);
  writeText(file, 0, 'RIFF');
  view.setUint32(4, file.length - 8, true);
  writeText(file, 8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, FORMAT_TAGS[encoding], true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * sampleBytes, true);
  view.setUint16(32, sampleBytes, true);
  view.setUint16(34, sampleBytes * 8, true);
  writeText(file, 36, 'data');
  view.setUint32(40, bytes.length, true);
  file.set(bytes, HEADER_BYTES);
  return file;
}

/**
 * @returns the audio of a file that {@link encodeWav} made, as far as it is there: a crash may have cut
 *   it off; or nothing when it is another one
 */
export function decodeWav(file: Uint8Array): WireAudio | undefined {
  if (file.length < HEADER_BYTES) return undefined;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const encoding = ENCODINGS.find((each) => FORMAT_TAGS[each] === view.getUint16(20, true));
  const sampleRate = SAMPLE_RATES.find((each) => each === view.getUint32(24, true));
  if (encoding === undefined || sampleRate === undefined) return undefined;
  const audio = { bytes: file.subarray(HEADER_BYTES), sampleRate, encoding };
  const lengths = { riff: view.getUint32(4, true), data: view.getUint32(40, true) };
  const isPossible =
    lengths.data >= audio.bytes.length && lengths.riff + 8 === HEADER_BYTES + lengths.data;
  const header = encodeWav(audio).subarray(0, HEADER_BYTES);
  const isSame = (byte: number, at: number): boolean => byte === file[at] || isLength(at);
  return isPossible && header.every(isSame) ? audio : undefined;
}

/** Whether a header's byte tells a length. */
function isLength(at: number): boolean {
  return (at >= 4 && at < 8) || (at >= 40 && at < 44);
}

function writeText(file: Uint8Array, offset: number, text: string): void {
  for (let i = 0; i < text.length; i++) file[offset + i] = text.charCodeAt(i);
}
