import type { DictationController, DictationDependencies } from '../../../src/dictation/controller';
import type { Notice } from '../../../src/dictation/notice';
import type { UsageEntry } from '../../../src/core/usage';
import { IDLE, type DictationState } from '../../../src/dictation/state';
import { startRun } from '../../../src/dictation/run/run';
import type { SoundProblem } from '../../../src/dictation/run/sound-check';
import { Emitter } from '../../../src/core/events';
import type { MicrophoneHold } from '../../../src/core/microphone-hold';
import type { ReadyRequest } from '../../../src/core/provider';
import type { SessionOptions } from '../../../src/core/recognition';
import type { Settings } from '../../../src/core/settings';
import { mayGoOn } from '../../../src/recognition/assemblyai/failures';
import { traitsOf } from '../../../src/recognition/assemblyai/traits';
import type { TargetRequest } from '../../../src/core/target';
import { createController } from '../../contracts/controller';
import { FakeNames } from '../../contracts/fake-names';
import { FakeRecorder } from '../../contracts/fake-recorder';
import { FakeTarget } from '../../contracts/fake-target';
import { FakeSession } from '../../contracts/fake-session';
import { VirtualClock } from '../../contracts/virtual-clock';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings';

/** What a person has who changed nothing. */
export const SETTINGS: Settings = DEFAULT_SETTINGS;

/** What a run has of the microphone that windows share. */
export class FakeHold implements MicrophoneHold {
  private readonly askedBack = new Emitter<void>();
  readonly onDidAskBack = this.askedBack.event;
  isDisposed = false;

  /** Another window wants the microphone. */
  askBack(): void {
    this.askedBack.fire();
  }

  dispose(): void {
    this.isDisposed = true;
  }
}

/** A controller with fakes all around it, and everything that came out of it. */
export class Rig {
  readonly clock = new VirtualClock();
  readonly recorders: FakeRecorder[] = [];
  /** The devices that were recorded from, in order. */
  readonly devices: string[] = [];
  readonly sessions: FakeSession[] = [];
  readonly targets: FakeTarget[] = [];
  /** What the targets were opened with. */
  readonly requests: TargetRequest[] = [];
  /** Called with each target as it is opened. */
  prepareTarget: (target: FakeTarget) => void = () => undefined;
  readSettings: (resource: string | undefined) => Settings = () => this.settings;
  /** What all targets inserted, in order. */
  readonly document: string[] = [];
  readonly states: DictationState[] = [IDLE];
  readonly soundProblems: SoundProblem[] = [];
  readonly notices: Notice[] = [];
  noteOutcomeFails = false;
  /** What was billed, by session. */
  readonly usage: UsageEntry[] = [];
  readonly logged: string[] = [];
  readonly holds: FakeHold[] = [];
  /** What each run has of the workspace's names. */
  readonly watched: FakeNames[] = [];
  /** The names that are known at a run's start. */
  names: readonly string[] = [];
  /** What may be told of the place at a run's start. */
  place = '';
  /** Each final as it was noted, and what became of it. */
  readonly noted: string[] = [];
  /** Whether another window has the microphone. */
  isMicrophoneTaken = false;
  settings: Settings = SETTINGS;
  /** Gets the provider ready; nothing: there is no key. */
  authorize: (request: ReadyRequest) => Promise<string | undefined> = () => Promise.resolve('key');
  loadFailure: Error | undefined;
  /** Where the parts of a run come from; a test may put others in their places. */
  openTarget: DictationDependencies['openTarget'] = (request) => {
    this.requests.push(request);
    const target = new FakeTarget((text) => this.document.push(text));
    this.prepareTarget(target);
    this.targets.push(target);
    return Promise.resolve(target);
  };
  watchNames: DictationDependencies['watchNames'] = () => {
    const names = new FakeNames(this.names);
    names.place = this.place;
    this.watched.push(names);
    return Promise.resolve(names);
  };
  acquireMicrophone: DictationDependencies['acquireMicrophone'] = async ({ takeOver }) => {
    await Promise.resolve();
    if (this.isMicrophoneTaken && !takeOver) return 'taken';
    const hold = new FakeHold();
    this.holds.push(hold);
    return hold;
  };
  loadRunCode: DictationDependencies['loadRunCode'] = async () => {
    await Promise.resolve();
    if (this.loadFailure !== undefined) throw this.loadFailure;
    const connect = (options: SessionOptions): FakeSession => {
      const session = new FakeSession(options, this.clock);
      this.sessions.push(session);
      return session;
    };
    return {
      startRun,
      provider: {
        traits: ({ model }) => traitsOf(model),
        makeReady: async (request) => {
          const key = await this.authorize(request);
          return key === undefined ? undefined : { connect, mayGoOn };
        },
      },
    };
  };
  readonly controller: DictationController;

