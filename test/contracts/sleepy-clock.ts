import type { Clock } from '../../src/core/clock';
import type { Disposable } from '../../src/core/events';

/** A time in which our process does not run; times of the world's clock, ms. */
export interface Sleep {
  readonly fromMs: number;
  readonly toMs: number;
  /**
   * `process`: only our process is stopped, or busy; what comes meanwhile waits for it. `computer`:
   * the lid is closed; nothing is recorded, and connections are dead when it wakes.
   */
  readonly of: 'process' | 'computer';
  /** Whether our clock goes on: Windows' does while the computer sleeps, Linux' and macOS' do not. */
  readonly clockGoesOn: boolean;
  /** `computer`: how long after waking a dead connection is noticed; Infinity: never. */
  readonly noticedAfterMs: number;
}

/**
 * Our process' view of the world's clock: while it sleeps nothing happens, and when it wakes all
 * timers that are due run, in order.
 */
export class SleepyClock implements Clock {
  constructor(
    private readonly world: Clock,
    private readonly sleep: Sleep,
  ) {}

  now(): number {
    const worldMs = this.world.now();
    const { fromMs, toMs, clockGoesOn } = this.sleep;
    if (clockGoesOn || worldMs < fromMs) return worldMs;
    return worldMs - (Math.min(worldMs, toMs) - fromMs);
  }

  schedule(delayMs: number, callback: () => void): Disposable {
    const dueMs = this.now() + Math.max(0, delayMs);
    const fire = (): void => {
      const leftMs = wakeMs(this.world.now(), this.sleep) - this.world.now();
      const restMs = Math.max(leftMs, dueMs - this.now());
      if (restMs > 0) timer = this.world.schedule(restMs, fire);
      else callback();
    };
    let timer = this.world.schedule(delayMs, fire);
    return {
      dispose: () => {
        timer.dispose();
      },
    };
  }
}

/** When our process runs again, if it sleeps at `worldMs`; else `worldMs`. */
export function wakeMs(worldMs: number, sleep: Sleep | undefined): number {
  if (sleep === undefined || worldMs < sleep.fromMs || worldMs >= sleep.toMs) return worldMs;
  return sleep.toMs;
}
