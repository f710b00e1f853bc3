import type { Clock } from '../../core/clock';
import type { Disposable } from '../../core/events';

/** A shorter outage is over before a notification could be read. */
const TOLD_AFTER_MS = 10_000;

/** Tells once in a run that the connection is gone, or that there never was one. */
export class OutageWatch implements Disposable {
  private waiting: Disposable | undefined;
  private hasTold = false;

  constructor(private readonly clock: Clock) {}

  /**
   * A session is lost, or could not be opened.
   *
   * @param hasBegun whether one has begun before; it may be back soon then
   */
  begin(hasBegun: boolean, tell: () => void): void {
    if (this.hasTold) return;
    this.waiting ??= this.clock.schedule(hasBegun ? TOLD_AFTER_MS : 0, () => {
      this.hasTold = true;
      tell();
    });
  }

  /** A session has begun, or the run is over. */
  dispose(): void {
    this.waiting?.dispose();
    this.waiting = undefined;
  }
}
