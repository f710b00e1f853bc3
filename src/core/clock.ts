import type { Disposable } from './events';

/** Time as a port, so that orchestration can run on a virtual clock in tests. */
export interface Clock {
  /** Milliseconds since a fixed but arbitrary moment; never goes backwards. */
  now(): number;
  /** Calls `callback` once after `delayMs`; disposing before that cancels the call. */
  schedule(delayMs: number, callback: () => void): Disposable;
}

/** Calls `action` every `intervalMs` until it is disposed. */
export function repeat(clock: Clock, intervalMs: number, action: () => void): Disposable {
  let timer = clock.schedule(intervalMs, tick);
  function tick(): void {
    timer = clock.schedule(intervalMs, tick);
    action();
  }
  return {
    dispose: () => {
      timer.dispose();
    },
  };
}
