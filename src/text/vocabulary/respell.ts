import { isCommonWord } from './english';
import { phoneticKey } from './phonetic';
import { spokenWords } from './spoken-form';

/**
 * Finds what the first of `words` begin to say.
 *
 * @param effort what the final may still cost; default: a final of its own
 * @returns the identifier for the longest run of words that says one, and how many words that are;
 *   punctuation behind the last of them stays. Nothing when they say none.
 */
export type Respell = (
  words: readonly string[],
  effort?: Effort,
) => { readonly text: string; readonly length: number } | undefined;

/** More words than a person says for one identifier. */
const MAX_WORDS = 8;

/** Characters; longer ones are no words. */
const MAX_WORD_LENGTH = 100;

/**
 * The shortest single word, in letters and digits, that is written as an identifier: shorter ones
 * ("arr", "HTTP") are as often part of something else.
 */
const MIN_SINGLE_LENGTH = 4;

/** The shortest run of several words: "is in" and "to do" are said without meaning a name. */
const MIN_RUN_LENGTH = 6;

/**
 * The shortest run that may differ from the identifier. In shorter ones a different letter makes a
 * different word as often as it is a mistake.
 */
const MIN_NEAR_LENGTH = 7;

/** The shortest word in which one wrong letter is a mistake rather than another word. */
const MIN_MISTAKE_LENGTH = 5;

/** See {@link difference}: two words that sound the same, or one with a wrong letter. */
const MAX_COST = 1;

interface Name {
  readonly identifier: string;
  readonly words: readonly SoundedWord[];
}

/** A word with what it is compared by. */
interface SoundedWord {
  readonly word: string;
  /** Its letters and digits, a number as digits. */
  readonly normal: string;
  /** How it sounds. */
  readonly key: string;
}

/** How many words' sounds are remembered: names and finals repeat each other's, and rankings the names. */
const MAX_SOUNDS = 20_000;

/**
 * How many names are compared with what one final says. It takes some milliseconds; a person's final
 * takes a tenth of it, and what is beyond is written as it was said.
 */
const MAX_COMPARISONS = 4000;

/** What may still be spent on one final. */
export interface Effort {
  comparisons: number;
}

/** For one final. */
export function newEffort(): Effort {
  return { comparisons: MAX_COMPARISONS };
}

/** @param identifiers as they are written, the likeliest first: of two that fit it is written */
export function respeller(identifiers: readonly string[]): Respell {
  const exact = new Map<string, string>();
  const near = new Map<string, Name[]>();
  // Who says no underscore means none: `_name` only where there is no `name`.
  const isPlain = (identifier: string): boolean => /^\p{L}/u.test(identifier);
  const plainFirst = [
    ...identifiers.filter(isPlain),
    ...identifiers.filter((identifier) => !isPlain(identifier)),
  ];
  for (const identifier of plainFirst) {
    const words = spokenWords(identifier).map((word) => soundOf(word.toLowerCase()));
    if (words.length === 0 || words.length > MAX_WORDS) continue;
    const withoutDots = words.filter(({ word }) => word !== 'dot');
    for (const key of new Set([compact(words), compact(withoutDots)])) {
      if (!exact.has(key)) exact.set(key, identifier);
    }
    const name = { identifier, words };
    for (const slot of slots(words)) {
      const names = near.get(slot);
      if (names === undefined) near.set(slot, [name]);
      else names.push(name);
    }
  }
  return (words, effort = newEffort()) => {
    const { run, ending } = speakable(words);
    const heard = run.map(soundOf);
    for (let length = run.length; length > 0; length--) {
      const said = heard.slice(0, length);
      const identifier = findExact(said, exact) ?? findNear(said, near, effort);
      if (identifier === undefined) continue;
      return { text: identifier + (length === run.length ? ending : ''), length };
    }
    return undefined;
  };
}

/**
 * The words that can be one name, in lower case: up to the first that has punctuation behind it.
 *
 * @returns `ending`: that punctuation
 */
function speakable(words: readonly string[]): {
  readonly run: readonly string[];
  readonly ending: string;
} {
  const run: string[] = [];
  for (const word of words.slice(0, MAX_WORDS)) {
    if (word.length > MAX_WORD_LENGTH) return { run, ending: '' };
    const [, body = '', ending = ''] = /^([\p{L}\p{N}].*?)([^\p{L}\p{N}]*)$/u.exec(word) ?? [];
    if (body === '') return { run, ending: '' };
    run.push(body.toLowerCase());
    if (ending !== '') return { run, ending };
  }
  return { run, ending: '' };
}

function findExact(
  words: readonly SoundedWord[],
  exact: ReadonlyMap<string, string>,
): string | undefined {
  const key = compact(words);
  const [only, ...others] = words;
  if (only === undefined) return undefined;
  const isTooPlain =
    others.length === 0
      ? key.length < MIN_SINGLE_LENGTH || isCommonWord(only.word)
      : // "step 2" is said for nothing else.
        key.length < MIN_RUN_LENGTH && !/\p{N}$/u.test(key);
  return isTooPlain ? undefined : exact.get(key);
}

