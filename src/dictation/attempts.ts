import { Emitter, type Disposable, type Event } from '../core/events';
import { DictationError, loggable } from '../core/failure';
import type { KeptAudio } from '../core/kept-audio';
import type { ProviderTraits } from '../core/recognition';
import type { RecognitionSettings, Settings } from '../core/settings';
import type { NoteFinal, OpenTarget, Target, TargetRequest } from '../core/target';
import { Attempt, type AttemptDependencies, type RunParts } from './attempt';
import type { BudgetStatus } from './cost/cost-guard';
import type { CostLedger } from './cost/ledger';
import { CurrentState } from './current-state';
import type { Notice } from './notice';
import { audioMs, KEPT_LIMIT_MS, KeptAudioList } from './run/kept-audio';
import type { Run, RunFigures } from './run/run';
import type { TimedBegin } from './sessions/session-chain';
import type { DictationEvent, DictationState } from './state';

export interface AttemptsDependencies extends AttemptDependencies {
  readonly openTarget: OpenTarget;
  readonly noteFinal: NoteFinal;
  /** `Math.random`, or a test's: spreads reconnects. */
  readonly random: () => number;
}

/** What an attempt begins with. */
export interface BeginOptions {
  /** Transcribes this instead of the microphone. */
  readonly kept?: KeptAudio;
  readonly takeOver?: boolean;
  readonly request?: TargetRequest;
  readonly recognition?: Partial<RecognitionSettings>;
  readonly open?: (() => Promise<Target>) | undefined;
}

/**
 * All attempts that are not over, one after another: at most the newest listens, earlier ones may still
 * drain. Their words come in the order in which they were begun; the state is the newest one's.
 */
export class Attempts implements Disposable {
  private readonly current: CurrentState;
  private readonly notices = new Emitter<Notice>();
  private readonly on = new Set<Attempt>();
  /** Where the next run goes on, after the spoken command to pause. */
  private paused: Target | undefined;
  private lastBegin: TimedBegin | undefined;
  private lastFigures: RunFigures | undefined;
  /** Why the newest attempt ended. */
  private lastEnd: DictationEvent & { kind: 'end' } = { kind: 'end' };
  /** Resolves when all attempts so far are over. */
  private lastEnded: Promise<void> = Promise.resolve();
  private closing: Promise<void> = Promise.resolve();
  private last: Attempt | undefined;

  /** Audio of failed runs. */
  readonly kept = new KeptAudioList();
  readonly onDidChangeState: Event<DictationState>;
  readonly onDidNotice = this.notices.event;

  constructor(
    private readonly deps: AttemptsDependencies,
    private readonly ledger: CostLedger,
  ) {
    this.current = new CurrentState(deps.log);
    this.onDidChangeState = this.current.onDidChange;
  }

  get state(): DictationState {
    return this.current.value;
  }

  /** The one that was begun last, until it is over. */
  get newest(): Attempt | undefined {
    return this.last;
  }

  /** Those of all attempts that have come so far. */
  get runs(): readonly Run[] {
    return [...this.on].flatMap(({ run }) => run ?? []);
  }

  /** How the newest session began, of the run that is on or the last one; undefined: none has. */
  get begun(): TimedBegin | undefined {
    return this.last?.run?.begun ?? this.lastBegin;
  }

  /** See {@link Run.figures}; of the last one that was spoken, and has ended. */
  get lastRun(): RunFigures | undefined {
    return this.lastFigures;
  }

  /** Whether a run is on its way or listens; another may start while one only drains. */
  get isDictating(): boolean {
    return this.state.kind !== 'idle' && this.state.kind !== 'finalizing';
  }

