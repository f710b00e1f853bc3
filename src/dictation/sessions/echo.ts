import type { Echo } from '../../core/kept-audio';
import { lettersOf, type TimedWord } from '../../core/words';

/** Nothing of it is final. */
export const NO_ECHO: Echo = { untilMs: 0, words: [] };

/** Longer texts are compared by their ends: what is looked for is a seam, not a difference. */
const COMPARED_LETTERS = 2000;

/** Word times of two sessions may differ by so much without a word being another one. */
const TIME_SLACK_MS = 300;
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

/** A seam between words that are final already and new ones. */
interface Seam {
  /** So many words were heard before. */
  readonly dropped: number;
  /** Letters of the echo that are still to be heard. */
  readonly pending: string;
  readonly cost: number;
}

/**
 * Finds which of the first words of a replay are an echo: those that together are most like what is
 * final already, by letters and by time. Case, spelling and where words are parted do not count, and
 * of words that are the same, as many are dropped as were final.
 *
 * @param words of the next final, run times
 * @param pending letters of the echo that were not heard again yet
 * @param untilMs run time at which the echo ends, if it is known
 */
export function findSeam(
  words: readonly TimedWord[],
  pending: string,
  untilMs: number | undefined,
): { readonly dropped: number; readonly pending: string } {
  const echo = pending.slice(-COMPARED_LETTERS);
  const letters = words.map(({ text }) => lettersOf(text));
  const seams: Seam[] = [nothingHeardAgain(words, untilMs)];
  let row = Uint16Array.from({ length: echo.length + 1 }, (_, index) => index);
  let length = 0;
  for (const [index, word] of letters.entries()) {
    for (const letter of word.split('')) row = nextRow(row, letter, echo);
    length += word.length;
    if (length > echo.length * 2 + COMPARED_LETTERS / 20) break;
    const dropped = index + 1;
    const whole = (row[echo.length] ?? 0) / Math.max(length, echo.length, 1);
    seams.push(...timed(words, dropped, untilMs, whole, ''));
    if (dropped < words.length) continue;
    // The whole final may be only the beginning of what was final before.
    const { at, unlike } = bestPrefix(row, length);
    if (at < echo.length) seams.push(...timed(words, dropped, untilMs, unlike, echo.slice(at)));
  }
  return seams.reduce((best, seam) => (seam.cost < best.cost ? seam : best));
}

function nothingHeardAgain(words: readonly TimedWord[], untilMs: number | undefined): Seam {
  const time = words[0]?.time;
  if (time === undefined || untilMs === undefined) return { dropped: 0, pending: '', cost: 1 };
  const startMs = Math.max(time.startMs, time.endMs - LONGEST_WORD_MS);
  const cost = startMs >= untilMs ? NO_ECHO_COST : 1 + (untilMs - startMs) / TIME_SCALE_MS;
  return { dropped: 0, pending: '', cost };
}

/** A seam after so many words that are as unlike the echo as `unlike` says, from 0 to 1. */
function timed(
  words: readonly TimedWord[],
  dropped: number,
  untilMs: number | undefined,
  unlike: number,
  pending: string,
): readonly Seam[] {
  const before = words[dropped - 1]?.time;
  const after = words[dropped]?.time;
  if (before === undefined || untilMs === undefined) {
    return unlike > LEAST_ALIKE ? [] : [{ dropped, pending, cost: unlike }];
  }
  const offMs = Math.max(0, before.endMs - untilMs, untilMs - (after?.startMs ?? Infinity));
  return [{ dropped, pending, cost: unlike + offBy(offMs) }];
}

function offBy(ms: number): number {
  return ms / SLACK_SCALE_MS + Math.max(0, ms - TIME_SLACK_MS) / TIME_SCALE_MS;
}

/** The next row of Levenshtein's table. */
function nextRow(row: Uint16Array, letter: string, echo: string): Uint16Array<ArrayBuffer> {
  const next = new Uint16Array(row.length);
  next[0] = (row[0] ?? 0) + 1;
  for (let at = 1; at < row.length; at++) {
    const replaced = (row[at - 1] ?? 0) + (echo[at - 1] === letter ? 0 : 1);
    next[at] = Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
  }
  return next;
}

function bestPrefix(row: Uint16Array, length: number): { at: number; unlike: number } {
  let best = { at: 0, unlike: 1 };
  for (const [at, distance] of row.entries()) {
    const unlike = distance / Math.max(at, length, 1);
    if (unlike < best.unlike) best = { at, unlike };
  }
  return best;
}
