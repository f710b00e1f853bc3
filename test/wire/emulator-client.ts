import { once } from 'node:events';
import WebSocket from 'ws';
import { Condition } from '../contracts/condition';
import { EMULATOR_KEY, type Emulator } from '../emulator/emulator';
import type { SessionRecord } from '../emulator/record';

/** A server message as it came; `type` is `(binary)` for a binary one. */
export interface Received extends Readonly<Record<string, unknown>> {
  readonly type: string;
}

/** How the server closed. */
export interface Closed {
  readonly code: number;
  readonly reason: string;
}

/** A client without opinions: sends what a test says, keeps what comes. */
export class EmulatorClient {
  readonly messages: Received[] = [];
  private closed: Closed | undefined;
  private readonly condition = new Condition(() =>
    JSON.stringify({ messages: this.messages, closed: this.closed }),
  );

  private constructor(
    private readonly socket: WebSocket,
    readonly record: SessionRecord,
  ) {}

  /** Opens a socket; resolves when it is open, before Begin. */
  static async open(
    emulator: Emulator,
    query: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = { authorization: EMULATOR_KEY },
  ): Promise<EmulatorClient> {
    const url = `${emulator.url}?${new URLSearchParams(query).toString()}`;
    const socket = new WebSocket(url, { headers });
    socket.binaryType = 'nodebuffer';
    const client = new EmulatorClient(socket, await emulator.nextSession());
    socket.on('message', (data: Buffer, isBinary) => {
      client.messages.push(isBinary ? { type: '(binary)' } : parse(data.toString('utf8')));
      client.condition.changed();
    });
    socket.on('close', (code, reason) => {
      client.closed = { code, reason: reason.toString('utf8') };
      client.condition.changed();
    });
    socket.on('error', () => undefined); // the close that follows says it
    if (socket.readyState === WebSocket.CONNECTING) await once(socket, 'open');
    return client;
  }

  get extensions(): string {
    return this.socket.extensions;
  }

  /** Sends JSON, or a string as it is. */
  say(message: object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Sends audio in messages of `messageBytes`, default 50 ms of 16 kHz PCM; the rest of a message is not padded. */
  speak(audio: Uint8Array, messageBytes = 1600): void {
    for (let at = 0; at < audio.length; at += messageBytes) {
      this.socket.send(audio.subarray(at, at + messageBytes));
    }
  }

  /** The first message of that type, now or when it comes. */
  message(type: string): Promise<Received> {
    return this.condition.until(() => this.messages.find((message) => message.type === type));
  }

  /** Resolves when that many Turn messages have come. */
  async turns(count: number): Promise<readonly Received[]> {
    return this.condition.until(() => {
      const turns = this.messages.filter(({ type }) => type === 'Turn');
      return turns.length >= count ? turns : undefined;
    });
  }

  end(): Promise<Closed> {
    return this.condition.until(() => this.closed);
  }

  /** Sends Terminate; resolves with all messages when the server has closed. */
  async terminate(): Promise<readonly Received[]> {
    this.say({ type: 'Terminate' });
    await this.end();
    return this.messages;
  }

  /** Closes without Terminate. */
  close(): void {
    this.socket.close();
  }

  /** Vanishes without a closing handshake. */
  vanish(): void {
    this.socket.terminate();
  }
}

function parse(text: string): Received {
  const message: unknown = JSON.parse(text);
  if (typeof message !== 'object' || message === null || !('type' in message)) {
    throw new Error(`not a server message: ${text}`);
  }
  return { ...message, type: String(message.type) };
}

/** The gist of a Turn: order, end of turn, formatted, transcript. */
export type Gist = readonly [unknown, unknown, unknown, unknown];

/** The gist of every Turn among `messages`. */
export function gist(messages: readonly Received[]): readonly Gist[] {
  return messages
    .filter(({ type }) => type === 'Turn')
    .map((turn) => [
      turn['turn_order'],
      turn['end_of_turn'],
      turn['turn_is_formatted'],
      turn['transcript'],
    ]);
}
