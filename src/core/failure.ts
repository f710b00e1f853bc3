import { inEnglish, type Phrase } from './phrase';
import { errorCode } from './unknown';

/**
 * Why dictation failed: everything a person can meet. Code branches on these, never on message
 * texts; `ui/messages/failure-messages.ts` has a sentence and next steps for each.
 */
export const FAILURE_REASONS = [
  // The microphone
  'recorder-missing', // no program found that records
  'microphone-unavailable', // the chosen or default device cannot be opened
  'monitor-recorded', // the only source is what a loudspeaker plays
  'sound-server-unavailable', // no PulseAudio / PipeWire / ALSA to talk to
  'recorder-no-data', // the recorder runs but delivers nothing
  'recorder-stopped', // the recorder ended although nobody asked it to
  'dictating-elsewhere', // another window of this computer has the microphone
  // Where the words go
  'target-read-only', // nobody can write there
  'target-missing', // no terminal, commit message or the like to write into
  // The key and the account
  'key-missing',
  'key-rejected',
  'account-refused', // balance used up, account disabled
  'token-unavailable', // `recognition.tokenUrl` is no address to use, or gave no token
  'token-rejected', // the recogniser refused the token that came from there
  // What was asked for
  'endpoint-invalid',
  'setting-rejected', // the server refused a parameter; detail has its words
  'model-rejected', // the server does not know the model
  'api-retired', // the endpoint is AssemblyAI's retired v2
  // The network and the server
  'connection-refused', // DNS, TCP, TLS or HTTP failure before the socket opened
  'certificate-untrusted', // nobody we trust vouches for the server, or it is another one
  'proxy-login', // the network proxy wants credentials, or others
  'proxy-unreachable', // the network proxy itself does not answer
  'begin-timeout', // the socket opened, Begin never came
  'connection-lost', // the socket closed without a word
  'server-error',
  'session-expired',
  'too-many-sessions',
  'session-inactive',
  'audio-rejected', // frame length or pace refused: our bug
  'termination-timeout', // the server never confirmed the end
  // Recognition on this computer
  'not-now', // the person does not want to choose who listens
  'model-missing', // no model is there for the language, or the person wants none
  'model-invalid', // the folder of the person's own has no model that can be used
  'source-invalid', // `onDevice.source` is no place to get things from
  'download-failed', // it broke off, or the source does not have it
  'download-wrong', // what came is not what was published: a page to sign in at, another file
  'download-cancelled', // by the person
  'disk-full',
  'recogniser-unusable', // the engine or the model cannot be loaded here
  'recogniser-stopped', // its process ended, or hung
  // Our own
  'unexpected',
] as const;

/** One of them. */
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** `ECONNRESET`, `WS_ERR_INVALID_UTF8`, `HTTP 502`, `close code 1006`: nothing that anybody says. */
const LOGGABLE_CODE = /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*|HTTP \d{3}|(?:close )?code \d{1,5})$/;

/** What went wrong, in a form that code can branch on and `ui/` can put into words. */
export class DictationError extends Error {
  override readonly name = 'DictationError';

  /**
   * Its `message`, which ends up in logs, has the reason and the code and nobody else's words.
   *
   * @param reason what happened; the only field to branch on
   * @param options.retryable trying the same again may succeed without the person doing anything
   * @param options.retryAfterMs when that makes sense: the first time then, later no sooner
   * @param options.detail the server's or sox's own words, or ours, for the person's eyes; never logged
   * @param options.code Node's or the protocol's code, which may be logged: `ETIMEDOUT`, `HTTP 502`
   * @param options.cause the error underneath
   */
  constructor(
    readonly reason: FailureReason,
    options: {
      retryable?: boolean;
      retryAfterMs?: number | undefined;
      detail?: string | Phrase;
      code?: string;
      cause?: unknown;
    } = {},
  ) {
    const { code = '', detail = '' } = options;
    super(LOGGABLE_CODE.test(code) ? `${reason} (${code})` : reason, { cause: options.cause });
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.detail = typeof detail === 'string' ? detail : inEnglish(detail);
    this.ownWords = typeof detail === 'string' ? undefined : detail;
  }

  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  /** In English where the words are ours. */
  readonly detail: string;
  /** The detail for `ui` to say, where the words are ours. */
  readonly ownWords: Phrase | undefined;

  /** `error` itself if it is one of ours, else wrapped as `unexpected`. */
  static from(error: unknown): DictationError {
    if (isDictationError(error)) return error;
    const detail = error instanceof Error ? error.message : String(error);
    return new DictationError('unexpected', { detail, cause: error });
  }
}

/** Failures that are a person's own no: to giving a key, to a question, to a download. */
const OWN_WISHES: readonly FailureReason[] = ['key-missing', 'not-now', 'download-cancelled'];

/** Whether the person has said no themselves: nothing is broken, and nothing is to be warned of. */
export function isOwnWish(reason: FailureReason): boolean {
  return OWN_WISHES.includes(reason);
}

/** Recognises our errors by name: each bundle has a copy of the class. */
export function isDictationError(error: unknown): error is DictationError {
  return error instanceof Error && error.name === 'DictationError' && 'reason' in error;
}

/**
 * An error as it may be logged: our reason, else Node's code or the error's class, and the place in
 * our code. Not its words: they may have a path, an address or what somebody said in them.
 */
export function loggable(error: unknown): string {
  if (isDictationError(error)) {
    const isOurs = error.reason === 'unexpected' && error.cause !== undefined;
    return isOurs ? `${error.message}, ${loggable(error.cause)}` : error.message;
  }
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const { name, message, stack = '' } = error;
  const code = errorCode(error);
  const isCode = code !== undefined && LOGGABLE_CODE.test(code);
  const kind = /^\w{1,40}$/.test(name) ? name : 'Error';
  // Behind the message, which may have lines of its own.
  const frames = message === '' ? stack : stack.slice(stack.lastIndexOf(message) + message.length);
  const frame = /^ {4}at [^\n]{0,300}?([\w.-]{1,60}:\d{1,9}:\d{1,9})\)?$/m.exec(frames)?.[1];
  return `${isCode ? code : kind}${frame === undefined ? '' : ` at ${frame}`}`;
}
