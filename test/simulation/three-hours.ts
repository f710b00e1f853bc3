/**
 * Three hours of dictation on a virtual clock, for test/simulation/three-hours.test.ts: a process of
 * its own, forked with `--expose-gc`, that sends a {@link ThreeHours}.
 */
import { createSessionFactory } from '../../src/recognition/assemblyai/streaming-session';
import type { Clock } from '../../src/core/clock';
import { Emitter, type Disposable } from '../../src/core/events';
import type { DictationError } from '../../src/core/failure';
import type { Recorder, RecorderNotice } from '../../src/core/recorder';
import type { InsertionOutcome } from '../../src/core/target';
import type { Settings } from '../../src/core/settings';
import { createController, runCodeWith } from '../contracts/controller';
import { VirtualClock } from '../contracts/virtual-clock';
import { SessionRecording } from '../emulator/record';
import { SETTINGS } from '../unit/dictation/rig';
import { SimulatedNetwork } from './network';
import { SAMPLE_RATE, say, silence, wordName } from './sound';
import { FakeTarget } from '../contracts/fake-target';

const MINUTE_MS = 60_000;
const LENGTH_MS = 180 * MINUTE_MS;
/** Until then the compiler's code is what grows. */
const WARM_UP_MS = 30 * MINUTE_MS;
const EXPIRY_MS = 90 * MINUTE_MS;
const PIECE_MS = 200;

/** Eight words a sentence, 300 ms each, and a pause in which its turn ends. */
const WORDS_PER_SENTENCE = 8;
const WORD_MS = 300;
const STEP_MS = 400;
const SENTENCE_MS = WORDS_PER_SENTENCE * STEP_MS + 1400;

/** What came of it. */
interface ThreeHours {
  readonly spoken: number;
  /** Words in the text, as far as they are the spoken ones in order. */
  readonly inserted: number;
  /** Words in the text that are something else. */
  readonly wrong: number;
  readonly sessions: number;
  readonly expiries: number;
  readonly notices: number;
  readonly failures: number;
  /** The longest time that the status bar said that the connection is lost, of the virtual clock. */
  readonly longestReconnectMs: number;
  /** The most audio that was ever kept for a new session. */
  readonly longestJournalMs: number;
  readonly heapGrowthBytes: number;
  /** Of memory outside the heap, where audio is. */
  readonly externalGrowthBytes: number;
}

/** A session's record that keeps nothing: three hours of it would be what the heap is full of. */
class NoRecording extends SessionRecording {
  override addAudio(): void {
    // Not kept.
  }
  override addText(): void {
    // Not kept.
  }
  override addSent(message: unknown): void {
    if (isExpiry(message)) expiries++;
  }
}

/** Keeps nothing of what it was given: three hours of it would be what the heap is full of. */
class ForgetfulTarget extends FakeTarget {
  override showPartial(): void {
    // Not kept.
  }

  override async insert(text: string): Promise<InsertionOutcome> {
    const outcome = await super.insert(text);
    this.inserted.length = 0;
    return outcome;
  }
}

class Speaker implements Recorder {
  private readonly audio = new Emitter<Uint8Array>();
  private readonly failure = new Emitter<DictationError>();
  private timer: Disposable;
  private atMs = 0;

  readonly onDidReceiveAudio = this.audio.event;
  readonly onDidFail = this.failure.event;
  readonly onDidNotice = new Emitter<RecorderNotice>().event;

  constructor(private readonly clock: Clock) {
    this.timer = this.next();
  }

  async stop(): Promise<void> {
    this.dispose();
    return Promise.resolve();
  }

  dispose(): void {
    this.timer.dispose();
    this.audio.dispose();
  }

  private next(): Disposable {
    return this.clock.schedule(PIECE_MS, () => {
      this.audio.fire(speech(this.atMs, this.atMs + PIECE_MS));
      this.atMs += PIECE_MS;
      this.timer = this.next();
    });
  }
}

/** The last sentence ends before the three hours do. */
const SENTENCES = Math.floor(LENGTH_MS / SENTENCE_MS) - 1;

function speech(fromMs: number, toMs: number): Buffer {
  const pcm = silence(fromMs, toMs);
  const sentence = Math.floor(fromMs / SENTENCE_MS);
  if (sentence >= SENTENCES) return pcm;
  for (let n = 0; n < WORDS_PER_SENTENCE; n++) {
    const startMs = sentence * SENTENCE_MS + n * STEP_MS;
    const index = sentence * WORDS_PER_SENTENCE + n;
    say(pcm, fromMs, toMs, index, { startMs, endMs: startMs + WORD_MS });
  }
  return pcm;
}

function isExpiry(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'error_code' in message &&
    message.error_code === 3008
  );
}

let expiries = 0;

async function dictate(): Promise<ThreeHours> {
  const clock = new VirtualClock();
  const network = new SimulatedNetwork(
    clock,
    50,
    {
      outages: [],
      hiccups: [],
      faults: [{ fault: 'session-expiry', session: 0, ms: EXPIRY_MS }],
    },
    NoRecording,
  );
  const settings: Settings = {
    ...SETTINGS,
    recording: { ...SETTINGS.recording, sampleRate: SAMPLE_RATE },
    cost: { ...SETTINGS.cost, maxMinutes: 0 },
  };
  const told = { inserted: 0, wrong: 0, notices: 0, failures: 0, longestReconnectMs: 0 };
  let reconnectingSinceMs: number | undefined;
  const nothing = (): void => undefined;
  const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
  const openSession = createSessionFactory({ clock, log, openSocket: network.open });
  const controller = createController({
    clock,
    log,
    readSettings: () => settings,
    startRecorder: () => new Speaker(clock),
    loadRunCode: () =>
      Promise.resolve(runCodeWith((session) => openSession({ ...session, apiKey: 'key' }))),
    openTarget: () =>
      Promise.resolve(
        new ForgetfulTarget((text) => {
          for (const word of text.toLowerCase().match(/w\d+/g) ?? []) {
            if (word === wordName(told.inserted)) told.inserted++;
            else told.wrong++;
          }
        }),
      ),
  });
  controller.onDidNotice(() => told.notices++);
  controller.onDidChangeState((state) => {
    if (state.kind === 'idle' && state.failure !== undefined) told.failures++;
    if (state.kind === 'reconnecting') reconnectingSinceMs ??= clock.now();
    else if (reconnectingSinceMs !== undefined) {
      const lastedMs = clock.now() - reconnectingSinceMs;
      told.longestReconnectMs = Math.max(told.longestReconnectMs, lastedMs);
      reconnectingSinceMs = undefined;
    }
  });

  let longestJournalMs = 0;
  let warm = memory();
  void controller.start();
  for (let atMs = 0; atMs < LENGTH_MS; atMs += 1000) {
    await clock.advance(1000);
    longestJournalMs = Math.max(longestJournalMs, ...controller.audioInMemory.runsMs);
    if (atMs === WARM_UP_MS) warm = memory();
  }
  const end = memory();
  controller.stop();
  await clock.advance(MINUTE_MS);
  controller.dispose();
  return {
    spoken: SENTENCES * WORDS_PER_SENTENCE,
    ...told,
    sessions: network.records.length,
    expiries,
    longestJournalMs,
    heapGrowthBytes: end.heapUsed - warm.heapUsed,
    externalGrowthBytes: end.external - warm.external,
  };
}

function memory(): NodeJS.MemoryUsage {
  if (globalThis.gc === undefined) throw new Error('start with --expose-gc');
  // What the first finds, the second frees: memory outside the heap is let go late.
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage();
}

void dictate().then((outcome) => {
  process.send?.(outcome);
});
