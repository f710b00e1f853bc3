import type { Clock } from '../../core/clock';
import { disposeAll, Emitter, type Disposable } from '../../core/events';
import type { DictationError } from '../../core/failure';
import type { Log } from '../../core/log';
import type { SessionEnd } from '../../core/recognition';
import type { Provider, ReadyProvider } from '../../core/provider';
import type { Settings } from '../../core/settings';
import type { WorkspaceNames } from '../../core/workspace-names';
import type { MicrophoneHold } from '../../core/microphone-hold';
import type { NoteFinal, Target } from '../../core/target';
import type { KeptAudio } from '../../core/kept-audio';
import type { BudgetStatus } from '../cost/cost-guard';
import { RunBill } from '../cost/ledger';
import type { Notice, Reports } from '../notice';
import { SessionChain, type TimedBegin, type TranscribedText } from '../sessions/session-chain';
import type { DictationEvent, Level } from '../state';
import { KeptAudioSource, type AudioSource } from './audio-source';
import { Insertions } from './insertions';
import { Intake } from './intake';
import { mayHaveSpeech } from './may-have-speech';
import { POST_ROLL_MS } from './microphone';
import { RunAudio } from './run-audio';
import { RunSettings, type Told } from './run-settings';
import { SessionWatch } from './session-watch';
import { ShownWords } from './shown-words';

export interface RunOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly provider: Pick<Provider, 'traits'>;
  readonly ready: ReadyProvider;
  readonly target: Target;
  /** What the recogniser is told to expect, where the settings allow it; the run's to dispose. */
  readonly names: WorkspaceNames;
  /** Given back as soon as the microphone is off; none for kept audio. */
  readonly hold?: MicrophoneHold | undefined;
  readonly noteFinal: NoteFinal;
  readonly settings: Settings;
  /** `Math.random`, or a test's. */
  readonly random: () => number;
  /**
   * Where the sound comes from: the run's to open and to dispose; or audio that was kept, and the run is
   * then to be stopped at once.
   */
  readonly sound: AudioSource | KeptAudio;
  /** How today's spending, this run's included, stands to the budget in US dollars. */
  readonly budget: (dailyBudget: number | null) => BudgetStatus;
  /** Finals are inserted after this: the end of the run before, whose words come first. */
  readonly after: Promise<void>;
  /** Whether it was ended by letting go of the key that was held. */
  readonly isReleased?: (() => boolean) | undefined;
  /** Told when all that was said stands there, before the target is let go. */
  readonly onDidWrite?: ((target: Target) => void) | undefined;
}

/** How a run went. */
export interface RunFigures {
  /** From the stop until all that was said stood there; undefined: it did not come to that. */
  readonly drainMs: number | undefined;
  /** How often sound was lost, because nobody fetched it in time. */
  readonly overruns: number;
}

/**
 * One start … idle of dictation. It owns microphone, journal, sessions and target; the
 * microphone is on already when it is made, the socket starts then. It ends by itself after `stop`, `cancel` or a failure, and
 * always with the microphone off, the sessions over and every final handed to the target.
 */
export class Run implements Disposable {
  private readonly progress = new Emitter<DictationEvent>();
  private readonly notices = new Emitter<Notice>();
  /** What it is another try of, if it is one. */
  readonly kept: KeptAudio | undefined;
  /** What its sessions are billed. */
  readonly bill: RunBill;
  private readonly chain: SessionChain;
  private readonly sessions: SessionWatch;
  private readonly intake: Intake;
  private readonly audio: RunAudio;
  private readonly settings: RunSettings;
  private readonly insertions: Insertions;
  private readonly subscriptions: Disposable[] = [];
  private readonly words: ShownWords;
  private phase: 'running' | 'stopping' | 'draining' | 'ended' = 'running';
  private failure: DictationError | undefined;
  private isCancelled = false;
  private isLeft = false;
  private isComplete = false;
  private isPaused = false;
  private stoppedMs: number | undefined;
  private drainMs: number | undefined;
  private settleEnded: () => void = () => undefined;

  /** `begin`, `partial`, `stop` and, last and once, `end`. */
  readonly onDidProgress = this.progress.event;
  readonly onDidNotice = this.notices.event;
  /** Resolves after the `end` event. */
  readonly ended = new Promise<void>((resolve) => {
    this.settleEnded = resolve;
  });

