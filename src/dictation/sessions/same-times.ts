import { heardIn } from '../../core/spoken';
import type { TimedWord } from '../../core/words';

/** A word that is final. */
export interface HeardWord {
  /** As {@link heardIn} has it. */
  readonly heard: string;
  /** Run time, if it is known. */
  readonly endMs: number | undefined;
}

/** So many words at the times of so many others are no accident. */
const LEAST_WORDS = 5;
/** A recogniser that begins elsewhere tells the end of a word by so much otherwise. */
const SLACK_MS = 20;
/** Times that lie closer to one another, on the average, tell no word from the next. */
const LEAST_APART_MS = 2 * SLACK_MS;

/**
 * Whether the next final tells the words that are final already at the very times at which they were told:
 * then they are the same, whatever they are heard as, and whether the times are right or not. Where all words of a
 * turn have its times, the same is a turn of as many words that ends then.
 *
 * @param words of the next final, run times
 * @param before what is final already and may be said again
 * @returns how many of `words` were heard before, and what of `before` is still to be heard again; undefined:
 * times do not tell
 */
export function atSameTimes(
  words: readonly TimedWord[],
  before: readonly HeardWord[],
): { readonly dropped: number; readonly pending: readonly HeardWord[] } | undefined {
  const spoken = [...words.entries()].filter(([, { text }]) => heardIn(text) !== '');
  const ends = spoken.map(([, { time }]) => time?.endMs);
  for (let from = 0; from + LEAST_WORDS <= before.length; from++) {
    const count = Math.min(before.length - from, ends.length);
    const both = before
      .slice(from, from + count)
      .map(({ endMs }, at) => [endMs, ends[at]] as const);
    const isTurn = isWholeTurn(spoken.at(-1)?.[1].time, count) && isOneEnd(before, from, ends);
    if (!(isTurn ? endTogether(both) : areSame(both))) continue;
    // Marks that are told apart go with the word before them.
    const dropped = spoken[count]?.[0] ?? words.length;
    return { dropped, pending: before.slice(from + count) };
  }
  return undefined;
}

/** Whether the last word is told to last as long as so many take. */
function isWholeTurn(time: TimedWord['time'], count: number): boolean {
  return time !== undefined && time.endMs - time.startMs >= LEAST_APART_MS * (count - 1);
}

/** Whether as many words of `before` as have these `ends`, and no others there, have one end: their turn's. */
function isOneEnd(
  before: readonly HeardWord[],
  from: number,
  ends: readonly (number | undefined)[],
): boolean {
  const endMs = before[from]?.endMs;
  const to = from + ends.length;
  return (
    to <= before.length &&
    before.every((word, at) => (word.endMs === endMs) === (at >= from && at < to))
  );
}

type Ends = readonly (readonly [number | undefined, number | undefined])[];

function endTogether(both: Ends): boolean {
  return (
    both.length >= LEAST_WORDS &&
    both.every(([a, b]) => a !== undefined && b !== undefined && Math.abs(a - b) <= SLACK_MS)
  );
}

function areSame(both: Ends): boolean {
  const [first] = both[0] ?? [];
  const [last] = both.at(-1) ?? [];
  if (first === undefined || last === undefined) return false;
  return last - first >= LEAST_APART_MS * (both.length - 1) && endTogether(both);
}
