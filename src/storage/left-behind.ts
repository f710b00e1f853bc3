import { readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Where windows leave texts that have not landed, audio that is not transcribed, and what tells of a text
 * of theirs on the clipboard.
 */
export function leftFolders(folder: string): {
  readonly texts: string;
  readonly audio: string;
  readonly clipboard: string;
} {
  return {
    texts: path.join(folder, 'unlanded'),
    audio: path.join(folder, 'unsent'),
    clipboard: path.join(folder, 'clipboard'),
  };
}

/** Whether there may be anything that windows have left, with nothing loaded but this. */
export async function mayBeLeft(folder: string): Promise<boolean> {
  const folders = Object.values(leftFolders(folder));
  const names = await Promise.all(folders.map((each) => readdir(each).catch(() => [])));
  return names.flat().length > 0;
}
