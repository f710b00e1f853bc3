import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/**
 * The folder for what is expensive to make and the same for every clone: editors, speech.
 * `VOICE_DICTATION_CACHE` moves it.
 */
function cacheRoot(): string {
  const moved = process.env['VOICE_DICTATION_CACHE'];
  if (moved !== undefined && moved !== '') return path.resolve(moved);
  const base = process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache');
  return path.join(base, 'voice-dictation');
}

/**
 * The cached folder `name`; when it is not there, `make` fills a new one, which then appears under
 * its name in one step. So a folder is either whole or absent, and two processes may ask at once.
 *
 * @param name of the folder; carries whatever decides its content, a version or a hash
 * @param make fills the empty folder it is given; what it throws is passed on, nothing is kept
 */
export async function cachedFolder(
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const root = cacheRoot();
  const folder = path.join(root, name);
  if (await exists(folder)) return folder;
  await mkdir(root, { recursive: true });
  const unfinished = await mkdtemp(path.join(root, `.${name}-`));
  try {
    await make(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process may have finished the same folder first; its content is as good as ours.
    if (!(await exists(folder))) throw error;
  }
  return folder;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
