import { type Disposable, type Event } from '../core/events';
import type { KeptAudio } from '../core/kept-audio';
import type { RecognitionSettings } from '../core/settings';
import type { Target, TargetRequest } from '../core/target';
import { Attempts, type AttemptsDependencies } from './attempts';
import { CostLedger, type CostLedgerOptions, type UsageSum } from './cost/ledger';
import { HoldToTalk, type ToggleKey } from './key/hold-to-talk';
import type { Notice } from './notice';
import { audioMs } from './run/kept-audio';
import type { Run, RunFigures } from './run/run';
import type { Told } from './run/run-settings';
import type { TimedBegin } from './sessions/session-chain';
import type { DictationState } from './state';

export interface DictationDependencies extends AttemptsDependencies {
  readonly toggleKey: ToggleKey;
  /** Where what it costs is entered. */
  readonly usage: CostLedgerOptions;
}

/** How a dictation is started. */
export type StartOptions = TargetRequest & {
  readonly takeOver?: boolean;
  /** The code of the language that is spoken. Default: as the settings say. */
  readonly language?: string;
  /** Opens the place; nothing else says where, then. */
  readonly open?: () => Promise<Target>;
};

/** What the person's commands act on: starts and ends dictations, and tells what is going on. */
export class DictationController implements Disposable {
  private readonly key: HoldToTalk;
  private readonly attempts: Attempts;
  /** Where the words of the newest start were to go, as far as it was said. */
  private lastRequest: TargetRequest = {};

  /** What dictation has cost in all windows. */
  readonly ledger: CostLedger;
  readonly onDidChangeState: Event<DictationState>;
  readonly onDidNotice: Event<Notice>;

  constructor(deps: DictationDependencies) {
    this.ledger = new CostLedger(deps.usage);
    this.attempts = new Attempts(deps, this.ledger);
    this.onDidChangeState = this.attempts.onDidChangeState;
    this.onDidNotice = this.attempts.onDidNotice;
    this.key = new HoldToTalk({
      ...deps.toggleKey,
      clock: deps.clock,
      dictating: () => (this.attempts.isDictating ? this.attempts.newest : undefined),
      onRelease: () => {
        const { newest } = this.attempts;
        if (newest !== undefined) newest.isReleased = true;
        this.stop();
      },
    });
  }

  get state(): DictationState {
    return this.attempts.state;
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
    return this.attempts.begin({ takeOver, request, recognition, open });
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
    await this.attempts.retry(recognition);
  }

  /** Audio of failed runs that is not transcribed, oldest first. */
  get keptAudio(): readonly KeptAudio[] {
    return this.attempts.kept.audio;
  }

  /**
   * Takes in audio that an earlier window could not transcribe, before what this one has; the idle
   * state tells that there is something to retry.
   */
  adoptKeptAudio(audio: readonly KeptAudio[]): void {
    this.attempts.kept.adopt(audio);
    if (audio.length > 0) this.attempts.tellKept();
  }

  /** Lets go of kept audio, because the person has saved it elsewhere, or discarded it. */
  releaseKeptAudio(audio: readonly KeptAudio[]): void {
    this.attempts.kept.release(audio);
    this.attempts.tellKept();
  }

  /**
   * All audio that no final covers, of running runs too; to be asked right before {@link shutdown}.
   */
  get unsentAudio(): readonly KeptAudio[] {
    const { runs, kept: list } = this.attempts;
    const kept = list.audio.flatMap((audio) => {
      const run = runs.find((each) => each.kept === audio);
      return run === undefined ? audio : (run.unsentSpeech ?? []);
    });
    const spoken = runs.filter((run) => run.kept === undefined);
    return [...kept, ...spoken.flatMap((run) => run.unsentSpeech ?? [])];
  }

