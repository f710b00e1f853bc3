import { createSessionFactory } from '../../src/recognition/assemblyai/streaming-session';
import type { Clock } from '../../src/core/clock';
import type { Settings } from '../../src/core/settings';
import type { DictationController } from '../../src/dictation/controller';
import { createController, runCodeWith } from '../contracts/controller';
import { settle, VirtualClock } from '../contracts/virtual-clock';
import { SETTINGS } from '../unit/dictation/rig';
import { SimulatedNetwork } from './network';
import { SimulatedRecorder, type Surroundings } from './recorder';
import { RunRecord, type RunAccount } from './run-record';
import { SleepyClock, wakeMs, type Sleep } from '../contracts/sleepy-clock';
import { SAMPLE_RATE, wordsInKept, type Noise, type SaidWord, type Speech } from './sound';
import type { NetworkTrouble } from './trouble';

/** What the person does, and when (ms of the world's clock); asleep, as soon as everything wakes. */
export interface Action {
  readonly atMs: number;
  readonly kind: 'start' | 'stop' | 'toggle' | 'cancel' | 'endTurn' | 'retry';
}

/** What is said next: times are multiples of 10 ms. */
export interface PlannedWord {
  /** Silence before it. */
  readonly gapMs: number;
  readonly lengthMs: number;
  /** Its number in `VOCABULARY`, from 1 on; default: it has a name of its own. */
  readonly form?: number;
  readonly endsSentence?: boolean;
}

/** One history of the simulated world. Times are multiples of 10 ms. */
export interface Plan extends NetworkTrouble {
  readonly words: readonly PlannedWord[];
  /** Loudest sample of the room's noise; default: silence. */
  readonly room?: number;
  /** Loud sounds of no words; default: none. */
  readonly noises?: readonly Noise[];
  readonly minTurnSilenceMs?: number | null;
  readonly model: string;
  readonly formatTurns: boolean;
  /** From so many sessions on another model listens, as where another provider takes over; default: never. */
  readonly otherModel?: { readonly afterSessions: number; readonly model: string } | undefined;
  readonly latencyMs: number;
  /** Times in which every recorder dies. */
  readonly deadDevice: readonly { readonly fromMs: number; readonly toMs: number }[];
  readonly sleep: Sleep | undefined;
  /** `cost.parkAfterSilenceMs`. */
  readonly parkAfterSilenceMs: number;
  /** How often sox delivers. */
  readonly pieceMs: number;
  readonly actions: readonly Action[];
}

/** How the world looks when everything has come to rest. */
export interface Rest {
  readonly runs: readonly RunAccount[];
  /** Words in the audio that is kept for another try, final or not. */
  readonly kept: readonly SaidWord[];
  /** Pieces of audio that are kept. */
  readonly keptPieces: number;
  readonly state: string;
  /** Why dictation is idle, if not because it was stopped. */
  readonly failure: string | undefined;
  readonly openSockets: number;
  readonly openMicrophones: number;
  /** Timers that still wait for something. */
  readonly timers: number;
  /** What the emulator found wrong with what we sent. */
  readonly violations: readonly string[];
}

/** The most there ever was in memory. */
export interface Memory {
  /** Audio that the journal of one run has kept, ms. */
  readonly journalMs: number;
  /** Audio of failed runs, ms. */
  readonly keptMs: number;
  /** What a socket held back. */
  readonly socketBytes: number;
}

export interface Outcome {
  /** After the last action of the plan. */
  readonly atRest: Rest;
  /** When what is kept then has been tried again, until there is nothing left to try. */
  readonly afterRetries: Rest;
  readonly memory: Memory;
}

/** How often memory is looked at. */
const LOOK_MS = 1000;

/** Longer than every deadline, backoff and paced replay there is, and than any plan sleeps. */
const REST_DEADLINE_MS = 30 * 60_000;

/** More than there are sessions that a plan's faults can spoil. */
const RETRIES = 20;

/** Lets a plan happen on a virtual clock. */
export async function simulate(plan: Plan): Promise<Outcome> {
  const simulation = new Simulation(plan);
  for (const action of plan.actions.toSorted((a, b) => a.atMs - b.atMs)) {
    await simulation.act(action);
  }
  const atRest = await simulation.rest();
  const afterRetries = await simulation.retry();
  const { memory } = simulation;
  simulation.dispose();
  return { atRest, afterRetries, memory };
}

class Simulation {
  private readonly world = new VirtualClock();
  private readonly network: SimulatedNetwork;
  private readonly controller: DictationController;
  private readonly recorders: SimulatedRecorder[] = [];
  private readonly runs: RunRecord[] = [];
  /** Whether a run that begins now is the person's, and not a retry. */
  private isStarting = false;
  private mostMemory: Memory = { journalMs: 0, keptMs: 0, socketBytes: 0 };

  constructor(private readonly plan: Plan) {
    const { world } = this;
    const { sleep, deadDevice, pieceMs } = plan;
    this.network = new SimulatedNetwork(world, plan.latencyMs, plan);
    if (sleep?.of === 'computer') {
      world.schedule(sleep.fromMs, () => {
        this.network.cut(sleep.noticedAfterMs);
      });
    }
    const { room = 0, noises = [] } = plan;
    const speech: Speech = { words: timeline(plan.words), room, noises };
    const isDead = (atMs: number): boolean =>
      deadDevice.some(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs);
    const clock = sleep === undefined ? world : new SleepyClock(world, sleep);
    this.controller = this.createController(clock, { world, speech, pieceMs, isDead, sleep });
  }

