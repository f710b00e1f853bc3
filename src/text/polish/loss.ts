import type { Language } from '../languages/language';
import { keepsNames } from './names';
import { deniesTheSame } from './negations';
import { isNumber, numbersIn } from './numbers';
import { isSound, Vocabulary, wordsOf, type Word } from './words';

/**
 * What a polished text has lost of what was said, or has that nobody said: nothing is there, it is
 * far too `long`, its `lines`, `marks`, `numbers`, `names` or `negations` are others, it is in
 * another `language`, or it has other `words`: an answer, a refusal, a summary.
 */
export type Loss =
  'empty' | 'long' | 'lines' | 'marks' | 'numbers' | 'names' | 'negations' | 'language' | 'words';

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
const OTHER_WORDS = 0.25;
const OTHER_WORDS_OF_ALL = 0.4;

/** Marks that any sentence may have. */
const MARKS_OF_PROSE = /[.,;:!?…()'’"“”„‘«»¿¡–—。、，！？；：「」-]/u;

/** What must not be put in the place of `raw`; nothing: `polished` says the same. */
export function whatIsLost(raw: string, polished: string, options: LossOptions): Loss | undefined {
  const { languages, tellLanguage, closing = [] } = options;
  if (polished.trim() === '') return 'empty';
  if (polished === raw) return undefined;
  if (polished.length > LONGEST * raw.length) return 'long';
  if (polished.split('\n').length !== raw.split('\n').length) return 'lines';
  if (!hasMarksOf(raw, polished, closing)) return 'marks';
  if (!keepsNames(raw, polished, languages)) return 'names';
  const [said, written] = [raw, polished].map((text) => numbersIn(text, languages));
  if (said === undefined || written === undefined) return 'numbers';
  if ([...said.values].some((number) => !written.values.has(number))) return 'numbers';
  if ([...written.numerals].some((number) => !said.values.has(number))) return 'numbers';
  if (!deniesTheSame(raw, polished, languages)) return 'negations';
  const [from, to] = [tellLanguage(raw), tellLanguage(polished)];
  if (from !== undefined && to !== undefined && from !== to) return 'language';
  return hasWordsOf(wordsOf(raw), wordsOf(polished), languages) ? undefined : 'words';
}

function hasMarksOf(raw: string, polished: string, closing: readonly string[]): boolean {
  const isOther = (mark: string): boolean =>
    !/[\p{L}\p{M}\p{N}\s]/u.test(mark) && !MARKS_OF_PROSE.test(mark) && !raw.includes(mark);
  if (Array.from(polished).some(isOther)) return false;
  if (closing.some((mark) => count(polished, mark) > count(raw, mark))) return false;
  const lines = raw.split('\n');
  // What begins a line may be a list, a title or a command: "- ", "1. ", "!ls".
  return polished.split('\n').every((line, i) => {
    const [begin = ''] = /^\s*(?:\p{Nd}+[.)]\s|[^\p{L}\p{N}\s"“„«‘'’(¿¡])/u.exec(line) ?? [];
    return begin === '' || lines[i]?.startsWith(begin) === true;
  });
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

function hasWordsOf(
  raw: readonly Word[],
  polished: readonly Word[],
  languages: readonly Language[],
): boolean {
  const carries = ({ key }: Word): boolean =>
    !languages.some(({ frequent }) => frequent.has(key)) &&
    !isSound(key, languages) &&
    !isNumber(key, languages);
  const isMostlyIn = (words: readonly Word[], others: Vocabulary, most: number): boolean =>
    words.filter(({ key }) => !others.hasFormOf(key)).length <= most * words.length;
  const there = new Vocabulary(polished);
  const before = new Vocabulary(raw);
  return (
    isMostlyIn(raw.filter(carries), there, OTHER_WORDS) &&
    isMostlyIn(polished.filter(carries), before, OTHER_WORDS) &&
    isMostlyIn(polished, before, OTHER_WORDS_OF_ALL)
  );
}