  constructor() {
    const log = (message: string): void => {
      this.logged.push(message);
    };
    this.controller = createController({
      clock: this.clock,
      random: () => 0,
      log: { debug: log, info: log, warn: log, error: log },
      startRecorder: ({ device }) => {
        this.devices.push(device);
        const recorder = new FakeRecorder();
        this.recorders.push(recorder);
        return recorder;
      },
      loadRunCode: () => this.loadRunCode(),
      readSettings: (resource) => this.readSettings(resource),
      acquireMicrophone: (options) => this.acquireMicrophone(options),
      usage: {
        store: { append: (entry) => this.usage.push(entry), read: () => this.usage },
        today: () => '2026-11-22',
        pricePerHour: () => this.settings.cost.pricePerHour,
      },
      noteFinal: (text) => {
        this.noted.push(text);
        return (outcome) => {
          this.noted.push(`${text}: ${outcome}`);
          if (this.noteOutcomeFails) throw new Error('the history failed');
        };
      },
      watchNames: (target) => this.watchNames(target),
      openTarget: (request) => this.openTarget(request),
    });
    this.controller.onDidChangeState((state) => this.states.push(state));
    this.controller.onDidNotice((notice) => {
      // What tests deliver is no microphone's sound; only those about it look at what it is called.
      if (notice.kind === 'sound-problem') this.soundProblems.push(notice.problem);
      else this.notices.push(notice);
    });
  }

  /**
   * From now on there is no key, so that the person is asked for one.
   *
   * @returns what the person answers; undefined: dismissed
   */
  askForKey(): (apiKey: string | undefined) => void {
    let answer: (apiKey: string | undefined) => void = () => undefined;
    const answered = new Promise<string | undefined>((resolve) => {
      answer = resolve;
    });
    this.authorize = async ({ mayAsk }) => {
      const asks = mayAsk();
      // Nobody is asked before the microphone has proved that it records.
      this.recorder.deliver(soundMs(50));
      return (await asks) ? answered : undefined;
    };
    return answer;
  }

  /** From now on the key is read as late as the test says. @returns what is read */
  readKeyLater(): (apiKey: string) => void {
    let answer: (apiKey: string) => void = () => undefined;
    const answered = new Promise<string>((resolve) => {
      answer = resolve;
    });
    this.authorize = () => answered;
    return answer;
  }

  get recorder(): FakeRecorder {
    return last(this.recorders);
  }

  get session(): FakeSession {
    return last(this.sessions);
  }

  get target(): FakeTarget {
    return last(this.targets);
  }

  get kinds(): readonly string[] {
    return this.states.map((state) => state.kind);
  }

  /** Starts and brings the run to listening. */
  async listen(): Promise<void> {
    await this.controller.start();
    this.session.begin();
    this.recorder.deliver(audioMs(50));
  }

  /** What must hold whenever dictation is idle: nothing runs on. */
  get leaks(): object {
    return {
      recording: this.recorders.filter((recorder) => recorder.isRecording).length,
      openSessions: this.sessions.filter((session) => session.isOpen).length,
      targets: this.targets.filter((target) => !target.isDisposed).length,
      holds: this.holds.filter((hold) => !hold.isDisposed).length,
      watched: this.watched.filter((names) => !names.isDisposed).length,
      timers: this.clock.pending,
    };
  }
}

export const NO_LEAKS = {
  recording: 0,
  openSessions: 0,
  targets: 0,
  holds: 0,
  watched: 0,
  timers: 0,
};

/** `ms` of a silent room at 16 kHz, which is never quite silent. */
export function audioMs(ms: number): Uint8Array {
  const pcm = Buffer.alloc(ms * 32);
  for (let i = 0; i < pcm.length; i += 2) pcm.writeInt16LE((i / 2) % 8 < 4 ? 4 : -4, i);
  return pcm;
}

/** `ms` of a microphone that is muted, or not awake yet, at 16 kHz. */
export function zerosMs(ms: number): Uint8Array {
  return new Uint8Array(ms * 32);
}

/** `ms` of something loud at 16 kHz. */
export function soundMs(ms: number): Uint8Array {
  const pcm = Buffer.alloc(ms * 32);
  for (let i = 0; i < pcm.length; i += 2) pcm.writeInt16LE((i / 2) % 8 < 4 ? 5000 : -5000, i);
  return pcm;
}

function last<T>(items: readonly T[]): T {
  const item = items.at(-1);
  if (item === undefined) throw new Error('nothing was made yet');
  return item;
}
