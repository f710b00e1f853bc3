import type { Clock } from '../core/clock';
import { disposeAll, Emitter, type Disposable } from '../core/events';
import type { DictationError } from '../core/failure';
import type { Recorder, RecorderNotice } from '../core/recorder';

/**
 * As long as another recorder is tried after one that delivered nothing: somebody speaks meanwhile,
 * and what they say is lost. Two that hang are waited for, no third.
 */
export const TRY_DEADLINE_MS = 5000;

/**
 * What ends or hangs after less has not recorded, whatever it wrote: a broken one prints its help, which is
 * shorter. Half a second at 16 kHz.
 */
const LEAST_SOUND_BYTES = 16_384;

/** One that has recorded for so long does not end by its own fault. */
const STEADY_MS = 10_000;

/** One of several ways to record. */
export interface Choice {
  /** Starts it; what goes wrong arrives by `onDidFail`. */
  start(): Recorder;
  /** It has delivered the first sound. */
  onWorks(): void;
  /** It has ended by itself soon after it had begun to record. */
  onEndsEarly(): void;
  /** Whether its failure before that says that no other can record either. */
  isFinal(error: DictationError): boolean;
}

/**
 * A {@link Recorder} that is the first of several that delivers sound. One that fails before gives
 * way to the next in the same turn of the event loop; one that has recorded is the one, and its end
 * is the end. Where none records, the first one's failure is told.
 */
export class FirstThatRecords implements Recorder {
  private readonly audio = new Emitter<Uint8Array>();
  private readonly failure = new Emitter<DictationError>();
  private readonly notices = new Emitter<RecorderNotice>();
  private readonly startedMs: number;
  private subscriptions: readonly Disposable[] = [];
  private recorder: Recorder;
  /** What this recorder, and all of them, have delivered. */
  private receivedBytes = 0;
  private deliveredBytes = 0;
  private isStopping = false;
  private firstFailure: DictationError | undefined;

  readonly onDidReceiveAudio = this.audio.event;
  readonly onDidFail = this.failure.event;
  readonly onDidNotice = this.notices.event;

  /** @param rest asked for one by one, and only where they are needed */
  constructor(
    first: Choice,
    private readonly rest: Iterator<Choice>,
    private readonly clock: Clock,
  ) {
    this.startedMs = clock.now();
    this.recorder = this.start(first);
  }

  stop(saidUntilMs?: number): Promise<void> {
    this.isStopping = true;
    return this.recorder.stop(saidUntilMs);
  }

  dispose(): void {
    disposeAll([this.audio, this.failure, this.notices, this.recorder]);
  }

  private start(choice: Choice): Recorder {
    const recorder = choice.start();
    disposeAll([...this.subscriptions]);
    this.subscriptions = [
      recorder.onDidReceiveAudio((bytes) => {
        if (this.receivedBytes === 0) choice.onWorks();
        this.receivedBytes += bytes.length;
        this.deliver(bytes);
      }),
      recorder.onDidFail((error) => {
        this.onFailed(error, choice);
      }),
      recorder.onDidNotice((notice) => {
        this.notices.fire(notice);
      }),
    ];
    return recorder;
  }

  private onFailed(error: DictationError, choice: Choice): void {
    const { reason, retryable } = error;
    const hasEnded = reason === 'recorder-stopped';
    const isBroken =
      (hasEnded || reason === 'recorder-no-data') &&
      (!retryable || this.receivedBytes < LEAST_SOUND_BYTES);
    if (this.receivedBytes > 0 && !isBroken) {
      if (hasEnded && this.clock.now() - this.startedMs < STEADY_MS) choice.onEndsEarly();
      this.failure.fire(error);
      return;
    }
    this.firstFailure ??= error;
    const next = this.isTooLate || choice.isFinal(error) ? undefined : this.rest.next();
    if (next === undefined || next.done === true) this.failure.fire(this.firstFailure);
    else {
      this.recorder.dispose();
      // The samples of the next begin on a whole one.
      if (this.deliveredBytes % 2 === 1) this.deliver(new Uint8Array(1));
      this.receivedBytes = 0;
      this.recorder = this.start(next.value);
    }
  }

  private deliver(bytes: Uint8Array): void {
    this.deliveredBytes += bytes.length;
    this.audio.fire(bytes);
  }

  private get isTooLate(): boolean {
    return this.isStopping || this.clock.now() - this.startedMs >= TRY_DEADLINE_MS;
  }
}
