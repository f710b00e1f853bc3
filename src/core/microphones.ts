import type { Disposable } from './events';
import type { SampleRate } from './settings';

/** A microphone of this computer, as it is offered to a person. */
export interface ListedMicrophone {
  /** For the setting `recording.device`. */
  readonly name: string;
  /** As the system calls it where people see it. */
  readonly label: string;
  /** What is recorded where no device is set. */
  readonly isDefault: boolean;
  /** Delivers zeros, because somebody has switched it off in the system's sound settings. */
  readonly isMuted: boolean;
  /** The system says that nothing is plugged in there. */
  readonly isUnplugged: boolean;
}

/** The microphones of this computer. */
export interface Microphones {
  /** Those that are there now, what a loudspeaker plays left out; empty where none can be listed. */
  list(): Promise<readonly ListedMicrophone[]>;
  /** Tells when the list may be another one; until disposed. */
  watch(onChange: () => void): Disposable;
  /** Whether several recorders may be on at once; elsewhere the second would find the device taken. */
  readonly canRecordSeveral: boolean;
}

/**
 * Plays frames of signed 16-bit mono PCM through the loudspeaker; ends with the signal, too.
 *
 * @returns whether they were played to their end
 */
export type AudioPlayer = (
  frames: readonly Uint8Array[],
  sampleRate: SampleRate,
  signal: AbortSignal,
) => Promise<boolean>;
