import { Emitter, type Disposable, type Event } from '../core/events';
import { DictationError, loggable } from '../core/failure';
import type { ProviderTraits } from '../core/recognition';
import type { RecognitionSettings, Settings } from '../core/settings';
import type { NoteFinal, OpenTarget, Target, TargetRequest } from '../core/target';
import type { KeptAudio } from '../core/kept-audio';
import { Attempt, type AttemptDependencies, type RunParts } from './attempt';
import type { BudgetStatus } from './cost/cost-guard';
import { CostLedger, type CostLedgerOptions, type UsageSum } from './cost/ledger';
import { HoldToTalk, type ToggleKey } from './key/hold-to-talk';
import { audioMs, KEPT_LIMIT_MS, KeptAudioList } from './run/kept-audio';
import type { Notice } from './notice';
import type { Told } from './run/run-settings';
import type { TimedBegin } from './sessions/session-chain';
import type { Run } from './run/run';
import { IDLE, transition, type DictationEvent, type DictationState } from './state';

export interface DictationDependencies extends AttemptDependencies {
  readonly openTarget: OpenTarget;
  readonly toggleKey: ToggleKey;
  readonly noteFinal: NoteFinal;
  /** Where what it costs is entered. */
  readonly usage: CostLedgerOptions;
  /** `Math.random`, or a test's: spreads reconnects. */
  readonly random: () => number;
}

/** How a dictation is started. */
export type StartOptions = TargetRequest & {
  readonly takeOver?: boolean;
  /** The code of the language that is spoken. Default: as the settings say. */
  readonly language?: string;
  /** Opens the place; nothing else says where, then. */
  readonly open?: () => Promise<Target>;
};

interface BeginOptions {
  readonly kept?: KeptAudio;
  readonly takeOver?: boolean;
  readonly request?: TargetRequest;
  readonly recognition?: Partial<RecognitionSettings>;
  readonly open?: StartOptions['open'] | undefined;
}

/** What the person's commands act on: starts and ends runs, and tells what dictation is doing. */
export class DictationController implements Disposable {
  private readonly stateChanges = new Emitter<DictationState>();
  private readonly notices = new Emitter<Notice>();
  private readonly key: HoldToTalk;
  /** Where the words of the newest start were to go, as far as it was said. */
  private lastRequest: TargetRequest = {};
  /** Where the next run goes on, after the spoken command to pause. */
  private paused: Target | undefined;
  /** All that are not over: at most the newest listens, earlier ones may still drain. */
  private readonly attempts = new Set<Attempt>();
  private attempt: Attempt | undefined;
  private readonly kept = new KeptAudioList();
  private lastBegin: TimedBegin | undefined;
  /** Why the newest attempt ended. */
  private lastEnd: DictationEvent & { kind: 'end' } = { kind: 'end' };
  /** Resolves when all attempts so far are over. */
  private lastEnded: Promise<void> = Promise.resolve();
  private closing: Promise<void> = Promise.resolve();
  private current: DictationState = IDLE;

  /** What dictation has cost in all windows. */
  readonly ledger: CostLedger;
  readonly onDidChangeState = this.stateChanges.event;
  readonly onDidNotice = this.notices.event;

  constructor(private readonly deps: DictationDependencies) {
    this.ledger = new CostLedger(deps.usage);
    this.key = new HoldToTalk({
      ...deps.toggleKey,
      clock: deps.clock,
      dictating: () => (this.isDictating ? this.attempt : undefined),
      onRelease: () => {
        if (this.attempt !== undefined) this.attempt.isReleased = true;
        this.stop();
      },
    });
  }

  get state(): DictationState {
    return this.current;
  }

  /**
   * Starts dictating; does nothing while a run is on. A run that still drains does not hinder it:
   * both end, and the earlier one's words are inserted first.
   * Never rejects: a failure is the reason of the idle state. Resolves when the run is on its way.
   *
   * @param options.takeOver make another window that dictates stop first
   * @param options.kind where the words go
   */
  start({ takeOver = false, language, open, ...request }: StartOptions = {}): Promise<void> {
    this.lastRequest = request;
    const recognition = language === undefined ? {} : { languages: [language] };
    return this.begin({ takeOver, request, recognition, open });
  }

