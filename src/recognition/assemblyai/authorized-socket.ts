import type { Clock } from '../../core/clock';
import type { SessionOptions } from '../../core/recognition';
import { fetchAccessToken } from './access-token';
import { connectionUrl } from './connection-url';
import type { OpenSocket, Socket, SocketListener } from './session-socket';
import { TokenSocket } from './token-socket';

/** What a session with AssemblyAI is opened with. */
export interface AuthorizedOptions extends SessionOptions {
  /**
   * The raw API key; empty when the endpoint needs none (self-hosted on this machine). Never sent
   * when `recognition.tokenUrl` is set: each session then gets a temporary token from there.
   */
  readonly apiKey: string;
}

/**
 * Opens a session's socket with what authorizes it: the API key, or a temporary token fetched for
 * this session. Either goes in the `Authorization` header, raw (docs/protocol.md §1: the official
 * Python client sends tokens there too), so that no URL, which others log, has a secret in it.
 *
 * @param onSecret told the key or token before it is sent
 */
export function openAuthorizedSocket(
  options: AuthorizedOptions,
  clock: Clock,
  openSocket: OpenSocket,
  listener: SocketListener,
  onSecret: (secret: string) => void,
): Socket {
  const { tokenUrl } = options.recognition;
  const open = (secret: string): Socket => {
    onSecret(secret);
    return openSocket(() => connectionUrl(options), secret, clock, listener);
  };
  return tokenUrl === ''
    ? open(options.apiKey)
    : new TokenSocket((signal) => fetchAccessToken(tokenUrl, clock, signal), open, listener);
}
