import type { KeptAudio } from '../../src/dictation/run/audio-source';
import { decodePcm } from '../emulator/pcm-decoder';
import type { CreateRecogniser, Hypothesis, RecognisedWord } from '../emulator/recogniser';

/**
 * Speech for the simulation: like `markedSpeech`, a word is recognised only if all of its sound
 * came, but a hundred times cheaper. Sound is a row of 10 ms cells; a cell's first three samples
 * tell word, place in the word and length of the word.
 */
export const CELL_MS = 10;
export const SAMPLE_RATE = 8000;
const CELL_SAMPLES = (SAMPLE_RATE * CELL_MS) / 1000;

const LOUD = Buffer.from(Int16Array.of(6000, -6000).buffer);

/** The sound of the simulated world: what is said when, in milliseconds of the clock. */
export interface Speech {
  readonly words: readonly RecognisedWord[];
}

/** The cells from `fromMs` to `toMs` of the world, as signed 16-bit PCM; both multiples of 10 ms. */
export function soundOf({ words }: Speech, fromMs: number, toMs: number): Buffer {
  const pcm = silence(fromMs, toMs);
  for (const [index, word] of words.entries()) say(pcm, fromMs, toMs, index, word);
  return pcm;
}

/** The cells from `fromMs` to `toMs` with nothing in them. */
export function silence(fromMs: number, toMs: number): Buffer {
  return Buffer.alloc(((toMs - fromMs) / CELL_MS) * CELL_SAMPLES * 2);
}

/** Puts what of the word number `index` is between `fromMs` and `toMs` into their cells. */
export function say(
  pcm: Buffer,
  fromMs: number,
  toMs: number,
  index: number,
  { startMs, endMs }: Pick<RecognisedWord, 'startMs' | 'endMs'>,
): void {
  for (let at = Math.max(startMs, fromMs); at < Math.min(endMs, toMs); at += CELL_MS) {
    const offset = ((at - fromMs) / CELL_MS) * CELL_SAMPLES * 2;
    pcm.writeInt16LE(index + 1, offset);
    pcm.writeInt16LE((at - startMs) / CELL_MS, offset + 2);
    pcm.writeInt16LE((endMs - startMs) / CELL_MS, offset + 4);
    // Loud, so that it counts as speech for what only listens to the level.
    pcm.fill(LOUD, offset + 6, offset + CELL_SAMPLES * 2);
  }
}

/** The name of the word number `index` of a {@link Speech}. */
export function wordName(index: number): string {
  return `w${String(index)}`;
}

/** Recognises {@link soundOf}. */
export const createCellRecogniser: CreateRecogniser = () => {
  const hearing = new Hearing();
  return {
    push: (pcm) => hearing.push(pcm),
    end: () => hearing.take(),
    drop: () => {
      hearing.take();
    },
    close: () => undefined,
  };
};

/** @returns the names of the words whose sound is whole in `audio` (signed 16-bit PCM) */
export function wordsIn(audio: Uint8Array): readonly string[] {
  const hearing = new Hearing();
  hearing.push(decodePcm(audio, 'pcm_s16le'));
  return hearing.take().map(({ text }) => text);
}

/** @returns the words of kept audio that are not final yet */
export function newWordsIn({ frames, echo }: KeptAudio): readonly string[] {
  return wordsIn(Buffer.concat(frames)).filter((word) => !echo.words.includes(word));
}

class Hearing {
  private words: RecognisedWord[] = [];
  private carried: number[] = [];
  private cells = 0;
  private soundEndMs = 0;
  private current = { word: 0, next: 0, startMs: 0 };

  push(pcm: Int16Array): Hypothesis {
    let at = 0;
    if (this.carried.length > 0) {
      at = CELL_SAMPLES - this.carried.length;
      this.carried.push(...pcm.subarray(0, at));
      if (this.carried.length < CELL_SAMPLES) return this.hypothesis;
      this.hear(this.carried[0], this.carried[1], this.carried[2]);
      this.carried = [];
    }
    for (; at + CELL_SAMPLES <= pcm.length; at += CELL_SAMPLES) {
      this.hear(pcm[at], pcm[at + 1], pcm[at + 2]);
    }
    this.carried = [...pcm.subarray(at)];
    return this.hypothesis;
  }

  take(): readonly RecognisedWord[] {
    return this.words.splice(0);
  }

  private get hypothesis(): Hypothesis {
    return { words: [...this.words], silenceMs: this.cells * CELL_MS - this.soundEndMs };
  }

  private hear(word = 0, part = 0, parts = 0): void {
    const startMs = this.cells++ * CELL_MS;
    if (word === 0) {
      this.current = { word: 0, next: 0, startMs: 0 };
      return;
    }
    this.soundEndMs = startMs + CELL_MS;
    if (part === 0) this.current = { word, next: 0, startMs };
    if (this.current.word !== word || this.current.next !== part) {
      this.current = { word: 0, next: 0, startMs: 0 };
      return;
    }
    this.current.next++;
    if (this.current.next === parts) {
      this.words.push({
        text: wordName(word - 1),
        startMs: this.current.startMs,
        endMs: this.soundEndMs,
      });
    }
  }
}
