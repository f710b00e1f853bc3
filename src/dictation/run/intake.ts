import type { Clock } from '../../core/clock';
import { disposeAll, Emitter, type Disposable } from '../../core/events';
import type { DictationError } from '../../core/failure';
import type { Log } from '../../core/log';
import type { MicrophoneHold } from '../../core/microphone-hold';
import type { CostSettings, Settings } from '../../core/settings';
import type { Sound } from '../../core/sound';
import { CostGuard, type BudgetStatus, type CostDecision } from '../cost/cost-guard';
import type { Reports } from '../notice';
import type { Level } from '../state';
import type { SessionChain } from '../sessions/session-chain';
import type { AudioSource } from './audio-source';
import type { RunAudio } from './run-audio';
import { LevelGauge } from './level-gauge';
import { SoundCheck, type SoundProblem } from './sound-check';

/** So many frames later, what is heard now has come: the slowest recorder is 60 ms late (docs/audio.md §2). */
const LATE_FRAMES = 2;

export interface IntakeOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** The run's to open and to dispose. */
  readonly source: AudioSource;
  /** Given back as soon as the microphone is off. */
  readonly hold?: MicrophoneHold | undefined;
  readonly settings: Settings;
  readonly audio: RunAudio;
  readonly chain: SessionChain;
  /** See `RunOptions.budget`. */
  readonly budget: (dailyBudget: number | null) => BudgetStatus;
  readonly reports: Reports;
}

/**
 * Takes the sound of a run in: into the journal and to the sessions, parked while nobody speaks; and
 * tells what is wrong with the sound, and when it has cost enough.
 */
export class Intake implements Disposable {
  private readonly stops = new Emitter<undefined>();
  private readonly awakenings = new Emitter<undefined>();
  private readonly failure = new Emitter<DictationError>();
  private readonly subscriptions: Disposable[] = [];
  private readonly guard: CostGuard;
  private readonly gauge = new LevelGauge();
  private readonly sound = new SoundCheck();
  private lostSound = 0;

  /** Dictation is to stop: a limit of its cost is reached, or another window wants the microphone. */
  readonly onDidAskToStop = this.stops.event;
  /** {@link isHearing} may be another now. */
  readonly onDidAwake = this.awakenings.event;
  /** See `AudioSource.onDidFail`. */
  readonly onDidFail = this.failure.event;

  constructor(private readonly options: IntakeOptions) {
    const { clock, chain, settings, budget, source, hold, reports } = options;
    const billsOpenTime = (): boolean => chain.billsOpenTime;
    const startMs = clock.now();
    this.guard = new CostGuard({ settings: settings.cost, startMs, billsOpenTime, budget });
    if (hold !== undefined) {
      this.subscriptions.push(
        hold.onDidAskBack(() => {
          this.stops.fire(undefined);
        }),
      );
    }
    this.subscriptions.push(
      source.onDidRecord((frame) => {
        this.onFrame(frame);
      }),
      source.onDidMeasure((levels) => {
        for (const decision of this.guard.hear(levels, clock.now())) this.carryOut(decision);
      }),
      source.onDidHear((sound) => {
        this.onHeard(sound);
      }),
      chain.onDidHint((hint) => {
        if (hint.kind === 'speech') this.report(this.sound.reported(hint.probability));
      }),
      source.onDidNotice((notice) => {
        if (notice.kind === 'overrun') this.lostSound++;
        else if (notice.kind === 'moved') reports.notice({ ...notice, kind: 'microphone-moved' });
        else reports.notice({ kind: 'microphone-replaced', device: settings.recording.device });
      }),
      source.onDidFail((error) => {
        this.failure.fire(error);
      }),
    );
  }

  /** Kept audio is what it is; a microphone that delivers zeros is not awake yet. */
  get isHearing(): boolean {
    const { audio } = this.options;
    return audio.hasCome && (audio.kept !== undefined || this.sound.isAwake);
  }

  /** How often sound was not fetched in time, and was lost. */
  get overruns(): number {
    return this.lostSound;
  }

  /** The recogniser's newest text; `isFinal`: it says itself that this was all. */
  recognised(text: string, isFinal: boolean): void {
    this.guard.recognised(text, this.options.clock.now(), isFinal);
    if (text !== '') this.sound.recognised();
  }

  /** See {@link LevelGauge.takeAlong}. */
  takeLevel(): Level | undefined {
    return this.gauge.takeAlong();
  }

  /** Goes on although a limit is near. */
  extend(): void {
    this.guard.extend(this.options.clock.now());
  }

  /** The settings have changed. */
  update(settings: CostSettings): void {
    this.guard.update(settings);
  }

  /**
   * Asks for word when sound that is made now has come, and nobody has spoken for so long that none of
   * it can belong to a word. None comes where somebody speaks, or nobody can tell.
   */
  onceSilent(tell: () => void): Disposable {
    let frames = 0;
    return this.options.source.onDidMeasure(() => {
      frames++;
      if (frames >= LATE_FRAMES && this.guard.isSilent) tell();
    });
  }

  /**
   * Takes in the last of the sound, and turns the microphone off; never rejects.
   *
   * @param saidUntilMs see `Recorder.stop`
   */
  async stop(saidUntilMs?: number): Promise<void> {
    await this.options.source.stop(saidUntilMs);
    this.options.hold?.dispose();
  }

  /** No sound will come any more: what may have been the beginning of a word is transcribed, too. */
  finish(): void {
    if (this.guard.mayBeWaking) this.options.chain.wake(0);
  }

  /** At once, the microphone included. */
  dispose(): void {
    const { source, hold } = this.options;
    disposeAll([...this.subscriptions, this.stops, this.awakenings, this.failure]);
    source.dispose();
    hold?.dispose();
  }

  private onFrame(frame: Uint8Array): void {
    const { audio, chain } = this.options;
    const isFirst = !audio.hasCome;
    audio.append(frame);
    chain.advance();
    if (isFirst) this.awakenings.fire(undefined);
  }

  private onHeard(sound: Sound): void {
    const { isAwake, isLate } = this.sound;
    const problem = this.sound.hear(sound);
    if (this.sound.isLate !== isLate) {
      this.options.reports.progress({ kind: 'microphone', isAsleep: !isLate });
    }
    if (!isAwake) this.awakenings.fire(undefined);
    this.report(problem);
    const level = this.gauge.hear(sound);
    if (level !== undefined) this.options.reports.progress({ kind: 'level', level });
  }

  private report(problem: SoundProblem | undefined): void {
    const { log, reports } = this.options;
    if (problem === undefined) return;
    log.warn(`sound: ${problem}`);
    reports.notice({ kind: 'sound-problem', problem });
  }

  private carryOut(decision: CostDecision): void {
    const { chain, audio, log, reports } = this.options;
    switch (decision.kind) {
      case 'park':
        chain.park();
        return;
      case 'wake':
        chain.wake(audio.journal.endMs - decision.audioMs);
        log.info('woken: somebody speaks');
        reports.progress({ kind: 'wake' });
        return;
      case 'warn':
        reports.notice({ kind: 'cost-warning', limit: decision.limit });
        return;
      case 'stop':
        reports.notice({ kind: 'cost-stop', limit: decision.limit });
        this.stops.fire(undefined);
        return;
    }
  }
}
