import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { Socket, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Clock } from '../../src/core/clock';
import { errorCode } from '../../src/core/unknown';
import { until } from '../harness/until';
import { CredentialCheck } from './credentials';
import { SessionFaults, type Fault } from './faults';
import type { CreateRecogniser } from './recogniser';
import { SessionRecording, type SessionClose, type SessionRecord } from './record';
import { createScriptedRecogniser } from './scripted-recogniser';
import { Session } from './session';

/** The key that the emulator accepts unless told otherwise. */
export const EMULATOR_KEY = 'emulator-key';

/** What an emulator is started with. */
export interface EmulatorOptions {
  /** Default {@link EMULATOR_KEY}. */
  readonly apiKey?: string;
  readonly faults?: readonly Fault[];
  /** Default: the scripted recogniser, which finds the words of `markedSpeech`. */
  readonly createRecogniser?: CreateRecogniser;
  /** Begin delay, inactivity, heartbeat, expiry and pace run on it. Default: real time. */
  readonly clock?: Clock;
  /** PEM; makes it `wss:`. See `selfSignedCertificate`. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Default 0: any free port. */
  readonly port?: number;
}

/** A running emulator of AssemblyAI's streaming API v3 on 127.0.0.1. */
export interface Emulator {
  /** `ws://127.0.0.1:PORT/v3/ws`, `wss:` with TLS. */
  readonly url: string;
  /** `http://127.0.0.1:PORT`, `https:` with TLS. */
  readonly httpUrl: string;
  /** Every upgrade request to `/v3/ws` so far, refused ones included. */
  readonly sessions: readonly SessionRecord[];
  /** Session sockets open now. */
  readonly openSessions: number;
  /** The first call resolves with session 0, the second with session 1 …, whether it has come yet or not. */
  nextSession(): Promise<SessionRecord>;
  /** Drops every socket and closes the server. */
  close(): Promise<void>;
}

/** Starts an emulator; see {@link EmulatorOptions}. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const server = options.tls ? createTlsServer(options.tls) : createServer();
  const emulator = new WsEmulator(server, options);
  // The port of a server that is gone may be another program's for a connection of its own, until that ends.
  await until('a free port', async () => {
    server.listen(options.port ?? 0, '127.0.0.1');
    return once(server, 'listening').catch((error: unknown) => {
      if (errorCode(error) !== 'EADDRINUSE') throw error;
      return undefined;
    });
  });
  return emulator;
}

const SESSION_PATH = '/v3/ws';
/** A longer message is answered with close 1009 (docs/protocol.md §6). */
const LONGEST_MESSAGE_BYTES = 128 * 1024;

const realClock: Clock = {
  now: () => performance.now(),
  schedule: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return {
      dispose: () => {
        clearTimeout(timer);
      },
    };
  },
};

