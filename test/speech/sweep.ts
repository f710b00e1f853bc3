import type { RecognisedWord } from '../emulator/recogniser';
import { accountOf, SEAM_MS, type HearFrom, type SpeechAccount } from './account';
import { BLOCK_MS, record, type Clip, type Room } from './clips';
import { BYTES_PER_MS, dictate, type Manner } from './dictate';
import { SharedHearing } from './shared-hearing';

/** How far the cuts of a sweep are from one another. */
const CUT_EVERY_MS = 150;
/** When the first words may have become final. */
const FIRST_CUT_MS = 1500;

/** One dictation whose connection was cut, and what is wrong with it. */
interface CutAccount extends SpeechAccount {
  readonly cutMs: number;
  /** Where each session began to hear; run time. */
  readonly fromMs: readonly number[];
  /** What each session inserted. */
  readonly texts: readonly string[];
}

/** Everything that was tried with one clip in one manner. */
export interface Swept {
  /** Words of the uncut dictation. */
  readonly words: number;
  readonly cuts: readonly CutAccount[];
}

/** Both families, with turns that end at pauses and with turns that the person ends. */
export const MANNERS: readonly Manner[] = [
  { model: 'universal-3-6-pro', formatTurns: true, endTurnsAtMs: [] },
  { model: 'universal-streaming-english', formatTurns: true, endTurnsAtMs: [] },
  { model: 'universal-3-6-pro', formatTurns: true, endTurnsAtMs: [2350, 4900, 8600] },
  { model: 'universal-streaming-english', formatTurns: false, endTurnsAtMs: [3100, 7700] },
  { model: 'universal-3-6-pro', formatTurns: true, endTurnsAtMs: [], cutsAgainAfterMs: 900 },
  {
    model: 'universal-streaming-english',
    formatTurns: true,
    endTurnsAtMs: [4400],
    cutsAgainAfterMs: 2600,
  },
];

/** Dictates a clip once uncut and once for every cut. */
export async function sweep(
  clip: Clip,
  manner: Manner,
  everyMs: number = CUT_EVERY_MS,
): Promise<Swept> {
  const recording = await record(clip);
  const { pcm } = recording;
  const hearing = new SharedHearing(recording);
  const [whole] = await dictate(pcm, manner, hearing, []);
  const uncut = whole?.heard ?? [];
  if (textOf(uncut) !== textOf(whole?.inserted ?? [])) {
    throw new Error(`uncut: heard ${textOf(uncut)}, inserted ${textOf(whole?.inserted ?? [])}`);
  }
  const isSpoken = ({ startMs, endMs }: RecognisedWord): boolean =>
    recording.isSpeech.slice(startMs / BLOCK_MS, endMs / BLOCK_MS).includes(true);
  const hearFrom = listener(pcm, manner, hearing);
  const cuts: CutAccount[] = [];
  for (let cutMs = FIRST_CUT_MS; cutMs * BYTES_PER_MS < pcm.length; cutMs += everyMs) {
    const { cutsAgainAfterMs } = manner;
    const again = cutsAgainAfterMs === undefined ? [] : [cutMs + cutsAgainAfterMs];
    const sessions = await dictate(pcm, manner, hearing, [cutMs, ...again]);
    const account = await accountOf(uncut, sessions, hearFrom, isSpoken);
    const texts = sessions.map(({ inserted }) => textOf(inserted));
    cuts.push({ ...account, cutMs, texts, fromMs: sessions.map(({ fromMs }) => fromMs) });
  }
  return { cuts, words: uncut.length };
}

function listener(pcm: Buffer, manner: Manner, hearing: SharedHearing): HearFrom {
  const heard = new Map<string, Promise<readonly RecognisedWord[]>>();
  const hear: HearFrom = async (fromMs, endTurnsAtMs) => {
    const piece = pcm.subarray(fromMs * BYTES_PER_MS, (fromMs + SEAM_MS) * BYTES_PER_MS);
    const ends = endTurnsAtMs.map((ms) => ms - fromMs).filter((ms) => ms < SEAM_MS);
    const [session] = await dictate(piece, { ...manner, endTurnsAtMs: ends }, hearing, []);
    return (session?.heard ?? []).map(({ text, startMs, endMs }) => ({
      text,
      startMs: startMs + fromMs,
      endMs: endMs + fromMs,
    }));
  };
  return (fromMs, endTurnsAtMs) => {
    const key = [fromMs, ...endTurnsAtMs].join();
    const promise = heard.get(key) ?? hear(fromMs, endTurnsAtMs);
    heard.set(key, promise);
    return promise;
  };
}

function textOf(words: readonly { readonly text: string }[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** Of a sweep: cuts, wrong ones, words too many, words too few, words heard otherwise. */
export type Counts = readonly number[];

/** The {@link Counts} of a sweep. */
export function countsOf({ cuts }: Swept): Counts {
  const sum = (of: (cut: CutAccount) => number): number =>
    cuts.reduce((total, cut) => total + of(cut), 0);
  return [
    cuts.length,
    cuts.filter(isWrong).length,
    sum(({ tooMany }) => tooMany.length),
    sum(({ tooFew }) => tooFew.length),
    sum(({ otherwise }) => otherwise),
  ];
}

/** Whether a word is too many or too few. */
export function isWrong({ tooMany, tooFew }: SpeechAccount): boolean {
  return tooMany.length + tooFew.length > 0;
}

/** `noise at 10 dB`. */
export function roomName(room: Room): string {
  return room === 'quiet' ? room : `${room.of} at ${String(room.snrDb)} dB`;
}

/** A line that says what became of a sweep, and two for each cut that something is wrong with. */
export function reportOf({ name, room }: Clip, manner: Manner, swept: Swept): string {
  const [cuts, wrong, many, few, otherwise] = countsOf(swept).map(String);
  const ends = manner.endTurnsAtMs.length === 0 ? '' : ', turns ended by hand';
  const twice = manner.cutsAgainAfterMs === undefined ? '' : ', cut twice';
  return [
    `${name}, ${roomName(room)}, ${manner.model}${ends}${twice}: ${String(swept.words)} words, ` +
      `${String(cuts)} cuts, ${String(wrong)} wrong: ${String(many)} words too many, ` +
      `${String(few)} too few; ${String(otherwise)} heard otherwise`,
    ...alike(swept.cuts.filter(isWrong)).flatMap(({ cutMs, tooMany, tooFew, fromMs, texts }) => [
      `    cut at ${String(cutMs)} ms: too many: ${tooMany.join(' ')}; too few: ${tooFew.join(' ')}`,
      `      ${texts.map((text, i) => `${String(fromMs[i])} ms: ${text}`).join(' / ')}`,
    ]),
  ].join('\n');
}

/** The first of those that went the same way. */
function alike(cuts: readonly CutAccount[]): readonly CutAccount[] {
  return cuts.filter((cut, i) => cut.texts.join() !== cuts[i - 1]?.texts.join());
}
