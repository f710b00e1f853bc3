import { spawn } from 'node:child_process';
import type { Clock } from '../core/clock';
import type { Disposable } from '../core/events';
import type { Log } from '../core/log';
import type { ListedMicrophone } from '../core/microphones';
import { answer } from './answer';
import { endWithHost } from './end-with-host';
import { fileSystemProbe, findProgram, type Surroundings } from './find-program';
import { pactlMicrophones, streamSource, type StreamOwner, type StreamSource } from './pactl-lists';
import { dumpedMicrophones, dumpedSource, readDump } from './pipewire-dump';
import { recorderSpawnOptions } from './spawn-recorder';

/** One change comes as a burst of lines over some tens of milliseconds. */
const BURST_MS = 100;

/** What concerns where a stream comes from; other programs' playing does not. */
const PACTL_CHANGE = /on (?:source|source-output|server)\b/;
const PIPEWIRE_CHANGE = /^(?:added|removed|changed):/m;

export interface SoundSystemOptions {
  readonly surroundings: Surroundings;
  readonly clock: Clock;
  readonly log: Log;
}

/** A sound server of Linux: which microphones there are, and what it records for whom. */
export interface SoundSystem {
  /** @throws {Error} where it does not answer */
  microphones(): Promise<readonly ListedMicrophone[]>;
  /** What is recorded for a process; undefined: nothing. @throws {Error} where it does not answer */
  sourceOf(owner: StreamOwner): Promise<StreamSource | undefined>;
  /** Tells of changes that may concern either, once a burst; until disposed. */
  watch(onChange: () => void): Disposable;
}

/**
 * The sound server, through what comes with it: `pactl`, which asks PulseAudio and PipeWire, else
 * PipeWire's own `pw-dump` (GNOME of Debian 13 has no other).
 */
export function findSoundSystem(options: SoundSystemOptions): SoundSystem | undefined {
  const { surroundings } = options;
  if (surroundings.platform !== 'linux') return undefined;
  const find = (name: string): string | undefined => findProgram([name], surroundings);
  const pactl = find('pactl');
  if (pactl !== undefined) return throughPactl(pactl, options);
  const [dump, monitor] = [find('pw-dump'), find('pw-mon')];
  return dump === undefined || monitor === undefined
    ? undefined
    : throughPipeWire(dump, monitor, options);
}

/** {@link findSoundSystem} of this computer. */
export function soundSystem(
  options: Pick<SoundSystemOptions, 'clock' | 'log'>,
): SoundSystem | undefined {
  const { platform, env } = process;
  return findSoundSystem({ ...options, surroundings: { platform, env, probe: fileSystemProbe } });
}

function throughPactl(pactl: string, options: SoundSystemOptions): SoundSystem {
  const ask = (...args: string[]): Promise<string> => answer(pactl, args, options.surroundings.env);
  return {
    async microphones() {
      return pactlMicrophones(...(await Promise.all([ask('list', 'sources'), ask('info')])));
    },
    async sourceOf(owner) {
      const lists = [ask('list', 'source-outputs'), ask('list', 'sources')] as const;
      return streamSource(owner, ...(await Promise.all(lists)));
    },
    watch: (onChange) => watchLines(pactl, ['subscribe'], PACTL_CHANGE, onChange, options),
  };
}

function throughPipeWire(dump: string, monitor: string, options: SoundSystemOptions): SoundSystem {
  const ask = async (): Promise<ReturnType<typeof readDump>> =>
    readDump(await answer(dump, [], options.surroundings.env));
  return {
    microphones: async () => dumpedMicrophones(await ask()),
    sourceOf: async (owner) => dumpedSource(owner, await ask()),
    watch: (onChange) => watchLines(monitor, ['-N'], PIPEWIRE_CHANGE, onChange, options),
  };
}

/** Runs a program that writes when something changes, and ends with us. */
function watchLines(
  program: string,
  args: readonly string[],
  pattern: RegExp,
  onChange: () => void,
  { surroundings, clock, log }: SoundSystemOptions,
): Disposable {
  let timer: Disposable | undefined;
  let isOver = false;
  const events = spawn(program, args, {
    ...recorderSpawnOptions(surroundings.env),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  events.on('error', () => undefined); // The server is gone or another one: the recorder tells.
  if (events.pid !== undefined) {
    const watcher = endWithHost(events.pid, surroundings.platform, log);
    events.once('exit', () => {
      watcher.dispose();
    });
  }
  events.stdout.setEncoding('utf8').on('data', (lines: string) => {
    if (isOver || !pattern.test(lines)) return;
    timer ??= clock.schedule(BURST_MS, () => {
      timer = undefined;
      onChange();
    });
  });
  return {
    dispose: () => {
      isOver = true;
      timer?.dispose();
      events.kill('SIGKILL');
    },
  };
}
