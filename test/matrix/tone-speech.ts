import { atLevel, SOUND_RATE, toPcm } from '../fixtures/sounds';
import { encodeWav } from '../../src/core/wav';
import type { CreateRecogniser, Hypothesis, RecognisedWord } from '../emulator/recogniser';

/**
 * Speech that survives a sound card, sox and its resampling: every word is a tone of its own, so it
 * can be recognised by its frequency, and only if nearly all of its length has come.
 */

/** The words of a speech, in order; a full stop ends a turn at once, as a Pro model would. */
export const WORDS = [
  ...['alpha', 'bravo', 'charlie', 'delta.'],
  ...['echo', 'foxtrot', 'golf', 'hotel.'],
  ...['india', 'juliett', 'kilo', 'lima'],
] as const;

/** Places of the words after which the speaker pauses. */
export const LAST_OF_SENTENCE = [3, 7] as const;

const TONE_MS = 220;
const GAP_MS = 60;
/** Between two sentences. */
const PAUSE_MS = 900;
/** Around the speech: a sound card swallows the first milliseconds of what it plays. */
const EDGE_MS = 200;
const RAMP_MS = 4;
const TONE_DB = -12;

/** Hertz; apart enough for {@link BLOCK_MS}, all within what every sample rate carries. */
const LOWEST_TONE = 400;
const TONE_STEP = 280;

const BLOCK_MS = 10;
/** Root mean square of 16-bit samples: well over dither, well under a tone. */
const AUDIBLE = 300;
/** How much of a block's power one tone has where that tone sounds; next to it, under a tenth. */
const PURE = 0.6;

const TONE_BLOCKS = TONE_MS / BLOCK_MS;
/** Nearly all of a word: two blocks are lost where it begins and ends within one. */
const RECOGNISED_BLOCKS = TONE_BLOCKS - 3;
/** So much, and a recogniser whose blocks begin elsewhere may recognise it. */
export const PERHAPS_RECOGNISED_BLOCKS = RECOGNISED_BLOCKS - 2;
/** So much, and any recogniser has to recognise it, wherever its blocks begin. */
const WHOLE_BLOCKS = TONE_BLOCKS - 1;

/** A word as it was heard. */
export interface ToneWord extends RecognisedWord {
  /** It was there to its last millisecond; else a recogniser may miss it. */
  readonly isWhole: boolean;
}

/** All of {@link WORDS} spoken once, as a WAV file at 16 kHz. */
export function toneSpeech(): Uint8Array {
  const pieces: Float64Array[] = [silence(EDGE_MS)];
  for (const index of WORDS.keys()) {
    pieces.push(toneOf(index));
    const isLast = LAST_OF_SENTENCE.some((last) => last === index);
    pieces.push(silence(isLast ? PAUSE_MS : GAP_MS));
  }
  pieces.push(silence(EDGE_MS));
  const bytes = toPcm(Float64Array.from(pieces.flatMap((piece) => [...piece])));
  return encodeWav({ bytes, sampleRate: SOUND_RATE, encoding: 'pcm_s16le' });
}

/** @returns the names of words in a text, in order: lower case, without punctuation */
export function namesIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? [];
}

/** Recognises {@link toneSpeech}; an utterance's words as they are said, no two ever merged. */
export const createToneRecogniser: CreateRecogniser = (sampleRate) => {
  const hearing = new ToneHearing(sampleRate);
  let taken = 0;
  const take = (): readonly RecognisedWord[] => {
    const words = hearing.words.slice(taken);
    taken = hearing.words.length;
    return words;
  };
  return {
    push: (pcm): Hypothesis => {
      hearing.push(pcm);
      return { words: hearing.words.slice(taken), silenceMs: hearing.silenceMs };
    },
    end: () => {
      hearing.endSound();
      return take();
    },
    drop: () => {
      hearing.forgetSound();
      take();
    },
    close: () => undefined,
  };
};

/** Listens for tones; times are milliseconds since its first sample. */
export class ToneHearing {
  readonly words: ToneWord[] = [];
  private readonly blockSamples: number;
  private pending = new Int16Array(0);
  private blocks = 0;
  /** The tone that sounds, and since when. */
  private tone: number | undefined;
  private toneBlocks = 0;
  private soundEndBlock = 0;

