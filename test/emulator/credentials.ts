import { randomBytes } from 'node:crypto';
import type { Clock } from '../../src/core/clock';
import type { ServerError } from './messages';

/** Longest session, seconds; a token may shorten it (docs/protocol.md §1, §8). */
export const LONGEST_SESSION_S = 10_800;

/** What a client shows at the upgrade. */
export interface Credentials {
  /** The `Authorization` header: a raw key, or a token (the Python SDK's way). */
  readonly authorization: string | undefined;
  /** The `token` query parameter. */
  readonly token: string | undefined;
}

/** An answer of the HTTP side. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * The key, and the temporary tokens made with it (§1). Tokens may be redeemed more than once, as
 * seen live.
 */
export class CredentialCheck {
  private readonly tokens = new Map<string, { redeemUntilMs: number; longestSessionS: number }>();

  constructor(
    private readonly apiKey: string,
    private readonly clock: Clock,
  ) {}

  /** @returns the longest session that these credentials open, seconds, or the refusal */
  check({ authorization, token }: Credentials): number | ServerError {
    const shown = token ?? authorization;
    if (shown === undefined || shown === '') {
      return unauthorized('Missing Authorization header');
    }
    // Raw, without `Bearer`.
    if (token === undefined && authorization === this.apiKey) return LONGEST_SESSION_S;
    const minted = this.tokens.get(shown);
    if (minted === undefined) return unauthorized('Invalid API key');
    if (this.clock.now() > minted.redeemUntilMs) return unauthorized('Signature has expired');
    return minted.longestSessionS;
  }

  /** `GET /v3/token`: live, everything wrong with the request is a 422 in FastAPI's shape. */
  mint(query: URLSearchParams, authorization: string | undefined): HttpAnswer {
    if (authorization === undefined) {
      return unprocessable(missing(['header', 'authorization']));
    }
    // Unlike the WebSocket, this one takes `Bearer` too.
    if (authorization.replace(/^Bearer /, '') !== this.apiKey) {
      // From the documents, not captured.
      return { status: 401, body: { error: 'Unauthorized' } };
    }
    const expires = query.get('expires_in_seconds');
    if (expires === null) return unprocessable(missing(['query', 'expires_in_seconds']));
    const session = query.get('max_session_duration_seconds') ?? String(LONGEST_SESSION_S);
    const refusal =
      outOfRange('expires_in_seconds', expires, 1, 600) ??
      outOfRange('max_session_duration_seconds', session, 60, LONGEST_SESSION_S);
    if (refusal !== undefined) return unprocessable(refusal);
    // Live, a token is about 2.6 k characters, opaque, and begins like this.
    const token = `AQI${randomBytes(1950).toString('base64url')}`;
    this.tokens.set(token, {
      redeemUntilMs: this.clock.now() + Number(expires) * 1000,
      longestSessionS: Number(session),
    });
    return { status: 200, body: { token, expires_in_seconds: Number(expires) } };
  }
}

/** The refusal of an account or key, in the server's words (§1). */
export function unauthorized(reason: string, code = 1008): ServerError {
  return { code, error: `Unauthorized Connection: ${reason}` };
}

function outOfRange(name: string, input: string, minimum: number, maximum: number): unknown {
  const loc = ['query', name];
  if (!/^-?\d+$/.test(input)) {
    const msg = 'Input should be a valid integer, unable to parse string as an integer';
    return { type: 'int_parsing', loc, msg, input };
  }
  if (Number(input) < minimum) {
    const msg = `Input should be greater than or equal to ${String(minimum)}`;
    return { type: 'greater_than_equal', loc, msg, input, ctx: { ge: minimum } };
  }
  if (Number(input) > maximum) {
    const msg = `Input should be less than or equal to ${String(maximum)}`;
    return { type: 'less_than_equal', loc, msg, input, ctx: { le: maximum } };
  }
  return undefined;
}

function missing(loc: readonly string[]): unknown {
  return { type: 'missing', loc, msg: 'Field required', input: null };
}

function unprocessable(detail: unknown): HttpAnswer {
  return { status: 422, body: { detail: [detail] } };
}
