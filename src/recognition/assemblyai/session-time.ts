import type { Clock } from '../../core/clock';

/**
 * How much longer than by our clock a session may have been, as the server tells: it counts whole
 * seconds, and its clock is not ours.
 */
const CLOCK_TOLERANCE_MS = 5000;

/** How long a session is on, and what of that is billed (docs/protocol.md §8). */
export class SessionTime {
  private readonly openedAtMs: number;
  private begunAtMs: number | undefined;
  /** What is billed in the end. */
  private bill: number | undefined;

  /** The session is being opened. */
  constructor(private readonly clock: Clock) {
    this.openedAtMs = clock.now();
  }

  /** 0 before Begin. */
  get sinceBeginMs(): number {
    return this.begunAtMs === undefined ? 0 : this.clock.now() - this.begunAtMs;
  }

  /** So far; what it is in the end once that is known. */
  get billedMs(): number {
    return this.bill ?? this.sinceBeginMs;
  }

  begin(): void {
    this.begunAtMs = this.clock.now();
  }

  /**
   * The server has confirmed the end. What it says of the session's length is what is billed, but no
   * more than by our clock; where it says nothing, ours is all there is.
   */
  confirm(sessionDurationMs: number | undefined): void {
    const ageMs = this.clock.now() - this.openedAtMs;
    this.bill = Math.min(sessionDurationMs ?? this.billedMs, ageMs + CLOCK_TOLERANCE_MS);
  }

  /** The session is over, whatever the server says of it. */
  end(): void {
    this.bill ??= this.sinceBeginMs;
  }
}
