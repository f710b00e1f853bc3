import type { Language } from '../languages/language';
import { keepsNames } from './names';
import { deniesTheSame } from './negations';
import { isNumber, numbersIn } from './numbers';
import { keepsOrder } from './order';
import { isSound, Vocabulary, wordsOf, type Word } from './words';

/**
 * What a polished text has lost of what was said, or has that nobody said: nothing is there, it is
 * far too `long`, its `lines`, `marks`, `numbers`, `names` or `negations` are others, it is in
 * another `language`, it has other `words` (an answer, a refusal, a summary), or the same in another `order`.
 */
export type Loss =
  | 'empty'
  | 'long'
  | 'lines'
  | 'marks'
  | 'numbers'
  | 'names'
  | 'negations'
  | 'language'
  | 'words'
  | 'order';

export interface LossOptions {
  /** Those that the raw text may be in; none: any of which nothing is known. */
  readonly languages: readonly Language[];
  /** Tells the language of a text, where that can be told. */
  readonly tellLanguage: (text: string) => string | undefined;
  /** Marks of which there may not be more than there were: those that end a string of code. */
  readonly closing?: readonly string[];
}

/** How much longer than what was said it may be. */
const LONGEST = 2;

/** Of the words that carry the meaning, how many may be others; of all words. */
const OTHER_WORDS = 0.12;
const OTHER_WORDS_OF_ALL = 0.4;

/** Marks that any sentence may have. */
const MARKS_OF_PROSE = /[.,;:!?…()'’"“”„‘«»¿¡–—。、，！？；：「」-]/u;

/** What must not be put in the place of `raw`; nothing: `polished` says the same. */
export function whatIsLost(raw: string, polished: string, options: LossOptions): Loss | undefined {
  const { languages, tellLanguage, closing = [] } = options;
  if (polished.trim() === '') return 'empty';
  if (polished === raw) return undefined;
  if (polished.length > LONGEST * raw.length) return 'long';
  if (count(polished, '\n') !== count(raw, '\n')) return 'lines';
  if (count(polished, '\t') > count(raw, '\t')) return 'lines';
  if (!hasMarksOf(raw, polished, closing)) return 'marks';
  // A model that tells what it would write quotes it.
  if (BEGINS_QUOTE.test(polished) && !BEGINS_QUOTE.test(raw)) return 'marks';
  if (!keepsNames(raw, polished, languages)) return 'names';
  const [said, written] = [raw, polished].map((text) => numbersIn(text, languages));
  if (said === undefined || written === undefined) return 'numbers';
  if ([...said.values].some((number) => !written.values.has(number))) return 'numbers';
  if ([...written.numerals].some((number) => !said.values.has(number))) return 'numbers';
  if (Array.from(raw).some((mark) => isSign(mark) && !polished.includes(mark))) return 'marks';
  if (!deniesTheSame(raw, polished, languages)) return 'negations';
  if (!asksTheSame(raw, polished, languages)) return 'marks';
  const [from, to] = [tellLanguage(raw), tellLanguage(polished)];
  if (from !== undefined && to !== undefined && from !== to) return 'language';
  if (!hasWordsOf(wordsOf(raw), wordsOf(polished), languages)) return 'words';
  return keepsOrder(raw, polished, languages) ? undefined : 'order';
}

const BEGINS_QUOTE = /^\s*["'“„«‘‚「『]/u;

/** Whether a character is a mark that not any sentence may have: `%`, `*`. */
function isSign(character: string): boolean {
  return !/[\p{L}\p{M}\p{N}\s]/u.test(character) && !MARKS_OF_PROSE.test(character);
}

function hasMarksOf(raw: string, polished: string, closing: readonly string[]): boolean {
  if (Array.from(polished).some((mark) => isSign(mark) && !raw.includes(mark))) return false;
  if (closing.some((mark) => count(polished, mark) > count(raw, mark))) return false;
  const lines = raw.split('\n');
  // What begins a line may be a list, a title or a command: "- ", "1. ", "!ls".
  return polished.split('\n').every((line, i) => {
    const [begin = ''] = /^\s*(?:\p{Nd}+[.)]\s|[^\p{L}\p{N}\s"“„«‘'’(¿¡])/u.exec(line) ?? [];
    return begin === '' || lines[i]?.startsWith(begin) === true;
  });
}

/** A question stays one, and nothing else becomes one, where that can be told. */
function asksTheSame(raw: string, polished: string, languages: readonly Language[]): boolean {
  const questions = polished.match(QUESTION) ?? [];
  if (questions.length < (raw.match(QUESTION) ?? []).length) return false;
  if (raw.includes('?')) return true;
  const asking = languages.map((language) => language.asking);
  if (asking.length === 0 || asking.includes(null)) return true;
  const said = wordsOf(raw).map(({ key }) => key);
  return questions.every((question) => {
    const keys = wordsOf(question).map(({ key }) => key);
    // "We should" is not "Should we?".
    const [first = -1, second = -1] = keys.map((key) => said.indexOf(key));
    const isTurned = first > second && second >= 0;
    return !isTurned && keys.some((key) => asking.some((all) => all?.has(key) === true));
  });
}

const QUESTION = /[^.?!…]*[?？]/gu;

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

function hasWordsOf(
  raw: readonly Word[],
  polished: readonly Word[],
  languages: readonly Language[],
): boolean {
  const carries = ({ key }: Word): boolean =>
    !languages.some(({ frequent, hedges }) => frequent.has(key) || hedges.has(key)) &&
    !isSound(key, languages) &&
    !isNumber(key, languages);
  const isMostlyIn = (words: readonly Word[], others: Vocabulary, most: number): boolean =>
    words.filter(({ key }) => !others.hasFormOf(key)).length <= most * words.length;
  const there = new Vocabulary(polished);
  const before = new Vocabulary(raw);
  // "Sure! …", "Edited: …", "Fixed it."
  const [first] = polished;
  const isAnswer = first !== undefined && carries(first) && !before.has(first.key);
  // Nobody may come in whom nobody spoke of, nor another x.
  const people = new Set(raw.map(({ key }) => headOf(key)));
  const isAnother = (word: Word): boolean => {
    const head = headOf(word.key);
    const isPerson = languages.some(({ persons }) => persons.has(head));
    const isLetter = word.key.length === 1 && carries(word) && !before.has(word.key);
    return isLetter || (isPerson && !people.has(head));
  };
  return (
    !isAnswer &&
    !polished.some(isAnother) &&
    isMostlyIn(raw.filter(carries), there, OTHER_WORDS) &&
    isMostlyIn(polished.filter(carries), before, OTHER_WORDS) &&
    isMostlyIn(polished, before, OTHER_WORDS_OF_ALL)
  );
}

/** Of "you'll" and "j'ai" who it is. */
function headOf(key: string): string {
  return key.split("'", 1)[0] ?? key;
}
