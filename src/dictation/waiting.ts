import type { Clock } from '../core/clock';
import type { Disposable } from '../core/events';
import type { CueOptions } from './cue';

/** Until then nobody wonders why the last words are not there. */
export const WAITING_MS = 1000;

/** Tells each time that what was said last is awaited for longer than {@link WAITING_MS}. */
export function followWaiting(
  clock: Clock,
  states: CueOptions['states'],
  onDidWait: () => void,
): Disposable {
  let timer: Disposable | undefined;
  const follow = (isWaiting: boolean): void => {
    if (isWaiting) timer ??= clock.schedule(WAITING_MS, onDidWait);
    else {
      timer?.dispose();
      timer = undefined;
    }
  };
  follow(states.state.kind === 'finalizing');
  const subscription = states.onDidChangeState(({ kind }) => {
    follow(kind === 'finalizing');
  });
  return {
    dispose: () => {
      subscription.dispose();
      timer?.dispose();
    },
  };
}
