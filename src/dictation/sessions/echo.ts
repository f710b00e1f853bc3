import type { Echo } from '../../core/kept-audio';
import { Distance, heardIn, LETTER, likelyLetters } from '../../core/spoken';
import { isUnspaced, type TimedWord } from '../../core/words';

/** Nothing of it is final. */
export const NO_ECHO: Echo = { untilMs: 0, words: [] };

/** Longer texts are compared by their ends: what is looked for is a seam, not a difference. */
const COMPARED_LETTERS = 1200;

/** Word times of two sessions may differ by so much without a word being another one. */
const TIME_SLACK_MS = 600;
/** Within that they only decide between seams that are as good by their letters. */
const SLACK_SCALE_MS = 5000;
/** A seam that is off by this much is as unlikely as one between texts that are nothing alike. */
const TIME_SCALE_MS = 500;
/** A first word may be told to begin long before it does (Pro models pad up to a second). */
const LONGEST_WORD_MS = 600;
/** Where nothing but letters speaks for a seam, so much of them must agree. */
const LEAST_ALIKE = 0.5;
/** Nothing was heard again: how unlikely that is where the first word begins after all echo. */
const NO_ECHO_COST = 0.4;
/** That a number is named otherwise than we know is so much less likely. */
const OTHER_NAME_COST = 0.1;
/** Fewer letters behind a word that was cut are its ending, heard this time and not that. */
const LEAST_REST = 2;

/** What of the echo the next final may say again. */
export interface PendingEcho {
  /** Its words, each as {@link heardIn} has it. */
  readonly heard: string;
  /** Run time at which the echo ends, if it is known. */
  readonly untilMs: number | undefined;
  /** Whether it may end within a word, of which the rest is new. */
  readonly isCut: boolean;
}

/** A seam between words that are final already and new ones. */
export interface Seam {
  /** So many words were heard before, the last of them perhaps not wholly. */
  readonly dropped: number;
  /** Of its letters only so many were; 0: all. */
  readonly within: number;
  /** What of the echo is still to be heard. */
  readonly pending: string;
  readonly cost: number;
}

/**
 * Finds which of the first words of a replay are an echo: those that together are most like what is
 * final already, by letters and by time. Case, spelling and where words are parted do not count, and
 * of words that are the same, as many are dropped as were final.
 *
 * @param words of the next final, run times
 */
export function findSeam(words: readonly TimedWord[], echo: PendingEcho): Seam {
  const { heard } = echo;
  const spoken = words.map(({ text }) => heardIn(text));
  const seams = seamsOf(words, spoken.map(known), { ...echo, heard: known(heard) });
  if ([heard, ...spoken].some((each) => likelyLetters(each) !== known(each))) {
    const isDense = Array.from([heard, ...spoken].join('')).some((it) => isUnspaced(it, it));
    const likely = spoken.map((each) => likelyLetters(each, isDense));
    const others = seamsOf(words, likely, { ...echo, heard: likelyLetters(heard, isDense) });
    seams.push(...others.map((seam) => ({ ...seam, cost: seam.cost + OTHER_NAME_COST })));
  }
  return seams.reduce((best, seam) => (seam.cost < best.cost ? seam : best));
}

/** Numbers and signs have the names that we know. */
function known(heard: string): string {
  return likelyLetters(heard).toLowerCase();
}

function seamsOf(
  words: readonly TimedWord[],
  spoken: readonly string[],
  echo: PendingEcho,
): Seam[] {
  const { untilMs, isCut } = echo;
  const heard = echo.heard.slice(-COMPARED_LETTERS);
  const seams = [nothingHeardAgain(words, untilMs)];
  const distance = new Distance(heard);
  for (const [index, word] of spoken.entries()) {
    const dropped = index + 1;
    const seam = (within: number, pending = '', cost = distance.unlike): void => {
      seams.push(...timed(words, { dropped, within, pending, cost }, untilMs));
    };
    for (const [at, letter] of word.split('').entries()) {
      distance.add(letter);
      if (isCut && isWithin(word, at + 1, heard)) seam(at + 1);
    }
    if (distance.length > heard.length * 1.5 + COMPARED_LETTERS / 12) break;
    seam(0);
    if (dropped < words.length) continue;
    // The whole final may be only the beginning of what was final before.
    const { at, unlike } = bestPrefix(distance);
    if (at < heard.length) seam(0, heard.slice(at), unlike);
  }
  return seams;
}

/** Whether the echo may end with the first letters of a word. */
function isWithin(word: string, letters: number, heard: string): boolean {
  const rest = word.length - letters;
  const isEnough = rest >= LEAST_REST || (rest > 0 && isUnspaced(word, word));
  return isEnough && heard.endsWith(word.slice(0, letters));
}

function nothingHeardAgain(words: readonly TimedWord[], untilMs: number | undefined): Seam {
  const none = { dropped: 0, within: 0, pending: '' };
  const time = words[0]?.time;
  if (time === undefined || untilMs === undefined) return { ...none, cost: 1 };
  const startMs = Math.max(time.startMs, time.endMs - LONGEST_WORD_MS);
  const cost = startMs >= untilMs ? NO_ECHO_COST : 1 + (untilMs - startMs) / TIME_SCALE_MS;
  return { ...none, cost };
}

/** A seam whose cost is how unlike the words are to the echo, from 0 to 1, and its time's, too. */
function timed(
  words: readonly TimedWord[],
  seam: Seam,
  untilMs: number | undefined,
): readonly Seam[] {
  const before = words[seam.dropped - 1]?.time;
  if (before === undefined || untilMs === undefined) return seam.cost > LEAST_ALIKE ? [] : [seam];
  const endMs = seam.within > 0 ? before.startMs : before.endMs;
  const startMs = seam.within > 0 ? before.endMs : (words[seam.dropped]?.time?.startMs ?? Infinity);
  // A word that is said to begin before the one before it ends has a wrong time.
  const offMs = Math.max(0, endMs - untilMs, untilMs - Math.max(startMs, endMs));
  return [{ ...seam, cost: seam.cost + offBy(offMs) }];
}

function offBy(ms: number): number {
  return ms / SLACK_SCALE_MS + Math.max(0, ms - TIME_SLACK_MS) / TIME_SCALE_MS;
}

function bestPrefix({ row, length }: Distance): { at: number; unlike: number } {
  let best = { at: 0, unlike: 1 };
  for (const [at, apart] of row.entries()) {
    const unlike = apart / LETTER / Math.max(at, length, 1);
    if (unlike < best.unlike) best = { at, unlike };
  }
  return best;
}