  /**
   * Begins one; does nothing while one is on its way or listens. Never rejects: a failure is the reason of
   * the idle state. Resolves when the run is on its way.
   */
  async begin(options: BeginOptions): Promise<void> {
    const { kept, takeOver = false, recognition = {} } = options;
    if (this.isDictating) return;
    // No word twice: only one microphone is on.
    for (const earlier of this.on) earlier.handOver();
    const attempt = new Attempt(this.deps, { kept, takeOver, recognition });
    this.last = attempt;
    this.on.add(attempt);
    const after = this.lastEnded;
    this.lastEnded = Promise.all([after, attempt.ended]).then(() => undefined);
    this.current.apply({ kind: 'start', nowMs: this.deps.clock.now() });
    try {
      const parts = await attempt.prepare({
        findTarget: () => this.openTarget(attempt, options),
        accept: (settings, traits) => this.accept(attempt, settings, traits),
        onProgress: (preparation) => {
          if (this.last === attempt) this.current.apply({ kind: 'prepare', preparation });
        },
      });
      if (parts === undefined) this.finish(attempt, { kind: 'end' });
      else this.run(attempt, parts, after);
    } catch (error) {
      this.finish(attempt, { kind: 'end', failure: DictationError.from(error) });
    }
  }

  /** Begins with the oldest audio that is kept, if there is any and nothing is on. */
  async retry(recognition: Partial<RecognitionSettings>): Promise<void> {
    if (this.state.kind !== 'idle') return;
    const [oldest] = this.kept.audio;
    if (oldest !== undefined) await this.begin({ kept: oldest, recognition });
  }

  /** Ends the newest so that everything said lands; what was said before its run began, too. */
  stop(): void {
    const attempt = this.last;
    if (attempt?.run !== undefined) attempt.run.stop();
    else if (attempt?.stopRecording() === true) this.current.apply({ kind: 'stop' });
    else this.abandon(attempt);
  }

  /** Ends all at once; what has not landed is dropped, what has is taken back. */
  cancel(): void {
    this.takePaused()?.dispose();
    this.current.forgetPause(this.kept.ms);
    for (const attempt of [...this.on]) {
      this.abandon(attempt);
      attempt.run?.cancel();
    }
  }

  /** Ends all that have a run at once; what has landed stays, and the rest is kept. */
  leave(): void {
    for (const attempt of [...this.on]) {
      if (attempt.run === undefined) continue;
      this.abandon(attempt);
      attempt.run.leave();
    }
  }

  /** Microphone off and sessions terminated, because the window closes. Resolves when they are. */
  async shutdown(): Promise<void> {
    this.endAll();
    await this.closing;
  }

  dispose(): void {
    this.endAll();
    this.current.dispose();
    this.notices.dispose();
  }

  /** The idle state tells whether there is something to retry, which has changed. */
  tellKept(): void {
    this.current.tellKept(this.kept.ms);
  }

  /** The place is known: the status bar can name it, and there must be money for it. */
  private accept(attempt: Attempt, { cost }: Settings, traits: ProviderTraits): boolean {
    if (attempt.target?.name !== undefined) this.current.tellAgain();
    if (!traits.billsOpenTime) return true;
    if (this.ledger.status(cost.dailyBudget) !== 'spent') return true;
    this.finish(attempt, { kind: 'end' });
    this.notices.fire({ kind: 'cost-stop', limit: 'budget' });
    return false;
  }

  /** @param after when the words of all earlier attempts are inserted */
  private run(attempt: Attempt, parts: RunParts, after: Promise<void>): void {
    const { clock, log, random, noteFinal } = this.deps;
    const budget = (dailyBudget: number | null): BudgetStatus => this.ledger.status(dailyBudget);
    const { startRun, provider } = parts.code;
    const isReleased = (): boolean => attempt.isReleased;
    const own = { provider, clock, log, random, noteFinal, budget, after, isReleased };
    const run = startRun({ ...parts, ...own });
    this.follow(attempt, run);
    attempt.begin(run);
  }

  /** Not cancelled: what has landed stays, and what has not is left for the next window to offer. */
  private endAll(): void {
    this.takePaused()?.dispose();
    for (const attempt of [...this.on]) {
      this.abandon(attempt);
      attempt.run?.dispose();
    }
  }

