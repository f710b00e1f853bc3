import type { RecognisedWord } from './recogniser';

/**
 * Speech that a program can recognise for certain. A word's sound is a row of 10 ms packets, each
 * carrying the word's text, its number and the packet's place in the word, four bits a sample, as
 * levels far enough apart to survive µ-law. So a word is found wherever its sound is, and
 * is not found unless every sample of it has come.
 */

/** One packet; words start and end on its multiples. */
const PACKET_MS = 10;

/** Symbols of one packet: one sample each, and 10 ms are 80 samples at the lowest rate, 8 kHz. */
const PACKET_SYMBOLS = 80;

const SYNC = [0, 15, 0, 15, 3, 12, 9, 6];
const HEADER_SYMBOLS = SYNC.length + 16;
const TEXT_BYTES = (PACKET_SYMBOLS - HEADER_SYMBOLS) / 2;

const LOWEST_LEVEL = -30_000;
const LEVEL_STEP = 4_000;
/** µ-law is off by at most 512 at these levels. */
const LEVEL_TOLERANCE = 900;

/** What a packet says. */
export interface Packet {
  /** The word's place among the words of its `markedSpeech`, modulo 65 536. */
  readonly word: number;
  readonly text: string;
  readonly index: number;
  readonly count: number;
}

/**
 * PCM (signed 16-bit little-endian mono) in which `words` are spoken, with digital silence between.
 *
 * @param words in order, not overlapping, at multiples of 10 ms, each at most 28 bytes long
 * @param options.durationMs where the audio ends; default: with the last word
 * @throws {RangeError} when a word cannot be marked
 */
export function markedSpeech(
  words: readonly RecognisedWord[],
  options: { readonly sampleRate?: number; readonly durationMs?: number } = {},
): Buffer {
  const { sampleRate = 16_000, durationMs = words.at(-1)?.endMs ?? 0 } = options;
  const pcm = Buffer.alloc(Math.round((durationMs * sampleRate) / 1000) * 2);
  const packetSamples = samplesPerPacket(sampleRate);
  let earliestMs = 0;
  for (const [word, { text, startMs, endMs }] of words.entries()) {
    const count = (endMs - startMs) / PACKET_MS;
    const onGrid = Number.isInteger(count) && Number.isInteger(startMs / PACKET_MS);
    if (!onGrid || count < 1 || startMs < earliestMs || endMs > durationMs) {
      throw new RangeError(`cannot mark ${JSON.stringify({ text, startMs, endMs, earliestMs })}`);
    }
    earliestMs = endMs;
    for (let index = 0; index < count; index++) {
      const symbols = encode({ word: word & 0xffff, text, index, count });
      const offset = (startMs / PACKET_MS + index) * packetSamples;
      for (let i = 0; i < packetSamples; i++) {
        pcm.writeInt16LE(level(symbolAt(symbols, i)), (offset + i) * 2);
      }
    }
  }
  return pcm;
}

/**
 * The words of `text` as a person might say them: one every 250 ms, 20 ms apart.
 * @param startMs when the first begins, a multiple of 10
 */
export function spokenWords(text: string, startMs = 0): readonly RecognisedWord[] {
  return text.split(/\s+/).map((word, index) => {
    const wordStartMs = startMs + index * 250;
    return { text: word, startMs: wordStartMs, endMs: wordStartMs + 230 };
  });
}

/** Samples of one packet, a whole number for every rate the API accepts in practice. */
export function samplesPerPacket(sampleRate: number): number {
  return Math.round((sampleRate * PACKET_MS) / 1000);
}

/** @returns how the samples from `offset` on begin: `packet`, too `short` to say, or `none` */
export function readPacket(
  samples: Int16Array,
  offset: number,
  packetSamples: number,
): Packet | 'short' | 'none' {
  const available = samples.length - offset;
  for (const [i, symbol] of SYNC.slice(0, available).entries()) {
    if (!isLevel(samples[offset + i], symbol)) return 'none';
  }
  if (available < packetSamples) return 'short';
  const symbols: number[] = [];
  for (let i = 0; i < PACKET_SYMBOLS; i++) symbols.push(symbolOf(samples[offset + i] ?? 0));
  for (let i = 0; i < packetSamples; i++) {
    if (!isLevel(samples[offset + i], symbolAt(symbols, i))) return 'none';
  }
  return decode(symbols) ?? 'none';
}

function encode({ word, index, count, text }: Packet): readonly number[] {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > TEXT_BYTES) throw new RangeError(`too long to mark: ${text}`);
  const body = Buffer.alloc(8 + TEXT_BYTES);
  body.writeUInt16BE(word, 0);
  body.writeUInt16BE(index, 2);
  body.writeUInt16BE(count, 4);
  body.writeUInt8(bytes.length, 6);
  bytes.copy(body, 8);
  // Each word's own filling: with one for all, a lost tail would be made good by any other word's.
  body.fill(word & 0xff, 8 + bytes.length);
  body.writeUInt8(checksum(body), 7);
  return [...SYNC, ...[...body].flatMap((byte) => [byte >> 4, byte & 15])];
}

function decode(symbols: readonly number[]): Packet | undefined {
  const body = Buffer.alloc(8 + TEXT_BYTES);
  for (let i = 0; i < body.length; i++) {
    const high = symbols[SYNC.length + i * 2] ?? 0;
    const low = symbols[SYNC.length + i * 2 + 1] ?? 0;
    body.writeUInt8((high << 4) | low, i);
  }
  const expected = body.readUInt8(7);
  body.writeUInt8(0, 7);
  if (checksum(body) !== expected) return undefined;
  return {
    word: body.readUInt16BE(0),
    index: body.readUInt16BE(2),
    count: body.readUInt16BE(4),
    text: body.subarray(8, 8 + body.readUInt8(6)).toString('utf8'),
  };
}

function checksum(body: Buffer): number {
  return body.reduce((sum, byte) => (sum * 31 + byte) & 0xff, 7);
}

/** At higher rates a packet has more samples than symbols: its symbols are repeated. */
function symbolAt(symbols: readonly number[], sample: number): number {
  return symbols[sample % PACKET_SYMBOLS] ?? 0;
}

function level(symbol: number): number {
  return LOWEST_LEVEL + symbol * LEVEL_STEP;
}

function symbolOf(sample: number): number {
  return Math.min(15, Math.max(0, Math.round((sample - LOWEST_LEVEL) / LEVEL_STEP)));
}

function isLevel(sample: number | undefined, symbol: number): boolean {
  return sample !== undefined && Math.abs(sample - level(symbol)) <= LEVEL_TOLERANCE;
}
