import type { Clock } from '../core/clock';
import { disposeAll, type Disposable } from '../core/events';
import { DictationError } from '../core/failure';
import { phrase } from '../core/phrase';
import type { AcquireMicrophone, MicrophoneHold } from '../core/microphone-hold';
import type { StartRecorder } from '../core/recorder';
import type { RecordingSettings, Settings } from '../core/settings';
import { Microphone, POST_ROLL_MS } from './run/microphone';

/**
 * How long the microphone may be on for a dictation that has not been allowed yet, and of which
 * nobody tells how that goes on. The longest known wait is for the system's key ring (30 s): what
 * takes longer hangs.
 */
export const PREPARATION_DEADLINE_MS = 60_000;

export interface EarlyRecordingDependencies {
  readonly clock: Clock;
  /** The settings that hold for the document with this URI. */
  readonly readSettings: (resource: string | undefined) => Settings;
  /** Called in the turn of the key press, so its code must be there. */
  readonly startRecorder: StartRecorder;
  readonly acquireMicrophone: AcquireMicrophone;
}

/** What has been recorded by now, and goes on; whoever takes it owns it. */
export interface Recorded {
  readonly microphone: Microphone;
  /** What it records with. */
  readonly recording: RecordingSettings;
  readonly hold: MicrophoneHold | undefined;
}

/**
 * The microphone between the key press and the run: on before anything is awaited, while the right to record
 * is asked for, and off again when that, or anything else, forbids the dictation.
 */
export class EarlyRecording implements Disposable {
  private recorded: Omit<Recorded, 'hold'> | undefined;
  private hold: MicrophoneHold | undefined;
  /** The answer to the question whether this window may record. */
  private holding: Promise<void> = Promise.resolve();
  /** Resolves when the microphone is off, after {@link stop}. */
  private stopped: Promise<void> | undefined;
  private turnOff: () => void = () => undefined;
  /** Listeners and deadlines, until a run takes it over. */
  private watches: Disposable[] = [];
  /** By when the preparation must have got on. */
  private deadline: Disposable | undefined;
  private isDisposed = false;

  /**
   * @param takeOver make another window that dictates stop first
   * @param forbid told what speaks against the dictation
   */
  constructor(
    private readonly deps: EarlyRecordingDependencies,
    private readonly takeOver: boolean,
    private readonly forbid: (error: DictationError) => void,
  ) {}

  /** Resolves when this window may record. @throws {DictationError} it may not */
  get allowed(): Promise<void> {
    return this.holding;
  }

  get isOn(): boolean {
    return this.recorded !== undefined;
  }

  get isStopped(): boolean {
    return this.stopped !== undefined;
  }

  /** Turns the microphone on at once; where another window is to stop first, when it has. */
  open(): void {
    const { takeOver } = this;
    if (!takeOver) this.record();
    this.holding = this.deps.acquireMicrophone({ takeOver }).then((hold) => {
      if (hold === 'taken') throw new DictationError('dictating-elsewhere');
      if (this.isDisposed) {
        hold.dispose();
        return;
      }
      this.hold = hold;
      // No word twice: only one microphone is on.
      if (takeOver) this.record();
      const asksBack = hold.onDidAskBack(() => {
        this.forbid(new DictationError('dictating-elsewhere'));
      });
      this.watches.push(asksBack);
    });
  }

  /** Whether it records, as far as it is to, and nobody has stopped it. */
  async works(): Promise<boolean> {
    await this.holding;
    if (this.isStopped) return false;
    return (await this.recorded?.microphone.proven) !== false && !this.isStopped;
  }

  /**
   * After the post-roll the microphone is off; what it has heard stays.
   *
   * @returns whether it was on
   */
  stop(): boolean {
    const { recorded } = this;
    if (recorded === undefined) return false;
    this.stopped ??= new Promise((resolve) => {
      this.turnOff = () => {
        resolve(recorded.microphone.stop());
      };
      this.watches.push(this.deps.clock.schedule(POST_ROLL_MS, this.turnOff));
    });
    return true;
  }

  /** Skips what is left of the post-roll. */
  skipPostRoll(): void {
    this.turnOff();
  }

  /** Lets the microphone wait for what is still missing, from now on. */
  waitOn(): void {
    if (this.recorded === undefined) return;
    this.deadline?.dispose();
    this.deadline = this.deps.clock.schedule(PREPARATION_DEADLINE_MS, () => {
      const detail = phrase('the dictation could not be prepared in time');
      this.forbid(new DictationError('unexpected', { detail }));
    });
  }

  /** What a run can begin with, once it may; undefined: nothing was recorded, and nothing will be. */
  async take(): Promise<Recorded | undefined> {
    await this.holding;
    await this.stopped;
    const { recorded, hold } = this;
    if (recorded === undefined || (this.isStopped && !recorded.microphone.hasRecorded)) {
      return undefined;
    }
    return { ...recorded, hold };
  }

  /** A run owns what it has taken: nothing of it is watched, or closed, here any more. */
  release(): void {
    this.unwatch();
    this.recorded = undefined;
    this.hold = undefined;
  }

  /** Turns it off, and lets other windows record. */
  close(): void {
    this.unwatch();
    this.recorded?.microphone.dispose();
    this.recorded = undefined;
    this.hold?.dispose();
    this.hold = undefined;
  }

  dispose(): void {
    this.isDisposed = true;
    this.close();
  }

  private record(): void {
    const { readSettings, startRecorder } = this.deps;
    const { recording } = readSettings(undefined);
    const microphone = new Microphone(startRecorder, recording);
    this.recorded = { microphone, recording };
    this.watches.push(
      microphone.onDidFail((error) => {
        // After the stop it was to end anyway.
        if (!this.isStopped) this.forbid(error);
      }),
    );
    this.waitOn();
  }

  private unwatch(): void {
    this.deadline?.dispose();
    disposeAll(this.watches);
    this.watches = [];
  }
}
