import { DictationError } from '../../core/failure';
import { phrase, type Phrase } from '../../core/phrase';
import { isLoopbackHost } from '../../core/loopback';
import type { RecognitionSettings } from '../../core/settings';

/** Where AssemblyAI's hosts listen (docs/protocol.md §1). */
const STREAMING_PATH = '/v3/ws';

/**
 * The recogniser's address as it may be used: `wss:`, or `ws:` on this computer, or `ws:` elsewhere
 * with `allowInsecureEndpoint`; no credentials, no fragment. An AssemblyAI streaming host without a
 * path gets {@link STREAMING_PATH}; any other path is used as it stands, other servers' roots too.
 *
 * @returns a URL of the caller's own
 * @throws {DictationError} `endpoint-invalid`; the detail says what is wrong and never has the address
 */
export function parseEndpoint(
  recognition: Pick<RecognitionSettings, 'endpoint' | 'allowInsecureEndpoint'>,
): URL {
  const url = parseUrl(recognition.endpoint);
  if (url.protocol === 'ws:' && !isLoopbackHost(url.host) && !recognition.allowInsecureEndpoint) {
    throw invalid(phrase('unencrypted ws: is for this computer only'));
  }
  if (url.username !== '' || url.password !== '' || url.searchParams.has('token')) {
    throw invalid(phrase('the address must not contain a key, token or password'));
  }
  if (url.hash !== '') throw invalid(phrase('the address must not contain a #fragment'));
  if (url.pathname === '/' && isStreamingHost(url.hostname)) url.pathname = STREAMING_PATH;
  return url;
}

/**
 * The address of `recognition.tokenUrl` as it may be used: `https:`, or `http:` on this computer;
 * no credentials, no fragment.
 *
 * @throws {DictationError} `token-unavailable`; the detail says what is wrong and never has the address
 */
export function parseTokenUrl(tokenUrl: string): URL {
  const url = URL.canParse(tokenUrl) ? new URL(tokenUrl) : undefined;
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.host));
  if (url === undefined || !isSafe) {
    throw new DictationError('token-unavailable', {
      detail: phrase('the address must look like {0}', 'https://host/path'),
    });
  }
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    throw new DictationError('token-unavailable', {
      detail: phrase('the address must not contain a password or a #fragment'),
    });
  }
  return url;
}

/**
 * The host, with its port where that is not the default, under which a key for `endpoint` is
 * stored: a key typed for one is never sent to another.
 *
 * @throws {DictationError} `endpoint-invalid` when `endpoint` is no `wss:` or `ws:` address
 */
export function keyHost(endpoint: string): string {
  return parseUrl(endpoint).host;
}

/** Whether `host` (as {@link keyHost} gives it) is assemblyai.com or below it. */
export function isAssemblyAiHost(host: string): boolean {
  return /^(?:[a-z0-9-]+\.)*assemblyai\.com(?::\d+)?$/.test(host);
}

/**
 * Whether the person has set up who listens: a token server, or a server that is not AssemblyAI's. An
 * address that cannot be used counts as set up, too, so that they are told.
 */
export function isSetUp({
  endpoint,
  tokenUrl,
}: Pick<RecognitionSettings, 'endpoint' | 'tokenUrl'>): boolean {
  if (tokenUrl !== '') return true;
  return !URL.canParse(endpoint) || !isAssemblyAiHost(new URL(endpoint).hostname);
}

function isStreamingHost(hostname: string): boolean {
  return hostname.startsWith('streaming.') && isAssemblyAiHost(hostname);
}

function parseUrl(endpoint: string): URL {
  // A name without a scheme, `localhost:8080` say, may parse too: with a scheme `localhost:`.
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || (url.protocol !== 'wss:' && url.protocol !== 'ws:')) {
    throw invalid(phrase('the address must look like {0}', 'wss://host/path'));
  }
  return url;
}

function invalid(detail: Phrase): DictationError {
  return new DictationError('endpoint-invalid', { detail });
}
