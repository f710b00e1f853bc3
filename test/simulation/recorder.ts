import type { Clock } from '../../src/core/clock';
import { Emitter, type Disposable } from '../../src/core/events';
import { DictationError } from '../../src/core/failure';
import type { Recorder, RecorderNotice } from '../../src/core/recorder';
import type { Sleep } from '../contracts/sleepy-clock';
import { CELL_MS, soundOf, type Speech } from './sound';

/** How much waits for our process while it does not run: a pipe, and PulseAudio's 4 MiB. */
const BACKLOG_MS = 120_000;

/** What a recorder of the simulated world records. */
export interface Surroundings {
  /** The clock by which people speak. */
  readonly world: Clock;
  readonly speech: Speech;
  /** How often the simulated sox delivers. */
  readonly pieceMs: number;
  /** Whether the device is dead at a moment of the world's clock. */
  readonly isDead: (worldMs: number) => boolean;
  readonly sleep: Sleep | undefined;
}

/** A recorder of the simulated world; what it delivered is kept for the account. */
export class SimulatedRecorder implements Recorder {
  private readonly audio = new Emitter<Uint8Array>();
  private readonly failure = new Emitter<DictationError>();
  private timer: Disposable;
  private deliveredMs: number;
  private isOver = false;

  readonly onDidReceiveAudio = this.audio.event;
  readonly onDidFail = this.failure.event;
  readonly onDidNotice = new Emitter<RecorderNotice>().event;
  readonly delivered: Buffer[] = [];

  /** @param clock our process' */
  constructor(
    private readonly clock: Clock,
    private readonly surroundings: Surroundings,
  ) {
    // Something is always lost when a device is opened.
    this.deliveredMs = Math.ceil(surroundings.world.now() / CELL_MS) * CELL_MS + CELL_MS;
    this.timer = this.next();
  }

  get isRecording(): boolean {
    return !this.isOver;
  }

  async stop(): Promise<void> {
    await Promise.resolve();
    if (this.isOver) return;
    this.deliver();
    this.dispose();
  }

  dispose(): void {
    this.isOver = true;
    this.timer.dispose();
    this.audio.dispose();
    this.failure.dispose();
  }

  private next(): Disposable {
    const { world, pieceMs, isDead } = this.surroundings;
    return this.clock.schedule(pieceMs, () => {
      if (isDead(world.now())) {
        this.isOver = true;
        this.failure.fire(new DictationError('recorder-stopped'));
        return;
      }
      this.deliver();
      this.timer = this.next();
    });
  }

  private deliver(): void {
    const { world, sleep } = this.surroundings;
    const nowMs = Math.floor(world.now() / CELL_MS) * CELL_MS;
    if (sleep !== undefined && nowMs >= sleep.toMs) {
      const backlogMs = sleep.of === 'computer' ? 0 : BACKLOG_MS;
      this.deliverUntil(Math.min(sleep.toMs, sleep.fromMs + backlogMs));
      this.deliveredMs = Math.max(this.deliveredMs, sleep.toMs);
    }
    this.deliverUntil(nowMs);
  }

  private deliverUntil(endMs: number): void {
    if (endMs <= this.deliveredMs) return;
    const piece = soundOf(this.surroundings.speech, this.deliveredMs, endMs);
    this.deliveredMs = endMs;
    this.delivered.push(piece);
    this.audio.fire(piece);
  }
}
