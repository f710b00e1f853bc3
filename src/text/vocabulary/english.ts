import { COMMON_WORDS } from './common-words';
import { isOf, type WordClass } from '../languages/ordinary/ordinary-words';

/** How the forms of English words end. */
export const ENDINGS: WordClass['endings'] = [
  ['ies', ['y']],
  ['es', ['', 'e']],
  ['s', ['']],
  ['ied', ['y']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['er', ['', 'e']],
  ['ly', ['']],
  ["'s", ['']],
];

const COMMON: WordClass = { words: COMMON_WORDS, endings: ENDINGS, doubles: true };

/** Whether `word` is one of the commonest English words, or a plain inflection of one. */
export function isCommonWord(word: string): boolean {
  return isOf(word.toLowerCase(), COMMON);
}
