import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  atLevel,
  fromWav,
  mix,
  music,
  noise,
  SOUND_RATE,
  toPcm,
  type Sound,
} from '../fixtures/sounds';
import { cachedFolder } from '../harness/cache';
import { requirePrograms, run } from '../harness/programs';

/** What else is to be heard: `quiet` is a still room; else so many dB below the speech. */
export type Room = 'quiet' | { readonly of: 'noise' | 'music'; readonly snrDb: number };

/** Something to dictate: what is said, with the pauses after each piece. */
export interface Clip {
  readonly name: string;
  readonly pieces: readonly (readonly [said: string, pauseMs: number])[];
  /** A flite voice; `human`: the pieces are recordings of {@link RECORDINGS}. */
  readonly voice: 'rms' | 'slt' | 'awb' | 'human';
  readonly room: Room;
}

/** Of Debian's pocketsphinx-testdata: people read a novel, cards and orders for a robot. */
const RECORDINGS = '/usr/share/pocketsphinx/test/data';

/** Changes with everything that decides the content of the folder. */
const CACHE = 'speech-clips-1';

/** Long enough for the last turn to end by itself. */
const TAIL_MS = 2500;
/** What every microphone hears in the stillest room: no piece of it is like another. */
const STILL_DB = -66;
const SPEECH_DB = -26;
/** What is this much below the level of speech is nobody's voice any more. */
const SPEECH_RANGE_DB = 24;

/** A clip as a microphone at 16 kHz records it. */
export interface Recording {
  /** 16 bit, whole frames of 50 ms; no two pieces of it are alike. */
  readonly pcm: Buffer;
  /** Whether somebody speaks, for each {@link BLOCK_MS}: what is said, without the room. */
  readonly isSpeech: readonly boolean[];
}

/** The grain of {@link Recording.isSpeech}. */
export const BLOCK_MS = 10;

/** Makes the recording of a clip. */
export async function record({ name, pieces, voice, room }: Clip): Promise<Recording> {
  const row: Sound[] = [silence(300)];
  for (const [said, pauseMs] of pieces) {
    row.push(atLevel(await spoken(said, voice), SPEECH_DB), silence(pauseMs));
  }
  row.push(silence(TAIL_MS));
  const speech = joined(row);
  const seconds = Math.ceil(speech.length / SOUND_RATE) + 1;
  let sound = mix(atLevel(noise('pink', seconds, name.length), STILL_DB), speech);
  if (room !== 'quiet') {
    const background = room.of === 'noise' ? noise('brown', seconds, 7) : music(seconds);
    sound = mix(sound, atLevel(background, SPEECH_DB - room.snrDb));
  }
  const whole = speech.length - (speech.length % (SOUND_RATE / 20));
  return {
    pcm: Buffer.from(toPcm(sound.subarray(0, whole))),
    isSpeech: blocksOf(speech).map((block) => levelOf(block) > SPEECH_DB - SPEECH_RANGE_DB),
  };
}

function blocksOf(sound: Sound): readonly Sound[] {
  const length = (SOUND_RATE * BLOCK_MS) / 1000;
  return Array.from({ length: Math.floor(sound.length / length) }, (_, i) =>
    sound.subarray(i * length, (i + 1) * length),
  );
}

function levelOf(sound: Sound): number {
  return 10 * Math.log10(sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length);
}

async function spoken(said: string, voice: Clip['voice']): Promise<Sound> {
  if (voice === 'human') return trimmed(await read(path.join(RECORDINGS, said)));
  await requirePrograms({ flite: 'flite', sox: 'sox' });
  const id = said.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  const folder = await cachedFolder(`${CACHE}-${voice}-${id}`, async (unfinished) => {
    const raw = path.join(unfinished, 'flite.wav');
    await run('flite', ['-voice', voice, '-t', said, '-o', raw]);
    const format = ['-r', String(SOUND_RATE), '-c', '1', '-b', '16'];
    // -D: no dither, so that the samples are the same each time.
    await run('sox', ['-V1', '-D', raw, ...format, path.join(unfinished, 'said.wav')]);
  });
  return trimmed(fromWav(await readFile(path.join(folder, 'said.wav'))));
}