  private follow(attempt: Attempt, run: Run): void {
    this.closing = Promise.all([this.closing, run.closed]).then(() => undefined);
    this.ledger.follow(run.bill);
    run.onDidNotice((notice) => {
      this.notices.fire(notice);
    });
    run.onDidProgress((event) => {
      if (event.kind === 'end') {
        this.ledger.close(run.bill);
        this.lastBegin = run.begun ?? this.lastBegin;
        // A pause outlasts the retry of what was said before.
        if (run.kept === undefined) {
          this.lastFigures = run.figures;
          this.takePaused()?.dispose();
          this.paused = run.pausedTarget;
        }
        this.finish(attempt, event);
      } else if (this.last === attempt) {
        this.current.apply(event);
      }
    });
  }

  private openTarget(attempt: Attempt, { open, request = {} }: BeginOptions): Promise<Target> {
    // Whoever says where does not mean the place before the pause.
    const isSaid = request.kind !== undefined || request.place !== undefined;
    if (isSaid || open !== undefined) this.takePaused()?.dispose();
    if (open !== undefined) return open();
    // Kept audio goes to where the person is.
    const paused = attempt.kept === undefined ? this.takePaused() : undefined;
    paused?.resume?.();
    return paused === undefined ? this.deps.openTarget(request) : Promise.resolve(paused);
  }

  private takePaused(): Target | undefined {
    const { paused } = this;
    this.paused = undefined;
    return paused;
  }

  /**
   * Gives up an attempt: where it has no run yet, the answer to loading or asking comes too late;
   * where it is a retry, the next kept audio is not tried.
   */
  private abandon(attempt: Attempt | undefined): void {
    if (attempt === undefined) return;
    attempt.isAbandoned = true;
    if (attempt.run === undefined) this.finish(attempt, { kind: 'end' });
  }

  private finish(attempt: Attempt, event: DictationEvent & { kind: 'end' }): void {
    if (!this.on.delete(attempt)) return;
    attempt.dispose();
    const { failure } = event;
    if (failure !== undefined) this.deps.log.error(`run failed: ${loggable(failure)}`);
    const unsent = this.keepUnsent(attempt);
    if (this.last === attempt) {
      this.last = undefined;
      this.lastEnd = event;
      this.comeToRest();
      const isDone = attempt.run !== undefined && failure === undefined && !attempt.isAbandoned;
      // What is still kept was not transcribed well, and would not be at once.
      if (attempt.kept !== undefined && isDone && unsent !== attempt.kept)
        void this.retry(attempt.options.recognition);
    } else if (failure !== undefined) {
      const keptMs = unsent === undefined ? 0 : audioMs(unsent);
      this.notices.fire({ kind: 'earlier-run-failed', error: failure, keptMs });
    }
    if (this.last === undefined) this.comeToRest();
  }

  /** Keeps what an attempt has not transcribed, where somebody may be speaking in it. @returns that */
  private keepUnsent({ run, kept }: Attempt): KeptAudio | undefined {
    // A retry that came to no run has transcribed nothing.
    const unsent = run === undefined ? kept : run.keptSpeech;
    if (kept !== undefined) this.kept.settle(kept, unsent);
    else if (unsent !== undefined) {
      const lostMs = this.kept.keep(unsent);
      if (lostMs > 0)
        this.notices.fire({ kind: 'kept-audio-full', lostMs, limitMs: KEPT_LIMIT_MS });
    }
    if (unsent !== undefined && run?.disorderedAudio !== undefined) {
      this.notices.fire({ kind: 'order-broken', keptMs: audioMs(unsent) });
    }
    return unsent;
  }

  /** Idle, for the newest attempt's reason; while an earlier run still drains, finalizing. */
  private comeToRest(): void {
    const { ms } = this.kept;
    if (this.on.size > 0) this.current.apply({ kind: 'stop' });
    else {
      this.current.apply({
        ...this.lastEnd,
        ...(ms === 0 ? {} : { keptMs: ms }),
        ...(this.paused === undefined ? {} : { isPaused: true }),
      });
    }
  }
}
