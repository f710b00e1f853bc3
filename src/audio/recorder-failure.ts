import { DictationError } from '../core/failure';
import { phrase, type Phrase } from '../core/phrase';
import type { RecorderName } from '../core/settings';
import { errorCode } from '../core/unknown';

/** All that is known of a recorder that ended although nobody asked. */
export interface RecorderEnding {
  readonly name: RecorderName;
  /** Exit code; `null` when a signal ended it, negative when it could not be spawned. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of what it wrote to its standard error. */
  readonly stderr: string;
  /** Bytes that had been received. */
  readonly receivedBytes: number;
  /** First `'error'` of process or stream. */
  readonly cause: Error | undefined;
}

/** Lines of standard error that are kept: the last ones say why, ALSA's before them how. */
const DETAIL_LINES = 3;

/**
 * It is the server that is gone: libpulse's words (pulse/def.h) as most pass them on, PipeWire's, and
 * what ffmpeg makes of libpulse's. ALSA's plugins say "Input/output error" when theirs dies.
 */
const SERVER_GONE =
  /Connection (?:refused|terminated)|Host is down|Invalid server|connection error|default: No such process|(?:read|prepare) error: Input\/output error/;

/**
 * There is no such device, or none at all: libpulse's words, which sox, parec and ALSA's plugin pass on,
 * ALSA's for its own devices, and those of our own process (`pvrecorder/child/`).
 */
const NOT_CONNECTED =
  /No such entity|open error: No such (?:file or directory|device)|^there is no (?:such )?device$/m;

/** The words of our own process for a device that is there, and delivers nothing. */
const DELIVERS_NOTHING = /^the device delivers nothing$/m;

/** On Windows sox names itself by its path, which is nobody's business and in any encoding. */
const OWN_PATH = /^.*[\\/](?=sox(?:_ng)?(?:\.exe)? (?:FAIL|WARN) )/i;

/** Spawning failed because the file is not there, or is no program. */
const NOT_A_PROGRAM = new Set(['ENOENT', 'EACCES', 'EINVAL', 'ENOEXEC', 'EFTYPE', 'UNKNOWN']);

/** What failed when a recorder could not even be spawned. */
export function spawnFailure(error: unknown): DictationError {
  if (error instanceof Error && 'syscall' in error && String(error.syscall).startsWith('spawn')) {
    const code = errorCode(error);
    if (code !== undefined && NOT_A_PROGRAM.has(code)) {
      return new DictationError('recorder-missing', { detail: error.message, cause: error });
    }
  }
  return DictationError.from(error);
}

/**
 * Says why a recorder ended. Its exit code does not: sox has 0 when the sound server died, and 2 for
 * most of the rest (docs/audio.md §3), so this is the one place that reads the words of recorders.
 */
export function recorderFailure(ending: RecorderEnding, platform: NodeJS.Platform): DictationError {
  const { code, signal, cause } = ending;
  const options = { detail: describe(ending), cause };
  if (code !== null && code < 0 && cause !== undefined) {
    const failure = spawnFailure(cause);
    return new DictationError(failure.reason, options);
  }
  // sox tried all its drivers in vain; on Linux that means neither a sound server nor a sound card.
  const isNoDriver = ending.stderr.includes('no default audio device configured');
  if (SERVER_GONE.test(ending.stderr) || (platform === 'linux' && isNoDriver)) {
    // Desktops start a crashed sound server again by themselves.
    return new DictationError('sound-server-unavailable', { ...options, retryable: true });
  }
  if (ending.receivedBytes === 0 && signal === null && code !== 0) {
    return new DictationError('microphone-unavailable', options);
  }
  return new DictationError('recorder-stopped', { ...options, retryable: true });
}

/** It delivers what no microphone hears, as a program of another kind under its name. */
export function floodFailure(name: RecorderName): DictationError {
  const detail = phrase('{0} delivers more than a microphone hears', name);
  return new DictationError('recorder-stopped', { detail });
}

/** What a recorder has said last on its standard error, for the person; '' for nothing. */
export function lastWords(stderr: string): string {
  // Some draw over their own progress.
  const lines = stderr.split(/[\r\n]+/).map((line) => line.trim());
  const said = lines.filter((line) => line !== '').map((line) => line.replace(OWN_PATH, ''));
  // sox' warnings stand among them on macOS, and are not why.
  const reasons = said.filter((line) => !line.includes(' WARN '));
  return (reasons.length > 0 ? reasons : said).slice(-DETAIL_LINES).join('\n');
}

/** In words of ours wherever those of the recorder are understood: they are in English only. */
function describe(ending: RecorderEnding): string | Phrase {
  const { name, code, signal, stderr, receivedBytes, cause } = ending;
  if (receivedBytes === 0 && NOT_CONNECTED.test(stderr)) return phrase('it is not connected');
  if (DELIVERS_NOTHING.test(stderr)) return phrase('the device delivers nothing');
  const words = lastWords(stderr);
  if (words !== '') return words;
  if (signal !== null) return phrase('{0} was ended by {1}', name, signal);
  if (code !== null && code < 0 && cause !== undefined) return cause.message;
  return phrase('{0} ended with exit code {1}', name, String(code));
}
