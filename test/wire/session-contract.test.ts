import { createSessionFactory } from '../../src/recognition/assemblyai/streaming-session';
import type { FailureReason } from '../../src/core/failure';
import type { SessionOptions, TranscriptionSession } from '../../src/core/recognition';
import type { AuthorizedOptions } from '../../src/recognition/assemblyai/authorized-socket';
import { sessionContract, type SessionHarness } from '../contracts/session';
import { VirtualClock } from '../contracts/virtual-clock';
import { EMULATOR_KEY, startEmulator, type Emulator } from '../emulator/emulator';
import { markedSpeech } from '../emulator/marked-speech';
import { recognition } from '../unit/recognition/assemblyai/settings-fixture';
import { framesOf, RecordingLog } from './session-support';

const BEGIN_MS = 1000;
const EXPIRY_MS = 10_000;

function optionsFor(endpoint: string): AuthorizedOptions {
  return {
    recognition: recognition({ endpoint }),
    sampleRate: 16000,
    encoding: 'pcm_s16le',
    apiKey: EMULATOR_KEY,
  };
}

/** The real session and the emulator, whose time is the test's. */
class StreamingHarness implements SessionHarness {
  private readonly options: AuthorizedOptions;
  private session: TranscriptionSession | undefined;

  constructor(
    private readonly emulator: Emulator,
    private readonly clock: VirtualClock,
  ) {
    this.options = optionsFor(emulator.url);
  }

  get recognition(): SessionOptions['recognition'] {
    return this.options.recognition;
  }

  connect(): TranscriptionSession {
    const connect = createSessionFactory({ clock: new VirtualClock(), log: new RecordingLog() });
    this.session = connect(this.options);
    return this.session;
  }

  async begin(): Promise<void> {
    await this.emulator.nextSession();
    await this.clock.advance(BEGIN_MS);
  }

  speak(session: TranscriptionSession): void {
    const words = [{ text: 'Hello.', startMs: 0, endMs: 500 }];
    for (const frame of framesOf(markedSpeech(words, { durationMs: 2500 }))) session.send(frame);
  }

  speakOn(session: TranscriptionSession): void {
    const words = [{ text: 'Hello', startMs: 0, endMs: 500 }];
    for (const frame of framesOf(markedSpeech(words, { durationMs: 600 }))) session.send(frame);
  }

  confirmEnd(): void {
    // The emulator does so by itself.
  }

  async fail(): Promise<FailureReason> {
    await this.clock.advance(EXPIRY_MS);
    return 'session-expired';
  }

  async audio(bytes: number): Promise<Uint8Array> {
    const [record] = this.emulator.sessions;
    if (record === undefined) throw new Error('not connected');
    await record.until(({ audio }) => audio.length >= bytes);
    return record.audio;
  }

  async close(): Promise<void> {
    this.session?.dispose();
    await this.session?.closed;
    await this.emulator.close();
  }
}

sessionContract('StreamingSession', async () => {
  const clock = new VirtualClock();
  const emulator = await startEmulator({
    clock,
    faults: [
      { fault: 'begin-delay', ms: BEGIN_MS },
      { fault: 'session-expiry', ms: EXPIRY_MS },
    ],
  });
  return new StreamingHarness(emulator, clock);
});
