import type { FileHandle } from 'node:fs/promises';
import { Resampler } from '../resampler';
import { FILE_SAMPLE_RATE, type FrameCollector } from './frame-collector';
import { toMono } from './samples';
import type { ReadAt, WaveLayout } from './wave-format';

/**
 * What is read, and what is made of it, at a time: some 10 ms of work, and others have their turn between
 * two pieces. A low rate makes many samples of few bytes.
 */
const PIECE_BYTES = 256 * 1024;
const PIECE_SAMPLES = 200_000;

/** So much silence brings the filter's last sample out. */
const TAIL_SAMPLES = 4096;

/** Reads whole pieces of a file; a short one is its end. */
export function readerOf(file: FileHandle): ReadAt {
  return async (position, length) => {
    const buffer = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  };
}

/** Reads the sound of a WAVE file into `frames`, until that is all, too long, or nobody wants it any more. */
export async function readWave(
  read: ReadAt,
  layout: WaveLayout,
  frames: FrameCollector,
  {
    signal,
    onProgress,
  }: { readonly signal: AbortSignal; readonly onProgress?: (percent: number) => void },
): Promise<void> {
  const { blockBytes, dataStart, dataBytes, sampleRate } = layout;
  const resampler = new Resampler(sampleRate, FILE_SAMPLE_RATE);
  const blocks = Math.min(
    PIECE_BYTES / blockBytes,
    (PIECE_SAMPLES * sampleRate) / FILE_SAMPLE_RATE,
  );
  const pieceBytes = Math.floor(blocks) * blockBytes;
  for (let at = 0; at < dataBytes && !signal.aborted && !frames.isTooLong; at += pieceBytes) {
    const length = Math.min(pieceBytes, dataBytes - at);
    const bytes = await read(dataStart + at, length);
    frames.push(bytesOf(resampler.push(toMono(bytes, layout))));
    onProgress?.((100 * (at + length)) / dataBytes);
    // The file has become shorter meanwhile.
    if (bytes.length < length) break;
  }
  if (sampleRate !== FILE_SAMPLE_RATE && dataBytes > 0)
    frames.push(bytesOf(resampler.push(new Int16Array(Math.min(TAIL_SAMPLES, sampleRate / 50)))));
}

/** Little-endian, as all computers are that VS Code runs on. */
function bytesOf(samples: Int16Array): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}
