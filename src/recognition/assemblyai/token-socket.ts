import type { DictationError } from '../../core/failure';
import { tokenFailure } from './failures';
import type { Socket, SocketListener } from './session-socket';

/** A {@link Socket} that is opened as soon as there is a token to open it with. */
export class TokenSocket implements Socket {
  readonly closed: Promise<void>;

  private readonly givingUp = new AbortController();
  private socket: Socket | undefined;

  /**
   * @param fetchToken see `fetchAccessToken`; what it throws is reported as a close
   * @param open opens the real socket, which tells `listener` everything from then on
   */
  constructor(
    fetchToken: (signal: AbortSignal) => Promise<string>,
    open: (token: string) => Socket,
    private readonly listener: Pick<SocketListener, 'didClose'>,
  ) {
    this.closed = this.run(fetchToken, open);
  }

  get isOpen(): boolean {
    return this.socket?.isOpen ?? false;
  }

  get bufferedBytes(): number {
    return this.socket?.bufferedBytes ?? 0;
  }

  send(data: string | Uint8Array): void {
    this.socket?.send(data);
  }

  ping(): void {
    this.socket?.ping();
  }

  close(): void {
    this.givingUp.abort();
    this.socket?.close();
  }

  private async run(
    fetchToken: (signal: AbortSignal) => Promise<string>,
    open: (token: string) => Socket,
  ): Promise<void> {
    const { signal } = this.givingUp;
    let failure: DictationError | undefined;
    try {
      const token = await fetchToken(signal);
      if (!signal.aborted) this.socket = open(token);
    } catch (error) {
      failure = tokenFailure(error);
    }
    if (this.socket === undefined) this.listener.didClose(1006, failure);
    else await this.socket.closed;
  }
}
