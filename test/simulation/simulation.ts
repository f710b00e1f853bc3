import { FakeTarget } from '../contracts/fake-target';
import { createSessionFactory } from '../../src/assemblyai/streaming-session';
import { DictationController } from '../../src/dictation/controller';
import type { Settings } from '../../src/core/settings';
import { settle, VirtualClock } from '../contracts/virtual-clock';
import type { Fault } from '../emulator/faults';
import { SETTINGS } from '../unit/dictation/rig';
import { SimulatedNetwork, type Outage } from './network';
import { SimulatedRecorder } from './recorder';
import { CELL_MS, SAMPLE_RATE, wordName, wordsIn } from './sound';

/** What the person does, and when (ms of the clock). */
export interface Action {
  readonly atMs: number;
  readonly kind: 'start' | 'stop' | 'toggle' | 'cancel' | 'endTurn';
}

/** One history of the simulated world. Times are multiples of 10 ms. */
export interface Plan {
  /** Each word: silence before it and its length, ms. */
  readonly words: readonly { readonly gapMs: number; readonly lengthMs: number }[];
  readonly model: string;
  readonly formatTurns: boolean;
  readonly latencyMs: number;
  readonly outages: readonly Outage[];
  /** Times in which every recorder dies. */
  readonly deadDevice: readonly { readonly fromMs: number; readonly toMs: number }[];
  readonly faults: readonly Fault[];
  /** `cost.parkAfterSilenceMs`. */
  readonly parkAfterSilenceMs: number;
  readonly actions: readonly Action[];
}

/** What one run recorded and what became of it. */
interface RunAccount {
  readonly recorded: readonly string[];
  readonly inserted: readonly string[];
  readonly wasCancelled: boolean;
}

/** How the world looks when everything has come to rest. */
export interface Outcome {
  readonly runs: readonly RunAccount[];
  /** Words in the audio that is kept for another try. */
  readonly kept: readonly string[];
  readonly state: string;
  /** Why dictation is idle, if not because it was stopped. */
  readonly failure: string | undefined;
  readonly openSockets: number;
  readonly openMicrophones: number;
  /** What the emulator found wrong with what we sent. */
  readonly violations: readonly string[];
}

/** After the last action: long enough for every deadline, backoff and paced replay there is. */
const REST_MS = 120_000;

interface RunRecord {
  readonly recorders: SimulatedRecorder[];
  readonly texts: string[];
  wasCancelled: boolean;
  isOver: boolean;
}

/** Lets a plan happen on a virtual clock. */
export async function simulate(plan: Plan): Promise<Outcome> {
  const clock = new VirtualClock();
  const speech = { words: timeline(plan.words) };
  const network = new SimulatedNetwork(clock, plan.latencyMs, plan.outages, plan.faults);
  const settings: Settings = {
    ...SETTINGS,
    recording: { ...SETTINGS.recording, sampleRate: SAMPLE_RATE },
    recognition: { ...SETTINGS.recognition, model: plan.model, formatTurns: plan.formatTurns },
    cost: { ...SETTINGS.cost, parkAfterSilenceMs: plan.parkAfterSilenceMs },
  };
  const runs: RunRecord[] = [];
  const recorders: SimulatedRecorder[] = [];
  const isDead = (nowMs: number): boolean =>
    plan.deadDevice.some(({ fromMs, toMs }) => nowMs >= fromMs && nowMs < toMs);
  const nothing = (): void => undefined;
  const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
  const connectSession = createSessionFactory({ clock, log, openSocket: network.open });
  const controller = new DictationController({
    clock,
    log,
    random: () => 0.5,
    readSettings: () => settings,
    authorize: () => Promise.resolve('key'),
    noteFinal: () => nothing,
    usage: {
      store: { append: nothing, read: () => [] },
      today: () => '2026-11-22',
      pricePerHour: () => ({}),
    },
    acquireMicrophone: () =>
      Promise.resolve({ onDidAskBack: () => ({ dispose: nothing }), dispose: nothing }),
    loadEngine: () =>
      Promise.resolve({
        connectSession,
        startRecorder: () => {
          const recorder = new SimulatedRecorder(clock, speech, isDead);
          recorders.push(recorder);
          runs.at(-1)?.recorders.push(recorder);
          return recorder;
        },
      }),
    openTarget: () => {
      const run: RunRecord = { recorders: [], texts: [], wasCancelled: false, isOver: false };
      runs.push(run);
      return Promise.resolve(new RecordingTarget(run));
    },
  });

  const actions = [...plan.actions].sort((a, b) => a.atMs - b.atMs);
  for (const { atMs, kind } of actions) {
    await clock.advance(atMs - clock.now());
    if (kind === 'cancel') {
      for (const run of runs.filter(({ isOver }) => !isOver)) run.wasCancelled = true;
    }
    if (kind === 'start') void controller.start();
    else controller[kind]();
    await settle();
  }
  await clock.advance(REST_MS);
  const outcome = {
    runs: runs.map(({ recorders: used, texts, wasCancelled }) => ({
      recorded: recordedWords(used),
      inserted: texts.flatMap((text) => text.toLowerCase().match(/w\d+/g) ?? []),
      wasCancelled,
    })),
    kept: controller.keptAudio.flatMap(({ frames }) => wordsIn(Buffer.concat(frames))),
    state: controller.state.kind,
    failure: controller.state.kind === 'idle' ? controller.state.failure?.reason : undefined,
    openSockets: network.openSockets,
    openMicrophones: recorders.filter(({ isRecording }) => isRecording).length,
    violations: network.records.flatMap(({ violations }) => violations),
  };
  controller.dispose();
  return outcome;
}

class RecordingTarget extends FakeTarget {
  constructor(private readonly run: RunRecord) {
    super((text) => run.texts.push(text));
  }

  override dispose(): void {
    this.run.isOver = true;
  }
}

function timeline(
  words: Plan['words'],
): readonly { text: string; startMs: number; endMs: number }[] {
  let atMs = 0;
  return words.map(({ gapMs, lengthMs }, index) => {
    const startMs = atMs + gapMs;
    atMs = startMs + lengthMs;
    return { text: wordName(index), startMs, endMs: atMs };
  });
}

/** The words that the recorders of a run heard whole; what is said between two recorders is not. */
function recordedWords(recorders: readonly SimulatedRecorder[]): readonly string[] {
  const gap = Buffer.alloc((SAMPLE_RATE / 1000) * CELL_MS * 2);
  return wordsIn(Buffer.concat(recorders.flatMap(({ delivered }) => [...delivered, gap])));
}
