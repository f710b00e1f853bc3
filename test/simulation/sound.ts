import type { KeptAudio } from '../../src/core/kept-audio';
import { decodePcm } from '../emulator/pcm-decoder';
import type { CreateRecogniser, Hypothesis, RecognisedWord } from '../emulator/recogniser';
import { spokenLetters, VOCABULARY } from './vocabulary';

/**
 * Speech for the simulation: like `markedSpeech`, a hundred times cheaper. Sound is a row of 10 ms
 * cells; a cell's first samples tell word, place in the word, length of the word and what it is.
 */
export const CELL_MS = 10;
export const SAMPLE_RATE = 8000;
const CELL_SAMPLES = (SAMPLE_RATE * CELL_MS) / 1000;
const CODE_SAMPLES = 4;
/** Added to the number of a word that ends a sentence. */
const ENDS_SENTENCE = 1000;

const LOUD = 6000;
/** A stop's closure, a weak beginning, a release. */
const SOFT = 250;

/** A word that is so nearly whole is understood; of less than this, its ending, or nothing. */
const WHOLE_SHARE = 0.8;
const ENDING_SHARE = 0.3;

/** A word of the simulated world; times of the world's clock. */
export interface SpokenWord extends Pick<RecognisedWord, 'startMs' | 'endMs'> {
  /** Its number in `VOCABULARY`, from 1 on; 0: it has a name of its own. */
  readonly form?: number;
  readonly endsSentence?: boolean;
}

/** The sound of the simulated world: what is said when, in milliseconds of the clock. */
export interface Speech {
  readonly words: readonly SpokenWord[];
  /** Loudest sample of the room's noise. */
  readonly room?: number;
  /** What else is loud, and no word: clicks, coughs, music. */
  readonly noises?: readonly Noise[];
}

/** A loud sound of no word; times of the world's clock, multiples of 10 ms. */
export interface Noise {
  readonly fromMs: number;
  readonly toMs: number;
  /** Its loudest sample. */
  readonly loudness: number;
}

/** A word that was said: which one, and its letters. */
export interface SaidWord {
  /** Its number in the {@link Speech}; and a half: only its ending is there. */
  readonly id: number;
  readonly letters: string;
}

/** The cells from `fromMs` to `toMs` of the world, as signed 16-bit PCM; both multiples of 10 ms. */
export function soundOf(
  { words, room = 0, noises = [] }: Speech,
  fromMs: number,
  toMs: number,
): Buffer {
  const pcm = silence(fromMs, toMs, room);
  for (const noise of noises) {
    const [from, to] = [Math.max(fromMs, noise.fromMs), Math.min(toMs, noise.toMs)];
    if (from < to) {
      silence(from, to, noise.loudness).copy(pcm, ((from - fromMs) / CELL_MS) * CELL_SAMPLES * 2);
    }
  }
  for (const [index, word] of words.entries()) {
    if (word.startMs < toMs && word.endMs > fromMs) say(pcm, fromMs, toMs, index, word);
  }
  return pcm;
}

/** The cells from `fromMs` to `toMs` with nobody speaking in them. */
export function silence(fromMs: number, toMs: number, room = 0): Buffer {
  const samples = new Int16Array(((toMs - fromMs) / CELL_MS) * CELL_SAMPLES);
  if (room > 0) {
    const noise = roomNoise(room);
    let from = ((fromMs / CELL_MS) * CELL_SAMPLES) % noise.length;
    for (let at = 0; at < samples.length;) {
      const piece = noise.subarray(from, from + samples.length - at);
      samples.set(piece, at);
      at += piece.length;
      from = 0;
    }
  }
  return Buffer.from(samples.buffer);
}

/** So long a room's noise is, before it begins again. */
const NOISE_CELLS = 997;
const noises = new Map<number, Int16Array>();

function roomNoise(room: number): Int16Array {
  const known = noises.get(room);
  if (known !== undefined) return known;
  const noise = new Int16Array(NOISE_CELLS * CELL_SAMPLES);
  let random = 1;
  for (let sample = 0; sample < noise.length; sample++) {
    if (sample % CELL_SAMPLES < CODE_SAMPLES) continue;
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    noise[sample] = Math.round((random / 2 ** 31 - 1) * room);
  }
  noises.set(room, noise);
  return noise;
}

/** Puts what of the word number `index` is between `fromMs` and `toMs` into their cells. */
export function say(
  pcm: Buffer,
  fromMs: number,
  toMs: number,
  index: number,
  { startMs, endMs, form = 0, endsSentence = false }: SpokenWord,
): void {
  const samples = new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length / 2);
  const parts = (endMs - startMs) / CELL_MS;
  for (let at = Math.max(startMs, fromMs); at < Math.min(endMs, toMs); at += CELL_MS) {
    const cell = ((at - fromMs) / CELL_MS) * CELL_SAMPLES;
    const part = (at - startMs) / CELL_MS;
    samples.set([index + 1, part, parts, form + (endsSentence ? ENDS_SENTENCE : 0)], cell);
    const loudness = form > 0 && isSoft(index, part, parts) ? SOFT : LOUD;
    for (let sample = CODE_SAMPLES; sample < CELL_SAMPLES; sample++) {
      const noise = samples[cell + sample] ?? 0;
      samples[cell + sample] = noise + (sample % 2 === 0 ? loudness : -loudness);
    }
  }
}

