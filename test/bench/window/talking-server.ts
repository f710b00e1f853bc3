import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Certificate } from '../../emulator/tls';
import { until } from '../../harness/until';

/** How long the last words take after Terminate: about what is told of the service. */
const LAST_WORDS_MS = 100;

const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/**
 * Speaks AssemblyAI's protocol, and says what it is told to whatever it hears; in a process that is not
 * measured.
 */
export class TalkingServer {
  private socket: WebSocket | undefined;
  private turn = 0;
  /** Said when the client terminates. */
  lastWords = '';
  /** From Terminate to Termination, ms. */
  terminatingMs = NaN;

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    private readonly sockets: WebSocketServer,
  ) {
    sockets.on('connection', (socket) => {
      this.accept(socket);
    });
  }

  static async start(tls: Certificate): Promise<TalkingServer> {
    const server = createServer(tls);
    const talking = new TalkingServer(server, new WebSocketServer({ server }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return talking;
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `wss://127.0.0.1:${String(port)}/v3/ws`;
  }

  /** Resolves when a client sends sound. */
  async untilHeard(): Promise<void> {
    await until('sound', () => Promise.resolve(this.socket === undefined ? undefined : true));
  }

  async untilSilent(): Promise<void> {
    await until('the end', () => Promise.resolve(this.socket === undefined ? true : undefined));
  }

  /** @returns when, ms of the machine's monotonic clock */
  say(text: string, isEnd: boolean): number {
    const message = JSON.stringify(turnOf(this.turn, text, isEnd));
    if (isEnd) this.turn++;
    const atMs = nowMs();
    this.socket?.send(message);
    return atMs;
  }

  close(): void {
    for (const socket of this.sockets.clients) socket.terminate();
    this.server.close();
  }

  private accept(socket: WebSocket): void {
    socket.on('error', () => undefined);
    const id = '00000000-0000-4000-8000-000000000000';
    socket.send(JSON.stringify({ type: 'Begin', id, expires_at: 9_999_999_999 }));
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) {
        if (this.socket !== socket) this.turn = 0;
        this.socket = socket;
      } else if (data.includes('"Terminate"')) {
        this.terminate(socket);
      }
    });
    socket.on('close', () => {
      if (this.socket === socket) this.socket = undefined;
    });
  }

  private terminate(socket: WebSocket): void {
    const fromMs = nowMs();
    setTimeout(() => {
      if (this.lastWords !== '') this.say(this.lastWords, true);
      const told = { audio_duration_seconds: 1, session_duration_seconds: 1 };
      socket.send(JSON.stringify({ type: 'Termination', ...told }));
      this.terminatingMs = nowMs() - fromMs;
      socket.close(1000);
    }, LAST_WORDS_MS);
  }
}

function turnOf(order: number, text: string, isEnd: boolean): object {
  const words = text.split(' ').map((word, n) => ({
    ...{ start: order * 4000 + n * 100, end: order * 4000 + n * 100 + 90 },
    ...{ text: word, confidence: 0.9, word_is_final: isEnd },
  }));
  return {
    ...{ type: 'Turn', turn_order: order, turn_is_formatted: isEnd, end_of_turn: isEnd },
    ...{ transcript: text, utterance: isEnd ? text : '', end_of_turn_confidence: 0.9, words },
  };
}
