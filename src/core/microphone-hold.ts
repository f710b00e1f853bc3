import type { Disposable, Event } from './events';

/** The right to record, which one window of this computer has at a time; disposing gives it back. */
export interface MicrophoneHold extends Disposable {
  /** Another window wants the microphone, or already has it: stop recording. At most once. */
  readonly onDidAskBack: Event<void>;
}

/**
 * Asks for the microphone, at every start; never rejects.
 *
 * @param options.takeOver when another window records, make it stop and wait until it has
 * @returns 'taken': another window has it
 */
export type AcquireMicrophone = (options: {
  readonly takeOver: boolean;
}) => Promise<MicrophoneHold | 'taken'>;
