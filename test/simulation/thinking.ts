import { readFile } from 'node:fs/promises';
import { FRAME_MS } from '../../src/core/pcm';
import {
  atLevel,
  clatter,
  fromWav,
  noise,
  randomNumbers,
  SOUND_RATE,
  toPcm,
  type Sound,
} from '../fixtures/sounds';
import { speechFixtures } from '../fixtures/speech';

const FRAME_SAMPLES = (SOUND_RATE * FRAME_MS) / 1000;

/** Loudness in a quiet room: dB below full scale. */
const ROOM_DB = -60;
const TYPING_DB = -40;

/** Somebody who thinks and dictates. */
export interface Thinker {
  readonly minutes: number;
  /** How long a dictation and how long the thinking before it is, in seconds. */
  readonly dictationSeconds: number;
  readonly thinkingSeconds: number;
  readonly speechDb: number;
}

/** A word and the frames of the recording that have its sound. */
export interface SpokenWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A recording of real speech in a room in which somebody types while thinking. */
export interface Recording {
  readonly words: readonly SpokenWord[];
  readonly frames: number;
  /** Sentences, without the pauses between them. */
  readonly speechMs: number;
  /** PCM of the frame with this number. */
  readonly frame: (index: number) => Uint8Array;
}

interface Sentence {
  readonly words: readonly string[];
  readonly sound: Sound;
}

/** Makes the same recording each time. */
export async function record(thinker: Thinker): Promise<Recording> {
  const sentences = await readSentences(thinker.speechDb);
  const random = randomNumbers(7);
  const frames = (thinker.minutes * 60_000) / FRAME_MS;
  const room = atLevel(noise('pink', 17), ROOM_DB);
  const typing = atLevel(clatter(4, 12, 13), TYPING_DB);
  const spoken = new Map<number, Sound>();
  const words: SpokenWord[] = [];
  let at = (thinker.thinkingSeconds * 1000) / FRAME_MS;
  let next = 0;
  let speechFrames = 0;
  while (at < frames) {
    const endOfDictation = at + (thinker.dictationSeconds * 1000) / FRAME_MS;
    while (at < endOfDictation) {
      const sentence = sentences[next++ % sentences.length];
      const length = Math.floor((sentence?.sound.length ?? 0) / FRAME_SAMPLES);
      if (sentence === undefined || at + length + 100 > frames) break;
      for (let n = 0; n < length; n++) {
        spoken.set(at + n, sentence.sound.subarray(n * FRAME_SAMPLES, (n + 1) * FRAME_SAMPLES));
      }
      for (const [n, word] of sentence.words.entries()) {
        const place = (k: number): number => at + Math.floor((k * length) / sentence.words.length);
        words.push({ text: `${word}${String(words.length)}`, from: place(n), to: place(n + 1) });
      }
      speechFrames += length;
      // Breath between two sentences: 0.3 to 0.9 s.
      at += length + 6 + Math.floor(random() * 12);
    }
    at += Math.round((thinker.thinkingSeconds * 1000 * (0.8 + 0.4 * random())) / FRAME_MS);
  }
  return {
    words,
    frames,
    speechMs: speechFrames * FRAME_MS,
    frame: (index) => {
      const speech = spoken.get(index);
      const from = index * FRAME_SAMPLES;
      const sound = Float64Array.from({ length: FRAME_SAMPLES }, (_, i) => {
        const hum = room[(from + i) % room.length] ?? 0;
        return hum + (speech?.[i] ?? typing[(from + i) % typing.length] ?? 0);
      });
      return toPcm(sound);
    },
  };
}

/** The fixtures, two joined to a sentence, without the silence around them. */
async function readSentences(speechDb: number): Promise<readonly Sentence[]> {
  const { fixtures } = await speechFixtures();
  const parts = await Promise.all(
    fixtures.map(async ({ text, path }) => ({
      words: text.split(' '),
      sound: atLevel(trim(fromWav(await readFile(path))), speechDb),
    })),
  );
  return parts.map((part, n) => {
    const other = parts[(n + 1) % parts.length] ?? part;
    return {
      words: [...part.words, ...other.words],
      sound: Float64Array.from([...part.sound, ...other.sound]),
    };
  });
}

function trim(sound: Sound): Sound {
  const loudest = sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const isLoud = (sample: number): boolean => Math.abs(sample) > loudest / 30;
  return sound.subarray(sound.findIndex(isLoud), sound.findLastIndex(isLoud) + 1);
}
