import type { DictationError } from '../../core/failure';

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 8000;

/**
 * AssemblyAI counts new sessions per minute (docs/protocol.md §8): retrying sooner only uses the
 * allowance up.
 */
const TOO_MANY_SESSIONS_DELAY_MS = 5000;

/**
 * How long to wait before the next session: 250 ms doubling to 8 s, shortened by up to a half at
 * random so that many clients do not come back at the same moment.
 *
 * @param attempt 0 for the first try since a session last worked
 * @param error why the session was lost
 * @param random a number from 0 (inclusive) to 1 (exclusive)
 */
export function reconnectDelayMs(attempt: number, error: DictationError, random: number): number {
  // The session was simply as long as sessions may be; nothing is wrong with the network.
  if (error.reason === 'session-expired' && attempt === 0) return 0;
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** Math.min(attempt, 10), LONGEST_DELAY_MS);
  const jittered = delayMs * (1 - random / 2);
  return error.reason === 'too-many-sessions'
    ? Math.max(TOO_MANY_SESSIONS_DELAY_MS, jittered)
    : jittered;
}
