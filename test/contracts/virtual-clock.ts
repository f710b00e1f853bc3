import type { Clock } from '../../src/core/clock';
import type { Disposable } from '../../src/core/events';

interface Timer {
  readonly dueMs: number;
  readonly callback: () => void;
}

/** A {@link Clock} that stands still until a test advances it. */
export class VirtualClock implements Clock {
  private nowMs = 0;
  /** By time; those of the same time in the order in which they were scheduled. */
  private readonly timers: Timer[] = [];

  now(): number {
    return this.nowMs;
  }

  schedule(delayMs: number, callback: () => void): Disposable {
    const timer: Timer = { dueMs: this.nowMs + Math.max(0, delayMs), callback };
    const later = this.timers.findLastIndex(({ dueMs }) => dueMs <= timer.dueMs) + 1;
    this.timers.splice(later, 0, timer);
    return {
      dispose: () => {
        const at = this.timers.indexOf(timer);
        if (at >= 0) this.timers.splice(at, 1);
      },
    };
  }

  /** How many timers are waiting: a leak check. */
  get pending(): number {
    return this.timers.length;
  }

  /** Lets `ms` pass; due timers run in order of time, promises settle before and after each. */
  async advance(ms: number): Promise<void> {
    const endMs = this.nowMs + ms;
    await settle();
    for (
      let [next] = this.timers;
      next !== undefined && next.dueMs <= endMs;
      [next] = this.timers
    ) {
      this.timers.shift();
      this.nowMs = next.dueMs;
      next.callback();
      await settleJobs();
    }
    this.nowMs = endMs;
  }
}

/** Resolves when the promise jobs queued so far, and those they queue, have run. */
export async function settle(): Promise<void> {
  // setImmediate runs after the whole microtask queue is drained.
  await new Promise((resolve) => setImmediate(resolve));
}

/** The same without a turn of the event loop: what only reckons takes a fraction of the time. */
async function settleJobs(): Promise<void> {
  // Ticks are run when the microtask queue is drained.
  await new Promise<void>((resolve) => {
    process.nextTick(resolve);
  });
}
