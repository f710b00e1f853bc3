// The suite that every session passes, on the real engine: as a native add-on and as WebAssembly.
import type { FailureReason } from '../../src/core/failure';
import type { SessionOptions, TranscriptionSession } from '../../src/core/recognition';
import { OnDeviceSession } from '../../src/recognition/on-device/on-device-session';
import { RecogniserProcess } from '../../src/recognition/on-device/recogniser-process';
import { ON_DEVICE_TRAITS } from '../../src/recognition/on-device/traits';
import { systemClock } from '../../src/ui/system-clock';
import { Condition } from '../contracts/condition';
import { sessionContract, type SessionHarness } from '../contracts/session';
import { numbersIn } from '../../src/text/languages/digits';
import { toSentence } from '../../src/text/languages/to-sentence';
import { speechPcm } from '../fixtures/speech';
import { CHILD_PROGRAM, installedEngine, TINY_MODEL } from '../harness/on-device';
import { recognition } from '../unit/recognition/assemblyai/settings-fixture';
import { framesOf, RecordingLog } from './session-support';

const OPTIONS: SessionOptions = {
  recognition: recognition({}),
  sampleRate: 16000,
  encoding: 'pcm_s16le',
};

/** The real session and its process; what is sent there is noted. */
class OnDeviceHarness implements SessionHarness {
  readonly recognition = OPTIONS.recognition;
  private session: TranscriptionSession | undefined;
  private readonly gate: Promise<void>;
  private letBegin: () => void = () => undefined;
  private heard = Buffer.alloc(0);
  private readonly condition = new Condition(() => `${String(this.heard.length)} bytes heard`);

  constructor(
    private readonly process: RecogniserProcess,
    private readonly speech: Buffer,
  ) {
    this.gate = new Promise((resolve) => {
      this.letBegin = resolve;
    });
    const send = process.send.bind(process);
    process.send = (order) => {
      if (order.kind === 'audio') {
        this.heard = Buffer.concat([this.heard, order.pcm]);
        this.condition.changed();
      }
      send(order);
    };
  }

  connect(): TranscriptionSession {
    this.session = new OnDeviceSession(OPTIONS, {
      findNumbers: numbersIn,
      toSentence,
      clock: systemClock,
      log: new RecordingLog(),
      traits: ON_DEVICE_TRAITS,
      model: { name: 'tiny', flushMs: 900, language: 'en', writes: 'words', takesLanguage: false },
      obtain: async () => {
        await this.gate;
        return this.process;
      },
    });
    return this.session;
  }

  async begin(): Promise<void> {
    await this.process.loaded;
    this.letBegin();
  }

  speak(session: TranscriptionSession): void {
    const silence = Buffer.alloc(32 * 1500);
    for (const frame of framesOf(Buffer.concat([this.speech, silence]))) session.send(frame);
  }

  speakOn(session: TranscriptionSession): void {
    const half = this.speech.length / 2;
    for (const frame of framesOf(this.speech.subarray(0, half - (half % 2)))) session.send(frame);
  }

  confirmEnd(): void {
    // The process does so by itself.
  }

  fail(): Promise<FailureReason> {
    process.kill(this.process.pid ?? 0, 'SIGKILL');
    return Promise.resolve('recogniser-stopped');
  }

  audio(bytes: number): Promise<Uint8Array> {
    return this.condition.until(() => (this.heard.length >= bytes ? this.heard : undefined));
  }

  async close(): Promise<void> {
    this.session?.dispose();
    await this.session?.closed;
    this.process.dispose();
    await this.process.gone;
  }
}

for (const kind of ['native', 'wasm'] as const) {
  sessionContract(`OnDeviceSession (${kind})`, async () => {
    const engine = await installedEngine(kind);
    if (engine === undefined) throw new Error(`there is no ${kind} engine for this computer`);
    const process = new RecogniserProcess({
      clock: systemClock,
      log: new RecordingLog(),
      program: CHILD_PROGRAM,
      load: { engine, model: TINY_MODEL, threads: 1 },
    });
    return new OnDeviceHarness(process, await speechPcm('list'));
  });
}
