import type { Socket, SocketListener } from '../../src/recognition/assemblyai/session-socket';
import type { Clock } from '../../src/core/clock';
import type { Disposable } from '../../src/core/events';
import { DictationError } from '../../src/core/failure';
import { SessionFaults } from '../emulator/faults';
import type { CreateRecogniser } from '../emulator/recogniser';
import type { SessionRecording } from '../emulator/record';
import { Session } from '../emulator/session';
import { EXACT, inManner } from './server-manner';
import type { NetworkTrouble } from './trouble';

/** One connection: both ends and what is under way between them, in order. */
export class Wire implements Socket {
  readonly closed: Promise<void>;
  private settleClosed: () => void = () => undefined;
  private session: Session | undefined;
  private state: 'connecting' | 'open' | 'closed' = 'connecting';
  private isCut = false;
  private isMuted = false;
  private unsentBytes = 0;
  private closeDeadline: Disposable | undefined;
  private sentMessages = 0;
  /** What the server has said and the client has not heard: in order, though timers of a client that slept are not. */
  private readonly arriving: (() => void)[] = [];
  /** Client's time before which nothing of the server arrives. */
  private heldUntilMs = 0;

  constructor(
    private readonly clocks: { readonly world: Clock; readonly client: Clock },
    private readonly latencyMs: number,
    private readonly listener: SocketListener,
    private readonly record: SessionRecording,
    private readonly trouble: NetworkTrouble,
    private readonly createRecogniser: CreateRecogniser,
  ) {
    this.closed = new Promise((resolve) => {
      this.settleClosed = resolve;
    });
  }

  get isOpen(): boolean {
    return this.state === 'open';
  }

  get isClosed(): boolean {
    return this.state === 'closed' && this.session === undefined;
  }

  get bufferedBytes(): number {
    return this.unsentBytes;
  }

  connect(isDown: boolean): void {
    const faults = new SessionFaults(this.trouble.faults, this.record.number);
    this.clocks.client.schedule(this.latencyMs * 2, () => {
      if (this.state === 'closed') return;
      const isRefused = faults.has('upgrade-refused');
      if (isDown || isRefused) {
        this.closeClient(1006, new DictationError('connection-refused', { retryable: true }));
        return;
      }
      this.state = 'open';
      this.session = this.serve(faults);
    });
  }

  send(data: string | Uint8Array): void {
    if (this.state !== 'open') return;
    if (this.isCut) {
      this.unsentBytes += data.length;
      return;
    }
    this.toServer((session) => {
      if (typeof data === 'string') session.receiveText(data);
      else session.receiveAudio(data);
    });
  }

  ping(): void {
    this.toServer(() => {
      this.toClient(() => {
        this.listener.didReceivePong();
      });
    });
  }

  close(): void {
    if (this.state === 'closed' || this.closeDeadline !== undefined) return;
    if (this.state === 'connecting') {
      this.closeClient(1006, undefined);
      return;
    }
    this.closeDeadline = this.clocks.client.schedule(2000, () => {
      this.closeClient(1006, undefined);
    });
    this.toServer((session) => {
      session.receiveClose();
      this.leave();
      this.toClient(() => {
        this.closeClient(1000, undefined);
      });
    });
  }

  /** The network is gone: nothing under way arrives. */
  cut(noticedAfterMs: number): void {
    if (this.isCut || this.state === 'closed') return;
    this.isCut = true;
    // The server finds out sooner or later.
    this.clocks.world.schedule(30_000, () => {
      this.leave();
    });
    if (noticedAfterMs === Infinity) return;
    this.clocks.client.schedule(noticedAfterMs, () => {
      this.closeClient(1006, undefined);
    });
  }

  private serve(faults: SessionFaults): Session {
    return new Session({
      record: this.record,
      faults,
      clock: this.clocks.world,
      createRecogniser: this.createRecogniser,
      credentials: 10_800,
      wire: {
        send: (message) => {
          this.record.addSent(message);
          this.tell(JSON.stringify(inManner(message, this.trouble.server ?? EXACT)));
        },
        sendBinary: () => {
          this.toClient(() => {
            this.listener.didReceiveBinary();
          });
        },
        close: (code) => {
          this.toClient(() => {
            this.closeClient(code, undefined);
          });
          this.clocks.world.schedule(0, () => {
            this.leave();
          });
        },
        reset: () => {
          this.toClient(() => {
            this.closeClient(1006, undefined);
          });
          this.clocks.world.schedule(0, () => {
            this.leave();
          });
        },
        mute: () => {
          this.isMuted = true;
        },
      },
    });
  }

  private tell(text: string): void {
    const { record, trouble, clocks } = this;
    const deliver = (): void => {
      this.toClient(() => {
        if (this.listener.accepts(text.length)) this.listener.didReceive(text);
        else this.closeClient(1006, new DictationError('server-error'));
      });
    };
    const number = this.sentMessages++;
    const hiccup = trouble.hiccups.find(
      ({ session, message }) => session === record.number && message === number,
    );
    if (hiccup?.kind === 'late') {
      this.heldUntilMs = Math.max(this.heldUntilMs, clocks.client.now() + hiccup.ms);
    }
    deliver();
    if (hiccup?.kind !== 'again') return;
    const again = (): void => {
      if (this.session !== undefined) deliver();
    };
    // At once is before whatever else the server says in the same moment.
    if (hiccup.ms === 0) again();
    else clocks.world.schedule(hiccup.ms, again);
  }

  private toServer(deliver: (session: Session) => void): void {
    this.clocks.world.schedule(this.latencyMs, () => {
      if (!this.isCut && this.session !== undefined) deliver(this.session);
    });
  }

  private toClient(deliver: () => void): void {
    if (this.isMuted) return;
    const { client } = this.clocks;
    this.arriving.push(deliver);
    client.schedule(Math.max(this.latencyMs, this.heldUntilMs - client.now()), () => {
      const oldest = this.arriving.shift();
      if (!this.isCut && this.state !== 'closed') oldest?.();
    });
  }

  private leave(): void {
    this.session?.dispose();
    this.session = undefined;
  }

  private closeClient(code: number, failure: DictationError | undefined): void {
    if (this.state === 'closed') return;
    this.state = 'closed';
    this.closeDeadline?.dispose();
    // The kernel resets what it still has of a connection that its owner closed.
    this.clocks.world.schedule(this.latencyMs, () => {
      this.leave();
    });
    this.settleClosed();
    this.listener.didClose(code, failure);
  }
}