/**
 * Where names are looked up that may sound like these words. One wrong letter leaves the first word
 * or the last as it sounds; of a single word, mostly its first sound.
 */
function slots(words: readonly SoundedWord[]): readonly string[] {
  const [first = '', last = ''] = [words[0]?.key, words.at(-1)?.key];
  return words.length === 1
    ? [`1 ${first.slice(0, 1)}`]
    : [`${String(words.length)} first ${first}`, `${String(words.length)} last ${last}`];
}

function findNear(
  words: readonly SoundedWord[],
  near: ReadonlyMap<string, readonly Name[]>,
  effort: Effort,
): string | undefined {
  if (compact(words).length < MIN_NEAR_LENGTH) return undefined;
  const isSingle = words.length === 1;
  if (isSingle && words.some(({ word }) => isCommonWord(word))) return undefined;
  let best: { readonly name: Name; readonly cost: number } | undefined;
  for (const slot of slots(words)) {
    for (const name of near.get(slot) ?? []) {
      if (effort.comparisons-- <= 0) return undefined;
      // "filters" alone is a word of its own.
      if (isSingle && isPlural(words[0]?.word ?? '', name.words[0]?.word ?? '')) continue;
      let cost = 0;
      for (const [i, word] of words.entries()) {
        cost += difference(word, name.words[i]);
        if (cost > MAX_COST) break;
      }
      if (cost <= MAX_COST && (best === undefined || cost < best.cost)) best = { name, cost };
    }
  }
  return best?.name.identifier;
}

/** How unlikely it is that `spoken` was meant to be `written`: 0 the same, over 1 impossible. */
function difference(spoken: SoundedWord, written: SoundedWord | undefined): number {
  if (written === undefined) return Infinity;
  if (spoken.word === written.word || spoken.normal === written.normal) return 0;
  if (written.word.length >= MIN_SINGLE_LENGTH && isPlural(spoken.word, written.word)) return 0.5;
  const isSameSound = spoken.key === written.key && spoken.key !== '';
  if (isSameSound && distanceAtMost(spoken.word, written.word, 3) <= 3) return 0.5;
  // A common word is one that was said: "set" is no mistake for "get".
  if (spoken.word.length < MIN_MISTAKE_LENGTH || isCommonWord(spoken.word)) return Infinity;
  // Nor is a word with another ending, such as "transpiler" for "transpile".
  if (spoken.word.startsWith(written.word) || written.word.startsWith(spoken.word)) {
    return Infinity;
  }
  return distanceAtMost(spoken.word, written.word, 1) <= 1 ? 0.9 : Infinity;
}

function isPlural(a: string, b: string): boolean {
  return a === `${b}s` || b === `${a}s`;
}

function compact(words: readonly SoundedWord[]): string {
  return words.map(({ normal }) => normal).join('');
}

const sounds = new Map<string, SoundedWord>();

/** @param word in lower case */
function soundOf(word: string): SoundedWord {
  const known = sounds.get(word);
  if (known !== undefined) return known;
  if (sounds.size >= MAX_SOUNDS) sounds.clear();
  const sound = { word, normal: normal(word), key: phoneticKey(word) };
  sounds.set(word, sound);
  return sound;
}

const NUMBERS = new Map(
  'zero one two three four five six seven eight nine ten'
    .split(' ')
    .map((word, number) => [word, String(number)]),
);

function normal(word: string): string {
  return NUMBERS.get(word) ?? word.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** Edit distance (a swap of neighbours counts as one), or anything above `limit` beyond it. */
function distanceAtMost(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          (previous[j] ?? Infinity) + 1,
          (row[j - 1] ?? Infinity) + 1,
          (previous[j - 1] ?? Infinity) + (isSame ? 0 : 1),
          isSwap ? (before[j - 2] ?? Infinity) + 1 : Infinity,
        ),
      );
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? Infinity;
}

/** `text` with every spoken identifier written as it is in the workspace. */
export function respellAll(text: string, respell: Respell, effort = newEffort()): string {
  const words = [...text.matchAll(/\S+/gu)];
  let written = '';
  let end = 0;
  for (let at = 0; at < words.length;) {
    const found = respell(
      words.slice(at, at + MAX_WORDS).map(([word]) => word),
      effort,
    );
    const length = found?.length ?? 1;
    const [first, last] = [words[at], words[at + length - 1]];
    if (first === undefined || last === undefined) break;
    written += text.slice(end, first.index) + (found?.text ?? first[0]);
    end = last.index + last[0].length;
    at += length;
  }
  return written + text.slice(end);
}

/** Prose in which only what stands in backticks is respelled, as the person asked for code there. */
export function respellInBackticks(text: string, respell: Respell): string {
  const effort = newEffort();
  return text.replace(
    /`([^`\n]+)`/gu,
    (_, code: string) => `\`${respellAll(code, respell, effort)}\``,
  );
}
