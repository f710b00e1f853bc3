import type { OpenSocket } from '../../src/recognition/assemblyai/session-socket';
import type { Clock } from '../../src/core/clock';
import { SessionRecording } from '../emulator/record';
import type { CreateRecogniser } from '../emulator/recogniser';
import { createCellRecogniser } from './sound';
import type { NetworkTrouble } from './trouble';
import { Wire } from './wire';

/** The network of the simulated world, with AssemblyAI's emulator at its other end. */
export class SimulatedNetwork {
  readonly records: SessionRecording[] = [];
  private readonly wires = new Set<Wire>();

  constructor(
    /** The world's: outages and servers do not sleep with the client. */
    private readonly clock: Clock,
    private readonly latencyMs: number,
    private readonly trouble: NetworkTrouble,
    /** Who keeps what in a session is sent. */
    private readonly Record: typeof SessionRecording = SessionRecording,
    private readonly createRecogniser?: CreateRecogniser,
  ) {
    for (const { fromMs, noticedAfterMs } of trouble.outages) {
      clock.schedule(fromMs, () => {
        this.cut(noticedAfterMs);
      });
    }
  }

  /** Everything that is open now is dead; the client notices after so long, Infinity: never. */
  cut(noticedAfterMs: number): void {
    for (const wire of this.wires) wire.cut(noticedAfterMs);
  }

  /** The most that one socket had to hold back of what it was given: a dead one's only grows. */
  get mostBufferedBytes(): number {
    return Math.max(0, ...[...this.wires].map(({ bufferedBytes }) => bufferedBytes));
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
    const clocks = { world: this.clock, client: clock };
    const { latencyMs, trouble } = this;
    const createRecogniser = this.createRecogniser ?? createCellRecogniser(number);
    const wire = new Wire(clocks, latencyMs, listener, record, trouble, createRecogniser);
    this.wires.add(wire);
    const nowMs = this.clock.now();
    const isDown = this.trouble.outages.some(({ fromMs, toMs }) => nowMs >= fromMs && nowMs < toMs);
    wire.connect(isDown);
    return wire;
  };
}
