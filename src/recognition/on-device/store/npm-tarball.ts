import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { DictationError } from '../../../core/failure';

const gunzipAsync = promisify(gunzip);

/** Engines are 40 MB; nothing that unpacks to more is one. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A tar archive is made of blocks (POSIX ustar). */
const BLOCK_BYTES = 512;

/** Everything in a package of npm is below a folder of this name. */
const ROOT = 'package/';

/**
 * Takes files out of a package of npm: regular ones at its top, whose names are known. Nothing else is
 * looked at, so that no archive can name a place of its own.
 *
 * @param names what is wanted; each must be there, once
 * @param to an existing folder
 * @throws {DictationError} `download-wrong`
 */
export async function unpackNpmTarball(
  archive: string,
  names: readonly string[],
  to: string,
): Promise<void> {
  const tar = await gunzipAsync(await readFile(archive), { maxOutputLength: MOST_BYTES }).catch(
    (cause: unknown) => {
      throw new DictationError('download-wrong', { cause });
    },
  );
  const found = new Map<string, Uint8Array>();
  for (const { name, content } of entries(tar)) {
    if (names.includes(name)) found.set(name, content);
  }
  for (const name of names) {
    const content = found.get(name);
    if (content === undefined) throw new DictationError('download-wrong');
    const file = path.join(to, name);
    await writeFile(file, content);
    await chmod(file, 0o600);
  }
}

/** The regular files right below the package's folder. */
function* entries(tar: Buffer): Generator<{ readonly name: string; readonly content: Uint8Array }> {
  for (let at = 0; at + BLOCK_BYTES <= tar.length && tar[at] !== 0;) {
    const header = tar.subarray(at, at + BLOCK_BYTES);
    const bytes = Number.parseInt(text(header, 124, 12), 8);
    const from = at + BLOCK_BYTES;
    if (!Number.isSafeInteger(bytes) || bytes < 0 || from + bytes > tar.length) {
      throw new DictationError('download-wrong');
    }
    const type = text(header, 156, 1);
    const name = text(header, 345, 155) === '' ? text(header, 0, 100) : '';
    if ((type === '0' || type === '') && name.startsWith(ROOT)) {
      yield { name: name.slice(ROOT.length), content: tar.subarray(from, from + bytes) };
    }
    at = from + Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES;
  }
}

function text(header: Buffer, from: number, length: number): string {
  const field = header.subarray(from, from + length).toString('latin1');
  return field.split('\0', 1)[0]?.trim() ?? '';
}