  /** Where the words were to go that were asked for last, for another try. */
  get wanted(): TargetRequest {
    return this.lastRequest;
  }

  /**
   * Transcribes the audio that earlier failures left, oldest first, to where the person is now.
   *
   * @param recognition what is to be otherwise than the settings say: who listens
   */
  async retryTranscription(recognition: Partial<RecognitionSettings> = {}): Promise<void> {
    if (this.current.kind !== 'idle') return;
    const [oldest] = this.kept.audio;
    if (oldest !== undefined) await this.begin({ kept: oldest, recognition });
  }

  /** Audio of failed runs that is not transcribed, oldest first. */
  get keptAudio(): readonly KeptAudio[] {
    return this.kept.audio;
  }

  /**
   * Takes in audio that an earlier window could not transcribe, before what this one has; the idle
   * state tells that there is something to retry.
   */
  adoptKeptAudio(audio: readonly KeptAudio[]): void {
    this.kept.adopt(audio);
    if (audio.length > 0) this.tellKept();
  }

  /** Lets go of kept audio, because the person has saved it elsewhere, or discarded it. */
  releaseKeptAudio(audio: readonly KeptAudio[]): void {
    this.kept.release(audio);
    this.tellKept();
  }

  /**
   * All audio that no final covers, of running runs too; to be asked right before {@link shutdown}.
   */
  get unsentAudio(): readonly KeptAudio[] {
    const { runs } = this;
    const kept = this.kept.audio.flatMap((audio) => {
      const run = runs.find((each) => each.kept === audio);
      return run === undefined ? audio : (run.unsentSpeech ?? []);
    });
    const spoken = runs.filter((run) => run.kept === undefined);
    return [...kept, ...spoken.flatMap((run) => run.unsentSpeech ?? [])];
  }

  /** How long the audio in memory is, ms: of each run that has not ended, and of failed runs. */
  get audioInMemory(): { readonly runsMs: readonly number[]; readonly keptMs: number } {
    const runsMs = this.runs.map(({ unsentAudio }) => audioMs(unsentAudio));
    return { runsMs, keptMs: this.kept.ms };
  }

  /** Those of all attempts that have come so far. */
  private get runs(): readonly Run[] {
    return [...this.attempts].flatMap(({ run }) => run ?? []);
  }

  /** Whether a run is on its way or listens; another may start while one only drains. */
  private get isDictating(): boolean {
    return this.current.kind !== 'idle' && this.current.kind !== 'finalizing';
  }

  /** The idle state tells whether there is something to retry. */
  private tellKept(): void {
    if (this.current.kind !== 'idle') return;
    const { ms } = this.kept;
    this.current = ms === 0 ? IDLE : { ...this.current, keptMs: ms };
    this.stateChanges.fire(this.current);
  }

  private async begin(options: BeginOptions): Promise<void> {
    const { kept, takeOver = false, recognition = {} } = options;
    if (this.isDictating) return;
    // No word twice: only one microphone is on.
    for (const earlier of this.attempts) earlier.handOver();
    const attempt = new Attempt(this.deps, { kept, takeOver, recognition });
    this.attempt = attempt;
    this.attempts.add(attempt);
    const after = this.lastEnded;
    this.lastEnded = Promise.all([after, attempt.ended]).then(() => undefined);
    this.apply({ kind: 'start', nowMs: this.deps.clock.now() });
    try {
      const parts = await attempt.prepare({
        findTarget: () => this.openTarget(attempt, options),
        accept: (settings, traits) => this.accept(attempt, settings, traits),
        onProgress: (preparation) => {
          if (this.attempt === attempt) this.apply({ kind: 'prepare', preparation });
        },
      });
      if (parts === undefined) this.finish(attempt, { kind: 'end' });
      else this.run(attempt, parts, after);
    } catch (error) {
      this.finish(attempt, { kind: 'end', failure: DictationError.from(error) });
    }
  }