class WsEmulator implements Emulator {
  readonly sessions: SessionRecording[] = [];
  private readonly waiting: ((session: SessionRecord) => void)[] = [];
  private handedOut = 0;
  private readonly clock: Clock;
  private readonly credentials: CredentialCheck;
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LONGEST_MESSAGE_BYTES,
    perMessageDeflate: false,
  });

  constructor(
    private readonly server: Server,
    private readonly options: EmulatorOptions,
  ) {
    this.clock = options.clock ?? realClock;
    this.credentials = new CredentialCheck(options.apiKey ?? EMULATOR_KEY, this.clock);
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.upgrade(request, socket, head);
    });
    server.on('request', (request, response) => {
      const url = urlOf(request);
      const { status, body } =
        request.method === 'GET' && url.pathname === '/v3/token'
          ? this.credentials.mint(url.searchParams, request.headers.authorization)
          : { status: 404, body: { detail: 'Not Found' } };
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  }

  get url(): string {
    return `${this.options.tls ? 'wss' : 'ws'}://${this.host}${SESSION_PATH}`;
  }

  get httpUrl(): string {
    return `${this.options.tls ? 'https' : 'http'}://${this.host}`;
  }

  get openSessions(): number {
    return this.sockets.clients.size;
  }

  nextSession(): Promise<SessionRecord> {
    const session = this.sessions[this.handedOut++];
    if (session !== undefined) return Promise.resolve(session);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
    for (const socket of this.sockets.clients) socket.terminate();
    this.server.closeAllConnections();
    await Promise.all([closed, ...this.sessions.map(({ ended }) => ended)]);
  }

  private get host(): string {
    const address: AddressInfo | string | null = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return `127.0.0.1:${String(address.port)}`;
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // A client may vanish at any moment; the close that follows tells all there is to tell.
    socket.on('error', () => undefined);
    const url = urlOf(request);
    if (url.pathname !== SESSION_PATH) {
      refuse(socket, 404);
      return;
    }
    const faults = new SessionFaults(this.options.faults ?? [], this.sessions.length);
    const refused = faults.get('upgrade-refused');
    if (refused !== undefined) {
      refuse(socket, refused.status);
      this.record(request, url).end({ refusedStatus: refused.status });
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => {
      this.run(this.record(request, url), faults, webSocket, socket);
    });
  }

  private record({ headers }: IncomingMessage, url: URL): SessionRecording {
    const query = Object.fromEntries(url.searchParams);
    const record = new SessionRecording(this.sessions.length, query, headers);
    this.sessions.push(record);
    this.waiting.shift()?.(record);
    return record;
  }

  private run(
    record: SessionRecording,
    faults: SessionFaults,
    webSocket: WebSocket,
    socket: Duplex,
  ): void {
    let ownClose: SessionClose | undefined;
    const session = new Session({
      record,
      faults,
      clock: this.clock,
      createRecogniser: this.options.createRecogniser ?? createScriptedRecogniser,
      credentials: this.credentials.check({
        authorization: record.headers.authorization,
        token: record.query['token'],
      }),
      wire: {
        send: (message) => {
          record.addSent(message);
          webSocket.send(JSON.stringify(message));
        },
        sendBinary: (bytes) => {
          webSocket.send(bytes);
        },
        close: (code, reason) => {
          ownClose = { code, reason, by: 'server' };
          webSocket.close(code, reason);
        },
        reset: () => {
          ownClose = { code: 1006, reason: '', by: 'server' };
          reset(socket);
        },
        mute: () => {
          mute(socket);
        },
      },
    });
    webSocket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) session.receiveAudio(data);
      else session.receiveText(data.toString('utf8'));
    });
    webSocket.on('error', (error) => {
      // ws itself closes with the code that fits: 1009 for a message that is too long.
      const isTooLong = 'code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';
      record.addViolation(isTooLong ? 'message over 128 KB' : `WebSocket: ${error.message}`);
      if (isTooLong) ownClose = { code: 1009, reason: '', by: 'server' };
    });
    webSocket.on('close', (code, reason) => {
      if (ownClose === undefined) session.receiveClose();
      session.dispose();
      record.end({ close: ownClose ?? { code, reason: reason.toString('utf8'), by: 'client' } });
    });
  }
}

function urlOf(request: IncomingMessage): URL {
  return new URL(request.url ?? '/', 'http://127.0.0.1');
}

function refuse(socket: Duplex, status: number): void {
  const body = JSON.stringify({ detail: 'refused' });
  socket.end(
    [
      `HTTP/1.1 ${String(status)} Refused`,
      'Connection: close',
      'Content-Type: application/json',
      `Content-Length: ${String(Buffer.byteLength(body))}`,
      '',
      body,
    ].join('\r\n'),
  );
}

function reset(socket: Duplex): void {
  // Node resets no connection that has TLS.
  if (socket instanceof Socket && !(socket instanceof TLSSocket)) socket.resetAndDestroy();
  else socket.destroy();
}

/** From now on the peer hears nothing, while what it sends is still read. */
function mute(socket: Duplex): void {
  socket.write = () => true;
  socket.end = () => socket;
  socket.once('end', () => socket.destroy());
}
