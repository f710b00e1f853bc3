import { Allowance } from '../../core/allowance';
import type { Clock } from '../../core/clock';
import { disposeAll, Emitter, type Disposable } from '../../core/events';
import type { DictationError } from '../../core/failure';
import type { Log } from '../../core/log';
import type { SessionBegin, SessionEnd } from '../../core/recognition';
import type { Provider, ReadyProvider } from '../../core/provider';
import type { Settings } from '../../core/settings';
import type { WorkspaceNames } from '../../core/workspace-names';
import type { MicrophoneHold } from '../../core/microphone-hold';
import type { NoteFinal, Target } from '../../core/target';
import type { KeptAudio } from '../../core/kept-audio';
import type { BudgetStatus, CostDecision } from '../cost/cost-guard';
import { mayHaveSpeech, type AudioSource } from './audio-source';
import { DeferredSettings } from './deferred-settings';
import { Insertions } from './insertions';
import { Journal } from '../sessions/journal';
import { POST_ROLL_MS } from './microphone';
import type { Notice } from '../notice';
import { NOTHING_REPLAYED } from '../sessions/splice';
import { OutageWatch } from './outage-watch';
import { RunCost } from '../cost/run-cost';
import { RunRecognition } from './run-recognition';
import { SoundCheck } from './sound-check';
import { SessionChain, type TranscribedText } from '../sessions/session-chain';
import type { DictationEvent } from '../state';

/** Characters of partials: ten times a second, the words of a minute. */
const SHOWN = { burst: 40_000, perSecond: 20_000 };

export interface RunOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly provider: Pick<Provider, 'traits'>;
  readonly ready: ReadyProvider;
  readonly target: Target;
  /** What the recogniser is told to expect, where the settings allow it; the run's to dispose. */
  readonly names: WorkspaceNames;
  /** Given back as soon as the microphone is off; none for {@link kept} audio. */
  readonly hold?: MicrophoneHold | undefined;
  readonly noteFinal: NoteFinal;
  readonly settings: Settings;
  /** `Math.random`, or a test's. */
  readonly random: () => number;
  /** Where the sound comes from; the run's to open and to dispose. */
  readonly source: AudioSource;
  /** What {@link source} delivers where it is no microphone; the run is then to be stopped at once. */
  readonly kept?: KeptAudio | undefined;
  /** How today's spending, this run's included, stands to the budget in US dollars. */
  readonly budget: (dailyBudget: number | null) => BudgetStatus;
  /** Finals are inserted after this: the end of the run before, whose words come first. */
  readonly after: Promise<void>;
  /** Whether it was ended by letting go of the key that was held. */
  readonly isReleased?: (() => boolean) | undefined;
}

/**
 * One start … idle of dictation. It owns microphone, journal, sessions and target; the
 * microphone is on already when it is made, the socket starts then. It ends by itself after `stop`, `cancel` or a failure, and
 * always with the microphone off, the sessions over and every final handed to the target.
 */
export class Run implements Disposable {
  private readonly progress = new Emitter<DictationEvent>();
  private readonly notices = new Emitter<Notice>();
  private readonly chain: SessionChain;
  /** What its sessions are billed, and what keeps that small. */
  readonly cost: RunCost;
  private readonly journal: Journal;
  private readonly subscriptions: Disposable[] = [];
  private readonly deferredSettings: DeferredSettings;
  private readonly insertions: Insertions;
  private readonly outage: OutageWatch;
  private readonly shownCharacters: Allowance;
  private phase: 'running' | 'stopping' | 'draining' | 'ended' = 'running';
  private begin: SessionBegin | undefined;
  private hasAudio = false;
  private readonly sound = new SoundCheck();
  private readonly recognition: RunRecognition;
  private failure: DictationError | undefined;
  private isCancelled = false;
  private isComplete = false;
  private isOutOfOrder = false;
  private hasFinal = false;
  private isPaused = false;
  private settleEnded: () => void = () => undefined;

  /** `begin`, `partial`, `stop` and, last and once, `end`. */
  readonly onDidProgress = this.progress.event;
  readonly onDidNotice = this.notices.event;
  /** Resolves after the `end` event. */
  readonly ended = new Promise<void>((resolve) => {
    this.settleEnded = resolve;
  });

