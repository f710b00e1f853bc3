import type { Clock } from '../../core/clock';
import type { Disposable } from '../../core/events';

/** Does something when it is asked to: at once, but not again before `intervalMs` are over; then for all that asked. */
export class Pace implements Disposable {
  private due: Disposable | undefined;
  private lastMs = -Infinity;

  constructor(
    private readonly clock: Clock,
    private readonly intervalMs: number,
    private readonly act: () => void,
  ) {}

  ask(): void {
    if (this.due !== undefined) return;
    const waitMs = this.lastMs + this.intervalMs - this.clock.now();
    if (waitMs > 0) {
      this.due = this.clock.schedule(waitMs, () => {
        this.now();
      });
    } else this.now();
  }

  /** What was asked for is done no more; what is asked for next, at once. */
  dispose(): void {
    this.due?.dispose();
    this.due = undefined;
    this.lastMs = -Infinity;
  }

  private now(): void {
    this.due = undefined;
    this.lastMs = this.clock.now();
    this.act();
  }
}
