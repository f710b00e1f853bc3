/**
 * The streaming loop that sherpa-onnx shows for its engine, and nothing else: pieces of 100 ms as they are
 * said, decode while it is ready, look at the text, at last some silence. A process of its own.
 *
 *   engine-process.cjs PCM-FILE     prints JSON by lines, times as in `EngineReport`
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadSherpa } from '../../src/recognition/on-device/child/sherpa';
import { spelledOut } from '../harness/word-errors';
import type { LoadOrder } from '../../src/recognition/on-device/messages';

/** What `parts/on-device.ts` reads; milliseconds since the first sample was said. */
export interface EngineReport {
  readonly text: string;
  /** When so many letters were in the text first. */
  readonly shownMs: readonly number[];
  /** When the last token of each word was, as the engine tells, and how many letters there are then. */
  readonly words: readonly { readonly lastMs: number; readonly letters: number }[];
  readonly endMs: number;
  readonly cpuMs: number;
  readonly memoryMiB: number;
}

const SAMPLE_RATE = 16_000;
const PIECE_MS = 100;
const PIECE = (SAMPLE_RATE * PIECE_MS) / 1000;
/** Of silence, behind the sound. */
const TAIL_MS = 400;
const NEW_WORD = /^[\u2581 ]/;

async function main(): Promise<void> {
  const [file = '', load = ''] = process.argv.slice(2);
  const pcm = readFileSync(file);
  const samples = Float32Array.from(
    { length: pcm.length / 2 },
    (_, i) => pcm.readInt16LE(i * 2) / 32_768,
  );
  // Told by who has started us.
  const stream = loadSherpa(JSON.parse(load) as LoadOrder).openStream(SAMPLE_RATE);
  const shownMs: number[] = [];
  let words: EngineReport['words'] = [];
  let text = '';
  const cpu = process.cpuUsage();
  const beganMs = performance.now();
  const look = (): void => {
    const { tokens, timesMs } = stream.heard();
    text = tokens.join('').replaceAll('\u2581', ' ').trim();
    words = tokens.flatMap((_, n) => {
      const isLast = n + 1 === tokens.length || NEW_WORD.test(tokens[n + 1] ?? '');
      const letters = spelledOut(tokens.slice(0, n + 1).join('')).length;
      return isLast ? [{ lastMs: timesMs[n] ?? NaN, letters }] : [];
    });
    while (shownMs.length < spelledOut(text).length) shownMs.push(performance.now() - beganMs);
  };
  let stopMs = beganMs;
  for (let at = 0; at < samples.length; at += PIECE) {
    const dueMs = beganMs + ((at + PIECE) * 1000) / SAMPLE_RATE;
    await sleep(Math.max(0, dueMs - performance.now()));
    // The last sound has been said, and nobody has looked at it yet.
    stopMs = performance.now();
    stream.accept(samples.subarray(at, at + PIECE));
    look();
  }
  // As the engine's own examples do, or the last word is not heard.
  stream.accept(new Float32Array((SAMPLE_RATE * TAIL_MS) / 1000));
  stream.finish();
  look();
  const { user, system } = process.cpuUsage(cpu);
  const report: EngineReport = {
    ...{ text, shownMs, words, endMs: performance.now() - stopMs },
    ...{ cpuMs: (user + system) / 1000, memoryMiB: process.memoryUsage.rss() / 1024 / 1024 },
  };
  console.log(JSON.stringify(report));
}

void main();
