import type { RecordingSettings } from './settings';

/** What of some audio is already final because a replay begins before its end. */
export interface ReplayedWords {
  /** From the beginning of the audio, ms; 0 with words: it is not known. */
  readonly untilMs: number;
  /** The words there, as they were written. */
  readonly words: readonly string[];
}

/** Audio that could not be transcribed, kept so that it can be tried again or saved. */
export interface KeptAudio {
  readonly frames: readonly Uint8Array[];
  /** What the frames were recorded with. */
  readonly recording: RecordingSettings;
  /** What at its beginning is already final. */
  readonly replayed: ReplayedWords;
  /** Its copy on disk, and that of what another try leaves of it. */
  readonly copy?: StoredCopy;
}

/** A copy of kept audio elsewhere, on disk; compared by identity. */
export interface StoredCopy {
  /** Lets go of it, because the audio is transcribed, saved or discarded; harmless when it is gone. */
  forget(): void;
}