  constructor(private readonly options: RunOptions) {
    const { clock, log, sound, names, settings, random, provider, ready } = options;
    const kept = 'onDidRecord' in sound ? undefined : sound;
    const source = 'onDidRecord' in sound ? sound : new KeptAudioSource(sound);
    this.kept = kept;
    const reports: Reports = {
      progress: (event) => {
        this.progress.fire(event);
      },
      notice: (notice) => {
        this.notices.fire(notice);
      },
    };
    this.settings = new RunSettings(settings, names, provider.traits);
    this.audio = new RunAudio(settings.recording, kept, () => this.chain.replayed);
    const { audio } = this;
    const { journal } = audio;
    const format = kept?.recording ?? settings.recording;
    this.chain = new SessionChain({
      clock,
      random,
      journal,
      format,
      replayed: kept?.replayed,
      mayHaveSpeech: () => mayHaveSpeech(audio.unsent),
      mayGoOn: ready.mayGoOn,
      connect: () => this.settings.connect(ready, format),
    });
    const { chain } = this;
    this.bill = new RunBill(chain, settings.recognition.model);
    this.sessions = new SessionWatch({ clock, log, chain, journal, reports });
    this.intake = new Intake({ ...options, source, audio, chain, reports });
    this.insertions = new Insertions({ ...options, reports });
    const takeLevel = (): Level | undefined => this.intake.takeLevel();
    this.words = new ShownWords({ ...options, takeLevel, reports });
    this.subscriptions.push(this.words);
    this.followSettings();
    this.followSound();
    this.followSessions();
    this.insertions.onDidAskToStop((how) => {
      this.isPaused = how === 'pause';
      this.stop();
    });
    source.open();
  }

  private followSettings(): void {
    const { settings } = this.options;
    this.subscriptions.push(
      this.settings,
      this.settings.onDidChange(() => {
        this.chain.update(this.settings.wanted, this.settings.place);
        this.settings.checkPrice();
      }),
      this.settings.onDidFindPrice(() => {
        this.notices.fire({ kind: 'names-cost-extra', model: settings.recognition.model });
      }),
    );
  }

  private followSound(): void {
    this.intake.onDidAskToStop(() => {
      this.stop();
    });
    this.intake.onDidAwake(() => {
      this.reportListening();
    });
    this.intake.onDidFail((error) => {
      this.onSourceFailed(error);
    });
  }

  private followSessions(): void {
    const { chain } = this;
    this.subscriptions.push(
      this.sessions,
      chain.onDidBegin(() => {
        this.settings.checkPrice();
        this.reportListening();
      }),
      chain.onDidDisorder(() => {
        if (!this.audio.noteDisorder()) return;
        this.options.log.warn('turns came in an order in which nobody can have said them');
      }),
      chain.onDidTranscribe((event) => {
        this.onTranscribed(event);
      }),
      chain.onDidEnd((end) => {
        void this.onChainEnded(end);
      }),
    );
  }

  /** Ends the run so that everything said lands: post-roll where somebody speaks, microphone off, drain. */
  stop(): void {
    if (this.phase !== 'running') return;
    this.phase = 'stopping';
    this.progress.fire({ kind: 'stop' });
    const { clock } = this.options;
    const stopMs = clock.now();
    this.stoppedMs = stopMs;
    this.subscriptions.push(
      clock.schedule(POST_ROLL_MS, () => {
        void this.drain();
      }),
      this.intake.onceSilent(() => {
        void this.drain(stopMs);
      }),
    );
  }

  /** Skips what is left of the post-roll: the next run's microphone takes over. */
  handOver(): void {
    if (this.phase === 'stopping') void this.drain();
  }

  /** Ends the run at once; what has not landed is dropped, what has is taken back. */
  cancel(): void {
    if (this.phase === 'ended') return;
    this.isCancelled = true;
    this.end();
  }

  /** Ends the run at once; what has landed stays, and what has not is {@link keptAudio}. */
  leave(): void {
    if (this.phase === 'ended') return;
    this.isLeft = true;
    this.end();
  }

  /** Ends the run at once, because nothing could be inserted where it would write. */
  refuse(error: DictationError): void {
    this.failure ??= error;
    this.end();
  }

  /** See {@link RunSettings.told}. */
  get told(): Told {
    return this.settings.told;
  }

  /** Asks the recogniser to end the current turn now. */
  endTurn(): void {
    this.chain.forceEndpoint();
  }

  /** Applies changed settings as far as a running session can, and tells which must wait. */
  update(settings: Settings): void {
    this.intake.update(settings.cost);
    const keys = this.settings.update(settings, (wanted, place) =>
      this.chain.update(wanted, place),
    );
    if (keys.length > 0) this.notices.fire({ kind: 'settings-deferred', keys });
  }

  /** Goes on although a limit of the cost settings is near. */
  extend(): void {
    this.intake.extend();
  }

  /** What is to be kept of an ended run for another try; see `RunAudio.leftAfter`. */
  get keptAudio(): KeptAudio | undefined {
    const { isCancelled, failure, isLeft, isComplete } = this;
    return this.audio.leftAfter({ isCancelled, failure, isLeft, isComplete });
  }

  /** {@link keptAudio}, where anybody may be speaking in it, or it was kept before. */
  get keptSpeech(): KeptAudio | undefined {
    const { kept, keptAudio } = this;
    const isWorthIt = keptAudio !== undefined && (keptAudio === kept || mayHaveSpeech(keptAudio));
    return isWorthIt ? keptAudio : undefined;
  }

