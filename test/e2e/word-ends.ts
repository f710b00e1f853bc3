import { readFile } from 'node:fs/promises';
import type { SphinxRecognisers } from '../emulator/sphinx-recogniser';

const SAMPLE_RATE = 16_000;
/** Of a WAV file without other chunks, as sox writes them. */
const HEADER_BYTES = 44;

/** When each word of a recorded sentence has been said, in milliseconds since the file's beginning. */
export async function wordEnds(
  recognisers: SphinxRecognisers,
  wavPath: string,
): Promise<readonly number[]> {
  const wav = await readFile(wavPath);
  const samples = Int16Array.from({ length: (wav.length - HEADER_BYTES) / 2 }, (_, i) =>
    wav.readInt16LE(HEADER_BYTES + i * 2),
  );
  const recogniser = recognisers.create(SAMPLE_RATE);
  recogniser.push(samples);
  const words = recogniser.end();
  recogniser.close();
  return words.map(({ endMs }) => endMs);
}
