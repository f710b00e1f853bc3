import { createSessionFactory } from './assemblyai/streaming-session';
import { createSoxRecorderFactory } from './audio/start-recorder';
import type { Clock } from './core/clock';
import type { Log } from './core/log';
import type { Engine } from './dictation/engine';

/** Joins microphone and recogniser: the root of the bundle that is loaded at the first dictation. */
export function createEngine(options: { readonly clock: Clock; readonly log: Log }): Engine {
  return {
    startRecorder: createSoxRecorderFactory(options),
    connectSession: createSessionFactory(options),
  };
}
