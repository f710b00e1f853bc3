import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than anything that is waited for takes on a busy machine; a test that waits this long fails. */
const DEADLINE_MS = 60_000;
const POLL_MS = 50;

/**
 * For `describe`: a suite that goes on for longer hangs. Just before its file is ended, so that it is told which test it
 * was; no suite takes a quarter of it on an idle machine, and each wait has a deadline of its own.
 */
export const SUITE_DEADLINE_MS = 1_100_000;

/**
 * Resolves with the first value of `look` that is not undefined; for what nothing has an event for.
 *
 * @param what for the error of who waited in vain; a function is asked at the deadline
 */
export async function until<T>(
  what: string | (() => string),
  look: () => T | undefined | PromiseLike<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    const value = await look();
    if (value !== undefined) return value;
    if (Date.now() >= deadline) {
      throw new Error(`waited in vain for ${typeof what === 'string' ? what : what()}`);
    }
    await sleep(POLL_MS);
  }
}
