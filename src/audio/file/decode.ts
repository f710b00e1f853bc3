import { spawn } from 'node:child_process';
import type { Clock } from '../../core/clock';
import type { Disposable } from '../../core/events';
import type { Log } from '../../core/log';
import { endWithHost } from '../end-with-host';
import { recorderSpawnOptions } from '../spawn-recorder';
import type { FrameCollector } from './frame-collector';

/** A decoder writes all the time, hundreds of times as fast as people speak; a disk may have to wake up first. */
const SILENT_DEADLINE_MS = 30_000;

/** Enough for the last lines. */
const STDERR_TAIL_CHARACTERS = 2048;

/** How a decoder ended. */
export interface Decoding {
  readonly isStuck: boolean;
  /** Its exit code; undefined: it could not be started, or was ended. */
  readonly code: number | undefined;
  /** The end of what it complains of. */
  readonly complaints: string;
}

/** What is decoded with. */
export interface DecodeOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** Runs a decoder and collects its sound, until it ends, there is too much, or nobody wants it any more. */
export function decode(
  program: string,
  args: readonly string[],
  frames: FrameCollector,
  { clock, log, platform, env, signal }: DecodeOptions,
): Promise<Decoding> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...recorderSpawnOptions(env),
      cwd: platform === 'win32' ? undefined : '/',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let isStuck = false;
    let complaints = '';
    let deadline: Disposable | undefined;
    const kill = (): void => void child.kill('SIGKILL');
    const awaitSound = (): void => {
      deadline?.dispose();
      deadline = clock.schedule(SILENT_DEADLINE_MS, () => {
        isStuck = true;
        kill();
      });
    };
    awaitSound();
    const { pid } = child;
    const watcher = pid === undefined ? undefined : endWithHost(pid, platform, log);
    signal.addEventListener('abort', kill, { once: true });
    if (signal.aborted) kill();
    child.stdout.on('data', (bytes: Buffer) => {
      awaitSound();
      frames.push(bytes);
      if (frames.isTooLong) kill();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints = (complaints + text).slice(-STDERR_TAIL_CHARACTERS);
    });
    let couldNotStart = false;
    child.on('error', (error) => {
      couldNotStart = true;
      complaints = error.message;
      // Where it was not even started nothing is closed, on some systems.
      if (pid === undefined) end(null);
    });
    child.on('close', end);
    let hasEnded = false;
    function end(code: number | null): void {
      if (hasEnded) return;
      hasEnded = true;
      deadline?.dispose();
      watcher?.dispose();
      signal.removeEventListener('abort', kill);
      resolve({ isStuck, code: couldNotStart ? undefined : (code ?? undefined), complaints });
    }
  });
}
