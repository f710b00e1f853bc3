import type { Disposable, Event } from './events';
import type { DictationError } from './failure';
import type { RecorderName, RecordingSettings } from './settings';

/** What happens to a recording that goes on. */
export type RecorderNotice =
  /** The system has moved it to another microphone; `label`: what people call that one. */
  | { readonly kind: 'moved'; readonly label: string }
  /** Sound was not fetched in time, and is lost. */
  | { readonly kind: 'overrun' };

/**
 * One recording of the microphone, running from the moment it is made. Events are never fired
 * before the maker's current synchronous code has ended, so subscribing right away misses nothing.
 * Contract suite: `test/contracts/recorder.ts`.
 */
export interface Recorder extends Disposable {
  /** Raw signed 16-bit little-endian mono PCM at the asked rate, in pieces of any length, even odd. */
  readonly onDidReceiveAudio: Event<Uint8Array>;
  /**
   * The recording ended although nobody asked: at most once, after the last audio, and never after
   * `stop` or `dispose`. The process is gone by then.
   */
  readonly onDidFail: Event<DictationError>;
  /** Something that a person may want to know has happened, and the recording goes on. */
  readonly onDidNotice: Event<RecorderNotice>;
  /**
   * Stops recording. Resolves when the last audio has been delivered and the process is gone; never
   * rejects, has its own deadline, may be called again.
   *
   * @param saidUntilMs moment (`Clock.now()`) until which all sound is to be delivered; default: now
   */
  stop(saidUntilMs?: number): Promise<void>;
  /** Stops at once; no event is delivered any more. */
  dispose(): void;
}

/** Starts recording; what goes wrong arrives by {@link Recorder.onDidFail}, never as an exception. */
export type StartRecorder = (settings: RecordingSettings) => Recorder;

/** Which recorder works where the one that would be tried first does not. */
export interface KnownRecorder {
  /** Path of the one that does not; where another one is found instead, all are tried again. */
  readonly insteadOf: string;
  readonly works: RecorderName;
}

/** What this computer remembers of recorders between windows. */
export interface RecorderMemory {
  get(): KnownRecorder | undefined;
  set(known: KnownRecorder | undefined): void;
}
