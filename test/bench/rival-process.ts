/**
 * What people would use in this extension's place. Each stands for what its makers show or do, the
 * server apart:
 *
 * - `sample`: what AssemblyAI's documentation shows for a microphone in Node: its SDK and
 *   node-record-lpcm16, connected first, recorded then.
 * - `tuned`: the same parts as well as one can wire them: recorder first, raw sound, long patience.
 * - `tutorial`: a loop over a plain socket, in the tutorial's own order: the socket opens, the recorder is
 *   started, messages of 100 ms are sent.
 * - `built-in`: a *model* of VS Code's own dictation, by its sources of 1.139: sound is taken from the
 *   moment at which the service answers, in pieces of 4096 samples; a connection that is lost ends it.
 *
 *   rival-process.cjs MANNER URL     started and stopped by lines on standard input
 *
 * Prints each final as a line of JSON. A process of its own, for the SDK insists on TLS, and Node reads
 * the authorities that it trusts at start.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { AssemblyAI } from 'assemblyai';
import { WebSocket } from 'ws';

/** The part of node-record-lpcm16 that its own page shows; ours has types for what we use. */
interface RecordModule {
  readonly record: (options: {
    channels: number;
    sampleRate: number;
    audioType: 'wav' | 'raw';
  }) => Recording;
}
interface Recording {
  stream(): Readable;
  stop(): void;
}

/** How it is stopped; resolves when no more text will come. */
type Stop = () => Promise<void>;

const { record } = createRequire(__filename)('node-record-lpcm16') as RecordModule;

const [manner, url = ''] = process.argv.slice(2);
const SAMPLE_RATE = 16_000;
const MODEL = 'universal-3-6-pro';
const KEY = 'emulator-key';
/** Longer than any Begin of the bench. */
const PATIENT_MS = 30_000;
/** For the last words after Terminate. */
const LAST_WORDS_MS = 8000;

const bytesOf = (ms: number): number => (SAMPLE_RATE * 2 * ms) / 1000;

function insert(text: string): void {
  if (text !== '') console.log(JSON.stringify(text));
}

function openSdk(connectTimeout?: number) {
  const transcriber = new AssemblyAI({ apiKey: KEY }).streaming.transcriber({
    websocketBaseUrl: url,
    sampleRate: SAMPLE_RATE,
    speechModel: MODEL,
    ...(connectTimeout !== undefined && { connectTimeout }),
  });
  transcriber.on('turn', ({ end_of_turn, transcript }) => {
    if (end_of_turn) insert(transcript);
  });
  transcriber.on('error', () => undefined);
  return transcriber;
}

/** Gives sound on in pieces of one size. */
function cut(stream: Readable, pieceBytes: number, onPiece: (piece: Buffer) => void): () => Buffer {
  let pending = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (; pending.length >= pieceBytes; pending = pending.subarray(pieceBytes)) {
      onPiece(pending.subarray(0, pieceBytes));
    }
  });
  return () => pending;
}

async function sample(): Promise<Stop> {
  const transcriber = openSdk();
  await transcriber.connect();
  const recording = record({ channels: 1, sampleRate: SAMPLE_RATE, audioType: 'wav' });
  void Readable.toWeb(recording.stream()).pipeTo(transcriber.stream());
  return async () => {
    recording.stop();
    await transcriber.close();
  };
}

async function tuned(): Promise<Stop> {
  const transcriber = openSdk(PATIENT_MS);
  const recording = record({ channels: 1, sampleRate: SAMPLE_RATE, audioType: 'raw' });
  const waiting: Buffer[] = [];
  let isOpen = false;
  const send = (piece: Buffer): void => {
    transcriber.sendAudio(Uint8Array.from(piece).buffer);
  };
  cut(recording.stream(), bytesOf(50), (piece) => {
    if (isOpen) send(piece);
    else waiting.push(Buffer.from(piece));
  });
  await transcriber.connect();
  isOpen = true;
  waiting.forEach(send);
  return async () => {
    recording.stop();
    await transcriber.close();
  };
}

function openSocket(): WebSocket {
  const query = `sample_rate=${String(SAMPLE_RATE)}&speech_model=${MODEL}`;
  const socket = new WebSocket(`${url}?${query}`, { headers: { Authorization: KEY } });
  socket.on('error', () => undefined);
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Record<string, unknown>;
    if (message['type'] === 'Turn' && message['end_of_turn'] === true) {
      insert(String(message['transcript']));
    }
  });
  return socket;
}

/** Terminates, and waits for the end. */
async function terminate(socket: WebSocket): Promise<void> {
  if (socket.readyState !== socket.OPEN) return;
  socket.send(JSON.stringify({ type: 'Terminate' }));
  const closed = once(socket, 'close', { signal: AbortSignal.timeout(LAST_WORDS_MS) });
  await closed.catch(() => undefined);
}

async function tutorial(): Promise<Stop> {
  const socket = openSocket();
  await once(socket, 'open');
  const recording = record({ channels: 1, sampleRate: SAMPLE_RATE, audioType: 'raw' });
  cut(recording.stream(), bytesOf(100), (piece) => {
    if (socket.readyState === socket.OPEN) socket.send(piece);
  });
  return async () => {
    recording.stop();
    await terminate(socket);
  };
}

async function builtIn(): Promise<Stop> {
  // What a browser's microphone is to VS Code: the quickest there is, and on before anything is asked.
  const args = ['--latency-msec=10', '--rate=16000', '--channels=1', '--format=s16le', '--raw'];
  const recorder = spawn('parec', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  // Nobody takes what comes before the service has answered.
  recorder.stdout.resume();
  const socket = openSocket();
  await once(socket, 'message');
  const send = (piece: Buffer): void => {
    if (socket.readyState === socket.OPEN) socket.send(piece);
  };
  const pieceBytes = 4096 * 2;
  const pending = cut(recorder.stdout, pieceBytes, send);
  socket.on('close', () => {
    recorder.kill();
  });
  return async () => {
    recorder.kill();
    const rest = pending();
    // The protocol takes nothing shorter.
    if (rest.length >= bytesOf(50)) send(rest);
    await terminate(socket);
  };
}

const MANNERS = { sample, tuned, tutorial, 'built-in': builtIn };

let starting: Promise<Stop> | undefined;
let stop: Stop | undefined;

async function obey(line: string): Promise<void> {
  if (line === 'start') {
    if (manner === undefined || !(manner in MANNERS)) throw new Error(`no ${String(manner)}`);
    starting = MANNERS[manner as keyof typeof MANNERS]();
    stop = await starting;
    return;
  }
  // One that is still connecting is not waited for, but by who has been tuned to.
  if (manner === 'tuned') await starting;
  await stop?.();
  process.exit();
}

createInterface(process.stdin).on('line', (line) => {
  // It failed as it would for anybody who has wired it so: nothing is inserted.
  obey(line).catch(() => undefined);
});
process.on('uncaughtException', () => undefined);
console.log('ready');