  /** How long the audio in memory is, ms: of each run that has not ended, and of failed runs. */
  get audioInMemory(): { readonly runsMs: readonly number[]; readonly keptMs: number } {
    const runsMs = this.attempts.runs.map(({ unsentAudio }) => audioMs(unsentAudio));
    return { runsMs, keptMs: this.attempts.kept.ms };
  }

  /** Ends the run so that everything said lands; what was said before it began, too. */
  stop(): void {
    this.attempts.stop();
  }

  /** Takes a press, or an auto-repeat, of the key that starts and stops: {@link HoldToTalk}. */
  toggle(request: TargetRequest = {}): void {
    const verdict = this.key.press();
    if (verdict === 'start') void this.start(request);
    else if (verdict === 'stop') this.stop();
  }

  /** Ends everything at once; what has not landed is dropped, what has is taken back. */
  cancel(): void {
    this.attempts.cancel();
  }

  /**
   * Does not wait for what was said last any more: what has landed stays, the rest is kept for another
   * try. Does nothing while somebody dictates.
   */
  leave(): void {
    if (this.state.kind === 'finalizing') this.attempts.leave();
  }

  /**
   * How far the run has come that is being finished; nothing: there is none.
   *
   * @returns `totalMs`: of kept audio; of what was just said it is not told
   */
  get finishing(): { readonly heardMs: number; readonly totalMs: number | undefined } | undefined {
    const run = this.run ?? this.attempts.runs[0];
    if (this.state.kind !== 'finalizing' || run === undefined) return undefined;
    return { heardMs: run.heardMs, totalMs: run.kept && audioMs(run.kept) };
  }

  /** Tells at each event of that key whether it is certainly held, and when it is released. */
  get onDidNoticeKeyHeld(): Event<boolean> {
    return this.key.onDidNoticeHeld;
  }

  /** Asks the recogniser to end the current turn now. */
  endTurn(): void {
    this.run?.endTurn();
  }

  /** Writes as code what was written as prose, and the other way round, until the run is over. */
  switchScope(): void {
    this.attempts.newest?.target?.switchScope?.();
  }

  /** Goes on although a limit of the cost settings is near. */
  extend(): void {
    this.run?.extend();
  }

  /** Starts although the daily budget is spent; it counts again tomorrow. */
  async continuePastBudget(): Promise<void> {
    this.ledger.waiveBudget();
    await this.start(this.wanted);
  }

  /** What the run that is on, or the last one, is billed, and all of today; none before the first. */
  get usage(): { readonly run: UsageSum; readonly today: UsageSum } | undefined {
    return this.ledger.usage(this.run?.bill);
  }

  /** The id of the newest session, of the run that is on or the last one; support asks for it. */
  get sessionId(): string | undefined {
    return this.begun?.sessionId;
  }

  /** How the newest session began, of the run that is on or the last one; undefined: none has. */
  get begun(): TimedBegin | undefined {
    return this.attempts.begun;
  }

  /** What is known of the last run that was stopped; undefined: none was. */
  get lastRun(): RunFigures | undefined {
    return this.attempts.lastRun;
  }

  /** To be called when a setting changed: a running session takes over what it can. */
  settingsChanged(): void {
    const { newest } = this.attempts;
    newest?.run?.update(newest.readSettings(newest.target?.resource));
  }

  /** Where the words of the run that is on go; undefined: none is on, or that is not known yet. */
  get target(): Target | undefined {
    return this.attempts.newest?.target;
  }

  /** What the recogniser is told in the run that is on; nothing: none is on. */
  get told(): Told | undefined {
    return this.state.kind === 'idle' ? undefined : this.run?.told;
  }

  /** Microphone off and sessions terminated, because the window closes. Resolves when they are. */
  async shutdown(): Promise<void> {
    await this.attempts.shutdown();
  }

  dispose(): void {
    this.key.dispose();
    this.attempts.dispose();
  }

  /** The newest one, if it is on. */
  private get run(): Run | undefined {
    return this.attempts.newest?.run;
  }
}
