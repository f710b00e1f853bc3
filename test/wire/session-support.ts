import type { IncomingMessage } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { createSessionFactory } from '../../src/recognition/assemblyai/streaming-session';
import type { Log } from '../../src/core/log';
import type { SessionEnd, TranscriptionSession } from '../../src/core/recognition';
import type { AuthorizedOptions } from '../../src/recognition/assemblyai/authorized-socket';
import type { RecognitionSettings } from '../../src/core/settings';
import { Condition } from '../contracts/condition';
import { SessionWatch } from '../contracts/session-watch';
import { settle, VirtualClock } from '../contracts/virtual-clock';
import { recognition } from '../unit/recognition/assemblyai/settings-fixture';

/** 50 ms of 16 kHz PCM, every byte `value`. */
export function frame(value: number): Buffer {
  return Buffer.alloc(1600, value);
}

/** `pcm` (16 kHz) as frames, the last one padded with silence. */
export function framesOf(pcm: Buffer): readonly Buffer[] {
  const padded = Buffer.concat([pcm, Buffer.alloc((1600 - (pcm.length % 1600)) % 1600)]);
  return Array.from({ length: padded.length / 1600 }, (_, i) =>
    padded.subarray(i * 1600, (i + 1) * 1600),
  );
}

/** A log that can be waited for, and searched for what must not be in it. */
export class RecordingLog implements Log {
  readonly lines: string[] = [];
  private readonly condition = new Condition(() => `logged ${JSON.stringify(this.lines)}`);
  readonly debug = (line: string): void => {
    this.lines.push(line);
    this.condition.changed();
  };
  readonly info = this.debug;
  readonly warn = this.debug;
  readonly error = this.debug;

  /** Resolves with the first line that ends so. */
  until(ending: string): Promise<string> {
    return this.condition.until(() => this.lines.find((line) => line.endsWith(ending)));
  }
}

/** A session under test: watched from its first tick, on a clock that stands still. */
export class TestSession {
  readonly log = new RecordingLog();
  readonly clock: VirtualClock;
  readonly session: TranscriptionSession;
  readonly watch: SessionWatch;
  /** What it was opened with. */
  readonly recognition: RecognitionSettings;

  constructor(
    endpoint: string,
    options: {
      readonly apiKey?: string;
      readonly clock?: VirtualClock;
      readonly recognition?: Partial<RecognitionSettings>;
      /** What was said before. */
      readonly said?: string | undefined;
      /** Opens the session; default: nothing is known of the server. */
      readonly open?: ReturnType<typeof createSessionFactory>;
    } = {},
  ) {
    this.clock = options.clock ?? new VirtualClock();
    this.recognition = recognition({ ...options.recognition, endpoint });
    const session: AuthorizedOptions = {
      recognition: this.recognition,
      sampleRate: 16000,
      encoding: 'pcm_s16le',
      apiKey: options.apiKey ?? 'emulator-key',
      said: options.said,
    };
    this.session = (options.open ?? createSessionFactory(this))(session);
    this.watch = new SessionWatch(this.session);
  }

  /** Resolves with how the session ended, when its socket is closed too and no timer is left. */
  async end(): Promise<Told> {
    const end = await this.watch.end();
    await this.session.closed;
    return told(end, this.session);
  }
}

/** What is told to a person of an end: a failure without its cause. */
export type Told =
  | { readonly kind: 'terminated'; readonly billedMs: number }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly retryable: boolean;
      readonly detail: string;
    };

/** See {@link Told}. */
export function told(end: SessionEnd, { billedMs }: Pick<TranscriptionSession, 'billedMs'>): Told {
  if (end.kind === 'terminated') return { ...end, billedMs };
  const { reason, retryable, detail } = end.error;
  return { kind: 'failed', reason, retryable, detail };
}

/** A failed end as {@link told} tells it. */
export function failed(reason: string, retryable: boolean, detail = ''): Told {
  return { kind: 'failed', reason, retryable, detail };
}

/** One socket of a {@link ScriptedServer}. */
export interface Connection {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  /** Everything that came: bytes, or the text of a text frame. */
  readonly received: readonly (Buffer | string)[];
  /** Resolves when `received` has `count` messages. */
  until(count: number): Promise<void>;
  send(message: unknown): void;
}

/** A WebSocket server that says only what a test tells it to. */
export class ScriptedServer {
  private constructor(private readonly server: WebSocketServer) {}

  static async start(): Promise<ScriptedServer> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await new Promise((resolve) => server.once('listening', resolve));
    return new ScriptedServer(server);
  }

  get url(): string {
    return `ws://${addressOf(this.server.address())}`;
  }

  /** Resolves with the next connection from now on. */
  async connection(): Promise<Connection> {
    return new Promise((resolve) => {
      this.server.once('connection', (socket, request) => {
        resolve(connection(socket, request));
      });
    });
  }

  async close(): Promise<void> {
    for (const client of this.server.clients) client.terminate();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }
}

function connection(socket: WebSocket, request: IncomingMessage): Connection {
  const received: (Buffer | string)[] = [];
  const condition = new Condition(() => `the server received ${String(received.length)} messages`);
  socket.on('error', () => undefined);
  socket.on('message', (data: Buffer, isBinary) => {
    received.push(isBinary ? data : data.toString('utf8'));
    condition.changed();
  });
  return {
    socket,
    request,
    received,
    until: async (count) => {
      await condition.until(() => (received.length >= count ? true : undefined));
    },
    send: (message) => {
      socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    },
  };
}

/** A TCP server; `closed` also drops what is connected. */
export async function tcpServer(
  onConnection: Parameters<typeof createServer>[1],
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server: Server = createServer(onConnection);
  const open = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => {
    socket.on('error', () => undefined);
    open.add(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: addressOf(server.address()),
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function addressOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return `127.0.0.1:${String(address.port)}`;
}

/** Lets time pass; by and by, so that what comes by a real socket, answers to pings say, comes meanwhile. */
export async function passTime(clock: VirtualClock, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 1000) {
    await clock.advance(Math.min(1000, ms - passed));
    await settle();
  }
}
