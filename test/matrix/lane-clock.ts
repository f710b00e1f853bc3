import type { Clock } from '../../src/core/clock';
import type { Disposable } from '../../src/core/events';
import { systemClock } from '../../src/ui/system-clock';

/** Delays that end when a lane wants them to, not after so many milliseconds. */
export const HELD_MS = { begin: 7_000_001, expiry: 7_000_002 } as const;
export type Held = keyof typeof HELD_MS;

/** An emulator's clock: real time, but for the delays of {@link HELD_MS}. */
export class LaneClock implements Clock {
  private readonly waiting = new Map<Held, () => void>();
  private readonly released = new Set<Held>();

  now(): number {
    return systemClock.now();
  }

  schedule(delayMs: number, callback: () => void): Disposable {
    const held = delayMs === HELD_MS.begin ? 'begin' : 'expiry';
    if (delayMs !== HELD_MS[held]) return systemClock.schedule(delayMs, callback);
    if (this.released.has(held)) return systemClock.schedule(0, callback);
    this.waiting.set(held, callback);
    return { dispose: () => this.waiting.delete(held) };
  }

  /** Ends the delay, or the one that is still to begin. */
  release(held: Held): void {
    this.released.add(held);
    const callback = this.waiting.get(held);
    this.waiting.delete(held);
    callback?.();
  }
}
