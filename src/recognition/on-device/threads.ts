import { stat } from 'node:fs/promises';
import type { ModelFiles } from './messages';

/** More cores make a model hardly faster, and a compiler beside it slower. */
const MOST_THREADS = 2;

/**
 * A model with smaller files is many times quicker than speech on one core. Another thread would wait
 * for it awake, piece by piece: several times the CPU for the same words (docs/benchmarks.md).
 */
const LARGE_MODEL_BYTES = 50_000_000;

/** @returns how many threads hear a model of this size, on a computer with so many cores */
export function threadsFor(modelBytes: number, cores: number): number {
  return modelBytes < LARGE_MODEL_BYTES ? 1 : Math.min(MOST_THREADS, cores);
}

/** The size of a model. A file that is missing is told when it is loaded. */
export async function bytesOf(model: ModelFiles): Promise<number> {
  const files = Object.values(model).filter((file) => file !== model.kind);
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
