import type { ConnectSession } from '../core/session';
import type { startRun } from './run/run';

/**
 * What turns recorded sound into words. It is in a bundle of its own (`src/engine.ts`), loaded at the
 * first dictation so that activation costs nothing.
 */
export interface Engine {
  readonly connectSession: ConnectSession;
  readonly startRun: typeof startRun;
}
