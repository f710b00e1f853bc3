import type { NumberWords } from './language';
import { groupAt, type Digits, type SpokenNumber } from './number-group';

/** Where a number of code stands. */
export interface NumberPlace {
  /** Behind a shell's dash: the digits said next are another number (`kill -9 1234`). */
  readonly isFlag: boolean;
  /** Among things that commas part. */
  readonly isInList: boolean;
}

/**
 * The number that begins `words` (in lower case, without hyphens), in digits: "forty two" is 42,
 * "three point five" 3.5; numbers under a hundred that follow each other are one ("eighty eighty" is
 * 8080, "one two three" 123). An article alone is none.
 */
export function numberAt(
  words: readonly string[],
  language: NumberWords,
  { isFlag, isInList }: NumberPlace,
): SpokenNumber | undefined {
  const whole = isFlag ? groupAt(words, 0, language) : digitsAt(words, 0, language);
  const { word, isComma } = language.point;
  if (whole === undefined || words[whole.length] !== word || (isComma && isInList)) return whole;
  const decimals = digitsAt(words, whole.length + 1, language);
  if (decimals === undefined) return whole;
  const length = whole.length + 1 + decimals.length;
  // "eins Komma zwei Komma drei" are three numbers.
  if (isComma && words[length] === word) return whole;
  return { text: `${whole.text}.${decimals.text}`, length };
}

const LARGEST_SPOKEN = 9999;
/** More digits than any line number has. */
const MAX_DIGITS = 7;

/**
 * The number that `text` is, in numerals (with a separator between thousands, as a recogniser may
 * set one) or in words up to 9999; digits said one by one ("four two") count as numerals.
 */
export function parseNumber(text: string, language: NumberWords): number | undefined {
  const numeral = text.replace(/(?<=^\d{1,3})[\s.,'’](?=\d{3}$)/u, '');
  if (/^\d+$/u.test(numeral)) return numeral.length <= MAX_DIGITS ? Number(numeral) : undefined;
  const words = text.toLowerCase().match(/[^\s-]+/gu) ?? [];
  const [first = ''] = words;
  if (words.length === 1 && language.articles.includes(first)) return language.values[first];
  const number = digitsAt(words, 0, language);
  if (number?.length !== words.length) return undefined;
  if (number.isOneByOne) return number.text.length <= MAX_DIGITS ? Number(number.text) : undefined;
  const isOne = groupAt(words, 0, language)?.length === words.length;
  return isOne && number.value <= LARGEST_SPOKEN ? number.value : undefined;
}

/** Numbers that are said as the digits of one. */
function digitsAt(
  words: readonly string[],
  start: number,
  language: NumberWords,
): Digits | undefined {
  const isZeroAt = (at: number): boolean => language.laterZeros.includes(words[at] ?? '');
  // A numeral is a number of its own, but for one that a zero of words goes on from ("4 oh 4").
  const first = isZeroAt(start + 1) ? numeralAt(words, start) : undefined;
  let digits = first ?? groupAt(words, start, language);
  while (digits !== undefined && digits.value < 100) {
    const end = start + digits.length;
    const numeral = isZeroAt(end - 1) ? numeralAt(words, end) : undefined;
    const next = isZeroAt(end) ? ZERO : (numeral ?? groupAt(words, end, language));
    if (next === undefined || next.value >= 100) break;
    digits = {
      text: digits.text + next.text,
      value: next.value,
      length: digits.length + next.length,
      isOneByOne: digits.isOneByOne && next.isOneByOne,
    };
  }
  return digits;
}

const ZERO: Digits = { text: '0', value: 0, length: 1, isOneByOne: true };

function numeralAt(words: readonly string[], at: number): Digits | undefined {
  const word = words[at] ?? '';
  if (!/^\d{1,2}$/u.test(word)) return undefined;
  return { text: word, value: Number(word), length: 1, isOneByOne: word.length === 1 };
}
