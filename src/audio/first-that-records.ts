import type { Clock } from '../core/clock';
import { disposeAll, Emitter, type Disposable } from '../core/events';
import type { DictationError } from '../core/failure';
import type { Recorder, RecorderNotice } from '../core/recorder';

/**
 * As long as another recorder is tried after one that delivered nothing: somebody speaks meanwhile,
 * and what they say is lost. Two that hang are waited for, no third.
 */
export const TRY_DEADLINE_MS = 5000;

/** One of several ways to record. */
export interface Choice {
  /** Starts it; what goes wrong arrives by `onDidFail`. */
  start(): Recorder;
  /** It has delivered the first sound. */
  onWorks(): void;
  /** Whether its failure before that says that no other can record either. */
  isFinal(error: DictationError): boolean;
}

/**
 * A {@link Recorder} that is the first of several that delivers anything. One that fails before gives
 * way to the next in the same turn of the event loop; one that has delivered is the one, and its end
 * is the end. Where none delivers, the first one's failure is told.
 */
export class FirstThatRecords implements Recorder {
  private readonly audio = new Emitter<Uint8Array>();
  private readonly failure = new Emitter<DictationError>();
  private readonly notices = new Emitter<RecorderNotice>();
  private readonly startedMs: number;
  private subscriptions: readonly Disposable[] = [];
  private recorder: Recorder;
  private works = false;
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
        if (!this.works) choice.onWorks();
        this.works = true;
        this.audio.fire(bytes);
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
    // What wrote something and gave up at once, as where it printed its help, has not recorded.
    const isBroken = error.reason === 'recorder-stopped' && !error.retryable;
    if (this.works && !isBroken) {
      this.failure.fire(error);
      return;
    }
    this.works = false;
    this.firstFailure ??= error;
    const next = this.isTooLate || choice.isFinal(error) ? undefined : this.rest.next();
    if (next === undefined || next.done === true) this.failure.fire(this.firstFailure);
    else {
      this.recorder.dispose();
      this.recorder = this.start(next.value);
    }
  }

  private get isTooLate(): boolean {
    return this.isStopping || this.clock.now() - this.startedMs >= TRY_DEADLINE_MS;
  }
}
