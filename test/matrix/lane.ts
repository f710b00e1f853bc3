import { setTimeout as sleep } from 'node:timers/promises';
import { Emitter } from '../../src/core/events';
import { createRecorderFactory } from '../../src/audio/start-recorder';
import type { Log } from '../../src/core/log';
import type { Recorder, StartRecorder } from '../../src/core/recorder';
import type { Settings } from '../../src/core/settings';
import type { DictationController } from '../../src/dictation/controller';
import { createController, runCodeWith } from '../contracts/controller';
import { createSessionFactory } from '../../src/recognition/assemblyai/streaming-session';
import { systemClock as clock } from '../../src/ui/system-clock';
import { EMULATOR_KEY, startEmulator, type Emulator } from '../emulator/emulator';
import type { Fault } from '../emulator/faults';
import type { CreateRecogniser } from '../emulator/recogniser';
import { SOUND_RATE } from '../fixtures/sounds';
import { SETTINGS } from '../unit/dictation/rig';
import { FaultProxy } from './fault-proxy';
import { HELD_MS, LaneClock } from './lane-clock';
import {
  createToneRecogniser,
  namesIn,
  PERHAPS_RECOGNISED_BLOCKS,
  samplesOf,
  ToneHearing,
  type ToneWord,
} from './tone-speech';
import { FakeTarget } from '../contracts/fake-target';

/** Longer than it takes to get over anything: a silent half-open session is noticed after 30 s. */
const DEADLINE_MS = 90_000;
const POLL_MS = 50;

/** 20 ms at 16 kHz, as sox hands it over. */
const PIECE_BYTES = 640;

/** What one lane is set up with. */
export interface LaneOptions {
  readonly model?: string;
  /** Default: sox, whatever else there is. */
  readonly recorder?: Settings['recording']['recorder'];
  readonly device?: string;
  /** Default: one that hears tones. */
  readonly createRecogniser?: CreateRecogniser;
  /** What the emulator does wrong. */
  readonly faults?: readonly Fault[];
  /** The first session's Begin waits for {@link LaneClock.release}. */
  readonly holdsBegin?: boolean;
}

/**
 * Dictation from end to end, but for the editor: a real controller and engine, a real sox on the
 * virtual microphone (which the environment names), an emulator, and a proxy before it.
 */
export class Lane {
  readonly clock = new LaneClock();
  /** Kinds of all states so far, in order. */
  readonly states: string[] = ['idle'];
  /** What was inserted, in order. */
  readonly text: string[] = [];
  /** Process ids of every recorder so far. */
  readonly recorderPids: number[] = [];
  readonly logged: string[] = [];
  readonly controller: DictationController;
  private readonly changes = new Emitter<void>();
  /** Of all recorders, one after the other: a new one may go on within the word that the last one was killed in. */
  private readonly hearing = new ToneHearing(SOUND_RATE, PERHAPS_RECOGNISED_BLOCKS);
  private failure = '';

  private readonly recorderStarts = new Emitter<void>();
  private started = 0;
  /** The newest of them that has delivered something. */
  private delivering = 0;

  /** Audio came, or the state has changed. */
  readonly onDidChange = this.changes.event;
  /** sox has just been started and has delivered nothing yet. */
  readonly onDidStartRecorder = this.recorderStarts.event;

  private constructor(
    readonly emulator: Emulator,
    readonly proxy: FaultProxy,
    options: LaneOptions,
    emulatorClock: LaneClock,
  ) {
    this.clock = emulatorClock;
    const settings = laneSettings(proxy.port, options);
    const log = this.log();
    const openSession = createSessionFactory({ clock, log });
    this.controller = createController({
      clock,
      log,
      startRecorder: this.listened(createRecorderFactory({ clock, log })),
      loadRunCode: () =>
        Promise.resolve(
          runCodeWith((session) => openSession({ ...session, apiKey: EMULATOR_KEY })),
        ),
      readSettings: () => settings,
      openTarget: () => Promise.resolve(new FakeTarget((text) => this.text.push(text))),
    });
    this.controller.onDidChangeState((state) => {
      if (state.kind !== this.states.at(-1)) this.states.push(state.kind);
      if (state.kind === 'idle' && state.failure !== undefined) this.failure = state.failure.reason;
      this.changes.fire();
    });
  }

