import type { Clock } from './core/clock';
import type { Log } from './core/log';
import type { Engine } from './dictation/engine';
import { startRun } from './dictation/run/run';
import { createSessionFactory } from './recognition/assemblyai/streaming-session';

/** Joins recogniser and runs: the root of the bundle that is loaded at the first dictation. */
export function createEngine(options: { readonly clock: Clock; readonly log: Log }): Engine {
  return { connectSession: createSessionFactory(options), startRun };
}
