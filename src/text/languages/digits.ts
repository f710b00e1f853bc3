import type { NumberSpan } from '../../core/number-span';
import { languageOf } from './languages';
import type { NumberWords } from './language';
import { groupAt } from './number-group';

/** Below it, prose has words: "half past three". */
const LEAST = 10;

/** Two numbers, one behind the other, are a year where they can be one: "twenty twenty six". */
const CENTURIES: readonly [first: number, last: number] = [18, 21];

/**
 * The numbers that a recogniser has written in words, in digits: from ten on, and decimals. Marks
 * behind a word end its number and stay.
 *
 * @param words as they are written, with their marks
 * @param language code; one that we do not know has no numbers
 */
export function numbersIn(words: readonly string[], language: string): readonly NumberSpan[] {
  const numbers = languageOf(language)?.numbers;
  if (numbers === undefined) return [];
  const spans: NumberSpan[] = [];
  for (let from = 0; from < words.length; from++) {
    const span = spanAt(words, from, numbers);
    if (span === undefined) continue;
    spans.push(span);
    from = span.to - 1;
  }
  return spans;
}

function spanAt(
  words: readonly string[],
  from: number,
  numbers: NumberWords,
): NumberSpan | undefined {
  const { parts, ends, mark } = saidFrom(words, from);
  const number = numberOf(parts, numbers);
  const last = number === undefined ? undefined : ends.get(number.length);
  if (number === undefined || last === undefined) return undefined;
  const isAll = number.length === parts.length;
  return { from, to: last + 1, text: number.text + (isAll ? mark : '') };
}

/** What may belong to one number: up to a mark, hyphens taken apart. */
function saidFrom(
  words: readonly string[],
  from: number,
): { parts: readonly string[]; ends: ReadonlyMap<number, number>; mark: string } {
  const parts: string[] = [];
  /** By how many parts: the word that ends with the last of them. */
  const ends = new Map<number, number>();
  for (const [index, word] of words.slice(from, from + LONGEST_WORDS).entries()) {
    const [, core = '', mark = ''] = /^([\p{L}\p{M}-]+)([.,;:!?…]*)$/u.exec(word) ?? [];
    if (core === '') break;
    parts.push(...core.toLowerCase().split('-'));
    ends.set(parts.length, from + index);
    if (mark !== '') return { parts, ends, mark };
  }
  return { parts, ends, mark: '' };
}

/** No number is said with more. */
const LONGEST_WORDS = 20;

function numberOf(
  parts: readonly string[],
  numbers: NumberWords,
): { readonly text: string; readonly length: number } | undefined {
  const whole = groupAt(parts, 0, numbers);
  if (whole === undefined) return undefined;
  const { word, isComma } = numbers.point;
  if (parts[whole.length] === word) {
    const decimals = groupAt(parts, whole.length + 1, numbers);
    if (decimals !== undefined) {
      const text = `${whole.text}${isComma ? ',' : '.'}${decimals.text}`;
      return { text, length: whole.length + 1 + decimals.length };
    }
  }
  if (whole.value < LEAST) return undefined;
  const [first, last] = CENTURIES;
  const next = groupAt(parts, whole.length, numbers);
  const isYear =
    whole.value >= first && whole.value <= last && next !== undefined && isTwoDigits(next.value);
  return isYear
    ? { text: whole.text + next.text, length: whole.length + next.length }
    : { text: whole.text, length: whole.length };
}

function isTwoDigits(value: number): boolean {
  return value >= 10 && value < 100;
}
