import type { Clock } from '../core/clock';

/** A busy session has about ten messages a second; what a stalled network held back comes at once. */
const BURST = 1000;
const PER_SECOND = 100;

/** A message this long counts twice; a minute-long turn with its words has about 40 KB. */
const UNIT_BYTES = 10_000;

/** Notices a server that sends more than speech can be: all of it would have to be kept and inserted. */
export class FloodGuard {
  private left = BURST;
  private sinceMs: number;

  constructor(private readonly clock: Clock) {
    this.sinceMs = clock.now();
  }

  /** Counts a message; false once there were too many. */
  accepts(bytes: number): boolean {
    const nowMs = this.clock.now();
    this.left = Math.min(BURST, this.left + ((nowMs - this.sinceMs) / 1000) * PER_SECOND);
    this.sinceMs = nowMs;
    this.left -= 1 + bytes / UNIT_BYTES;
    return this.left >= 0;
  }
}
