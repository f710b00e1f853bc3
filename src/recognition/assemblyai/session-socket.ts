import type { IncomingMessage } from 'node:http';
import WebSocket, { type RawData } from 'ws';
import type { Clock } from '../../core/clock';
import type { Disposable } from '../../core/events';
import type { DictationError } from '../../core/failure';
import {
  connectFailure,
  floodFailure,
  openFailure,
  protocolFailure,
  upgradeFailure,
} from './failures';
import { API_VERSION, API_VERSION_HEADER } from './protocol';

/** A server that does not answer our close frame for this long is gone; a round trip is < 1 s. */
export const CLOSE_DEADLINE_MS = 2000;

/** A minute-long turn with its words is about 40 KB; what takes longer to parse is none. */
const MAX_MESSAGE_BYTES = 256 * 1024;

/** Enough of a refusal's body to find its one sentence. */
const MAX_BODY_BYTES = 4096;

/** What a socket tells its session; nothing is called before the maker's synchronous code has ended. */
export interface SocketListener {
  /** Whether a message of this length may come; false: no speech makes so many, and it closes. */
  accepts(bytes: number): boolean;
  didReceive(text: string): void;
  didReceiveBinary(): void;
  /** The answer to {@link Socket.ping}. */
  didReceivePong(): void;
  /**
   * The socket is closed, exactly once, whether it ever opened or not.
   * @param failure what the socket itself knows of why; most closes are only a code
   */
  didClose(code: number, failure: DictationError | undefined): void;
}

/** One WebSocket from handshake to closed. */
export interface Socket {
  /** Resolves when the socket is closed; never rejects. */
  readonly closed: Promise<void>;
  readonly isOpen: boolean;
  /** What was given to {@link send} and is still on this machine. */
  readonly bufferedBytes: number;
  /** Sends a text or binary frame; ignored when the socket is not open. */
  send(data: string | Uint8Array): void;
  /** Asks the other end for a sign of life; ignored when the socket is not open. */
  ping(): void;
  /** Closes, or gives up connecting; {@link closed} then resolves within {@link CLOSE_DEADLINE_MS}. */
  close(): void;
}

/**
 * Opens a socket; what goes wrong arrives by {@link SocketListener.didClose}.
 *
 * @param address makes the URL; what it throws is reported as a close
 * @param apiKey sent as it is, without `Bearer` (docs/protocol.md §1); '' sends no header
 */
export type OpenSocket = (
  address: () => string,
  apiKey: string,
  clock: Clock,
  listener: SocketListener,
) => Socket;

/** Opens one over `ws`. */
export const openSessionSocket: OpenSocket = (address, apiKey, clock, listener) =>
  new SessionSocket(address, apiKey, clock, listener);

/** A {@link Socket} over `ws`, with an `error` listener for all of its time. */
class SessionSocket implements Socket {
  readonly closed: Promise<void>;

  private readonly socket: WebSocket | undefined;
  private settleClosed: () => void = () => undefined;
  private failure: DictationError | undefined;
  private closeDeadline: Disposable | undefined;
  private hasOpened = false;

  constructor(
    address: () => string,
    apiKey: string,
    private readonly clock: Clock,
    private readonly listener: SocketListener,
  ) {
    this.closed = new Promise((resolve) => {
      this.settleClosed = resolve;
    });
    this.socket = this.open(address, apiKey);
  }

  get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  get bufferedBytes(): number {
    return this.socket?.bufferedAmount ?? 0;
  }

  send(data: string | Uint8Array): void {
    if (this.isOpen) this.socket?.send(data);
  }

  ping(): void {
    if (this.isOpen) this.socket?.ping();
  }

  close(): void {
    if (this.socket === undefined || this.closeDeadline !== undefined) return;
    if (this.socket.readyState === WebSocket.CLOSED) return;
    this.closeDeadline = this.clock.schedule(CLOSE_DEADLINE_MS, () => this.socket?.terminate());
    // close() on a connecting socket aborts the handshake too.
    this.socket.close(1000);
  }

  private open(address: () => string, apiKey: string): WebSocket | undefined {
    try {
      const socket = new WebSocket(address(), {
        headers: {
          [API_VERSION_HEADER]: API_VERSION,
          ...(apiKey !== '' && { Authorization: apiKey }),
        },
        // PCM does not compress; declining is fine for the server (§10).
        perMessageDeflate: false,
        maxPayload: MAX_MESSAGE_BYTES,
        followRedirects: false,
        // Said, or NODE_TLS_REJECT_UNAUTHORIZED=0 in somebody's environment would say otherwise.
        rejectUnauthorized: true,
      });
      // In the tick of making it and never removed: `ws` emits errors until it is closed (§11).
      socket.on('error', (error) => {
        this.failure ??= this.hasOpened ? protocolFailure(error) : connectFailure(error);
      });
      socket.on('open', () => {
        this.hasOpened = true;
      });
      socket.on('unexpected-response', (_request, response) => {
        this.refuse(socket, response);
      });
      socket.on('message', (data, isBinary) => {
        this.receive(socket, data, isBinary);
      });
      socket.on('pong', () => {
        this.listener.didReceivePong();
      });
      socket.on('close', (code) => {
        this.didClose(code);
      });
      return socket;
    } catch (error) {
      this.failure = openFailure(error);
      queueMicrotask(() => {
        this.didClose(1006);
      });
      return undefined;
    }
  }

  private receive(socket: WebSocket, data: RawData, isBinary: boolean): void {
    if (this.failure !== undefined) return;
    // `ws` gives one Buffer a message unless told otherwise.
    if (!Buffer.isBuffer(data) || !this.listener.accepts(data.length)) {
      this.failure = floodFailure();
      socket.terminate();
    } else if (isBinary) this.listener.didReceiveBinary();
    else this.listener.didReceive(data.toString('utf8'));
  }

  /** Reads the beginning of the body, which may tell why, then gives up the handshake. */
  private refuse(socket: WebSocket, response: IncomingMessage): void {
    const status = response.statusCode ?? 0;
    let body = '';
    response.setEncoding('utf8');
    response.on('data', (text: string) => {
      body += text.slice(0, MAX_BODY_BYTES - body.length);
      if (body.length >= MAX_BODY_BYTES) response.destroy();
    });
    // 'close' comes after 'end', and also when the connection breaks off or the body was too long.
    response.on('error', () => undefined);
    response.on('close', () => {
      this.failure ??= upgradeFailure(status, body);
      socket.terminate();
    });
  }

  private didClose(code: number): void {
    this.closeDeadline?.dispose();
    this.settleClosed();
    this.listener.didClose(code, this.failure);
  }
}
