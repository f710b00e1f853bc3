import { createSessionFactory } from './recognition/assemblyai/streaming-session';
import { createSoxRecorderFactory } from './audio/start-recorder';
import type { Clock } from './core/clock';
import type { Log } from './core/log';
import type { LoadedEngine } from './dictation/preparation';
import { startRun } from './dictation/run/run';

/** Joins microphone, recogniser and runs: the root of the bundle that is loaded at the first dictation. */
export function createEngine(options: { readonly clock: Clock; readonly log: Log }): LoadedEngine {
  return {
    startRecorder: createSoxRecorderFactory(options),
    connectSession: createSessionFactory(options),
    startRun,
  };
}
