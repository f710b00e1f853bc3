import type { Clock } from '../core/clock';
import type { InstalledRecorder } from '../core/diagnosis';
import type { Disposable } from '../core/events';
import { DictationError, loggable } from '../core/failure';
import type { Log } from '../core/log';
import type { Recorder, RecorderMemory, StartRecorder } from '../core/recorder';
import { RECORDERS, type RecorderName, type RecordingSettings } from '../core/settings';
import {
  fileSystemProbe,
  isInstalled,
  pathsOf,
  type BuiltInRecorder,
  type Surroundings,
} from './find-program';
import { FirstThatRecords, type Choice } from './first-that-records';
import { otherRecorders } from './later';
import type { StreamOwner } from './pactl-lists';
import { ProcessRecorder } from './process-recorder';
import type { RecorderProgram } from './recorder-program';
import type { SourceWatchOptions } from './source-watch';
import { loadRecorderModule, rec, sox } from './sox/sox';

/** On Windows the others do not exist, or record nothing by themselves. */
const WINDOWS_RECORDERS: readonly RecorderName[] = ['sox', 'pvrecorder'];

/** What recording needs of its surroundings. */
export interface RecorderOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Where none is given, each window's first recording tries anew. */
  readonly memory?: RecorderMemory;
  /** What a recorder inherits and where it is searched; default `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
  /** The recorder that may have come with the extension; default: where its packages have it. */
  readonly builtIn?: BuiltInRecorder;
}

/** A program that is installed. */
interface Found {
  readonly program: RecorderProgram;
  readonly file: string;
}

type Wanted = Pick<RecordingSettings, 'recorder' | 'soxPath'>;

/**
 * @returns a {@link StartRecorder} that looks for programs anew each time, so that installing one helps
 *   at once, and spawns before it returns
 */
export function createRecorderFactory(options: RecorderOptions): StartRecorder {
  const { clock, log, env = process.env, memory, builtIn } = options;
  const surroundings = surroundingsOf(env, builtIn);
  /**
   * Those that have recorded a device by its name: what they say about one is true of it. sox without
   * its package for PulseAudio knows ALSA's names only, and records the default all the same.
   */
  const proven = new Set<RecorderProgram>();
  /** Those that have ended by themselves soon after they began: all others are tried before them. */
  const unsteady = new Set<RecorderProgram>();

  function start({ program, file }: Found, settings: RecordingSettings): Recorder {
    try {
      const command = program.command(file, settings, surroundings);
      const { platform } = surroundings;
      const { device, sampleRate } = settings;
      return new ProcessRecorder(program, command, {
        clock,
        log,
        platform,
        sampleRate,
        watch: (pid, tell) =>
          watchSourceLater(
            { pid, program: program.name },
            { surroundings, clock, log, device, ...tell },
          ),
      });
    } catch (error) {
      const { spawnFailure, UnstartedRecorder } = otherRecorders();
      return new UnstartedRecorder(spawnFailure(error));
    }
  }

  return (settings) => {
    const found = steadyFirst(installed(settings, surroundings), unsteady);
    const { value: preferred } = found.next();
    if (preferred === undefined) return new (otherRecorders().UnstartedRecorder)(missing(settings));

    const known = memory?.get();
    const remembered =
      known?.insteadOf === preferred.file ? find(known.works, surroundings) : undefined;
    const instead =
      remembered === undefined || unsteady.has(remembered.program) ? undefined : remembered;
    const choice = (each: Found): Choice => ({
      start: () => start(each, settings),
      isFinal: ({ reason }) =>
        reason === 'microphone-unavailable' && settings.device !== '' && proven.has(each.program),
      onEndsEarly: () => unsteady.add(each.program),
      onWorks: () => {
        if (settings.device !== '') proven.add(each.program);
        const isPreferred = each.program === preferred.program;
        if (isPreferred && known === undefined) return;
        if (each.program === instead?.program) return;
        const { name: works } = each.program;
        memory?.set(isPreferred ? undefined : { insteadOf: preferred.file, works });
      },
    });
    function* rest(first: Found): Generator<Choice> {
      if (instead !== undefined) yield choice(first);
      for (const each of found) if (each.program !== instead?.program) yield choice(each);
    }
    return new FirstThatRecords(choice(instead ?? preferred), rest(preferred), clock);
  };
}

