import type { Cue, PlayCue } from '../core/cue';
import type { Disposable, Event } from '../core/events';
import { isOwnWish } from '../core/failure';
import type { DictationState, DictationStateKind } from './state';

/** What a change of the state sounds like; nothing: it makes no sound. */
export function cueOf(before: DictationStateKind, state: DictationState): Cue | undefined {
  switch (state.kind) {
    case 'listening':
      // What is only back after an outage has told its beginning.
      return before === 'starting' || before === 'preparing' ? 'start' : undefined;
    case 'idle': {
      if (before === 'idle') return undefined;
      const { failure } = state;
      if (failure === undefined) return 'end';
      return isOwnWish(failure.reason) ? undefined : 'error';
    }
    case 'starting':
    case 'preparing':
    case 'reconnecting':
    case 'finalizing':
      return undefined;
  }
}

export interface CueOptions {
  /** What dictation is doing. */
  readonly states: {
    readonly state: DictationState;
    readonly onDidChangeState: Event<DictationState>;
  };
  /** Whether the person wants to hear it. */
  readonly isOn: () => boolean;
  readonly play: PlayCue;
}

/** Plays what each change of the state sounds like; nobody waits for it. */
export function followCues({ states, isOn, play }: CueOptions): Disposable {
  const tell = (before: DictationStateKind, state: DictationState): void => {
    const cue = cueOf(before, state);
    if (cue !== undefined && isOn()) void play(cue);
  };
  const { state } = states;
  // The first dictation may have failed before this was loaded for it.
  if (state.kind === 'idle' && state.failure !== undefined) tell('starting', state);
  let before = state.kind;
  return states.onDidChangeState((next) => {
    tell(before, next);
    before = next.kind;
  });
}
