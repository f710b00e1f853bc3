import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';

/** Of the event loop, so that a client in this process has read what was sent. */
const TURNS_TO_READ = 50;

/** What a server does to one request instead of sending what is asked for. */
export type Mischief =
  /** Sends so many bytes, then nothing more. */
  | { readonly kind: 'stall'; readonly afterBytes: number }
  /** Sends so many bytes, then cuts the connection: when all up to that one have been read, where that can be told. */
  | {
      readonly kind: 'cut';
      readonly afterBytes: number;
      readonly untilRead?: (bytes: number) => Promise<void>;
    }
  /** Sends all of it, wherever it was to begin. */
  | { readonly kind: 'no-range' }
  /** Sends to the same file at another address. */
  | { readonly kind: 'redirect' }
  | { readonly kind: 'status'; readonly status: number }
  /** What a network sends that wants somebody to sign in. */
  | { readonly kind: 'portal' }
  /** As many bytes as there should be, but others. */
  | { readonly kind: 'wrong' }
  /** More bytes than there should be, without saying how many. */
  | { readonly kind: 'longer' };

/** One request, and where it asked to begin. */
interface MirrorRequest {
  readonly path: string;
  readonly fromByte: number;
}

/** A mirror of engines and models on loopback, as good or as bad as a test wants. */
export interface MirrorServer {
  readonly url: string;
  readonly requests: readonly MirrorRequest[];
  /** What is done to the next requests, one each; then it is a good server. */
  misbehave(...mischiefs: readonly Mischief[]): void;
  close(): Promise<void>;
}

/** @param folder what is mirrored; `/<path>` is the file of that path below it */
export async function startMirrorServer(folder: string): Promise<MirrorServer> {
  const requests: MirrorRequest[] = [];
  const mischiefs: Mischief[] = [];
  const server = createServer((request, response) => {
    // The next request must not come over a connection that is being cut.
    response.setHeader('connection', 'close');
    serve(request, response).catch(() => {
      response.destroy();
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = decodeURIComponent((request.url ?? '/').replace(/\?.*/, ''));
    const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
    const mischief = mischiefs.shift();
    const wanted = Number(range?.[1] ?? 0);
    requests.push({ path: asked, fromByte: wanted });
    const file = path.join(folder, path.posix.normalize(asked));
    const size = await stat(file).then(
      (stats) => stats.size,
      () => undefined,
    );
    if (mischief?.kind === 'status' || size === undefined) {
      response.writeHead(mischief?.kind === 'status' ? mischief.status : 404).end();
      return;
    }
    if (mischief?.kind === 'redirect') {
      response.writeHead(302, { location: `/./${String(request.url)}?elsewhere` }).end();
      return;
    }
    if (mischief?.kind === 'portal') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>');
      return;
    }
    const start = mischief?.kind === 'no-range' ? 0 : wanted;
    const isPart = range !== null && mischief?.kind !== 'no-range';
    response.writeHead(isPart ? 206 : 200, {
      ...(isPart && {
        'content-range': `bytes ${String(start)}-${String(size - 1)}/${String(size)}`,
      }),
      ...(mischief?.kind !== 'longer' && { 'content-length': String(size - start) }),
    });
    switch (mischief?.kind) {
      case 'cut':
      case 'stall': {
        const end = start + mischief.afterBytes - 1;
        await pipeline(createReadStream(file, { start, end }), response, { end: false });
        if (mischief.kind === 'stall') return;
        // What has arrived is lost with the connection unless it has been read, here in this process.
        for (let turn = 0; turn < TURNS_TO_READ; turn++) await setImmediate();
        await mischief.untilRead?.(end + 1);
        response.socket?.end();
        return;
      }
      case 'wrong':
        response.end(Buffer.alloc(size - start, 'wrong'));
        return;
      case 'longer':
        await pipeline(createReadStream(file, { start }), response, { end: false });
        response.end('and more');
        return;
      case 'no-range':
      case undefined:
        await pipeline(createReadStream(file, { start }), response);
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    requests,
    misbehave: (...next) => {
      mischiefs.push(...next);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
