import { readdir } from 'node:fs/promises';

/** The names in a folder; none where there is no such folder, because nothing was ever written. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
