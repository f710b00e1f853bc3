import { errorCode } from '../core/unknown';
import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { open, readdir } from 'node:fs/promises';

/** Owner only: what is kept is what somebody said, and when. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** What a signed 32-bit integer holds: beyond it `process.kill` asks for another process, or throws. */
const LARGEST_PID = 2 ** 31 - 1;

/**
 * Not where a link leads, and without waiting for the other end of a pipe. On Windows, which knows
 * neither, the flags are undefined, which counts as 0.
 */
const READ_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const APPEND_FLAGS =
  constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;

/** Whether `error` is the operating system's with one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  const code = errorCode(error);
  return code !== undefined && codes.includes(code);
}

/** Whether a process of this computer runs. A process id may by now belong to another program. */
export function isRunning(pid: number): boolean {
  // 0 and negative numbers mean groups of processes.
  if (!Number.isInteger(pid) || pid < 1 || pid > LARGEST_PID) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, and is not ours.
    return hasCode(error, 'EPERM');
  }
}

/** The names in a folder; none where there is no such folder, because nothing was ever written. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Makes a folder for the owner only, or closes to others one that is there. @throws {Error} */
export function openFolder(folder: string): void {
  if (mkdirSync(folder, { recursive: true, mode: FOLDER_MODE }) === undefined) {
    closeToOthers(folder, FOLDER_MODE);
  }
}

/**
 * Writes a file that was not there, for the owner only: the whole of it, or, when the disk is full,
 * nothing.
 *
 * @throws {Error} `EEXIST`, `ENOSPC` …
 */
export function writeNew(file: string, content: string | Uint8Array): void {
  const descriptor = openSync(file, 'wx', FILE_MODE);
  try {
    writeFileSync(descriptor, content);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * What is in a file of ours.
 *
 * @throws {Error} for anything but a plain file of at most `limitBytes`, a link to one included
 */
export async function readOwn(file: string, limitBytes: number): Promise<Buffer> {
  refuseForeign(lstatSync(file), limitBytes);
  const handle = await open(file, READ_FLAGS);
  try {
    refuseForeign(await handle.stat(), limitBytes);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** {@link readOwn}, in no time. */
export function readOwnSync(file: string, limitBytes: number): Buffer {
  refuseForeign(lstatSync(file), limitBytes);
  const descriptor = openSync(file, READ_FLAGS);
  try {
    refuseForeign(fstatSync(descriptor), limitBytes);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Adds to the end of a file of ours, which is for the owner only from then on. @throws {Error} */
export function appendOwn(file: string, text: string): void {
  const descriptor = openSync(file, APPEND_FLAGS, FILE_MODE);
  try {
    writeFileSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
  closeToOthers(file, FILE_MODE);
}

function closeToOthers(file: string, mode: number): void {
  try {
    chmodSync(file, mode);
  } catch {
    // It is another user's, or on a disk that knows no owners: nothing of ours depends on it.
  }
}

function refuseForeign(stats: Stats, limitBytes: number): void {
  if (!stats.isFile()) throw new Error('not a file');
  if (stats.size > limitBytes) throw new Error('too large');
}