  /** The place is known: the status bar can name it, and there must be money for it. */
  private accept(attempt: Attempt, { cost }: Settings, traits: ProviderTraits): boolean {
    if (attempt.target?.name !== undefined) this.stateChanges.fire(this.current);
    if (!traits.billsOpenTime) return true;
    if (this.ledger.status(cost.dailyBudget) !== 'spent') return true;
    this.finish(attempt, { kind: 'end' });
    this.notices.fire({ kind: 'cost-stop', limit: 'budget' });
    return false;
  }

  /** @param after when the words of all earlier attempts are inserted */
  private run(attempt: Attempt, parts: RunParts, after: Promise<void>): void {
    const { clock, log, random, noteFinal } = this.deps;
    const { kept } = attempt;
    const budget = (dailyBudget: number | null): BudgetStatus => this.ledger.status(dailyBudget);
    const { startRun, provider } = parts.code;
    const isReleased = (): boolean => attempt.isReleased;
    const own = { provider, clock, log, random, noteFinal, kept, budget, after, isReleased };
    const run = startRun({ ...parts, ...own });
    this.follow(attempt, run);
    attempt.begin(run);
  }

  /** Ends the run so that everything said lands; what was said before it began, too. */
  stop(): void {
    const { attempt } = this;
    if (attempt?.run !== undefined) attempt.run.stop();
    else if (attempt?.stopRecording() === true) this.apply({ kind: 'stop' });
    else this.abandon(attempt);
  }

  /** Takes a press, or an auto-repeat, of the key that starts and stops: {@link HoldToTalk}. */
  toggle(request: TargetRequest = {}): void {
    const verdict = this.key.press();
    if (verdict === 'start') void this.start(request);
    else if (verdict === 'stop') this.stop();
  }

  /** Ends everything at once; what has not landed is dropped, what has is taken back. */
  cancel(): void {
    this.forgetPause();
    for (const attempt of [...this.attempts]) {
      this.abandon(attempt);
      attempt.run?.cancel();
    }
  }

  /**
   * Does not wait for what was said last any more: what has landed stays, the rest is kept for another
   * try. Does nothing while somebody dictates.
   */
  leave(): void {
    if (this.current.kind !== 'finalizing') return;
    for (const attempt of [...this.attempts]) {
      if (attempt.run === undefined) continue;
      this.abandon(attempt);
      attempt.run.leave();
    }
  }

  /**
   * How far the run has come that is being finished; nothing: there is none.
   *
   * @returns `totalMs`: of kept audio; of what was just said it is not told
   */
  get finishing(): { readonly heardMs: number; readonly totalMs: number | undefined } | undefined {
    const run = this.attempt?.run ?? this.runs[0];
    if (this.current.kind !== 'finalizing' || run === undefined) return undefined;
    return { heardMs: run.heardMs, totalMs: run.kept && audioMs(run.kept) };
  }

  /** Tells at each event of that key whether it is certainly held, and when it is released. */
  get onDidNoticeKeyHeld(): Event<boolean> {
    return this.key.onDidNoticeHeld;
  }

  /** Asks the recogniser to end the current turn now. */
  endTurn(): void {
    this.attempt?.run?.endTurn();
  }

  /** Writes as code what was written as prose, and the other way round, until the run is over. */
  switchScope(): void {
    this.attempt?.target?.switchScope?.();
  }

  /** Goes on although a limit of the cost settings is near. */
  extend(): void {
    this.attempt?.run?.extend();
  }

  /** Starts although the daily budget is spent; it counts again tomorrow. */
  async continuePastBudget(): Promise<void> {
    this.ledger.waiveBudget();
    await this.start(this.wanted);
  }

  /** What the run that is on, or the last one, is billed, and all of today; none before the first. */
  get usage(): { readonly run: UsageSum; readonly today: UsageSum } | undefined {
    return this.ledger.usage(this.attempt?.run?.bill);
  }

  /** The id of the newest session, of the run that is on or the last one; support asks for it. */
  get sessionId(): string | undefined {
    return this.begun?.sessionId;
  }

