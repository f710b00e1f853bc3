import { DictationError } from '../../core/failure';

/** All that is known of a sox process that ended although nobody asked. */
export interface SoxEnding {
  /** Exit code; `null` when a signal ended it, negative when it could not be spawned. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of what sox wrote to its standard error. */
  readonly stderr: string;
  /** Audio that had been received. */
  readonly receivedBytes: number;
  /** First `'error'` of process or stream. */
  readonly cause: Error | undefined;
}

/** Lines of sox's standard error that are kept: the last ones say why, ALSA's before them how. */
const DETAIL_LINES = 3;

/** libpulse's words (pulse/def.h) as sox and ALSA's pulse plugin pass them on: it is the server that is gone. */
const SERVER_GONE = /Connection (refused|terminated)|Host is down|Invalid server/;

/** sox tried all its drivers in vain; on Linux that means neither a sound server nor a sound card. */
const NO_DRIVER = 'no default audio device configured';

/**
 * Says why sox ended. Its exit code does not: 0 when the sound server died, 2 for most of the rest
 * (docs/audio.md §3), so this is the one place that reads sox's words.
 */
export function soxFailure(ending: SoxEnding, platform: NodeJS.Platform): DictationError {
  const { code, signal, cause } = ending;
  const options = { detail: describe(ending), cause };
  if (cause !== undefined && 'code' in cause) {
    // EACCES: there, but not a program.
    if (cause.code === 'ENOENT' || cause.code === 'EACCES') {
      return new DictationError('sox-missing', options);
    }
    if (code !== null && code < 0) return new DictationError('unexpected', options);
  }
  if (
    SERVER_GONE.test(ending.stderr) ||
    (platform === 'linux' && ending.stderr.includes(NO_DRIVER))
  ) {
    // Desktops start a crashed sound server again by themselves.
    return new DictationError('sound-server-unavailable', { ...options, retryable: true });
  }
  if (ending.receivedBytes === 0 && signal === null && code !== 0) {
    return new DictationError('microphone-unavailable', options);
  }
  return new DictationError('recorder-stopped', { ...options, retryable: true });
}

function describe({ code, signal, stderr, cause }: SoxEnding): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  const last = lines.filter((line) => line !== '').slice(-DETAIL_LINES);
  if (last.length > 0) return last.join('\n');
  if (signal !== null) return `sox was ended by ${signal}`;
  if (code !== null && code < 0 && cause !== undefined) return cause.message;
  return `sox ended with exit code ${String(code)}`;
}
