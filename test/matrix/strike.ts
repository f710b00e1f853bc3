import type { FailureReason } from '../../src/core/failure';
import type { Lane, LaneOptions } from './lane';
import { LAST_OF_SENTENCE, WORDS } from './tone-speech';

/** When a fault strikes. */
export const PHASES = ['start', 'mid-word', 'between turns', 'draining'] as const;
export type Phase = (typeof PHASES)[number];

/** What the person sees. Every word is in the text then, but for the reasons: then the rest is kept. */
export type Seen =
  /** Nothing unusual. */
  | 'nothing'
  /** The status bar says so for a while. */
  | 'reconnecting'
  | FailureReason;

/** How one fault is made to strike in one phase. */
export interface Strike {
  readonly options?: LaneOptions;
  /** Before the key press. */
  readonly prepare?: (lane: Lane) => void;
  /** At the moment of the phase. */
  readonly act: (lane: Lane) => void;
  /** At the start, Begin comes so long after the moment; default: at once. */
  readonly releasesBeginAfterMs?: number;
  /** When the stop key is pressed; default: after the last word. */
  readonly stop?: 'at the strike' | 'when recovered';
  /** Default: when the client says Terminate. */
  readonly drainsAt?: 'the stop key';
}

/** A row of the matrix. */
export interface MatrixFault {
  readonly name: string;
  readonly of: 'network' | 'server' | 'microphone';
  /** What is expected, by phase; a sentence in brackets is why a phase makes no sense. */
  readonly seen: Readonly<Record<Phase, Seen | `(${string})`>>;
  /** About how long it takes to get over it: those of a kind share a batch. */
  readonly seconds: number;
  readonly strike: (phase: Phase) => Strike;
}

/** The same in every phase; while draining, nobody is told of a reconnect. */
export function always(seen: Seen): MatrixFault['seen'] {
  const draining = seen === 'reconnecting' ? 'nothing' : seen;
  return { start: seen, 'mid-word': seen, 'between turns': seen, draining };
}

/** The place in {@link WORDS} of the newest word that was heard; -1: none yet. */
function newestWord(lane: Lane): number {
  const newest = lane.heard.at(-1)?.text;
  return WORDS.findIndex((word) => word === newest);
}

/** Whether it is the moment of that phase, as far as what is heard tells. */
export function isMoment(phase: Phase, lane: Lane): boolean {
  const newest = newestWord(lane);
  switch (phase) {
    case 'start':
      return newest >= 1;
    case 'mid-word':
      return newest > LAST_OF_SENTENCE[0] && lane.soundingMs >= 100;
    case 'between turns':
      // The turn has just ended, or is just about to (Universal-Streaming: after 400 ms).
      return newest >= LAST_OF_SENTENCE[1] && lane.silenceMs >= 450;
    case 'draining':
      return false;
  }
}

/** Whether everything that was played has been heard, as far as it can be told. */
export function hasHeardAll(lane: Lane, isPlayed: boolean): boolean {
  return newestWord(lane) === WORDS.length - 1 || (isPlayed && lane.silenceMs >= 500);
}
