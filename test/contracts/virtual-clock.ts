import type { Clock } from '../../src/core/clock';
import type { Disposable } from '../../src/core/events';

interface Timer {
  readonly dueMs: number;
  readonly callback: () => void;
}

/** A {@link Clock} that stands still until a test advances it. */
export class VirtualClock implements Clock {
  private nowMs = 0;
  private readonly timers = new Set<Timer>();

  now(): number {
    return this.nowMs;
  }

  schedule(delayMs: number, callback: () => void): Disposable {
    const timer: Timer = { dueMs: this.nowMs + Math.max(0, delayMs), callback };
    this.timers.add(timer);
    return { dispose: () => this.timers.delete(timer) };
  }

  /** How many timers are waiting: a leak check. */
  get pending(): number {
    return this.timers.size;
  }

  /** Lets `ms` pass; due timers run in order of time, promises settle before and after each. */
  async advance(ms: number): Promise<void> {
    const endMs = this.nowMs + ms;
    await settle();
    for (;;) {
      let next: Timer | undefined;
      for (const timer of this.timers) {
        if (next === undefined || timer.dueMs < next.dueMs) next = timer;
      }
      if (next === undefined || next.dueMs > endMs) break;
      this.timers.delete(next);
      this.nowMs = next.dueMs;
      next.callback();
      await settle();
    }
    this.nowMs = endMs;
  }
}

/** Resolves when the promise jobs queued so far, and those they queue, have run. */
export async function settle(): Promise<void> {
  // setImmediate runs after the whole microtask queue is drained.
  await new Promise((resolve) => setImmediate(resolve));
}
