// Without `node:`, here and in `ws`: by these names VS Code hands out modules that go through
// `http.proxy` and trust the system's certificates (`@vscode/proxy-agent`, `createHttpPatch`).
import http from 'http';
import https from 'https';
import type { Clock } from '../../core/clock';
import { parseTokenUrl } from './endpoint';
import { DictationError } from '../../core/failure';
import { phrase, type Phrase } from '../../core/phrase';
import { field } from '../../core/unknown';
import { tokenFailure, tokenRefusal } from './failures';

/**
 * AssemblyAI makes a token in 0.8 to 1.2 s (§1); half of the deadline of Begin is left to Begin.
 */
export const TOKEN_DEADLINE_MS = 5000;

/** AssemblyAI's tokens have about 2,600 characters (§1). */
const MAX_ANSWER_BYTES = 16 * 1024;

/**
 * Gets a temporary token (docs/protocol.md §1) from the person's own server: GET, no
 * credentials of ours, redirects not followed, answer `{ "token": "…" }`.
 *
 * @param signal gives up
 * @throws {DictationError} `token-unavailable`, or why the server could not be reached
 */
export async function fetchAccessToken(
  tokenUrl: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<string> {
  const url = parseTokenUrl(tokenUrl);
  const { get } = url.protocol === 'https:' ? https : http;
  const answer = await new Promise<string>((resolve, reject) => {
    const headers = { accept: 'application/json' };
    // Said, or NODE_TLS_REJECT_UNAUTHORIZED=0 in somebody's environment would say otherwise.
    const options = { headers, signal, rejectUnauthorized: true };
    const request = get(url, options, (response) => {
      const status = response.statusCode ?? 0;
      let body = '';
      if (status !== 200) fail(tokenRefusal(status));
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        body += text;
        if (body.length > MAX_ANSWER_BYTES) fail(unusable(phrase('the answer is too long')));
      });
      response.on('end', () => {
        deadline.dispose();
        resolve(body);
      });
      response.on('error', fail);
    });
    const deadline = clock.schedule(TOKEN_DEADLINE_MS, () => {
      fail(
        new DictationError('token-unavailable', {
          retryable: true,
          detail: 'ETIMEDOUT',
          code: 'ETIMEDOUT',
        }),
      );
    });
    function fail(error: unknown): void {
      deadline.dispose();
      reject(tokenFailure(error));
      request.destroy();
    }
    request.on('error', fail);
  });
  return tokenOf(answer);
}

function tokenOf(answer: string): string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(answer);
  } catch {
    // Its words may be the token.
    throw unusable(phrase('the answer is not JSON'));
  }
  const token = field(parsed, 'token');
  if (typeof token !== 'string' || !/^[\x21-\x7E]+$/.test(token)) {
    throw unusable(phrase('the answer has no token'));
  }
  return token;
}

function unusable(detail: Phrase): DictationError {
  return new DictationError('token-unavailable', { detail });
}
