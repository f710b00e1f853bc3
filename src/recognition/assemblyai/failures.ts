import { blotted } from '../../core/blot';
import { DictationError, isDictationError, type FailureReason } from '../../core/failure';
import { phrase, type Phrase } from '../../core/phrase';
import { errorCode } from '../../core/unknown';

const MAX_DETAIL_CHARACTERS = 200;

/** When another session makes sense. */
const RETRY_AFTER_MS: Partial<Readonly<Record<FailureReason, number>>> = {
  // It was simply as long as sessions may be: nothing is wrong with the network.
  'session-expired': 0,
  // New sessions are counted a minute (docs/protocol.md §8): sooner only uses the allowance up.
  'too-many-sessions': 5000,
};

function failure(
  reason: FailureReason,
  options: { retryable?: boolean; detail?: string | Phrase; code?: string; cause?: unknown } = {},
): DictationError {
  const { detail = options.code ?? '' } = options;
  const short =
    typeof detail === 'string' && detail.length > MAX_DETAIL_CHARACTERS
      ? `${detail.slice(0, MAX_DETAIL_CHARACTERS - 1)}…`
      : detail;
  const retryAfterMs = RETRY_AFTER_MS[reason];
  return new DictationError(reason, { ...options, retryAfterMs, detail: short });
}

interface Meaning {
  readonly reason: FailureReason;
  readonly retryable?: boolean;
  /** The part of the server's words that is left to tell. */
  readonly words: string;
}

/**
 * What an Error frame means: the one place where the server's words are read
 * (docs/protocol.md §7, the retired v2's too). They are shown {@link blotted}.
 *
 * @param code the frame's `error_code`, also the close code that follows
 * @param text the frame's `error`
 */
export function serverFailure(code: number | undefined, text: string): DictationError {
  const { words, ...meaning } = meaningOf(code, text);
  const { reason, retryable = false } = meaning;
  const known = code === undefined ? 'code unknown' : `code ${String(code)}`;
  // Of what we do not know, the code is all there is to tell where there are no words.
  const detail = blotted(words) || (reason === 'server-error' && !retryable ? known : '');
  return failure(reason, { retryable, detail, code: known });
}

function meaningOf(code: number | undefined, words: string): Meaning {
  // Reported with 1008 and with 3009, so the words go before the code.
  if (code === 3009 || /too many concurrent sessions/i.test(words)) {
    return { reason: 'too-many-sessions', retryable: true, words };
  }
  if (code === 410 || code === 4105 || /model deprecated/i.test(words)) {
    return { reason: 'api-retired', words };
  }
  if (code === 1008 || /^unauthorized connection/i.test(words)) return authorization(words);
  switch (code) {
    case 1009:
    case 3007:
      return { reason: 'audio-rejected', words };
    case 1011:
    case 3005:
      return { reason: 'server-error', retryable: true, words };
    case 3006:
      return input(words);
    case 3008:
      return { reason: 'session-expired', retryable: true, words };
    case undefined:
    default:
      return { reason: 'server-error', words };
  }
}

function authorization(text: string): Meaning {
  const words = text.replace(/^unauthorized connection:\s*/i, '');
  if (/^missing authorization/i.test(words)) return { reason: 'key-missing', words };
  // A signature is a temporary token's; to the person it is the key that does not work.
  if (words === '' || /^(invalid api key|signature has expired)/i.test(words)) {
    return { reason: 'key-rejected', words };
  }
  return { reason: 'account-refused', words };
}

function input(text: string): Meaning {
  // We send audio every 50 ms: a server that heard nothing slept with the computer, or was cut off.
  if (/inactivity/i.test(text)) return { reason: 'session-inactive', words: text, retryable: true };
  const words = text.replace(/^user input validation error:\s*/i, '');
  const parameter = /^invalid '([^']+)':\s*/i.exec(words);
  if (parameter?.[1] === 'speech_model') {
    return { reason: 'model-rejected', words: words.slice(parameter[0].length) };
  }
  // "Invalid JSON", "Invalid Message Type", "Invalid Message": what we sent, not what was set.
  if (/^invalid (json|message)/i.test(words)) return { reason: 'unexpected', words };
  return { reason: 'setting-rejected', words };
}

/** What it means that an open socket closed with `code` and no Error frame told why (§7). */
export function closeFailure(code: number): DictationError {
  const isServersOwn = [1008, 1009, 1011].includes(code) || code >= 3000;
  if (isServersOwn) return serverFailure(code, '');
  return failure('connection-lost', { retryable: true, code: `close code ${String(code)}` });
}

/** TCP and DNS failures that pass without the person doing anything. */
const PASSING_CODES = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** OpenSSL's and Node's names for a server that cannot prove to be the one we asked for. */
const CERTIFICATE_CODE =
  /^(?:CERT_|UNABLE_TO_(?:GET|VERIFY)_|(?:DEPTH_ZERO_)?SELF_SIGNED_|INVALID_CA$|INVALID_PURPOSE$|HOSTNAME_MISMATCH$|ERR_TLS_CERT_)/;

