import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import type { Clock } from '../../../core/clock';
import { DictationError } from '../../../core/failure';
import { errorCode } from '../../../core/unknown';
import type { Package, PublishedFile } from './package';
import type { Source } from './source';

/** A server that sends nothing for so long has forgotten us; slow lines send something. */
export const STALL_MS = 30_000;

/** So many tries in a row that bring nothing, and it will not do now. */
const FRUITLESS_TRIES = 3;

/** Between the tries: a network that comes back needs a moment. */
const RETRY_MS = 1000;

export interface DownloadOptions {
  readonly clock: Clock;
  readonly source: Source;
  /** Aborted: the person does not want it now; what is there stays, to go on from. */
  readonly signal: AbortSignal;
  /** How much of the file is there. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * Fetches a file, goes on where it was left, and looks whether it is the one that was published.
 *
 * @param to the file, or what an earlier call has left of it
 * @throws {DictationError} `download-failed`, `download-wrong`, `download-cancelled`, `disk-full`
 */
export async function download(
  owner: Package,
  file: PublishedFile,
  to: string,
  options: DownloadOptions,
): Promise<void> {
  let mayBeOld = true;
  for (let tries = 1; ; tries++) {
    const before = await sizeOf(to);
    try {
      await fetchRest(owner, file, to, options);
      return;
    } catch (error) {
      const failure = failureOf(error, options.signal);
      const now = await sizeOf(to);
      // What an earlier try has left may have been wrong: once, all of it is fetched anew.
      const isDropped = failure.reason === 'download-wrong' && now < before;
      if (isDropped ? !mayBeOld : !failure.retryable || tries >= FRUITLESS_TRIES) throw failure;
      if (isDropped) mayBeOld = false;
      if (now > before) tries = 0;
    }
    await pause(RETRY_MS, options);
  }
}

async function fetchRest(
  owner: Package,
  file: PublishedFile,
  to: string,
  { clock, source, signal, onBytes }: DownloadOptions,
): Promise<void> {
  let done = await sizeOf(to);
  if (done > file.bytes) await refuse(to);
  let hash = await hashOf(to, done);
  if (done < file.bytes) {
    const stalled = new AbortController();
    const stall = (): void => {
      stalled.abort();
    };
    let timer = clock.schedule(STALL_MS, stall);
    try {
      const either = AbortSignal.any([signal, stalled.signal]);
      const delivery = await source.open(owner, file, done, either);
      if (delivery.fromByte !== done) {
        done = delivery.fromByte;
        hash = createHash('sha256');
      }
      // A page to sign in at, or a file that was replaced.
      if ((delivery.bytes ?? file.bytes - done) !== file.bytes - done) {
        stalled.abort();
        throw new DictationError('download-wrong');
      }
      const output = await open(to, done === 0 ? 'w' : 'a');
      try {
        for await (const chunk of delivery.body) {
          timer.dispose();
          timer = clock.schedule(STALL_MS, stall);
          done += chunk.length;
          if (done > file.bytes) await refuse(to);
          hash.update(chunk);
          await output.writeFile(chunk);
          onBytes(done);
        }
      } finally {
        await output.close();
      }
    } finally {
      timer.dispose();
    }
    if (done < file.bytes) throw new DictationError('download-failed', { retryable: true });
  }
  if (hash.digest('hex') !== file.sha256) await refuse(to);
}

/** What came is not what was published. */
async function refuse(file: string): Promise<never> {
  await rm(file, { force: true });
  throw new DictationError('download-wrong');
}

/** What is amiss, whoever says so: the source, the disk, the network or the person. */
export function failureOf(error: unknown, signal: AbortSignal): DictationError {
  if (signal.aborted) return new DictationError('download-cancelled');
  if (error instanceof DictationError) return error;
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = errorCode(cause);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new DictationError('disk-full', { cause: error });
  const isDisk = code === 'EACCES' || code === 'EROFS' || code === 'EPERM';
  return new DictationError('download-failed', {
    retryable: !isDisk,
    ...(code !== undefined && { code }),
    cause: error,
  });
}

async function hashOf(file: string, bytes: number): Promise<Hash> {
  const hash = createHash('sha256');
  if (bytes === 0) return hash;
  for await (const chunk of createReadStream(file, { end: bytes - 1 })) {
    if (chunk instanceof Uint8Array) hash.update(chunk);
  }
  return hash;
}

/** The SHA-256 of a file, hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  return (await hashOf(file, await sizeOf(file))).digest('hex');
}

/** 0 where there is no such file. */
export async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

async function pause(delayMs: number, { clock, signal }: DownloadOptions): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = clock.schedule(delayMs, resolve);
    const stop = (): void => {
      timer.dispose();
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  if (signal.aborted) throw new DictationError('download-cancelled');
}
