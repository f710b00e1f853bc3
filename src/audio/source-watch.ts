import { execFile, spawn } from 'node:child_process';
import type { Clock } from '../core/clock';
import type { Disposable } from '../core/events';
import { DictationError } from '../core/failure';
import type { Log } from '../core/log';
import { endWithHost } from './end-with-host';
import { findProgram, type Surroundings } from './find-program';
import { recorderSpawnOptions } from './spawn-recorder';
import { streamSource, type StreamOwner, type StreamSource } from './stream-source';

/** One change comes as a burst of lines over some tens of milliseconds. */
const BURST_MS = 100;

/** It answers in 10 ms; a server that hangs shall not keep it for ever. */
const LIST_DEADLINE_MS = 2000;

/** Lists are some kilobytes for each source and stream. */
const LONGEST_LIST_BYTES = 4 * 1024 * 1024;

/** What concerns where a stream comes from; other programs' playing does not. */
const RELEVANT = /on (?:source|source-output|server)\b/;

/** By these no source of the server is named: its own default, a number. */
const NO_NAME = /^(?:@|\d+$|$)/;

/** By these the person names a source where the setting does not. */
const NAMING_VARIABLES = ['PULSE_SOURCE', 'AUDIODEV', 'PIPEWIRE_NODE'];

export interface SourceWatchOptions {
  readonly surroundings: Surroundings;
  readonly clock: Clock;
  readonly log: Log;
  /** The device that was asked for; '' for the default. */
  readonly device: string;
  /** The recorder records something else than was asked for. */
  readonly onWrong: (error: DictationError) => void;
}

/**
 * Watches what is really recorded, because no recorder tells: PipeWire takes the default for a device
 * that it does not know, and when a microphone is unplugged, both servers move its stream to another
 * one, even to what the loudspeaker plays (docs/audio.md §3). Only where there is `pactl`.
 *
 * @param owner the recorder
 */
export function watchSource(owner: StreamOwner, options: SourceWatchOptions): Disposable {
  const { surroundings, clock, log, device, onWrong } = options;
  const pactl = findProgram(['pactl'], surroundings);
  if (surroundings.platform !== 'linux' || pactl === undefined) {
    return { dispose: () => undefined };
  }
  const spawnOptions = recorderSpawnOptions(surroundings.env);
  let timer: Disposable | undefined;
  let isOver = false;

  const list = (what: string): Promise<string> =>
    new Promise((resolve, reject) => {
      execFile(
        pactl,
        ['list', what],
        {
          ...recorderSpawnOptions(surroundings.env),
          timeout: LIST_DEADLINE_MS,
          maxBuffer: LONGEST_LIST_BYTES,
          encoding: 'utf8',
        },
        (error, stdout) => {
          if (error === null) resolve(stdout);
          else reject(new Error('pactl cannot list', { cause: error }));
        },
      );
    });

  async function look(): Promise<void> {
    try {
      const [streams, sources] = await Promise.all([list('source-outputs'), list('sources')]);
      const source = streamSource(owner, streams, sources);
      const problem = source === undefined ? undefined : wrongSource(source, device, surroundings);
      if (problem === undefined || hasEnded()) return;
      log.warn('another source is recorded than was asked for');
      dispose();
      onWrong(problem);
    } catch {
      // The server is gone or another one than PulseAudio's: the recorder tells.
    }
  }

  const hasEnded = (): boolean => isOver;
  const lookSoon = (): void => {
    timer ??= clock.schedule(BURST_MS, () => {
      timer = undefined;
      void look();
    });
  };
  const events = spawn(pactl, ['subscribe'], {
    ...spawnOptions,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  events.on('error', () => undefined); // As above.
  if (events.pid !== undefined) {
    const watcher = endWithHost(events.pid, surroundings.platform, log);
    events.once('exit', () => {
      watcher.dispose();
    });
  }
  events.stdout.setEncoding('utf8').on('data', (lines: string) => {
    if (!isOver && RELEVANT.test(lines)) lookSoon();
  });
  lookSoon();

  function dispose(): void {
    isOver = true;
    timer?.dispose();
    events.kill('SIGKILL');
  }
  return { dispose };
}

/** What is wrong with recording `source` where `device` was asked for; undefined: nothing. */
export function wrongSource(
  source: StreamSource,
  device: string,
  { env }: Pick<Surroundings, 'env'>,
): DictationError | undefined {
  const named = device === '' ? NAMING_VARIABLES.map((name) => env[name]) : [device];
  if (named.includes(source.name)) return undefined;
  // Nobody means it who has not named it.
  if (source.isMonitor) {
    return new DictationError('monitor-recorded', { retryable: true, detail: source.name });
  }
  if (device === '' || NO_NAME.test(device) || source.isThroughAlsa) return undefined;
  return new DictationError('microphone-unavailable', { retryable: true, detail: device });
}
