import type { Clock } from './clock';

/** So much at once, and then so much a second: what is beyond is more than a person can cause. */
export class Allowance {
  private left: number;
  /** The newest moment, of speech as of time, that was allowed for. */
  private reachedMs: number;

  constructor(
    private readonly clock: Clock,
    private readonly burst: number,
    private readonly perSecond: number,
  ) {
    this.left = burst;
    this.reachedMs = clock.now();
  }

  /**
   * Takes `amount`; false, and nothing is taken, where it is too much.
   *
   * @param aheadMs how far what is allowed for may be ahead of the clock, as in a replay
   */
  takes(amount: number, aheadMs = 0): boolean {
    const { burst, perSecond } = this;
    const reachedMs = Math.max(this.reachedMs, this.clock.now() + aheadMs);
    const gained = ((reachedMs - this.reachedMs) / 1000) * perSecond;
    this.left = Math.min(burst + (aheadMs / 1000) * perSecond, this.left + gained);
    this.reachedMs = reachedMs;
    if (amount > this.left) return false;
    this.left -= amount;
    return true;
  }
}