/** Every third word has a closure in the middle of it, every third a weak beginning. */
function isSoft(index: number, part: number, parts: number): boolean {
  if (parts < 20) return false;
  const middle = Math.floor(parts / 2);
  return index % 3 === 0 ? part >= middle && part < middle + 5 : index % 3 === 1 && part < 2;
}

/** The name of the word number `index` of a {@link Speech} that has no other text. */
export function wordName(index: number): string {
  return `w${String(index)}`;
}

/** @returns a recogniser of {@link soundOf}; each number of `manner` has its own spelling of words */
export function createCellRecogniser(manner: number): CreateRecogniser {
  return () => {
    const hearing = new Hearing(manner);
    return {
      push: (pcm) => hearing.push(pcm),
      end: () => hearing.take().flatMap(({ recognised }) => recognised),
      drop: () => {
        hearing.take();
      },
      remember: (turns) => {
        hearing.context = turns.join(' ');
      },
      close: () => undefined,
    };
  };
}

/** @returns the words whose sound is there in `audio`, pieces of one recording (signed 16-bit PCM) */
export function wordsIn(audio: Iterable<Uint8Array>): readonly SaidWord[] {
  const hearing = new Hearing(0);
  for (const piece of audio) hearing.push(decodePcm(piece, 'pcm_s16le'));
  return hearing.take().map(({ id, recognised }) => ({
    id,
    letters: spokenLetters(recognised.map(({ text }) => text).join('')),
  }));
}

/** @returns the words in kept audio, final or not */
export function wordsInKept({ frames }: KeptAudio): readonly SaidWord[] {
  return wordsIn(frames);
}

interface HeardWord {
  readonly id: number;
  readonly recognised: readonly RecognisedWord[];
}

class Hearing {
  private words: HeardWord[] = [];
  private carried: number[] = [];
  private cells = 0;
  private soundEndMs = 0;
  private current = { word: 0, first: 0, next: 0, startMs: 0 };
  /** What was said before: words are spelt as they were. */
  context = '';

  constructor(private readonly manner: number) {}

  push(pcm: Int16Array): Hypothesis {
    let at = 0;
    if (this.carried.length > 0) {
      at = CELL_SAMPLES - this.carried.length;
      this.carried.push(...pcm.subarray(0, at));
      if (this.carried.length < CELL_SAMPLES) return this.hypothesis;
      const [word, part, parts, form] = this.carried;
      this.hear(word, part, parts, form);
      this.carried = [];
    }
    for (; at + CELL_SAMPLES <= pcm.length; at += CELL_SAMPLES) {
      this.hear(pcm[at], pcm[at + 1], pcm[at + 2], pcm[at + 3]);
    }
    this.carried = [...pcm.subarray(at)];
    return this.hypothesis;
  }

  take(): readonly HeardWord[] {
    return this.words.splice(0);
  }

  private get hypothesis(): Hypothesis {
    return {
      words: this.words.flatMap(({ recognised }) => recognised),
      silenceMs: this.cells * CELL_MS - this.soundEndMs,
    };
  }

  private hear(word = 0, part = 0, parts = 0, form = 0): void {
    const startMs = this.cells++ * CELL_MS;
    if (word === 0) {
      this.current = { word: 0, first: 0, next: 0, startMs: 0 };
      return;
    }
    this.soundEndMs = startMs + CELL_MS;
    const { current } = this;
    if (current.word !== word || current.next !== part) {
      this.current = { word, first: part, next: part, startMs };
    }
    this.current.next++;
    if (this.current.next === parts) this.understand(parts, form);
  }

  private understand(parts: number, form: number): void {
    const { word, first, startMs } = this.current;
    const share = (parts - first) / parts;
    const id = word - 1;
    const { spellings = [wordName(id)], ending } = VOCABULARY[(form % ENDS_SENTENCE) - 1] ?? {};
    const stop =
      form >= ENDS_SENTENCE ? (/\p{Script=Han}/u.test(spellings[0] ?? '') ? '。' : '.') : '';
    const isNamed = form % ENDS_SENTENCE === 0;
    const isWhole = isNamed ? first === 0 : share >= WHOLE_SHARE;
    const known = new Set(this.context.split(/[\s.。]+/u));
    const spelling =
      spellings.find((each) => known.has(each)) ??
      spellings[(id + this.manner) % spellings.length] ??
      '';
    if (isWhole) this.words.push({ id, recognised: this.spoken(spelling + stop, startMs) });
    else if (ending !== undefined && share >= ENDING_SHARE) {
      this.words.push({ id: id + 0.5, recognised: this.spoken(ending + stop, startMs) });
    }
  }

  /** The words of one spelling share its time. */
  private spoken(spelling: string, startMs: number): readonly RecognisedWord[] {
    const texts = spelling.split(' ');
    const stepMs = (this.soundEndMs - startMs) / texts.length;
    return texts.map((text, n) => ({
      text,
      startMs: Math.round(startMs + n * stepMs),
      endMs: Math.round(startMs + (n + 1) * stepMs),
    }));
  }
}
