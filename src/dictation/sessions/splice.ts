import type { ReplayedWords } from '../../core/kept-audio';
import { Distance, heardIn, inWords, LETTER, likelyLetters } from '../../core/spoken';
import { isUnspaced, joinWords, type TimedWord } from '../../core/words';
import { atSameTimes, type HeardWord } from './same-times';

/** Nothing of it is final. */
export const NOTHING_REPLAYED: ReplayedWords = { untilMs: 0, words: [] };

/** Longer texts are compared by their ends: what is looked for is a splice, not a difference. */
const COMPARED_LETTERS = 1200;

/**
 * Word times of two sessions may differ by so much without a word being another one: they only decide
 * between splices that are as good by their letters.
 */
const TIME_SLACK_MS = 600;
/** Where words do not overlap, as they never do in speech, times are right, and count by themselves. */
const RIGHT_TIMES_SCALE_MS = 2000;
/** So many words, one behind the other, are no accident. */
const ORDERED_WORDS = 5;
const OVERLAP_MS = 20;
/** A splice that is off by this much more is as unlikely as one between texts that are nothing alike. */
const TIME_SCALE_MS = 500;
/** Who says more says it for at least so long a letter. */
const LETTER_MS = 20;
/** A first word may be told to begin long before it does (Pro models pad up to a second). */
const LONGEST_WORD_MS = 600;
/** Where nothing but letters speaks for a splice, so much of them must agree. */
const LEAST_ALIKE = 0.5;
/** Nothing was heard again: how unlikely that is where the first word begins after all that is final. */
const NOTHING_REPLAYED_COST = 0.4;
/** That a number is named otherwise than we know is so much less likely. */
const OTHER_NAME_COST = 0.1;
/** Fewer letters behind a word that was cut are its ending, heard this time and not that. */
const LEAST_REST = 2;

/** What is final already and may be said again by the next final. */
export interface PendingWords {
  readonly words: readonly HeardWord[];
  /** Run time at which they end, if it is known. */
  readonly untilMs: number | undefined;
  /** Whether it may end within a word, of which the rest is new. */
  readonly isCut: boolean;
}

/** Where words that are final already end and new ones begin. */
export interface Splice {
  /** So many words were heard before, the last of them perhaps not wholly. */
  readonly dropped: number;
  /** Of its letters only so many were; 0: all. */
  readonly within: number;
  /** What of the final words is still to be heard again; of a script without spaces, by characters. */
  readonly pending: readonly HeardWord[];
  readonly cost: number;
}

/**
 * Finds which of the first words of a replay are final already: those that together are most like what is
 * final already, by letters and by time. Case, spelling and where words are parted do not count, and
 * of words that are the same, as many are dropped as were final. Where as many are told at the very same times, those
 * are they.
 *
 * @param words of the next final, run times
 */
export function findSplice(told: readonly TimedWord[], before: PendingWords): Splice {
  const same = atSameTimes(told, before.words);
  if (same !== undefined) return { ...same, within: 0, cost: 0 };
  const heard = before.words.map((word) => word.heard).join(' ');
  const isRight = areRight(told);
  const words = withShares(told);
  const spoken = heardOf(words, Math.min(COMPARED_LETTERS, known(heard).length));
  const compared = { ...before, isRight };
  const splices = splicesOf(words, spoken.map(known), compared, known);
  if ([heard, ...spoken].some((each) => likelyLetters(each) !== known(each))) {
    const isDense = Array.from([heard, ...spoken].join('')).some((it) => isUnspaced(it, it));
    const likely = (each: string): string => likelyLetters(each, isDense);
    const others = splicesOf(words, spoken.map(likely), compared, likely);
    splices.push(...others.map((splice) => ({ ...splice, cost: splice.cost + OTHER_NAME_COST })));
  }
  return splices.reduce((best, splice) => (splice.cost < best.cost ? splice : best));
}

/** In a script without spaces all of a turn may be one word; nobody says more in one. */
const LONGEST_WORD = 2000;

/** What is heard of the first of `words`, which are all that can say so many letters again. */
function heardOf(words: readonly TimedWord[], letters: number): readonly string[] {
  const spoken: string[] = [];
  let length = 0;
  for (const { text } of words) {
    if (length > lettersCompared(letters)) break;
    const heard = heardIn(text.slice(0, LONGEST_WORD));
    spoken.push(heard);
    length += heard.length;
  }
  return spoken;
}

