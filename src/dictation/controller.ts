import type { Clock } from '../core/clock';
import { Emitter, type Disposable } from '../core/events';
import { DictationError } from '../core/failure';
import type { Log } from '../core/log';
import type { RecognitionSettings, Settings } from '../core/settings';
import type { OpenTarget, Target } from '../core/target';
import { audioMs, type KeptAudio } from './audio-source';
import type { Engine } from './engine';
import type { Notice } from './notice';
import { Run } from './run';
import { IDLE, transition, type DictationEvent, type DictationState } from './state';
import { ToggleGate } from './toggle-gate';

export interface DictationDependencies {
  readonly clock: Clock;
  readonly log: Log;
  /** Loads microphone and network code; called at the first dictation. */
  readonly loadEngine: () => Promise<Engine>;
  /** The settings that hold where the person is now. */
  readonly readSettings: () => Settings;
  /** The API key for these settings, asking the person if there is none; undefined: dismissed. */
  readonly authorize: (recognition: RecognitionSettings) => Promise<string | undefined>;
  readonly openTarget: OpenTarget;
  /** `Math.random`, or a test's: spreads reconnects. */
  readonly random: () => number;
}

/** One press of the start key: a run, or its preparation (loading, asking for the key). */
interface Attempt {
  run: Run | undefined;
  isAbandoned: boolean;
  /** Set when kept audio is tried again instead of the microphone. */
  readonly kept: KeptAudio | undefined;
}

/**
 * Less than this is not worth another try: the silence after the last word. A second is also what
 * a turn takes to end.
 */
const KEPT_AT_LEAST_MS = 1000;

/** What the person's commands act on: starts and ends runs, and tells what dictation is doing. */
export class DictationController implements Disposable {
  private readonly stateChanges = new Emitter<DictationState>();
  private readonly notices = new Emitter<Notice>();
  private readonly gate = new ToggleGate();
  /** Every run that has not ended: at most one listens, earlier ones may still drain. */
  private readonly runs = new Set<Run>();
  private attempt: Attempt | undefined;
  /** Audio of failed runs, oldest first. */
  private readonly kept: KeptAudio[] = [];
  private lastRunEnded: Promise<void> = Promise.resolve();
  private closing: Promise<void> = Promise.resolve();
  private current: DictationState = IDLE;

  readonly onDidChangeState = this.stateChanges.event;
  readonly onDidNotice = this.notices.event;

  constructor(private readonly deps: DictationDependencies) {}

  get state(): DictationState {
    return this.current;
  }

  /**
   * Starts dictating; does nothing while a run is on. A run that still drains does not hinder it:
   * both end, and the earlier one's words are inserted first.
   * Never rejects: a failure is the reason of the idle state. Resolves when the run is on its way.
   */
  start(): Promise<void> {
    return this.begin(undefined);
  }

  /** Transcribes the audio that earlier failures left, oldest first, to where the person is now. */
  async retryTranscription(): Promise<void> {
    if (this.current.kind !== 'idle') return;
    const audio = this.kept.shift();
    if (audio !== undefined) await this.begin(audio);
  }

  /** Audio of failed runs that is not transcribed, oldest first. */
  get keptAudio(): readonly KeptAudio[] {
    return this.kept;
  }

  private async begin(kept: KeptAudio | undefined): Promise<void> {
    if (this.current.kind !== 'idle' && this.current.kind !== 'finalizing') return;
    const attempt: Attempt = { run: undefined, isAbandoned: false, kept };
    this.attempt = attempt;
    const { clock, log, random, openTarget, readSettings, loadEngine, authorize } = this.deps;
    this.apply({ kind: 'start', nowMs: clock.now() });
    let target: Target | undefined;
    try {
      target = openTarget();
      const settings = readSettings();
      const [engine, apiKey] = await Promise.all([loadEngine(), authorize(settings.recognition)]);
      if (attempt.isAbandoned) {
        target.dispose();
        return;
      }
      if (apiKey === undefined) throw new DictationError('key-missing');
      const after = this.lastRunEnded;
      const parts = { clock, log, random, engine, target };
      this.adopt(attempt, new Run({ ...parts, settings, apiKey, after, kept }));
      if (kept !== undefined) attempt.run?.stop();
    } catch (error) {
      target?.dispose();
      this.finish(attempt, { kind: 'end', failure: DictationError.from(error) });
    }
  }

  /** Ends the run so that everything said lands. */
  stop(): void {
    const { attempt } = this;
    if (attempt?.run === undefined) this.abandon(attempt);
    else attempt.run.stop();
  }

  /** Starts or stops; the auto-repeat of a held key counts as one press. */
  toggle(): void {
    if (!this.gate.accepts(this.deps.clock.now())) return;
    if (this.current.kind === 'idle' || this.current.kind === 'finalizing') void this.start();
    else this.stop();
  }

  /** Ends everything at once; what has not landed is dropped. */
  cancel(): void {
    this.abandon(this.attempt);
    for (const run of [...this.runs]) run.cancel();
  }

  /** Asks the recogniser to end the current turn now. */
  endTurn(): void {
    this.attempt?.run?.endTurn();
  }

  /** To be called when a setting changed: a running session takes over what it can. */
  settingsChanged(): void {
    this.attempt?.run?.update(this.deps.readSettings());
  }

  /** Microphone off and sessions terminated, because the window closes. Resolves when they are. */
  async shutdown(): Promise<void> {
    this.cancel();
    await this.closing;
  }

  dispose(): void {
    this.cancel();
    this.stateChanges.dispose();
    this.notices.dispose();
  }

  private adopt(attempt: Attempt, run: Run): void {
    attempt.run = run;
    this.runs.add(run);
    this.lastRunEnded = run.ended;
    this.closing = Promise.all([this.closing, run.closed]).then(() => undefined);
    run.onDidNotice((notice) => {
      this.notices.fire(notice);
    });
    run.onDidProgress((event) => {
      if (event.kind === 'end') {
        this.runs.delete(run);
        this.finish(attempt, event, run.keptAudio);
      } else if (this.attempt === attempt) {
        this.apply(event);
      }
    });
  }

  /** Gives up an attempt that has no run yet: the answer to loading or asking comes too late. */
  private abandon(attempt: Attempt | undefined): void {
    if (attempt === undefined || attempt.run !== undefined) return;
    attempt.isAbandoned = true;
    this.finish(attempt, { kind: 'end' });
  }

  private finish(
    attempt: Attempt,
    event: DictationEvent & { kind: 'end' },
    // A retry that came to no run has transcribed nothing.
    unsent: KeptAudio | undefined = attempt.run === undefined ? attempt.kept : undefined,
  ): void {
    const { failure } = event;
    if (failure !== undefined) this.deps.log.error(`run failed: ${failure.message}`);
    const isWorthKeeping = unsent !== undefined && audioMs(unsent) >= KEPT_AT_LEAST_MS;
    if (isWorthKeeping) {
      if (attempt.kept === undefined) this.kept.push(unsent);
      else this.kept.unshift(unsent);
    }
    if (this.attempt === attempt) {
      this.attempt = undefined;
      const keptMs = this.kept.reduce((sum, audio) => sum + audioMs(audio), 0);
      this.apply(keptMs === 0 ? event : { ...event, keptMs });
      if (attempt.kept !== undefined && failure === undefined) void this.retryTranscription();
    } else if (failure !== undefined) {
      const keptMs = isWorthKeeping ? audioMs(unsent) : 0;
      this.notices.fire({ kind: 'earlier-run-failed', error: failure, keptMs });
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
