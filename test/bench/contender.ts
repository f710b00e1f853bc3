import { createToneRecogniser } from '../matrix/tone-speech';
import type { CreateRecogniser } from '../emulator/recogniser';
import type { OnsetClock } from './onset-clock';

/** What dictates in the bench: this extension, or what people would use in its place. */
export interface Contender {
  /** The key is pressed. Resolves when nothing more is done about it; the microphone may be on later. */
  start(): Promise<void>;
  /** The key is pressed again. Resolves when no more text comes, or nothing will end it. */
  stop(): Promise<void>;
  /** What it has inserted so far. */
  readonly text: readonly string[];
  /** Bytes of audio that its server has got so far. */
  readonly uploadedBytes: number;
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

/** The server's recogniser, which `wire` listens to. */
export function recogniserHeardBy(wire: OnsetClock | undefined): CreateRecogniser {
  if (wire === undefined) return createToneRecogniser;
  return (sampleRate) => {
    const recogniser = createToneRecogniser(sampleRate);
    return {
      ...recogniser,
      push: (pcm) => {
        wire.push(pcm, sampleRate);
        return recogniser.push(pcm);
      },
    };
  };
}
