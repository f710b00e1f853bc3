import type { Disposable } from '../core/events';
import { DictationError, loggable } from '../core/failure';
import type { KeptAudio } from '../core/kept-audio';
import type { Log } from '../core/log';
import type { MicrophoneHold } from '../core/microphone-hold';
import type { Preparation, Provider, ReadyProvider } from '../core/provider';
import type { ProviderTraits } from '../core/recognition';
import type { RecognitionSettings, Settings } from '../core/settings';
import type { Target } from '../core/target';
import type { WatchNames, WorkspaceNames } from '../core/workspace-names';
import { EarlyRecording, type EarlyRecordingDependencies } from './early-recording';
import type { AudioSource } from './run/audio-source';
import type { Run, startRun } from './run/run';

/**
 * How long a session waits for the look at its place. What a local file system knows takes
 * milliseconds; a file on another computer must not hold the words up.
 */
export const LOOK_DEADLINE_MS = 1000;

/** The code that is loaded at the first dictation, so that activation costs nothing. */
export interface RunCode {
  readonly provider: Provider;
  readonly startRun: typeof startRun;
}

/** Where the parts of a run come from. */
export interface AttemptDependencies extends EarlyRecordingDependencies {
  readonly log: Log;
  /** Called at every attempt; loads it at the first. */
  readonly loadRunCode: () => Promise<RunCode>;
  /** Asked once there is a target. */
  readonly watchNames: WatchNames;
}

export interface AttemptOptions {
  /** Transcribes this instead of the microphone. */
  readonly kept: KeptAudio | undefined;
  /** Make another window that dictates stop first. */
  readonly takeOver: boolean;
  /** What was said for this attempt alone: a language, or who is to listen. */
  readonly recognition: Partial<RecognitionSettings>;
}

/** What a preparation asks and tells whoever began it. */
export interface PreparationQuestions {
  /** Chooses the place; called at once. */
  readonly findTarget: () => Promise<Target>;
  /** Called when the place is known, with its settings; whether they allow a dictation. */
  readonly accept: (settings: Settings, traits: ProviderTraits) => boolean;
  /** What the provider gets ready meanwhile; undefined: it is. */
  readonly onProgress: (progress: Preparation | undefined) => void;
}

/** What a run begins with; the run's to dispose. */
export interface RunParts {
  readonly code: RunCode;
  readonly sound: AudioSource | KeptAudio;
  readonly hold: MicrophoneHold | undefined;
  readonly target: Target;
  readonly settings: Settings;
  readonly names: WorkspaceNames;
  readonly ready: ReadyProvider;
}

/**
 * One press of the start key. Its microphone is asked for before anything is awaited; place, key,
 * the right to record and the rest are looked for while it records. What it hears waits in memory,
 * and goes nowhere, until nothing forbids the dictation: then the run gets it. An attempt that comes
 * to no run drops it.
 */
export class Attempt implements Disposable {
  /** Set when the preparation is over. */
  run: Run | undefined;
  /** Set as soon as it is known. */
  target: Target | undefined;
  /** The person has given up, whether there is a run or not. */
  isAbandoned = false;
  /** It was ended by letting go of the key that was held. */
  isReleased = false;
  private readonly recording: EarlyRecording;
  private isOver = false;
  private lookDeadline: Disposable | undefined;
  private names: WorkspaceNames | undefined;
  /** What the preparation comes to before it is through: something forbids it, or it is given up. */
  private readonly verdict: Promise<undefined>;
  private forbid: (error: DictationError) => void = () => undefined;
  private giveUp: () => void = () => undefined;
  private settleEnded: () => void = () => undefined;

  /** Resolves when it is over: its run has ended, or there will be none. */
  readonly ended = new Promise<void>((resolve) => {
    this.settleEnded = resolve;
  });

  constructor(
    private readonly deps: AttemptDependencies,
    readonly options: AttemptOptions,
  ) {
    this.verdict = new Promise((resolve, reject) => {
      this.forbid = reject;
      this.giveUp = () => {
        resolve(undefined);
      };
    });
    this.recording = new EarlyRecording(deps, options.takeOver, (error) => {
      this.forbid(error);
    });
    if (options.kept === undefined) this.recording.open();
  }

  /** Audio that an earlier run has left, where that is tried again. */
  get kept(): KeptAudio | undefined {
    return this.options.kept;
  }

  /**
   * Gets everything that a run needs.
   *
   * @returns nothing when there is to be no run, and nothing to say about it
   * @throws {DictationError} what forbids the dictation, as soon as it is known
   */
  async prepare(questions: PreparationQuestions): Promise<RunParts | undefined> {
    const parts = await Promise.race([this.gather(questions), this.verdict]);
    return this.isOver ? undefined : parts;
  }

