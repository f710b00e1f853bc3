import { disposeAll, type Disposable } from '../core/events';
import { DictationError } from '../core/failure';
import type { AcquireMicrophone, MicrophoneHold } from '../core/microphone-hold';
import type { RecognitionSettings } from '../core/settings';
import type { Target } from '../core/target';
import type { WatchNames, WorkspaceNames } from '../core/workspace-names';
import type { Engine } from './engine';
import type { startRun } from './run/run';

/** An engine, and the code of runs, which is loaded with it. */
export interface LoadedEngine extends Engine {
  readonly startRun: typeof startRun;
}

/** Where the parts of a run come from. */
export interface PreparationDependencies {
  /** Loads microphone and network code; called at the first dictation. */
  readonly loadEngine: () => Promise<LoadedEngine>;
  /** The API key for these settings, asking the person if there is none; undefined: dismissed. */
  readonly authorize: (recognition: RecognitionSettings) => Promise<string | undefined>;
  /** Asked once there is a target. */
  readonly watchNames: WatchNames;
  readonly acquireMicrophone: AcquireMicrophone;
}

/** For whom a run is prepared. */
export interface PreparationOptions {
  readonly target: Target;
  readonly recognition: RecognitionSettings;
  /** Kept audio is transcribed, so the microphone is not needed. */
  readonly isRetry: boolean;
  /** Make another window that dictates stop first. */
  readonly takeOver: boolean;
  /** Whether the person has given up meanwhile. */
  readonly isAbandoned: () => boolean;
}

/** What a run needs besides its target and settings; the caller's to dispose. */
export interface Prepared {
  readonly engine: LoadedEngine;
  readonly apiKey: string;
  readonly names: WorkspaceNames;
  readonly hold: MicrophoneHold | undefined;
}

/**
 * Gets everything that a run needs.
 *
 * @returns nothing when the person has given up meanwhile
 * @throws {DictationError} `key-missing`, `dictating-elsewhere`; nothing is left open then
 */
export async function prepare(
  deps: PreparationDependencies,
  options: PreparationOptions,
): Promise<Prepared | undefined> {
  const opened: Disposable[] = [];
  let prepared: Prepared | undefined;
  try {
    const names = await deps.watchNames(options.target);
    opened.push(names);
    const [engine, apiKey] = await Promise.all([
      deps.loadEngine(),
      deps.authorize(options.recognition),
    ]);
    if (options.isAbandoned()) return undefined;
    if (apiKey === undefined) throw new DictationError('key-missing');
    const hold = options.isRetry ? undefined : await acquire(deps, options.takeOver);
    if (hold !== undefined) opened.push(hold);
    if (!options.isAbandoned()) prepared = { engine, apiKey, names, hold };
    return prepared;
  } finally {
    if (prepared === undefined) disposeAll(opened);
  }
}

async function acquire(
  { acquireMicrophone }: PreparationDependencies,
  takeOver: boolean,
): Promise<MicrophoneHold> {
  const hold = await acquireMicrophone({ takeOver });
  if (hold === 'taken') throw new DictationError('dictating-elsewhere');
  return hold;
}
