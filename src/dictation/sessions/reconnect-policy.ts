import type { DictationError } from '../../core/failure';
import type { ReadyProvider } from '../../core/provider';

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

/**
 * How long a lost session is still retried after the person stopped: they wait for it, so it is
 * about as long as people wait; what is not sent by then is kept for another try.
 */
export const DRAIN_RETRY_MS = 15_000;

/**
 * A session that has lived so long has proved that sessions work, though nobody may have spoken in
 * it: each is billed, so those that end sooner come at longer and longer distances.
 */
const PROOF_MS = 10_000;

/** How often parking is tried where sessions take speech and never confirm their end. */
const PARKING_ATTEMPTS = 3;

export interface ReconnectOptions {
  /** `Math.random`, or a test's. */
  readonly random: () => number;
  /** See `ReadyProvider.mayGoOn`. */
  readonly mayGoOn: ReadyProvider['mayGoOn'];
}

/** A session that was lost, or could not be opened. */
export interface Loss {
  readonly error: DictationError;
  /** How long it was on; 0: it has not begun. */
  readonly livedMs: number;
  /** It was told to end, because nobody spoke. */
  readonly wasParking: boolean;
  /** How long the person has been waiting for the end; 0: they have not stopped. */
  readonly drainedMs: number;
  /** Nothing more may be kept for another session. */
  readonly isJournalFull: boolean;
}

/** Whether and when another session makes sense after one is lost, by all that became of them in this run. */
export class ReconnectPolicy {
  private attempt = 0;
  private hasBegun = false;
  /** Sessions in a row that took speech and did not confirm the end that parking asked for. */
  private unconfirmedParkings = 0;

  constructor(private readonly options: ReconnectOptions) {}

  /** A session has begun. */
  noteBegin(): void {
    this.hasBegun = true;
  }

  /** Sessions work: one has ended a turn, or somebody speaks after a silence. */
  noteProof(): void {
    this.attempt = 0;
  }

  /** A session that was told to end, because nobody spoke, has done so. */
  noteParked(): void {
    this.unconfirmedParkings = 0;
  }

  /** @returns after how long the next one comes, ms; nothing: there is no hope */
  after({ error, livedMs, wasParking, drainedMs, isJournalFull }: Loss): number | undefined {
    if (livedMs >= PROOF_MS) this.attempt = 0;
    const isUnconfirmed = wasParking && error.reason === 'termination-timeout';
    const isHopeless = isUnconfirmed && this.unconfirmedParkings++ >= PARKING_ATTEMPTS;
    const isTooLate = isJournalFull || drainedMs >= DRAIN_RETRY_MS;
    if (isHopeless || isTooLate || !this.options.mayGoOn(error, this.hasBegun)) return undefined;
    return reconnectDelayMs(this.attempt++, error, this.options.random());
  }
}