/** What an error before the socket opened means: DNS, TCP, proxy, TLS, or no WebSocket server at all. */
export function connectFailure(error: unknown): DictationError {
  const code = codeOf(error);
  if (code !== undefined && CERTIFICATE_CODE.test(code)) {
    return failure('certificate-untrusted', { code, cause: error });
  }
  return (
    proxyFailure(error) ??
    failure('connection-refused', {
      retryable: code !== undefined && PASSING_CODES.has(code),
      ...(code === undefined ? { detail: phrase('no WebSocket server answered') } : { code }),
      cause: error,
    })
  );
}

/**
 * VS Code's own words for a proxy that cannot be reached (`@vscode/proxy-agent`, agent.ts): there is
 * no code. In some versions they contain the proxy's password, so neither they nor the error are kept.
 */
function proxyFailure(error: unknown): DictationError | undefined {
  return error instanceof Error &&
    error.message.startsWith('Failed to establish a socket connection to prox')
    ? failure('proxy-unreachable', { retryable: true })
    : undefined;
}

/** What it means that the token server could not be asked, or its answer not be read. */
export function tokenFailure(error: unknown): DictationError {
  if (isDictationError(error)) return error;
  const code = codeOf(error);
  const retryable = code !== undefined && PASSING_CODES.has(code);
  const told = code === undefined ? { detail: phrase('no answer') } : { code };
  return proxyFailure(error) ?? failure('token-unavailable', { retryable, ...told, cause: error });
}

/** What it means that the token server, or a proxy on the way to it, answered with that HTTP status. */
export function tokenRefusal(status: number): DictationError {
  const code = `HTTP ${String(status)}`;
  if (status === 407) return failure('proxy-login', { code });
  const retryable = status >= 500 || status === 429;
  return failure('token-unavailable', { retryable, code });
}

/** `error` of a session that was opened with a token: there is no key that could be wrong then. */
export function withToken(error: DictationError): DictationError {
  const { reason, ownWords } = error;
  const detail = ownWords ?? error.detail;
  const isRefusal = reason === 'key-rejected' || reason === 'key-missing';
  return isRefusal ? failure('token-rejected', { detail }) : error;
}

/** What it means that nothing answered at all before the deadline. */
export function connectTimeout(): DictationError {
  return failure('connection-refused', { retryable: true, code: 'ETIMEDOUT' });
}

/**
 * What it means that the server answered the upgrade with an HTTP status. AssemblyAI itself always
 * upgrades (§1); this is a proxy, another server, or the retired v2 (§7).
 *
 * @param body the beginning of the response's body
 */
export function upgradeFailure(status: number, body: string): DictationError {
  const code = `HTTP ${String(status)}`;
  if (status === 410 || /model deprecated/i.test(body)) return failure('api-retired', { code });
  if (status === 407) return failure('proxy-login', { code });
  if (status === 401 || status === 403) return failure('key-rejected', { code });
  if (status === 429) return failure('too-many-sessions', { retryable: true, code });
  return failure('connection-refused', { retryable: status >= 500, code });
}

/** What it means that an open socket failed: the server broke the WebSocket protocol. */
export function protocolFailure(error: unknown): DictationError {
  return failure('server-error', { retryable: true, code: codeOf(error) ?? '', cause: error });
}

/** What it means that the server sent more than speech can be. A new session would get as much. */
export function floodFailure(): DictationError {
  return failure('server-error', { detail: phrase('it sends more than anybody can say') });
}

/**
 * What it means that a socket could not even be made. The errors underneath may contain the whole
 * address, so neither their words nor they themselves are kept.
 */
export function openFailure(error: unknown): DictationError {
  if (isDictationError(error)) return error;
  // Node refuses header values with line breaks or characters beyond Latin-1.
  const code = codeOf(error);
  if (code === 'ERR_INVALID_CHAR') {
    return failure('key-rejected', {
      detail: phrase('it contains characters that cannot be sent'),
      code,
    });
  }
  return failure('unexpected', {
    ...(code === undefined ? { detail: phrase('the socket could not be made') } : { code }),
  });
}

function codeOf(error: unknown): string | undefined {
  const code = errorCode(error);
  return code !== undefined && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : undefined;
}

/** What a network that comes and goes makes of an attempt to connect: portals, sleep, new routes. */
const PASSING_ONCE_BEGUN: readonly FailureReason[] = [
  'connection-refused',
  'proxy-unreachable',
  'token-unavailable',
];

/** Where a session has begun before, whatever keeps the next one from opening may pass. */
export function mayGoOn({ retryable, reason }: DictationError, hasBegun: boolean): boolean {
  return retryable || (hasBegun && PASSING_ONCE_BEGUN.includes(reason));
}
