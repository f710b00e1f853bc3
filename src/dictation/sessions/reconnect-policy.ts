import type { DictationError } from '../../core/failure';

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 8000;

/**
 * How long to wait before the next session: 250 ms doubling to 8 s, shortened by up to a half at
 * random so that many clients do not come back at the same moment. Where the error says when another
 * try makes sense, the first comes then, and later ones no sooner.
 *
 * @param attempt 0 for the first try since a session last worked
 * @param error why the session was lost
 * @param random a number from 0 (inclusive) to 1 (exclusive)
 */
export function reconnectDelayMs(
  attempt: number,
  { retryAfterMs }: Pick<DictationError, 'retryAfterMs'>,
  random: number,
): number {
  if (retryAfterMs !== undefined && attempt === 0) return retryAfterMs;
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** Math.min(attempt, 10), LONGEST_DELAY_MS);
  return Math.max(retryAfterMs ?? 0, delayMs * (1 - random / 2));
}
