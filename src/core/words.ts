import type { Word } from './recognition';

/** A word of a text; its time, of whatever clock, where it is known. */
export interface TimedWord {
  readonly text: string;
  readonly time?: { readonly startMs: number; readonly endMs: number } | undefined;
}

/** Times of two words may each be wrong by 300 ms: a later one that ends earlier by more is no time. */
const DISORDER_MS = 600;

/** Words as a text: with spaces, but where their script has none. */
export function joinWords(words: readonly string[]): string {
  return words.reduce((text, word) => {
    const isOne = text === '' || word === '' || isUnspaced(text, word);
    return isOne ? text + word : `${text} ${word}`;
  }, '');
}

/** What of a text is heard: its letters and digits, whatever their case, form and marks. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/**
 * All words of `text`, with the times of `words` where these are the text's, and not only some of
 * it. Where a script has no spaces, and its words are not told, each character is one.
 */
export function wordsOf(text: string, words: readonly Word[]): readonly TimedWord[] {
  if (lettersOf(words.map((word) => word.text).join('')) === lettersOf(text)) {
    const isOrdered = words.every(
      (word, n) => word.endMs >= (words[n - 1]?.endMs ?? 0) - DISORDER_MS,
    );
    return words.flatMap(({ text: told, startMs, endMs }) =>
      // Some servers tell a turn, or what they take for one expression, as one word.
      told
        .trim()
        .split(/\s+/u)
        .flatMap(inScripts)
        .map((word) => (isOrdered ? { text: word, time: { startMs, endMs } } : { text: word })),
    );
  }
  return text
    .split(/\s+/u)
    .flatMap(inScripts)
    .flatMap((part) => (UNSPACED_START.test(part) ? Array.from(part) : [part]))
    .filter((part) => part !== '')
    .map((part) => ({ text: part }));
}

/** A word, or where a script without spaces meets a number or a word of another script, each of them. */
function inScripts(word: string): readonly string[] {
  return word.split(SCRIPTS_MEET);
}

/** The words by their times where `transcript` says them so, else as they are listed. */
export function inOrder(words: readonly Word[], transcript: string): readonly Word[] {
  const byTime = words.toSorted((a, b) => a.startMs - b.startMs);
  const said = lettersOf(byTime.map(({ text }) => text).join(''));
  const letters = lettersOf(transcript);
  return said.startsWith(letters) || letters.startsWith(said) ? byTime : words;
}

/**
 * `text` from its word number `from` of `words` on, as it is written there: behind as many letters as
 * the words before have, because a word may be spelt otherwise than in the text, or stand there twice.
 */
export function textFrom(text: string, words: readonly TimedWord[], from: number): string {
  const before = words.slice(0, from).map((word) => word.text);
  const rest = words.slice(from).map((word) => word.text);
  let at = endOfLetters(text, lettersOf(before.join('')).length);
  // "25 %" has a last word without letters.
  const signs = before.slice(before.findLastIndex((word) => lettersOf(word) !== '') + 1);
  for (const sign of signs) {
    const here = text.slice(at).search(/\S/u);
    if (here >= 0 && sign !== '' && text.startsWith(sign, at + here)) at += here + sign.length;
  }
  const left = text.slice(at);
  const next = left.search(/[\p{L}\p{N}]/u);
  if (next < 0) return joinWords(rest);
  // The marks between two words: what closes is of the one before, what opens of the one behind.
  const marks = left.slice(0, next);
  const space = marks.search(/\s/u);
  const opening =
    space >= 0
      ? marks.slice(space).trimStart()
      : (/[\p{Ps}\p{Pi}¿¡@#$€£"'-]*$/u.exec(marks)?.[0] ?? '');
  return opening + left.slice(next);
}

/** A character with what joins it: marks, the vowel and end of a Hangul syllable in pieces. */
const CHARACTER = /\P{M}[\p{M}\u1160-\u11ff]*/gu;

/** Where in `text` its first letters, so many of {@link lettersOf}, end. */
function endOfLetters(text: string, count: number): number {
  let letters = 0;
  for (const { 0: character, index } of text.matchAll(CHARACTER)) {
    if (letters >= count) return index;
    letters += lettersOf(character).length;
  }
  return text.length;
}

/** Scripts written without spaces between words. */
const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{scx=${script}}`)
  .join('');
const UNSPACED_END = new RegExp(`[${UNSPACED}]$`, 'u');
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, 'u');
/** Marks go with what is before them. */
const SCRIPTS_MEET = new RegExp(
  `(?<=[${UNSPACED}])(?=[^${UNSPACED}\\p{P}\\p{M}])|(?<=[^${UNSPACED}\\p{M}])(?=[${UNSPACED}])`,
  'u',
);

/** CJK and full-width punctuation brings its own space, whatever is next to it. */
const FULL_WIDTH_END = /[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]$/u;
const FULL_WIDTH_START = /^[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;

/** Whether no space parts `line` and `right` where two words of a script without spaces meet. */
export function isUnspaced(line: string, right: string): boolean {
  if (FULL_WIDTH_END.test(line) || FULL_WIDTH_START.test(right)) return true;
  return UNSPACED_END.test(line) && UNSPACED_START.test(right);
}