  /** @param leastBlocks how much of a word makes it one, in blocks of 10 ms */
  constructor(
    private readonly sampleRate: number,
    private readonly leastBlocks = RECOGNISED_BLOCKS,
  ) {
    this.blockSamples = (sampleRate * BLOCK_MS) / 1000;
  }

  /** How long the word that sounds has been sounding; 0: none does. */
  get soundingMs(): number {
    return this.toneBlocks * BLOCK_MS;
  }

  /** Since the last sound. */
  get silenceMs(): number {
    return (this.blocks - this.soundEndBlock) * BLOCK_MS;
  }

  push(pcm: Int16Array): void {
    const samples = new Int16Array(this.pending.length + pcm.length);
    samples.set(this.pending);
    samples.set(pcm, this.pending.length);
    let at = 0;
    for (; at + this.blockSamples <= samples.length; at += this.blockSamples) {
      this.hear(samples.subarray(at, at + this.blockSamples));
    }
    this.pending = samples.slice(at);
  }

  /** The word that sounds counts, if nearly all of it was heard. */
  endSound(): void {
    if (this.toneBlocks >= this.leastBlocks) this.finishTone();
  }

  /** The word that sounds does not count. */
  forgetSound(): void {
    this.tone = undefined;
    this.toneBlocks = 0;
  }

  private hear(block: Int16Array): void {
    const tone = this.toneIn(block);
    if (tone !== this.tone) {
      this.finishTone();
      this.tone = tone;
    }
    this.blocks++;
    if (tone === undefined) return;
    this.toneBlocks++;
    this.soundEndBlock = this.blocks;
  }

  private finishTone(): void {
    const { tone, toneBlocks } = this;
    this.forgetSound();
    if (tone === undefined) return;
    // As many words as are in the sound: one twice is heard twice.
    const count = Math.floor(toneBlocks / this.leastBlocks);
    for (let n = 0; n < count; n++) {
      const endMs = (this.blocks - toneBlocks + Math.round((toneBlocks * (n + 1)) / count)) * 10;
      this.words.push({
        text: WORDS[tone] ?? '',
        startMs: endMs - Math.round(toneBlocks / count) * BLOCK_MS,
        endMs,
        isWhole: toneBlocks >= WHOLE_BLOCKS,
      });
    }
  }

  private toneIn(block: Int16Array): number | undefined {
    const power = block.reduce((sum, sample) => sum + sample * sample, 0);
    if (power < AUDIBLE * AUDIBLE * block.length) return undefined;
    for (const index of WORDS.keys()) {
      const share = (2 * goertzel(block, hertzOf(index), this.sampleRate)) / block.length / power;
      if (share >= PURE) return index;
    }
    return undefined;
  }
}

/** @returns the words in recorded audio: signed 16-bit little-endian PCM at 16 kHz */
export function wordsInAudio(audio: Uint8Array): readonly ToneWord[] {
  const hearing = new ToneHearing(SOUND_RATE);
  hearing.push(samplesOf(audio));
  hearing.endSound();
  return hearing.words;
}

/** Whole samples of signed 16-bit little-endian PCM; an odd byte at the end is left out. */
export function samplesOf(pcm: Uint8Array): Int16Array {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  return Int16Array.from({ length: Math.floor(pcm.length / 2) }, (_, i) =>
    view.getInt16(i * 2, true),
  );
}

/** Power of one frequency (Goertzel's algorithm): a pure tone's is half its block's power times its length. */
function goertzel(block: Int16Array, hertz: number, sampleRate: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * hertz) / sampleRate);
  let [before, last] = [0, 0];
  for (const sample of block) [before, last] = [last, sample + coefficient * last - before];
  return last * last + before * before - coefficient * last * before;
}

function hertzOf(index: number): number {
  return LOWEST_TONE + index * TONE_STEP;
}

function toneOf(index: number): Float64Array {
  const length = (SOUND_RATE * TONE_MS) / 1000;
  const ramp = (SOUND_RATE * RAMP_MS) / 1000;
  return atLevel(
    Float64Array.from({ length }, (_, i) => {
      const edge = Math.min(1, i / ramp, (length - 1 - i) / ramp);
      return edge * Math.sin((2 * Math.PI * hertzOf(index) * i) / SOUND_RATE);
    }),
    TONE_DB,
  );
}

function silence(ms: number): Float64Array {
  return new Float64Array((SOUND_RATE * ms) / 1000);
}
