/**
 * Runs sessions with AssemblyAI's own SDK and prints what came of them as one line of JSON; a child
 * process, because the SDK insists on TLS and Node reads its trusted authorities at start
 * (`NODE_EXTRA_CA_CERTS`). Arguments: url and httpUrl of an emulator, url of one whose Begin
 * takes 1.3 s.
 */
import { once, EventEmitter } from 'node:events';
import { AssemblyAI, type StreamingTranscriber } from 'assemblyai';
import { EMULATOR_KEY } from '../emulator/emulator';
import { markedSpeech, spokenWords } from '../emulator/marked-speech';

const [url = '', httpUrl = '', slowUrl = ''] = process.argv.slice(2);
const MESSAGE_BYTES = 3200;
/** Our deadline for connecting to 127.0.0.1; the SDK's own is too short for a busy machine. */
const CONNECT_TIMEOUT_MS = 10_000;

type Parameters = Partial<ConstructorParameters<typeof StreamingTranscriber>[0]>;

/** One SDK session and what its listeners heard. */
class SdkSession {
  readonly heard: unknown[] = [];
  private readonly events = new EventEmitter();
  readonly transcriber: StreamingTranscriber;

  constructor(parameters: Parameters = {}) {
    this.transcriber = client(parameters.apiKey ?? EMULATOR_KEY).streaming.transcriber({
      websocketBaseUrl: url,
      sampleRate: 16_000,
      speechModel: 'universal-3-6-pro',
      interruptionDelay: 0,
      connectTimeout: CONNECT_TIMEOUT_MS,
      ...parameters,
    });
    this.transcriber.on('turn', ({ turn_order, end_of_turn, transcript }) => {
      this.hear(['turn', turn_order, end_of_turn, transcript]);
    });
    this.transcriber.on('error', (error) => {
      this.hear(['error', codeOf(error), error.message]);
    });
    this.transcriber.on('close', (code, reason) => {
      this.hear(['close', code, reason]);
    });
  }

  /** Resolves when the listeners have heard this kind of event. */
  async until(kind: string, isIt: (event: unknown) => boolean = () => true): Promise<void> {
    const has = (): boolean =>
      this.heard.some((event) => Array.isArray(event) && event[0] === kind && isIt(event));
    while (!has()) await once(this.events, 'heard', { signal: AbortSignal.timeout(10_000) });
  }

  say(audio: Buffer, messageBytes = MESSAGE_BYTES): void {
    for (let at = 0; at < audio.length; at += messageBytes) {
      // A copy: the SDK wants whole array buffers.
      this.transcriber.sendAudio(Uint8Array.from(audio.subarray(at, at + messageBytes)).buffer);
    }
  }

  private hear(event: unknown): void {
    this.heard.push(event);
    this.events.emit('heard');
  }
}

function client(apiKey: string): AssemblyAI {
  return new AssemblyAI({ apiKey, streamingBaseUrl: httpUrl });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

async function rejection(promise: Promise<unknown>): Promise<readonly unknown[]> {
  return promise.then(
    () => ['connected'],
    (error: unknown) => [codeOf(error), error instanceof Error ? error.message : String(error)],
  );
}

const SPEECH = markedSpeech(spokenWords('Hello, world.', 200), { durationMs: 2000 });

async function normal(parameters: Parameters): Promise<unknown> {
  const session = new SdkSession(parameters);
  const { type, id } = await session.transcriber.connect();
  session.say(SPEECH);
  await session.transcriber.close();
  return { begin: [type, id.length], heard: session.heard };
}

async function badFrame(): Promise<unknown> {
  const session = new SdkSession();
  await session.transcriber.connect();
  session.say(SPEECH.subarray(0, 38_400), 38_400);
  await session.until('close');
  return session.heard;
}

async function forcedEndpoint(): Promise<unknown> {
  const session = new SdkSession();
  await session.transcriber.connect();
  session.say(SPEECH.subarray(0, MESSAGE_BYTES * 7));
  session.transcriber.forceEndpoint();
  await session.until('turn', (turn) => Array.isArray(turn) && turn[2] === true);
  const beforeClose = [...session.heard];
  await session.transcriber.close();
  return { beforeClose, atClose: session.heard.slice(beforeClose.length) };
}

async function withToken(): Promise<unknown> {
  const token = await client(EMULATOR_KEY).streaming.createTemporaryToken({
    expires_in_seconds: 60,
  });
  return normal({ token });
}

async function main(): Promise<void> {
  const slow = { websocketBaseUrl: slowUrl };
  const entries = Object.entries({
    pro: normal({}),
    formatted: normal({ speechModel: 'universal-streaming-english', formatTurns: true }),
    token: withToken(),
    badKey: rejection(new SdkSession({ apiKey: 'wrong' }).transcriber.connect()),
    badParameter: rejection(new SdkSession({ sampleRate: 7000 }).transcriber.connect()),
    badFrame: badFrame(),
    forcedEndpoint: forcedEndpoint(),
    // The SDK's default of 1000 ms.
    slowBegin: rejection(new SdkSession({ ...slow, connectTimeout: 1000 }).transcriber.connect()),
  });
  const results = await Promise.all(
    entries.map(async ([name, result]) => [name, await result] as const),
  );
  const patient = await normal({ ...slow, connectTimeout: 5000 });
  console.log(JSON.stringify({ ...Object.fromEntries(results), patient }));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