  /** Starts everything but the dictation. */
  static async open(options: LaneOptions): Promise<Lane> {
    const emulatorClock = new LaneClock();
    const begin: Fault = { fault: 'begin-delay', session: 0, ms: HELD_MS.begin };
    const emulator = await startEmulator({
      clock: emulatorClock,
      createRecogniser: options.createRecogniser ?? createToneRecogniser,
      faults: [...(options.faults ?? []), ...(options.holdsBegin === true ? [begin] : [])],
    });
    const proxy = await FaultProxy.start(Number(new URL(emulator.url).port));
    return new Lane(emulator, proxy, options, emulatorClock);
  }

  /** The words that the recorders delivered so far. */
  get heard(): readonly ToneWord[] {
    return this.hearing.words;
  }

  /** How many recorders there have been. */
  get recorders(): number {
    return this.started;
  }

  /** Whether the newest recorder has delivered something. */
  get isDelivering(): boolean {
    return this.started > 0 && this.delivering === this.started;
  }

  /** Milliseconds of the word that is being said right now; 0: none is. */
  get soundingMs(): number {
    return this.hearing.soundingMs;
  }

  /** Since the last sound that was delivered. */
  get silenceMs(): number {
    return this.hearing.silenceMs;
  }

  /** The words in the text so far. */
  get inserted(): readonly string[] {
    return this.text.flatMap(namesIn);
  }

  /** Why the last run that failed did, '' if none. */
  get failureReason(): string {
    return this.failure;
  }

  get isIdle(): boolean {
    return this.controller.state.kind === 'idle';
  }

  /** Resolves when `condition` holds. */
  async until(what: string, condition: () => boolean): Promise<void> {
    const deadlineMs = clock.now() + DEADLINE_MS;
    while (!condition()) {
      if (clock.now() >= deadlineMs) {
        const { states, text, logged } = this;
        const lines = [`waited in vain for ${what}`, states.join(' → '), ...text, ...logged];
        throw new Error(lines.join('\n'));
      }
      await sleep(POLL_MS);
    }
  }

  /** What sounds when a recorder is off never sounds to its end. */
  endSounds(): void {
    this.hearing.endSound();
  }

  /** Microphones that are on: recorders that still run. */
  get recording(): number {
    return this.recorderPids.filter(isRunning).length;
  }

  /** Ends everything. */
  async close(): Promise<void> {
    this.controller.dispose();
    await this.controller.shutdown();
    await this.proxy.close();
    await this.emulator.close();
    for (const pid of this.recorderPids.filter(isRunning)) process.kill(pid, 'SIGKILL');
  }

  private log(): Log {
    const startMs = clock.now();
    const write = (line: string): void => {
      this.logged.push(`${((clock.now() - startMs) / 1000).toFixed(2)} ${line}`);
      const pid = /^[\w-]+ started: pid (\d+)/.exec(line)?.[1];
      if (pid !== undefined) this.recorderPids.push(Number(pid));
    };
    return { debug: write, info: write, warn: write, error: write };
  }

  /** Recorders, overheard. */
  private listened(startRecorder: StartRecorder): StartRecorder {
    return (settings) => {
      const recorder: Recorder = startRecorder(settings);
      const number = ++this.started;
      let odd = Buffer.alloc(0);
      recorder.onDidReceiveAudio((bytes) => {
        const whole = Buffer.concat([odd, bytes]);
        odd = whole.subarray(whole.length - (whole.length % 2));
        this.delivering = number;
        // What comes late comes at once, and no moment in it may pass unseen.
        for (let at = 0; at < whole.length; at += PIECE_BYTES) {
          this.hearing.push(samplesOf(whole.subarray(at, at + PIECE_BYTES)));
          this.changes.fire();
        }
      });
      this.recorderStarts.fire();
      return recorder;
    };
  }
}

function laneSettings(port: number, options: LaneOptions): Settings {
  const { model = 'universal-3-6-pro', recorder = 'sox', device = '' } = options;
  const endpoint = `ws://127.0.0.1:${String(port)}/v3/ws`;
  return {
    ...SETTINGS,
    recording: { ...SETTINGS.recording, recorder, device },
    recognition: { ...SETTINGS.recognition, endpoint, model },
    cost: { ...SETTINGS.cost, parkAfterSilenceMs: 0, stopAfterSilenceMs: 0, maxMinutes: 0 },
  };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
