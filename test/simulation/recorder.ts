import type { Clock } from '../../src/core/clock';
import { Emitter, type Disposable } from '../../src/core/events';
import { DictationError } from '../../src/core/failure';
import type { Recorder } from '../../src/core/recorder';
import { CELL_MS, soundOf, type Speech } from './sound';

/** How often the simulated sox delivers. */
const PIECE_MS = 50;

/** A recorder of the simulated world; what it delivered is kept for the account. */
export class SimulatedRecorder implements Recorder {
  private readonly audio = new Emitter<Uint8Array>();
  private readonly failure = new Emitter<DictationError>();
  private timer: Disposable;
  private deliveredMs: number;
  private isOver = false;

  readonly onDidReceiveAudio = this.audio.event;
  readonly onDidFail = this.failure.event;
  readonly delivered: Buffer[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly speech: Speech,
    /** Whether the device is dead at a moment of the clock. */
    private readonly isDead: (nowMs: number) => boolean,
  ) {
    // Something is always lost when a device is opened.
    this.deliveredMs = Math.ceil(clock.now() / CELL_MS) * CELL_MS + CELL_MS;
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
    return this.clock.schedule(PIECE_MS, () => {
      if (this.isDead(this.clock.now())) {
        this.isOver = true;
        this.failure.fire(new DictationError('recorder-stopped'));
        return;
      }
      this.deliver();
      this.timer = this.next();
    });
  }

  private deliver(): void {
    const nowMs = Math.floor(this.clock.now() / CELL_MS) * CELL_MS;
    if (nowMs <= this.deliveredMs) return;
    const piece = soundOf(this.speech, this.deliveredMs, nowMs);
    this.deliveredMs = nowMs;
    this.delivered.push(piece);
    this.audio.fire(piece);
  }
}