/** How many letters of another text may say so many letters again, whatever it spells otherwise. */
function lettersCompared(letters: number): number {
  return letters * 1.5 + COMPARED_LETTERS / 12;
}

/** Numbers and signs have the names that we know. */
function known(heard: string): string {
  return likelyLetters(heard).toLowerCase();
}

function splicesOf(
  words: readonly TimedWord[],
  spoken: readonly string[],
  { words: before, untilMs, isCut, isRight }: PendingWords & { readonly isRight: boolean },
  lettersOf: (heard: string) => string,
): Splice[] {
  const rests = restsOf(before, lettersOf);
  const heard = before
    .map((word) => lettersOf(word.heard))
    .join('')
    .slice(-COMPARED_LETTERS);
  const splices = [nothingHeardAgain(words, untilMs)];
  const offBy = (ms: number): number => {
    // Of wrong times less than a letter.
    const within = isRight
      ? ms / RIGHT_TIMES_SCALE_MS
      : (Math.min(1, ms / TIME_SLACK_MS) * 0.9) / Math.max(1, heard.length);
    return within + Math.max(0, ms - TIME_SLACK_MS) / TIME_SCALE_MS;
  };
  // Words that are parted otherwise count less than a letter, too. What has a name may be several.
  const isParted = !before.some(
    ({ heard: it }) =>
      likelyLetters(it) !== it || Array.from(it).some((one) => isUnspaced(one, one)),
  );
  const partedBy = (dropped: number, pending: readonly HeardWord[]): number =>
    isParted && dropped !== before.length - pending.length ? 0.9 / Math.max(1, heard.length) : 0;
  const line = joinWords(before.map((word) => word.heard));
  const lastWord = lettersOf(line.slice(line.lastIndexOf(' ') + 1));
  const distance = new Distance(heard);
  for (const [index, word] of spoken.entries()) {
    const dropped = index + 1;
    const splice = (within: number, rest?: Rest, cost = distance.unlike): void => {
      const pending = rest?.words ?? [];
      // Of what is heard otherwise, times that are right tell more than the number of words.
      const isOtherwise = isRight && cost > LEAST_ALIKE;
      const parted = isOtherwise ? cost : cost + partedBy(dropped, pending);
      const untried = { dropped, within, pending, cost: parted };
      splices.push(...timed(words, untried, { untilMs, rest }, offBy));
    };
    const cuts = cutsOf(words[index]?.text ?? '');
    for (const [at, letter] of word.split('').entries()) {
      if (distance.length > lettersCompared(heard.length)) return splices;
      distance.add(letter);
      // In a script without spaces a turn may be told as one word, or words be parted anyhow.
      const isPart = isCut || isUnspaced(word, word);
      const mayBeCut = isPart && (cuts === undefined || cuts.has(at + 1));
      if (mayBeCut && isWithin(word, at + 1, lastWord)) splice(at + 1);
    }
    if (dropped === words.length) {
      // The whole final may be only the beginning of what was final before.
      for (const rest of rests) {
        const left = heard.length - rest.letters;
        const apart = (distance.row[left] ?? 0) / LETTER;
        const unlike = apart / Math.max(left, distance.length, 1);
        // Letters that differ count alike, whether they are said to be heard again or not.
        const isAlike = unlike <= LEAST_ALIKE;
        const cost = isAlike ? apart / Math.max(heard.length, distance.length) : unlike;
        if (left > 0) splice(0, rest, cost);
      }
    }
    splice(0);
  }
  return splices;
}

/** What may be left of what was final. */
interface Rest {
  /** Words or, in a script without spaces, characters. */
  readonly words: readonly HeardWord[];
  readonly letters: number;
  /** When the word before it ends. */
  readonly fromMs: number | undefined;
}

function restsOf(
  before: readonly HeardWord[],
  lettersOf: (heard: string) => string,
): readonly Rest[] {
  const parts = before.flatMap((word, at) => {
    const { heard } = word;
    // Words that are told to end together have their turn's times: only the last one's is its own.
    const endMs = before[at + 1]?.endMs === word.endMs ? undefined : word.endMs;
    if (!isUnspaced(heard, heard)) return [{ heard, endMs }];
    const characters = Array.from(heard);
    const last = characters.length - 1;
    return characters.map((it, n) => ({ heard: it, endMs: n === last ? endMs : undefined }));
  });
  let letters = 0;
  // Where two are as good, the longer one: rather waited for than written twice.
  return parts
    .map((part, at) => ({ part, words: parts.slice(at), fromMs: parts[at - 1]?.endMs }))
    .reverse()
    .map(({ part, words, fromMs }) => {
      letters += lettersOf(part.heard).length;
      return { words, letters, fromMs };
    })
    .reverse();
}

