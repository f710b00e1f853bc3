import { spawn } from 'node:child_process';
import type { Disposable } from '../core/events';
import { loggable } from '../core/failure';
import type { Log } from '../core/log';

/** Waits for a line; where the other end of its input goes away without one, it ends the process. */
const SCRIPT = 'read -r _ || kill -KILL "$1"';

/**
 * Sees to it that a process which uses the microphone does not outlive us, not even when we are killed
 * and it hangs: one that writes into a pipe without a reader ends by itself, one that hangs does not.
 * A shell does it (a millisecond, and no work until then). On Windows there is no need: Node puts its
 * children into a job that ends with it (libuv, `src/win/process.c`, `uv__init_global_job_handle`).
 *
 * @returns to be disposed as soon as the process has ended: its number will be another's
 */
export function endWithHost(pid: number, platform: NodeJS.Platform, log: Log): Disposable {
  if (platform === 'win32') return { dispose: () => undefined };
  const watcher = spawn('/bin/sh', ['-c', SCRIPT, 'sh', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
    env: {},
  });
  const { stdin } = watcher;
  const onError = (error: Error): void => {
    log.debug(`the recorder is not watched: ${loggable(error)}`);
  };
  watcher.on('error', onError);
  stdin.on('error', onError);
  return {
    dispose: () => {
      stdin.end('\n');
    },
  };
}
