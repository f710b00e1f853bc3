import type { StartRecorder } from '../core/recorder';
import type { ConnectSession } from '../core/session';

/**
 * The part of the extension that touches microphone and network. It is in a bundle of its own
 * (`src/engine.ts`), loaded at the first dictation so that activation costs nothing.
 */
export interface Engine {
  readonly startRecorder: StartRecorder;
  readonly connectSession: ConnectSession;
}
