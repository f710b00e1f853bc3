import type { Clock } from '../../core/clock';

/** A busy session has about ten messages a second; what a stalled network held back comes at once. */
const BURST = 1000;
const PER_SECOND = 100;

/** A message this long counts twice; a minute-long turn with its words has about 40 KB. */
const UNIT_BYTES = 10_000;

/** Notices a server that sends more than speech can be: all of it would have to be kept and inserted. */
export class FloodGuard {
  private left = BURST;
  /** When the newest audio would have been spoken that the server had at the last message. */
  private reachedMs: number;

  constructor(private readonly clock: Clock) {
    this.reachedMs = clock.now();
  }

  /**
   * Counts a message; false once there were too many.
   *
   * @param aheadMs how much audio the server got ahead of time, in a replay: it may answer that as
   *   fast as it likes
   */
  accepts(bytes: number, aheadMs = 0): boolean {
    const reachedMs = Math.max(this.reachedMs, this.clock.now() + aheadMs);
    const gained = ((reachedMs - this.reachedMs) / 1000) * PER_SECOND;
    this.left = Math.min(BURST + (aheadMs / 1000) * PER_SECOND, this.left + gained);
    this.reachedMs = reachedMs;
    this.left -= 1 + bytes / UNIT_BYTES;
    return this.left >= 0;
  }
}