  /** How the newest session began, of the run that is on or the last one; undefined: none has. */
  get begun(): TimedBegin | undefined {
    return this.attempt?.run?.begun ?? this.lastBegin;
  }

  /** To be called when a setting changed: a running session takes over what it can. */
  settingsChanged(): void {
    const { attempt } = this;
    attempt?.run?.update(attempt.readSettings(attempt.target?.resource));
  }

  /** What the status bar calls the place where the words go; undefined: a text editor, or none. */
  get targetName(): string | undefined {
    return this.attempt?.target?.name;
  }

  /** URI of the document whose settings hold for the run that is on, if there is one. */
  get targetResource(): string | undefined {
    return this.attempt?.target?.resource;
  }

  /** What the recogniser is told in the run that is on; nothing: none is on. */
  get told(): Told | undefined {
    return this.current.kind === 'idle' ? undefined : this.attempt?.run?.told;
  }

  /** Microphone off and sessions terminated, because the window closes. Resolves when they are. */
  async shutdown(): Promise<void> {
    this.endAll();
    await this.closing;
  }

  dispose(): void {
    this.key.dispose();
    this.endAll();
    this.stateChanges.dispose();
    this.notices.dispose();
  }

  /** Not cancelled: what has landed stays, and what has not is left for the next window to offer. */
  private endAll(): void {
    this.takePaused()?.dispose();
    for (const attempt of [...this.attempts]) {
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
          this.takePaused()?.dispose();
          this.paused = run.pausedTarget;
        }
        this.finish(attempt, event);
      } else if (this.attempt === attempt) {
        this.apply(event);
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

  private forgetPause(): void {
    this.takePaused()?.dispose();
    if (this.current.kind !== 'idle' || this.current.isPaused === undefined) return;
    this.current = IDLE;
    this.tellKept();
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
    if (!this.attempts.delete(attempt)) return;
    attempt.dispose();
    const { kept } = attempt;
    const { failure } = event;
    if (failure !== undefined) this.deps.log.error(`run failed: ${loggable(failure)}`);
    // A retry that came to no run has transcribed nothing.
    const unsent = attempt.run === undefined ? kept : attempt.run.keptSpeech;
    const isWorthKeeping = unsent !== undefined;
    if (kept !== undefined) this.kept.settle(kept, isWorthKeeping ? unsent : undefined);
    else if (isWorthKeeping) {
      const lostMs = this.kept.keep(unsent);
      if (lostMs > 0)
        this.notices.fire({ kind: 'kept-audio-full', lostMs, limitMs: KEPT_LIMIT_MS });
    }
    if (isWorthKeeping && attempt.run?.disorderedAudio !== undefined) {
      this.notices.fire({ kind: 'order-broken', keptMs: audioMs(unsent) });
    }
    if (this.attempt === attempt) {
      this.attempt = undefined;
      this.lastEnd = event;
      this.comeToRest();
      const isDone = attempt.run !== undefined && failure === undefined && !attempt.isAbandoned;
      // What is still kept was not transcribed well, and would not be at once.
      if (kept !== undefined && isDone && unsent !== kept)
        void this.retryTranscription(attempt.options.recognition);
    } else if (failure !== undefined) {
      const keptMs = isWorthKeeping ? audioMs(unsent) : 0;
      this.notices.fire({ kind: 'earlier-run-failed', error: failure, keptMs });
    }
    if (this.attempt === undefined) this.comeToRest();
  }

  /** Idle, for the newest attempt's reason; while an earlier run still drains, finalizing. */
  private comeToRest(): void {
    const { ms } = this.kept;
    if (this.attempts.size > 0) this.apply({ kind: 'stop' });
    else {
      this.apply({
        ...this.lastEnd,
        ...(ms === 0 ? {} : { keptMs: ms }),
        ...(this.paused === undefined ? {} : { isPaused: true }),
      });
    }
  }

  private apply(event: DictationEvent): void {
    const next = transition(this.current, event);
    if (next === this.current) return;
    if (next.kind !== this.current.kind) this.deps.log.info(`${this.current.kind} → ${next.kind}`);
    this.current = next;
    this.stateChanges.fire(next);
  }
}