async function read(file: string): Promise<Sound> {
  const bytes = await readFile(file);
  return fromWav(file.endsWith('.raw') ? Buffer.concat([Buffer.alloc(44), bytes]) : bytes);
}

/** Without the silence that synthesisers and recordings have at both ends. */
function trimmed(sound: Sound): Sound {
  const loudest = sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const isLoud = (sample: number): boolean => Math.abs(sample) > loudest / 50;
  const margin = SOUND_RATE / 50;
  return sound.subarray(
    Math.max(0, sound.findIndex(isLoud) - margin),
    sound.findLastIndex(isLoud) + margin,
  );
}

function silence(ms: number): Sound {
  return new Float64Array((ms * SOUND_RATE) / 1000);
}

function joined(row: readonly Sound[]): Sound {
  const sound = new Float64Array(row.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of row) {
    sound.set(piece, at);
    at += piece.length;
  }
  return sound;
}

const QUIET: Room = 'quiet';
const AUSTEN = (number: string): string =>
  `librivox/sense_and_sensibility_01_austen_64kb-${number}.wav`;

const SENTENCES: readonly Omit<Clip, 'room'>[] = [
  {
    name: 'short sentences',
    voice: 'rms',
    pieces: [
      ['Git commit.', 700],
      ['It fails.', 300],
      ['This is a function.', 1500],
      ['On error it returns.', 900],
      ['No.', 600],
      ['No, wait.', 1400],
    ],
  },
  {
    name: 'settings',
    voice: 'slt',
    pieces: [
      ['Open the settings file and change the default language to English.', 800],
      ['He was not able to do it.', 500],
      ['This is what the function returns.', 1500],
    ],
  },
  {
    name: 'a novel, read by a person',
    voice: 'human',
    pieces: [
      [AUSTEN('0880'), 500],
      [AUSTEN('0890'), 900],
      [AUSTEN('0930'), 300],
      [AUSTEN('0920'), 1500],
      [AUSTEN('0870'), 1000],
    ],
  },
  {
    name: 'two sentences of a novel',
    voice: 'human',
    pieces: [
      [AUSTEN('0880'), 600],
      [AUSTEN('0930'), 600],
    ],
  },
  {
    name: 'orders and cards, said by people',
    voice: 'human',
    pieces: [
      ['goforward.raw', 600],
      ['cards/005.wav', 400],
      ['something.raw', 1400],
      ['cards/002.wav', 300],
      ['numbers.raw', 800],
    ],
  },
  {
    name: 'the same words again',
    voice: 'awb',
    pieces: [
      ['No no no stop.', 500],
      ['No no no stop.', 500],
      ['Stop the server.', 250],
      ['The server, the server and the server.', 900],
      ['And then.', 300],
      ['And then it ends.', 1500],
    ],
  },
  {
    name: 'a paragraph',
    voice: 'rms',
    pieces: [
      ['Create a new branch, commit the changes, and push it to the server.', 450],
      ['I think the meeting is on Tuesday at half past three.', 350],
      ['We should handle the error when the network connection is lost.', 1500],
      ['This function returns true if the list is empty.', 650],
      ['The quick brown fox jumps over the lazy dog.', 900],
    ],
  },
];

const ROOMS: readonly Room[] = [
  QUIET,
  { of: 'noise', snrDb: 20 },
  { of: 'noise', snrDb: 10 },
  { of: 'music', snrDb: 20 },
  { of: 'music', snrDb: 10 },
];

/** Everything that is swept. */
export const CLIPS: readonly Clip[] = SENTENCES.flatMap((clip) =>
  ROOMS.map((room) => ({ ...clip, room })),
);