/**
 * Whether what is final may end with the first letters of a word. Where words are parted these are its
 * last word: "change and" does not end with the first letter of "default".
 */
function isWithin(word: string, letters: number, lastWord: string): boolean {
  const rest = word.length - letters;
  const start = word.slice(0, letters);
  if (isUnspaced(word, word)) return rest > 0 && lastWord.endsWith(start);
  return rest >= LEAST_REST && lastWord === start;
}

/** Behind how many letters a number, or what is contracted, may be cut; undefined: behind each. */
function cutsOf(text: string): ReadonlySet<number> | undefined {
  const named = inWords(text).trim();
  if (!named.includes(' ') || text.includes(' ')) return undefined;
  let letters = 0;
  return new Set(named.split(/\s+/u).map((word) => (letters += heardIn(word).length)));
}

function nothingHeardAgain(words: readonly TimedWord[], untilMs: number | undefined): Splice {
  const none = { dropped: 0, within: 0, pending: [] };
  const time = words[0]?.time;
  if (time === undefined || untilMs === undefined) return { ...none, cost: 1 };
  const startMs = Math.max(time.startMs, time.endMs - LONGEST_WORD_MS);
  const cost = NOTHING_REPLAYED_COST + Math.max(0, untilMs - startMs) / TIME_SCALE_MS;
  return { ...none, cost };
}

/** A splice whose cost is how unlike the words are to those before, from 0 to 1, and its time's, too. */
function timed(
  words: readonly TimedWord[],
  splice: Splice,
  { untilMs, rest }: { readonly untilMs: number | undefined; readonly rest: Rest | undefined },
  offBy: (ms: number) => number,
): readonly Splice[] {
  const before = words[splice.dropped - 1]?.time;
  if (before === undefined || untilMs === undefined)
    return splice.cost > LEAST_ALIKE ? [] : [splice];
  const endMs = splice.within > 0 ? before.startMs : before.endMs;
  const { letters = 0, fromMs: restMs } = rest ?? {};
  // Behind the last word nothing is new: what is later than its end is still to be heard again.
  const next = words[splice.dropped];
  const nextMs = next === undefined ? (letters === 0 ? -Infinity : Infinity) : next.time?.startMs;
  const startMs = splice.within > 0 ? before.endMs : (nextMs ?? Infinity);
  // A word that is said to begin before the one before it ends has a wrong time.
  const lateMs = endMs + letters * LETTER_MS - untilMs;
  const fromRestMs = restMs === undefined ? 0 : Math.abs(endMs - restMs);
  const offMs = Math.max(0, lateMs, fromRestMs, untilMs - Math.max(startMs, endMs));
  return [{ ...splice, cost: splice.cost + offBy(offMs) }];
}

/** Words that are told to begin together have their turn's times: each gets its share of them. */
function withShares(words: readonly TimedWord[]): readonly TimedWord[] {
  const groups: TimedWord[][] = [];
  for (const word of words) {
    const startMs = groups.at(-1)?.at(-1)?.time?.startMs;
    if (startMs !== undefined && word.time?.startMs === startMs) groups.at(-1)?.push(word);
    else groups.push([word]);
  }
  return groups.flatMap(shares);
}

function shares(together: readonly TimedWord[]): readonly TimedWord[] {
  const [first, last] = [together[0]?.time, together.at(-1)?.time];
  if (together.length < 2 || first === undefined || last === undefined) return together;
  let endMs = Math.max(first.startMs, last.endMs - LONGEST_WORD_MS * together.length);
  const letters = together.reduce((sum, { text }) => sum + text.length, 0);
  const msPerLetter = (last.endMs - endMs) / letters;
  return together.map(({ text }) => {
    const startMs = endMs;
    endMs += text.length * msPerLetter;
    return { text, time: { startMs, endMs } };
  });
}

/** Whether words are told one behind the other; marks that are told apart may have their word's time. */
function areRight(words: readonly TimedWord[]): boolean {
  const times = words.flatMap(({ text, time }) =>
    time === undefined || heardIn(text) === '' ? [] : [time],
  );
  return (
    times.length >= ORDERED_WORDS &&
    times.every(({ startMs, endMs }, n) => {
      const before = times[n - 1]?.endMs ?? 0;
      return startMs < endMs && startMs >= before - OVERLAP_MS;
    })
  );
}
