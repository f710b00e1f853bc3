import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Where in the log files of `folder` (a `Host`'s `logDir`) something stands that must not: a key, a
 * token, what was spoken. Upper and lower case are the same.
 *
 * @returns one line for each finding, with the secret's place in the list instead of itself
 * @throws {Error} when there is no log file: then nothing was looked at
 */
export async function logLeaks(
  folder: string,
  secrets: readonly string[],
): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  if (files.length === 0) throw new Error(`${folder} has no log files`);
  const found: string[] = [];
  for (const file of files) {
    const name = path.join(file.parentPath, file.name);
    const lines = (await readFile(name, 'utf8')).toLowerCase().split('\n');
    for (const [i, line] of lines.entries()) {
      const leaked = secrets.findIndex((secret) => line.includes(secret.toLowerCase()));
      if (leaked >= 0) {
        const where = `${path.relative(folder, name)}:${String(i + 1)}`;
        found.push(`${where} has secret ${String(leaked)}`);
      }
    }
  }
  return found;
}