  /** What would be lost if the window closed now, where anybody may be speaking in it. */
  get unsentSpeech(): KeptAudio | undefined {
    const { kept, disorderedAudio, unsentAudio } = this;
    const unsent = kept === undefined ? (disorderedAudio ?? unsentAudio) : unsentAudio;
    return mayHaveSpeech(unsent) ? unsent : undefined;
  }

  /** How much of its sound has been listened to, as far as that can be told, ms. */
  get heardMs(): number {
    return this.chain.heardMs;
  }

  /** See `RunAudio.disordered`. */
  get disorderedAudio(): KeptAudio | undefined {
    return this.audio.disordered;
  }

  /** What no final covers yet; see `RunAudio.unsent`. */
  get unsentAudio(): KeptAudio {
    return this.audio.unsent;
  }

  /** The place to go on at, after the spoken command to pause; then the caller's to dispose. */
  get pausedTarget(): Target | undefined {
    // Kept audio tells of another time, not of now.
    if (this.kept !== undefined) return undefined;
    const isLeft = this.isPaused && !this.isCancelled && this.failure === undefined;
    return isLeft ? this.options.target : undefined;
  }

  /** What the newest session has told as it began; undefined: none has. */
  get begun(): TimedBegin | undefined {
    return this.sessions.begun;
  }

  /** Resolves when all its sockets are closed, whatever way the run ended. */
  get closed(): Promise<void> {
    return this.chain.closed;
  }

  get figures(): RunFigures {
    return { drainMs: this.drainMs, overruns: this.intake.overruns };
  }

  dispose(): void {
    this.end();
    disposeAll([this.bill, this.insertions, this.notices, this.progress]);
  }

  /** Whether this computer listens, or did last. */
  private get isLocal(): boolean {
    return this.chain.traits?.isLocal === true;
  }

  /** Listening means both: the session has begun, and the microphone really delivers sound. */
  private reportListening(): void {
    const { begun } = this.sessions;
    if (begun === undefined || !this.intake.isHearing || this.phase !== 'running') return;
    const { isLocal } = this;
    this.progress.fire({ kind: 'begin', model: begun.model, ...(isLocal && { isLocal }) });
  }

  private onTranscribed(event: TranscribedText): void {
    const text = event.kind === 'partial' ? event.text : event.final.text;
    this.intake.recognised(text, event.kind === 'final');
    if (event.kind === 'final') {
      this.audio.noteFinal();
      // What this computer has heard stays here.
      if (!this.isLocal) this.settings.note(text);
      this.insertions.add(text, this.isLocal, event.final.language);
      return;
    }
    this.words.show(text);
  }

  private onSourceFailed(error: DictationError): void {
    this.failure = error;
    if (this.phase === 'draining' || this.phase === 'ended') return;
    this.progress.fire({ kind: 'stop' });
    void this.drain();
  }

  /** Microphone off, tail out, Terminate; the end of the sessions then ends the run. */
  private async drain(saidUntilMs?: number): Promise<void> {
    if (this.phase === 'draining' || this.phase === 'ended') return;
    this.phase = 'draining';
    await this.intake.stop(saidUntilMs);
    this.intake.finish();
    if (this.audio.hasCome) this.chain.terminate();
    else {
      this.isComplete = true;
      this.end();
    }
  }

  private async onChainEnded(end: SessionEnd): Promise<void> {
    if (end.kind === 'failed') this.failure ??= end.error;
    else this.isComplete = true;
    this.phase = 'draining';
    this.progress.fire({ kind: 'stop' });
    await Promise.all([this.intake.stop(), this.insertions.settled]);
    const isWhole = this.isComplete && this.failure === undefined && !this.isCancelled;
    if (isWhole && this.options.isReleased?.() === true) await this.insertions.release();
    if (isWhole && !this.isOver) this.options.onDidWrite?.(this.options.target);
    if (isWhole && this.stoppedMs !== undefined)
      this.drainMs = this.options.clock.now() - this.stoppedMs;
    this.end();
  }

  /** Also where that has changed while it was waited for. */
  private get isOver(): boolean {
    return this.phase === 'ended';
  }

  private end(): void {
    if (this.phase === 'ended') return;
    this.phase = 'ended';
    disposeAll(this.subscriptions);
    this.intake.dispose();
    this.chain.dispose();
    const { target } = this.options;
    target.showPartial('');
    if (this.isCancelled) void this.insertions.cancel();
    else {
      this.insertions.finish();
      if (this.pausedTarget === undefined) target.dispose();
    }
    const { failure } = this;
    this.progress.fire(failure === undefined ? { kind: 'end' } : { kind: 'end', failure });
    this.settleEnded();
  }
}

/** Starts a run: opens its socket, and its source. */
export function startRun(options: RunOptions): Run {
  return new Run(options);
}
