import type { Clock } from '../core/clock';
import { Emitter } from '../core/events';
import { DictationError } from '../core/failure';
import type { Log } from '../core/log';
import type { Recorder, StartRecorder } from '../core/recorder';
import type { RecordingSettings } from '../core/settings';
import { fileSystemProbe, findSox } from './sox/find-sox';
import { soxCommand } from './sox/sox-command';
import { loadRecorderModule, SoxRecorder } from './sox/sox-recorder';

/** What recording needs of its surroundings. */
export interface SoxRecorderOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** What sox inherits and where it is searched; default `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
}

/** @returns a {@link StartRecorder} that finds sox anew each time, so that installing it helps at once */
export function createSoxRecorderFactory(options: SoxRecorderOptions): StartRecorder {
  const { clock, log, env = process.env } = options;
  return (settings) => {
    try {
      const soxPath = findSox(settings.soxPath, process.platform, env, fileSystemProbe);
      const command = soxCommand(soxPath, settings, process.platform, env);
      return new SoxRecorder(command, clock, log, process.platform);
    } catch (error) {
      return new UnstartedRecorder(DictationError.from(error));
    }
  };
}

/**
 * Does in a moment of rest what the first recording would take time for: the first dictation of a
 * window shall be as quick as the tenth. Harmless where something is missing: recording tells.
 */
export function warmUpSoxRecorder({ soxPath }: Pick<RecordingSettings, 'soxPath'>): void {
  try {
    loadRecorderModule();
    findSox(soxPath, process.platform, process.env, fileSystemProbe);
  } catch {
    // Nobody has asked for a recording yet.
  }
}

/** The {@link Recorder} that never recorded: it reports why, once its maker has had the time to listen. */
class UnstartedRecorder implements Recorder {
  private readonly failure = new Emitter<DictationError>();
  readonly onDidReceiveAudio = new Emitter<Uint8Array>().event;
  readonly onDidFail = this.failure.event;

  constructor(error: DictationError) {
    queueMicrotask(() => {
      this.failure.fire(error);
    });
  }

  stop(): Promise<void> {
    this.failure.dispose();
    return Promise.resolve();
  }

  dispose(): void {
    this.failure.dispose();
  }
}
