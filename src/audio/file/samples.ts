import { decodeMulaw } from '../../core/pcm';
import type { WaveFormat } from './wave-format';

/** One sample at an offset, as a number from -32768 to 32767; not always a whole one. */
type ReadSample = (view: DataView, offset: number) => number;

/**
 * The samples of whole blocks as signed 16-bit mono: the mean of all channels.
 *
 * @param bytes of whole blocks
 */
export function toMono(bytes: Uint8Array, format: WaveFormat): Int16Array {
  const { sampleBytes, channels, blockBytes } = format;
  const read = readerOf(format);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mono = new Int16Array(Math.floor(bytes.length / blockBytes));
  for (let i = 0; i < mono.length; i++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++)
      sum += read(view, i * blockBytes + channel * sampleBytes);
    const mean = sum / channels;
    // What is not a number is nothing that can be heard.
    mono[i] = Number.isNaN(mean) ? 0 : Math.max(-32_768, Math.min(32_767, Math.round(mean)));
  }
  return mono;
}

function readerOf({ coding, sampleBytes }: WaveFormat): ReadSample {
  switch (coding) {
    case 'alaw':
      return (view, at) => decodeAlaw(view.getUint8(at));
    case 'mulaw':
      return (view, at) => decodeMulaw(view.getUint8(at));
    case 'float':
      return sampleBytes === 8
        ? (view, at) => view.getFloat64(at, true) * 32_768
        : (view, at) => view.getFloat32(at, true) * 32_768;
    case 'pcm':
      return pcmReader(sampleBytes);
  }
}

function pcmReader(sampleBytes: number): ReadSample {
  switch (sampleBytes) {
    case 1: // Eight bits have no sign.
      return (view, at) => (view.getUint8(at) - 128) * 256;
    case 2:
      return (view, at) => view.getInt16(at, true);
    case 3:
      return (view, at) => view.getInt16(at + 1, true) + view.getUint8(at) / 256;
    default:
      return (view, at) => view.getInt32(at, true) / 65_536;
  }
}

/** One 8-bit A-law sample as signed 16-bit PCM (ITU-T G.711). */
function decodeAlaw(byte: number): number {
  const inverted = byte ^ 0x55;
  const segment = (inverted >> 4) & 7;
  const mantissa = ((inverted & 0x0f) << 4) + 8;
  const magnitude = segment === 0 ? mantissa : (mantissa + 0x100) << (segment - 1);
  return (inverted & 0x80) === 0 ? -magnitude : magnitude;
}