/** Whether there is a program that might record. */
export function hasRecorder(wanted: Wanted, env: NodeJS.ProcessEnv = process.env): boolean {
  return installed(wanted, surroundingsOf(env)).next().done !== true;
}

/** The recorders that might record, in the order in which they are tried. */
export function installedRecorders(wanted: Wanted): readonly InstalledRecorder[] {
  return [...installed(wanted, surroundingsOf(process.env))].map(({ program: { name }, file }) => ({
    name,
    file,
  }));
}

/** Whether a program with this file name is where programs are. */
export function hasProgram(fileName: string): boolean {
  return isInstalled(fileName, surroundingsOf(process.env));
}

/**
 * Does in a moment of rest what the first recording would take time for: the first dictation of a
 * window shall be as quick as the tenth. Harmless where something is missing: recording tells.
 */
export function warmUpRecorder(wanted: Wanted): void {
  try {
    loadRecorderModule();
    hasRecorder(wanted);
  } catch {
    // Nobody has asked for a recording yet.
  }
}

/** Watches what is recorded once that is loaded: no key press waits for it. */
function watchSourceLater(owner: StreamOwner, options: SourceWatchOptions): Disposable {
  let watching: Disposable | undefined;
  let isOver = false;
  const watch = async (): Promise<void> => {
    const { watchSource } = await import('./source-watch');
    if (!isOver) watching = watchSource(owner, options);
  };
  watch().catch((error: unknown) => {
    options.log.warn(`what is recorded is not watched: ${loggable(error)}`);
  });
  return {
    dispose: () => {
      isOver = true;
      watching?.dispose();
    },
  };
}

function surroundingsOf(env: NodeJS.ProcessEnv, builtIn?: BuiltInRecorder): Surroundings {
  const { platform } = process;
  return { platform, env, probe: fileSystemProbe, ...(builtIn !== undefined && { builtIn }) };
}

/** The installed ones of those that the settings allow, in their order; searched for one by one. */
function* installed(wanted: Wanted, surroundings: Surroundings): Generator<Found, undefined> {
  const { recorder, soxPath } = wanted;
  if (soxPath !== '' && (recorder === 'auto' || recorder === 'sox')) {
    // A relative path would mean the folder the editor happened to be started in.
    const isProgram =
      pathsOf(surroundings).isAbsolute(soxPath) && surroundings.probe.isProgram(soxPath);
    if (isProgram) yield { program: sox, file: soxPath };
    return;
  }
  for (const name of surroundings.platform === 'win32' ? WINDOWS_RECORDERS : RECORDERS) {
    if (recorder !== 'auto' && recorder !== name) continue;
    const found = find(name, surroundings);
    if (found !== undefined) yield found;
  }
}

/** The same, those of `unsteady` last. */
function* steadyFirst(
  all: Generator<Found, undefined>,
  unsteady: ReadonlySet<RecorderProgram>,
): Generator<Found, undefined> {
  const last: Found[] = [];
  for (const each of all) {
    if (unsteady.has(each.program)) last.push(each);
    else yield each;
  }
  yield* last;
}

function find(name: RecorderName, surroundings: Surroundings): Found | undefined {
  const program = programOf(name);
  const file = program.find(surroundings);
  return file === undefined ? undefined : { program, file };
}

/** Those without sox are read where they are needed, at once: somebody speaks. */
function programOf(name: RecorderName): RecorderProgram {
  if (name === 'sox') return sox;
  if (name === 'rec') return rec;
  return otherRecorders().OTHER_RECORDERS[name];
}

/** What is not there: what the person has named, if anything. */
function missing({ recorder, soxPath }: Wanted): DictationError {
  const named = recorder === 'auto' ? '' : recorder;
  return new DictationError('recorder-missing', { detail: soxPath === '' ? named : soxPath });
}