  /** The settings that hold for the document with this URI, in this attempt. */
  readSettings(resource: string | undefined): Settings {
    const settings = this.deps.readSettings(resource);
    const recognition = { ...settings.recognition, ...this.options.recognition };
    return { ...settings, recognition };
  }

  /** The run has taken over what was prepared for it. */
  begin(run: Run): void {
    this.run = run;
    this.recording.release();
    if (!this.recording.isStopped && this.kept === undefined) return;
    // All its audio is there: nothing is to be waited for.
    run.stop();
    run.handOver();
  }

  /**
   * Ends the recording so that everything said lands, where there is no run yet: after the post-roll
   * the microphone is off, and the run begins with what there is.
   *
   * @returns whether the microphone was on
   */
  stopRecording(): boolean {
    return this.recording.stop();
  }

  /** Skips what is left of the post-roll: the next attempt's microphone takes over. */
  handOver(): void {
    this.recording.skipPostRoll();
    this.run?.handOver();
  }

  /** Lets go of everything, unless a run has it. */
  dispose(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.recording.dispose();
    this.lookDeadline?.dispose();
    if (this.run === undefined) {
      this.target?.dispose();
      this.names?.dispose();
    }
    this.giveUp();
    this.settleEnded();
  }

  private async gather(questions: PreparationQuestions): Promise<RunParts | undefined> {
    const loading = this.deps.loadRunCode();
    const [code, found] = await Promise.all([
      loading,
      this.findPlace(loading, questions),
      this.recording.allowed,
    ]);
    if (found === undefined || this.isOver) return undefined;
    // The question for the key has let go of the microphone.
    if (!this.recording.isOn && this.kept === undefined) this.recording.open();
    const recorded = await this.recording.take();
    if (this.kept !== undefined) {
      return { ...found, code, hold: undefined, sound: this.kept };
    }
    if (recorded === undefined) return undefined;
    const { hold, microphone, recording } = recorded;
    return { ...found, settings: { ...found.settings, recording }, code, hold, sound: microphone };
  }

  private async findPlace(
    loading: Promise<RunCode>,
    { findTarget, accept, onProgress }: PreparationQuestions,
  ): Promise<Omit<RunParts, 'code' | 'sound' | 'hold'> | undefined> {
    const target = await findTarget();
    if (this.isOver) {
      target.dispose();
      return undefined;
    }
    this.target = target;
    const looked = this.look(target);
    const settings = this.readSettings(target.resource);
    const { provider } = await loading;
    const traits = provider.traits(settings.recognition);
    if (this.hasEnded() || !accept(settings, traits)) return undefined;
    const [names, ready] = await Promise.all([
      this.watchNames(target),
      this.makeReady(provider, settings.recognition, onProgress),
      looked,
    ]);
    return { target, settings, names, ready };
  }

  /** Gets the provider ready; as long as it tells how that goes on, the microphone may wait. */
  private async makeReady(
    provider: Provider,
    recognition: RecognitionSettings,
    onProgress: PreparationQuestions['onProgress'],
  ): Promise<ReadyProvider> {
    const ready = await provider.makeReady({
      recognition,
      mayAsk: () => this.mayAsk(),
      onProgress: (progress) => {
        if (this.isOver) return;
        this.recording.waitOn();
        onProgress(progress);
      },
    });
    if (ready === undefined) throw new DictationError('key-missing');
    if (!this.isOver) onProgress(undefined);
    return ready;
  }

  /** Asked after an await: meanwhile it may have. */
  private hasEnded(): boolean {
    return this.isOver;
  }

  /** Looks for what keeps words out of the place; what is found late ends the run. */
  private async look(target: Target): Promise<void> {
    const looking = target.findProblem().then(
      (reason) => {
        if (reason === undefined) return;
        const error = new DictationError(reason);
        if (this.run === undefined) this.forbid(error);
        else this.run.refuse(error);
      },
      (error: unknown) => {
        this.deps.log.error(`target: ${loggable(error)}`);
      },
    );
    await new Promise<void>((resolve) => {
      this.lookDeadline = this.deps.clock.schedule(LOOK_DEADLINE_MS, resolve);
      void looking.then(resolve);
    });
    this.lookDeadline?.dispose();
  }

  private async watchNames(target: Target): Promise<WorkspaceNames> {
    const names = await this.deps.watchNames(target);
    this.names = names;
    if (this.isOver) names.dispose();
    return names;
  }

  /** Nobody dictates into a question, and other windows may record meanwhile. */
  private async mayAsk(): Promise<boolean> {
    // What is missing first is told first: nobody shall look for a key that helps nothing.
    if (!(await this.recording.works()) || this.isOver) return false;
    this.recording.close();
    return true;
  }
}
