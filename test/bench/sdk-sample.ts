/**
 * What AssemblyAI's documentation shows for a microphone in Node: its SDK and node-record-lpcm16,
 * connected first, recorded then. `tuned`: the same parts as well as one can wire them.
 *
 *   sdk-sample.ts sample|tuned URL     started and stopped by lines on standard input
 *
 * Prints each final as a line of JSON. A process of its own, for the SDK insists on TLS, and Node reads
 * the authorities that it trusts at start.
 */
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { AssemblyAI } from 'assemblyai';
import { EMULATOR_KEY } from '../emulator/emulator';

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

const { record } = createRequire(import.meta.url)('node-record-lpcm16') as RecordModule;

const [manner, url = ''] = process.argv.slice(2);
const isTuned = manner === 'tuned';
const SAMPLE_RATE = 16_000;
/** Longer than any Begin of the bench. */
const PATIENT_MS = 30_000;
/** The shortest that the protocol takes. */
const FRAME_BYTES = (SAMPLE_RATE * 2 * 50) / 1000;

const transcriber = new AssemblyAI({ apiKey: EMULATOR_KEY }).streaming.transcriber({
  websocketBaseUrl: url,
  sampleRate: SAMPLE_RATE,
  speechModel: 'universal-3-6-pro',
  ...(isTuned && { connectTimeout: PATIENT_MS }),
});
transcriber.on('turn', ({ end_of_turn, transcript }) => {
  if (end_of_turn && transcript !== '') console.log(JSON.stringify(transcript));
});
transcriber.on('error', () => undefined);

function startRecorder(): Recording {
  return record({ channels: 1, sampleRate: SAMPLE_RATE, audioType: isTuned ? 'raw' : 'wav' });
}

async function sample(): Promise<() => void> {
  await transcriber.connect();
  const recording = startRecorder();
  void Readable.toWeb(recording.stream()).pipeTo(transcriber.stream());
  return () => {
    recording.stop();
  };
}

async function tuned(): Promise<() => void> {
  const recording = startRecorder();
  let pending = Buffer.alloc(0);
  let isOpen = false;
  const send = (): void => {
    for (; isOpen && pending.length >= FRAME_BYTES; pending = pending.subarray(FRAME_BYTES)) {
      transcriber.sendAudio(Uint8Array.from(pending.subarray(0, FRAME_BYTES)).buffer);
    }
  };
  recording.stream().on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    send();
  });
  await transcriber.connect();
  isOpen = true;
  send();
  return () => {
    recording.stop();
  };
}

let stopRecorder: (() => void) | undefined;
let starting: Promise<unknown> = Promise.resolve();

async function obey(line: string): Promise<void> {
  if (line === 'start') {
    const started = isTuned ? tuned() : sample();
    starting = started;
    stopRecorder = await started;
  } else {
    if (isTuned) await starting;
    stopRecorder?.();
    await transcriber.close();
    process.exit();
  }
}

createInterface(process.stdin).on('line', (line) => {
  // It failed as it would for anybody who has wired it so: nothing is inserted.
  obey(line).catch(() => undefined);
});
console.log('ready');
