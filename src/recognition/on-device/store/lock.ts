import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import type { Clock } from '../../../core/clock';
import { DictationError } from '../../../core/failure';
import { errorCode } from '../../../core/unknown';

/** How often whoever has a lock says that it is still at work. */
const BEAT_MS = 1000;

/**
 * So many looks in a row at a lock that does not beat, and its window is gone. Not a time by the
 * computer's calendar, which jumps, and none that passes while it sleeps.
 */
const STILL_LOOKS = 8;

export interface LockOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Called about once a second while another window has it. */
  readonly onWait: () => Promise<void>;
}

/**
 * Does something while no other window of this computer does it.
 *
 * @param file made, and removed; its folder must be there
 * @throws {DictationError} `download-cancelled`, and whatever `body` throws
 */
export async function withLock<T>(
  file: string,
  { clock, signal, onWait }: LockOptions,
  body: () => Promise<T>,
): Promise<T> {
  const token = randomUUID();
  let seen = { content: '', looks: 0 };
  while (!(await take(file, token))) {
    if (signal.aborted) throw new DictationError('download-cancelled');
    const content = await contentOf(file);
    seen = { content, looks: content === seen.content ? seen.looks + 1 : 0 };
    const isLeft = seen.looks >= STILL_LOOKS && (await breakLeft(file, seen));
    if (!isLeft) await Promise.all([onWait(), sleep(clock, BEAT_MS)]);
  }
  const heart = beat(file, token, clock);
  try {
    return await body();
  } finally {
    await heart.stop();
    if ((await contentOf(file)).startsWith(token)) await rm(file, { force: true });
  }
}

async function take(file: string, token: string): Promise<boolean> {
  try {
    await writeFile(file, token, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a lock that its window has left: one window at a time, or the second one would remove what the first has
 * just taken. Should that one be killed meanwhile, the others wait as long again.
 *
 * @returns whether this window has removed it
 */
async function breakLeft(
  file: string,
  { content, looks }: { readonly content: string; readonly looks: number },
): Promise<boolean> {
  const breaking = `${file}-breaking`;
  if (looks < 2 * STILL_LOOKS && !(await take(breaking, ''))) return false;
  const isLeft = (await contentOf(file)) === content;
  if (isLeft) await rm(file, { force: true });
  await rm(breaking, { force: true });
  return isLeft;
}

function beat(file: string, token: string, clock: Clock): { readonly stop: () => Promise<void> } {
  let count = 0;
  let writing = Promise.resolve();
  const next = (): void => {
    // A lock that cannot be written to now is tried again a second later.
    writing = writeFile(file, `${token} ${String(++count)}`).catch(() => undefined);
    timer = clock.schedule(BEAT_MS, next);
  };
  let timer = clock.schedule(BEAT_MS, next);
  return {
    stop: () => {
      timer.dispose();
      return writing;
    },
  };
}

function contentOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

function sleep(clock: Clock, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    clock.schedule(delayMs, resolve);
  });
}
