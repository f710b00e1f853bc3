import type { OpenSocket, Socket, SocketListener } from '../../src/assemblyai/session-socket';
import type { Clock } from '../../src/core/clock';
import type { Disposable } from '../../src/core/events';
import { DictationError } from '../../src/core/failure';
import { SessionFaults, type Fault } from '../emulator/faults';
import { SessionRecording } from '../emulator/record';
import { Session } from '../emulator/session';
import { createCellRecogniser } from './sound';

/** A time in which the network is gone. */
export interface Outage {
  readonly fromMs: number;
  readonly toMs: number;
  /** How long after `fromMs` an open socket notices; Infinity: half-open, it never does. */
  readonly noticedAfterMs: number;
}

/** The network of the simulated world, with AssemblyAI's emulator at its other end. */
export class SimulatedNetwork {
  readonly records: SessionRecording[] = [];
  private readonly wires = new Set<Wire>();

  constructor(
    private readonly clock: Clock,
    private readonly latencyMs: number,
    private readonly outages: readonly Outage[],
    private readonly faults: readonly Fault[],
    /** Who keeps what in a session is sent. */
    private readonly Record: typeof SessionRecording = SessionRecording,
  ) {
    for (const outage of outages) {
      clock.schedule(outage.fromMs, () => {
        for (const wire of this.wires) wire.cut(outage.noticedAfterMs);
      });
    }
  }

  /** Sockets that are open at either end: what must be none when dictation is idle for long. */
  get openSockets(): number {
    return [...this.wires].filter((wire) => !wire.isClosed).length;
  }

  /** Client ends that are not closed. */
  readonly open: OpenSocket = (address, _apiKey, clock, listener) => {
    const number = this.records.length;
    const query = Object.fromEntries(new URL(address()).searchParams);
    const record = new this.Record(number, query, {});
    this.records.push(record);
    const wire = new Wire(clock, this.latencyMs, listener, record, this.faults);
    this.wires.add(wire);
    const isDown = this.outages.some(
      ({ fromMs, toMs }) => clock.now() >= fromMs && clock.now() < toMs,
    );
    wire.connect(isDown);
    return wire;
  };
}

/** One connection: both ends and what is under way between them, in order. */
class Wire implements Socket {
  readonly closed: Promise<void>;
  private settleClosed: () => void = () => undefined;
  private session: Session | undefined;
  private state: 'connecting' | 'open' | 'closed' = 'connecting';
  private isCut = false;
  private unsentBytes = 0;
  private closeDeadline: Disposable | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly latencyMs: number,
    private readonly listener: SocketListener,
    private readonly record: SessionRecording,
    private readonly faults: readonly Fault[],
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
    const faults = new SessionFaults(this.faults, this.record.number);
    this.clock.schedule(this.latencyMs * 2, () => {
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
    this.closeDeadline = this.clock.schedule(2000, () => {
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
    this.clock.schedule(30_000, () => {
      this.leave();
    });
    if (noticedAfterMs === Infinity) return;
    this.clock.schedule(noticedAfterMs, () => {
      this.closeClient(1006, undefined);
    });
  }

  private serve(faults: SessionFaults): Session {
    return new Session({
      record: this.record,
      faults,
      clock: this.clock,
      createRecogniser: createCellRecogniser,
      credentials: 10_800,
      wire: {
        send: (message) => {
          this.record.addSent(message);
          const text = JSON.stringify(message);
          this.toClient(() => {
            this.listener.didReceive(text);
          });
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
          this.clock.schedule(0, () => {
            this.leave();
          });
        },
        reset: () => {
          this.toClient(() => {
            this.closeClient(1006, undefined);
          });
          this.clock.schedule(0, () => {
            this.leave();
          });
        },
        mute: () => {
          this.isMuted = true;
        },
      },
    });
  }
  private isMuted = false;

  private toServer(deliver: (session: Session) => void): void {
    this.clock.schedule(this.latencyMs, () => {
      if (!this.isCut && this.session !== undefined) deliver(this.session);
    });
  }

  private toClient(deliver: () => void): void {
    if (this.isMuted) return;
    this.clock.schedule(this.latencyMs, () => {
      if (!this.isCut && this.state !== 'closed') deliver();
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
    this.clock.schedule(this.latencyMs, () => {
      this.leave();
    });
    this.settleClosed();
    this.listener.didClose(code, failure);
  }
}