  constructor(private readonly options: RunOptions) {
    const { clock, source, names, settings, random, kept, hold, provider, ready } = options;
    const recording = kept?.recording ?? settings.recording;
    // Kept audio is all there already, and may be as long as a journal can be.
    this.journal = new Journal(kept === undefined ? undefined : Infinity);
    this.deferredSettings = new DeferredSettings(settings);
    this.outage = new OutageWatch(clock);
    this.shownCharacters = new Allowance(clock, SHOWN.burst, SHOWN.perSecond);
    this.insertions = new Insertions(options);
    this.insertions.onDidNotice((notice) => {
      this.notices.fire(notice);
    });
    this.insertions.onDidAskToStop((how) => {
      this.isPaused = how === 'pause';
      this.stop();
    });
    this.recognition = new RunRecognition(names, settings, provider.traits);
    this.chain = new SessionChain({
      clock,
      random,
      journal: this.journal,
      format: recording,
      replayed: kept?.replayed,
      mayHaveSpeech: () => mayHaveSpeech(this.unsentAudio),
      mayGoOn: ready.mayGoOn,
      connect: () => {
        const { own, wanted } = this.recognition;
        const { sampleRate, encoding } = recording;
        const session = ready.connect({ recognition: own, sampleRate, encoding });
        // Told when the session has begun: what it is opened with stands in an address, which is logged.
        if (wanted !== own) session.update(wanted);
        return session;
      },
    });
    this.cost = new RunCost({
      clock,
      chain: this.chain,
      journal: this.journal,
      settings: settings.cost,
      model: () => settings.recognition.model,
      budget: options.budget,
    });
    if (hold !== undefined) {
      this.subscriptions.push(
        hold.onDidAskBack(() => {
          this.stop();
        }),
      );
    }
    this.subscriptions.push(
      this.recognition,
      this.recognition.onDidChange(() => {
        this.chain.update(this.recognition.wanted);
        this.recognition.checkPrice();
      }),
      this.recognition.onDidFindPrice(() => {
        this.notices.fire({ kind: 'names-cost-extra', model: settings.recognition.model });
      }),
      source.onDidRecord((frame) => {
        this.onFrame(frame);
      }),
      source.onDidMeasure((levels) => {
        this.cost.hear(levels);
      }),
      source.onDidHear((sound) => {
        const wasAwake = this.sound.isAwake;
        const problem = this.sound.hear(sound);
        if (!wasAwake) this.reportListening();
        if (problem === undefined) return;
        this.options.log.warn(`sound: ${problem}`);
        this.notices.fire({ kind: 'sound-problem', problem });
      }),
      source.onDidReplace(() => {
        this.notices.fire({ kind: 'microphone-replaced', device: settings.recording.device });
      }),
      source.onDidFail((error) => {
        this.onSourceFailed(error);
      }),
      this.chain.onDidBegin((begin) => {
        this.onBegin(begin);
      }),
      this.chain.onDidDrop((error) => {
        this.onDropped(error);
      }),
      this.cost.onDidDecide((decision) => {
        this.onDecided(decision);
      }),
      this.chain.onDidDisorder(() => {
        if (this.isOutOfOrder) return;
        this.options.log.warn('turns came in an order in which nobody can have said them');
        this.isOutOfOrder = true;
        this.journal.keepPast();
      }),
      this.chain.onDidPark(() => {
        this.options.log.info('parked: waiting for speech');
        this.progress.fire({ kind: 'park' });
      }),
      this.chain.onDidTranscribe((event) => {
        this.onTranscribed(event);
      }),
      this.chain.onDidEnd((end) => {
        void this.onChainEnded(end);
      }),
    );
    source.open();
  }