  get memory(): Memory {
    return this.mostMemory;
  }

  /** Lets time pass until the action, and does it. */
  async act({ atMs, kind }: Action): Promise<void> {
    await this.passUntil(wakeMs(Math.max(atMs, this.world.now()), this.plan.sleep));
    if (kind === 'cancel') for (const run of this.runs) run.cancel();
    if (kind === 'retry') void this.controller.retryTranscription();
    else {
      this.isStarting = true;
      if (kind === 'start') void this.controller.start();
      else this.controller[kind]();
      this.isStarting = false;
    }
    await settle();
    this.lookAtMemory();
  }

  /** Lets time pass until nothing happens any more. */
  async rest(): Promise<Rest> {
    await this.passUntilRest();
    const { controller, network, recorders } = this;
    const { state } = controller;
    return {
      runs: this.runs.map((run) => run.account),
      kept: controller.keptAudio.flatMap(wordsInKept),
      keptPieces: controller.keptAudio.length,
      state: state.kind,
      failure: state.kind === 'idle' ? state.failure?.reason : undefined,
      openSockets: network.openSockets,
      openMicrophones: recorders.filter(({ isRecording }) => isRecording).length,
      timers: this.world.pending,
      violations: network.records.flatMap(({ violations }) => violations),
    };
  }

  /** When the network is back, tries what is kept again as long as there is something, with rests. */
  async retry(): Promise<Rest> {
    await this.passUntil(Math.max(0, ...this.plan.outages.map(({ toMs }) => toMs)));
    for (let n = 0; n < RETRIES && this.controller.keptAudio.length > 0; n++) {
      await this.act({ atMs: 0, kind: 'retry' });
      await this.passUntilRest();
    }
    return this.rest();
  }

  dispose(): void {
    this.controller.dispose();
  }

  private async passUntil(endMs: number): Promise<void> {
    while (this.world.now() < endMs) {
      await this.world.advance(Math.min(LOOK_MS, endMs - this.world.now()));
      this.lookAtMemory();
    }
  }

  private async passUntilRest(): Promise<void> {
    const endMs = this.world.now() + REST_DEADLINE_MS;
    do await this.passUntil(this.world.now() + LOOK_MS);
    while (this.world.pending > 0 && this.world.now() < endMs);
  }

  private lookAtMemory(): void {
    const { journalMs, keptMs, socketBytes } = this.mostMemory;
    const { runsMs, keptMs: nowKeptMs } = this.controller.audioInMemory;
    this.mostMemory = {
      journalMs: Math.max(journalMs, ...runsMs),
      keptMs: Math.max(keptMs, nowKeptMs),
      socketBytes: Math.max(socketBytes, this.network.mostBufferedBytes),
    };
  }

  private createController(clock: Clock, surroundings: Surroundings): DictationController {
    const nothing = (): void => undefined;
    const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
    const settings = settingsOf(this.plan);
    const openSession = createSessionFactory({ clock, log, openSocket: this.network.open });
    let sessions = 0;
    const connect: typeof openSession = (session) => {
      const { otherModel: other } = this.plan;
      const isOther = other !== undefined && sessions++ >= other.afterSessions;
      const { recognition } = session;
      return openSession({
        ...session,
        recognition: isOther ? { ...recognition, model: other.model } : recognition,
      });
    };
    return createController({
      clock,
      log,
      readSettings: () => settings,
      loadRunCode: () =>
        Promise.resolve(runCodeWith((session) => connect({ ...session, apiKey: 'key' }))),
      startRecorder: () => {
        const recorder = new SimulatedRecorder(clock, surroundings);
        this.recorders.push(recorder);
        // A start's own is asked for before its target; any other one goes on with the last run.
        if (!this.isStarting) this.runs.at(-1)?.recorders.push(recorder);
        return recorder;
      },
      openTarget: () => {
        // Kept audio that is being tried again comes before all that is unsent.
        const retried = this.isStarting ? undefined : this.controller.unsentAudio[0];
        const run = new RunRecord(retried);
        if (this.isStarting) run.recorders.push(...this.recorders.slice(-1));
        this.runs.push(run);
        return Promise.resolve(run);
      },
    });
  }
}

function settingsOf(plan: Plan): Settings {
  const { model, formatTurns, parkAfterSilenceMs, minTurnSilenceMs = null } = plan;
  return {
    ...SETTINGS,
    recording: { ...SETTINGS.recording, sampleRate: SAMPLE_RATE },
    recognition: { ...SETTINGS.recognition, model, formatTurns, minTurnSilenceMs },
    cost: { ...SETTINGS.cost, parkAfterSilenceMs },
  };
}

function timeline(words: Plan['words']): Speech['words'] {
  let atMs = 0;
  return words.map(({ gapMs, lengthMs, form, endsSentence }) => {
    const startMs = atMs + gapMs;
    atMs = startMs + lengthMs;
    return { startMs, endMs: atMs, form: form ?? 0, endsSentence: endsSentence ?? false };
  });
}
