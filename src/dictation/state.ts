import type { DictationError } from '../core/failure';
import type { Preparation } from '../core/provider';

/**
 * What dictation is doing. Status bar, context key and log are functions of it. An error is not a
 * state: it is why we are idle.
 */
export type DictationState =
  | {
      readonly kind: 'idle';
      readonly failure?: DictationError;
      /** Milliseconds of audio that is not transcribed and kept for another try; absent: none. */
      readonly keptMs?: number;
      /** The person said so; the next run goes on at the same place. */
      readonly isPaused?: true;
    }
  /** The key was pressed; the microphone may already record, the provider does not listen yet. */
  | {
      readonly kind: 'starting';
      readonly sinceMs: number;
      /** It delivers nothing but zeros yet, as a wireless one that has to wake up. */
      readonly isMicrophoneAsleep?: true;
    }
  /** The provider gets something ready first; the microphone may already record. */
  | ({ readonly kind: 'preparing'; readonly sinceMs: number } & Preparation)
  | {
      readonly kind: 'listening';
      /** `Clock.now()` at the key press. */
      readonly sinceMs: number;
      /** Text of the unfinished turn, '' between turns. */
      readonly partial: string;
      /** The model that runs, where the provider tells. */
      readonly model: string | undefined;
      /** It runs on this computer. */
      readonly isLocal?: true;
      /** How loud it is, now; absent: not known. */
      readonly level?: Level;
      /** Nobody speaks, so no session is open: it waits for speech. */
      readonly isParked?: true;
    }
  /** The connection is lost, the microphone goes on, a new session is being opened. */
  | {
      readonly kind: 'reconnecting';
      readonly sinceMs: number;
      readonly partial: string;
      /** `Clock.now()` when the oldest audio that is kept for the next session was recorded. */
      readonly keptSinceMs: number;
      /** Why the last session was lost, or could not be opened. */
      readonly error: DictationError;
    }
  /** The microphone is going or gone; the last finals are awaited. */
  | { readonly kind: 'finalizing'; readonly sinceMs: number; readonly partial: string };

/** How loud the microphone is: `0`, no more than a room, to `3`, loud speech. */
export type Level = 0 | 1 | 2 | 3;

/** What dictation is doing, without what belongs to it. */
export type DictationStateKind = DictationState['kind'];

/** What happens to a run, as far as the state is concerned. */
export type DictationEvent =
  | { readonly kind: 'start'; readonly nowMs: number }
  /** What is got ready; undefined: all is. */
  | { readonly kind: 'prepare'; readonly preparation: Preparation | undefined }
  | { readonly kind: 'microphone'; readonly isAsleep: boolean }
  | { readonly kind: 'begin'; readonly model: string | undefined; readonly isLocal?: true }
  | { readonly kind: 'partial'; readonly text: string; readonly level?: Level }
  | { readonly kind: 'level'; readonly level: Level }
  | { readonly kind: 'drop'; readonly keptSinceMs: number; readonly error: DictationError }
  | { readonly kind: 'park' }
  | { readonly kind: 'wake' }
  | { readonly kind: 'stop' }
  | {
      readonly kind: 'end';
      readonly failure?: DictationError;
      readonly keptMs?: number;
      readonly isPaused?: true;
    };

/** Before the first run, and after one that ended well. */
export const IDLE: DictationState = { kind: 'idle' };

/**
 * The state after `event`; total and pure. An event that means nothing in a state leaves it as it
 * is, the same object, so that `next === state` tells that nothing changed.
 */
export function transition(state: DictationState, event: DictationEvent): DictationState {
  switch (event.kind) {
    case 'start':
      // While an earlier run still drains, a new one may start: its first words must not be lost.
      return state.kind === 'idle' || state.kind === 'finalizing'
        ? { kind: 'starting', sinceMs: event.nowMs }
        : state;
    case 'prepare':
      return state.kind === 'starting' || state.kind === 'preparing'
        ? prepare(state, event.preparation)
        : state;
    case 'microphone': {
      if (state.kind !== 'starting') return state;
      const { kind, sinceMs, isMicrophoneAsleep = false } = state;
      if (isMicrophoneAsleep === event.isAsleep) return state;
      return { kind, sinceMs, ...(event.isAsleep && { isMicrophoneAsleep: true }) };
    }
    case 'begin': {
      if (state.kind === 'idle' || state.kind === 'finalizing') return state;
      if (state.kind === 'listening' && state.isLocal === event.isLocal) return state;
      const { sinceMs } = state;
      return { ...event, kind: 'listening', sinceMs, partial: partialOf(state) };
    }
    case 'partial': {
      const { text, level } = event;
      const next = level === undefined ? state : transition(state, { kind: 'level', level });
      return 'partial' in next && next.partial !== text ? { ...next, partial: text } : next;
    }
    case 'level':
      return state.kind === 'listening' &&
        state.isParked === undefined &&
        state.level !== event.level
        ? { ...state, level: event.level }
        : state;
    case 'drop': {
      const { keptSinceMs, error } = event;
      if (state.kind === 'reconnecting') return { ...state, error };
      if (state.kind === 'idle' || state.kind === 'finalizing') return state;
      const { sinceMs } = state;
      return { kind: 'reconnecting', sinceMs, partial: partialOf(state), keptSinceMs, error };
    }
    case 'park':
      return state.kind === 'listening' && state.isParked === undefined
        ? { ...state, partial: '', isParked: true }
        : state;
    case 'wake':
      if (state.kind !== 'listening' || state.isParked === undefined) return state;
      return { kind: 'listening', sinceMs: state.sinceMs, partial: '', model: state.model };
    case 'stop':
      if (state.kind === 'idle' || state.kind === 'finalizing') return state;
      return { kind: 'finalizing', sinceMs: state.sinceMs, partial: partialOf(state) };
    case 'end':
      return state.kind === 'idle' ? state : { ...event, kind: 'idle' };
  }
}

function prepare(
  state: DictationState & { kind: 'starting' | 'preparing' },
  preparation: Preparation | undefined,
): DictationState {
  const { sinceMs } = state;
  if (preparation === undefined) {
    return state.kind === 'starting' ? state : { kind: 'starting', sinceMs };
  }
  const { what, percent } = preparation;
  const isNews = state.kind === 'starting' || state.what !== what || state.percent !== percent;
  return isNews ? { kind: 'preparing', sinceMs, what, percent } : state;
}

function partialOf(state: DictationState): string {
  return 'partial' in state ? state.partial : '';
}
