import type { Clock } from '../../src/core/clock';
import type { Disposable } from '../../src/core/events';

/** One session's timers, at most one of each name; all end together. */
export class Timers<Name extends string> implements Disposable {
  private readonly timers = new Map<Name, Disposable>();

  constructor(private readonly clock: Clock) {}

  /** Starts the timer anew. */
  set(name: Name, delayMs: number, callback: () => void): void {
    this.clear(name);
    this.timers.set(name, this.clock.schedule(delayMs, callback));
  }

  clear(name: Name): void {
    this.timers.get(name)?.dispose();
    this.timers.delete(name);
  }

  dispose(): void {
    for (const timer of this.timers.values()) timer.dispose();
    this.timers.clear();
  }
}