  /** Ends the run so that everything said lands: post-roll, microphone off, drain. */
  stop(): void {
    if (this.phase !== 'running') return;
    this.phase = 'stopping';
    this.progress.fire({ kind: 'stop' });
    const postRoll = this.options.clock.schedule(POST_ROLL_MS, () => {
      void this.drain();
    });
    this.subscriptions.push(postRoll);
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

  /** Ends the run at once, because nothing could be inserted where it would write. */
  refuse(error: DictationError): void {
    this.failure ??= error;
    this.end();
  }

  /** What the recogniser is told to expect. */
  get toldKeyterms(): readonly string[] {
    return this.recognition.wanted.keyterms;
  }

  /** Asks the recogniser to end the current turn now. */
  endTurn(): void {
    this.chain.forceEndpoint();
  }

  /** Applies changed settings as far as a running session can, and tells which must wait. */
  update(settings: Settings): void {
    this.cost.update(settings.cost);
    const refused = this.recognition.update(settings, (wanted) => this.chain.update(wanted));
    const deferred = this.deferredSettings.note(settings, refused);
    if (deferred.length === 0) return;
    this.notices.fire({ kind: 'settings-deferred', keys: deferred });
  }

  /** What it is another try of, if it is one. */
  get kept(): KeptAudio | undefined {
    return this.options.kept;
  }

  /**
   * What is to be kept of an ended run for another try: after a failure what no final covers, of kept
   * audio also where the run was cut short; when it was cancelled, all that was kept before; where
   * turns came in a wrong order, what they were made of.
   */
  get keptAudio(): KeptAudio | undefined {
    const { kept, isCancelled, failure } = this;
    if (isCancelled) return kept;
    if (this.isOutOfOrder) return this.disorderedAudio;
    if (kept === undefined) {
      return failure === undefined || !this.hasAudio ? undefined : this.unsentAudio;
    }
    return failure === undefined && this.isComplete ? undefined : this.unsentAudio;
  }

  /** What turns that came in a wrong order were made of; nothing where they did not. */
  get disorderedAudio(): KeptAudio | undefined {
    const { kept, journal } = this;
    if (!this.isOutOfOrder) return undefined;
    const { recording } = this.options.settings;
    // To be heard anew as a whole: nothing of it is sure.
    return kept ?? { recording, frames: journal.withPast, replayed: NOTHING_REPLAYED };
  }

  /** What no final covers yet; the kept audio itself while nothing of it is final. */
  get unsentAudio(): KeptAudio {
    const { kept, journal, chain } = this;
    // Its frames come a moment later.
    if (kept !== undefined && !this.hasFinal) return kept;
    const { settings } = this.options;
    return {
      recording: settings.recording,
      ...kept,
      frames: journal.all,
      replayed: chain.replayed,
    };
  }

  /** The place to go on at, after the spoken command to pause; then the caller's to dispose. */
  get pausedTarget(): Target | undefined {
    // Kept audio tells of another time, not of now.
    if (this.kept !== undefined) return undefined;
    const isLeft = this.isPaused && !this.isCancelled && this.failure === undefined;
    return isLeft ? this.options.target : undefined;
  }

  /** See `SessionBegin.sessionId`; the newest session's. */
  get sessionId(): string | undefined {
    return this.begin?.sessionId;
  }

  /** Resolves when all its sockets are closed, whatever way the run ended. */
  get closed(): Promise<void> {
    return this.chain.closed;
  }

  dispose(): void {
    this.end();
    disposeAll([this.cost, this.insertions, this.notices, this.progress]);
  }

  private onFrame(frame: Uint8Array): void {
    this.journal.append(frame);
    this.chain.advance();
    if (this.hasAudio) return;
    this.hasAudio = true;
    this.reportListening();
  }

  private onDecided(decision: CostDecision): void {
    switch (decision.kind) {
      case 'park':
        return;
      case 'wake':
        this.options.log.info('woken: somebody speaks');
        this.progress.fire({ kind: 'wake' });
        return;
      case 'warn':
        this.notices.fire({ kind: 'cost-warning', limit: decision.limit });
        return;
      case 'stop':
        this.notices.fire({ kind: 'cost-stop', limit: decision.limit });
        this.stop();
        return;
    }
  }

  private onDropped(error: DictationError): void {
    this.progress.fire({
      kind: 'drop',
      keptSinceMs: this.options.clock.now() - this.journal.keptMs,
      error,
    });
    this.outage.begin(this.begin !== undefined, () => {
      this.notices.fire({ kind: 'cannot-connect', error, keptMs: this.journal.keptMs });
    });
  }

  private onBegin(begin: SessionBegin): void {
    this.outage.dispose();
    const asked = this.chain.traits?.model;
    const running = begin.model === this.begin?.model ? undefined : begin.model;
    this.begin = begin;
    if (asked !== undefined && running !== undefined && running !== asked) {
      this.notices.fire({ kind: 'model-mismatch', asked, running });
    }
    this.recognition.checkPrice();
    this.reportListening();
  }

  /** Kept audio is what it is; a microphone that delivers zeros is not awake yet. */
  private get isHearing(): boolean {
    return this.hasAudio && (this.kept !== undefined || this.sound.isAwake);
  }

  /** Listening means both: the session has begun, and the microphone really delivers sound. */
  private reportListening(): void {
    if (this.begin === undefined || !this.isHearing || this.phase !== 'running') return;
    const { model } = this.begin;
    const isLocal = this.chain.traits?.isLocal === true;
    this.progress.fire({ kind: 'begin', model, ...(isLocal && { isLocal }) });
  }

  private onTranscribed(event: TranscribedText): void {
    const text = event.kind === 'partial' ? event.text : event.final.text;
    this.cost.recognised(text);
    if (text !== '') this.sound.recognised();
    if (event.kind === 'final') {
      this.hasFinal = true;
      this.insertions.add(text, event.final.language);
      return;
    }
    // What is only shown must not hold the window up: of a flood, the newest will do.
    if (text !== '' && !this.shownCharacters.takes(text.length)) return;
    this.options.target.showPartial(text);
    this.progress.fire(event);
  }

  private onSourceFailed(error: DictationError): void {
    this.failure = error;
    if (this.phase === 'draining' || this.phase === 'ended') return;
    this.progress.fire({ kind: 'stop' });
    void this.drain();
  }

  /** Microphone off, tail out, Terminate; the end of the sessions then ends the run. */
  private async drain(): Promise<void> {
    if (this.phase === 'draining' || this.phase === 'ended') return;
    this.phase = 'draining';
    await this.turnMicrophoneOff();
    this.cost.drain();
    if (this.hasAudio) this.chain.terminate();
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
    await Promise.all([this.turnMicrophoneOff(), this.insertions.settled]);
    const isWhole = this.isComplete && this.failure === undefined && !this.isCancelled;
    if (isWhole && this.options.isReleased?.() === true) await this.insertions.release();
    this.end();
  }

  private async turnMicrophoneOff(): Promise<void> {
    await this.options.source.stop();
    this.options.hold?.dispose();
  }

  private end(): void {
    if (this.phase === 'ended') return;
    this.phase = 'ended';
    disposeAll(this.subscriptions);
    this.outage.dispose();
    this.options.source.dispose();
    this.options.hold?.dispose();
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
