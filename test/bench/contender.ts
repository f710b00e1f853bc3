import type { Fault } from '../emulator/faults';
import type { CreateRecogniser } from '../emulator/recogniser';
import type { FaultProxy } from '../matrix/fault-proxy';
import { createToneRecogniser } from '../matrix/tone-speech';
import type { OnsetClock } from './onset-clock';

/** What dictates in the bench: this extension, or what people would use in its place. */
export interface Contender {
  /** The key is pressed. Resolves when nothing more is done about it; the microphone may be on later. */
  start(): Promise<void>;
  /** The key is pressed again. Resolves when no more text comes, or nothing will end it. */
  stop(): Promise<void>;
  /** What it has inserted so far. */
  readonly text: readonly string[];
  /** Whether its server gets audio. */
  readonly isHeard: boolean;
  /** The way to its server. */
  readonly proxy: FaultProxy;
  /** What records for it now. */
  readonly recorderPids: readonly number[];
  close(): Promise<void>;
}

/** What happens to a contender. */
export interface ContenderOptions {
  /** When Begin comes after the connection, milliseconds. */
  readonly beginDelayMs?: number;
  /** The first session's connection breaks off when so much audio has come, milliseconds. */
  readonly cutAfterMs?: number;
  /** Gets the moments at which the beginning of each word reaches the server. */
  readonly wire?: OnsetClock;
}

/** What the server does. */
export function faultsOf({ beginDelayMs, cutAfterMs }: ContenderOptions): readonly Fault[] {
  return [
    ...(beginDelayMs === undefined ? [] : [{ fault: 'begin-delay', ms: beginDelayMs } as const]),
    ...(cutAfterMs === undefined
      ? []
      : [{ fault: 'tcp-reset', session: 0, afterAudioMs: cutAfterMs } as const]),
  ];
}

/** The server's recogniser, which `wire` listens to. */
export function recogniserHeardBy(wire: OnsetClock | undefined): CreateRecogniser {
  if (wire === undefined) return createToneRecogniser;
  return (sampleRate) => {
    const recogniser = createToneRecogniser(sampleRate);
    return {
      ...recogniser,
      push: (pcm) => {
        wire.push(pcm);
        return recogniser.push(pcm);
      },
    };
  };
}
