import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Where windows leave texts that have not landed and audio that is not transcribed. */
export function leftFolders(folder: string): { readonly texts: string; readonly audio: string } {
  return { texts: path.join(folder, 'unlanded'), audio: path.join(folder, 'unsent') };
}

/** Whether there may be anything that windows have left, with nothing loaded but this. */
export async function mayBeLeft(folder: string): Promise<boolean> {
  const { texts, audio } = leftFolders(folder);
  const names = await Promise.all([texts, audio].map((each) => readdir(each).catch(() => [])));
  return names.flat().length > 0;
}
