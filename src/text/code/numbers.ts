import { parseNumber } from '../languages/numbers';
import type { NumberWords } from './code-words';

/** A number and how many words it was said with. */
export interface SpokenNumber {
  readonly text: string;
  readonly length: number;
}

/**
 * The number that begins `words` (in lower case), in digits: "forty two" is 42, "three point five"
 * 3.5; numbers under a hundred that follow each other are one ("eighty eighty" is 8080, "one two
 * three" 123).
 */
export function numberAt(
  words: readonly string[],
  language: NumberWords,
): SpokenNumber | undefined {
  const whole = compoundAt(words, language) ?? digitsAt(words, language);
  if (whole === undefined || words[whole.length] !== language.point) return whole;
  const decimals = digitsAt(words.slice(whole.length + 1), language);
  if (decimals === undefined) return whole;
  return {
    text: `${whole.text}.${decimals.text}`,
    length: whole.length + 1 + decimals.length,
  };
}

/** Words of the longest compound: "neuf mille neuf cent quatre-vingt-dix-neuf". */
const LONGEST_COMPOUND = 8;

/** The longest number over twenty, under which numbers are one word each. */
function compoundAt(
  words: readonly string[],
  { compounds }: NumberWords,
): SpokenNumber | undefined {
  const [first = ''] = words;
  if (compounds === undefined || !Object.keys(compounds.values).some((v) => first.startsWith(v))) {
    return undefined;
  }
  for (let length = Math.min(LONGEST_COMPOUND, words.length); length > 0; length--) {
    if (compounds.joints.includes(words[length - 1] ?? '')) continue;
    const value = parseNumber(words.slice(0, length).join(' '), compounds);
    if (value !== undefined && value > 20) return { text: String(value), length };
  }
  return undefined;
}

function digitsAt(words: readonly string[], language: NumberWords): SpokenNumber | undefined {
  let number = groupAt(words, language);
  while (number !== undefined) {
    const next = groupAt(words.slice(number.length), language);
    if (next === undefined || next.value >= 100 || number.value >= 100) break;
    number = {
      text: number.text + next.text,
      value: next.value,
      length: number.length + next.length,
    };
  }
  return number && { text: number.text, length: number.length };
}

interface Group extends SpokenNumber {
  readonly value: number;
}

/** One number as it is said in one go: "three hundred twenty five thousand twelve". */
function groupAt(words: readonly string[], language: NumberWords): Group | undefined {
  let total = 0;
  let part: number | undefined;
  let multiplier = Infinity;
  let length = 0;
  for (; length < words.length; length++) {
    const word = words[length] ?? '';
    const addend = own(language.tens, word) ?? own(language.units, word);
    const factor = own(language.multipliers, word);
    if (addend !== undefined && canAdd(part, addend)) {
      part = (part ?? 0) + addend;
    } else if (factor === 100 && part !== undefined && part > 0 && part < 100) {
      part *= factor;
    } else if (factor !== undefined && factor > 100 && part !== undefined && factor < multiplier) {
      total += part * factor;
      multiplier = factor;
      part = undefined;
    } else break;
  }
  if (length === 0) return undefined;
  const value = total + (part ?? 0);
  return { text: String(value), value, length };
}

/** "twenty" takes "one", "hundred" takes "twenty"; "ten" takes nothing. */
function canAdd(part: number | undefined, addend: number): boolean {
  if (part === undefined) return true;
  if (part >= 100 && part % 100 === 0) return addend > 0 && addend < 100;
  return part % 10 === 0 && part % 100 >= 20 && addend > 0 && addend < 10;
}

/** Words such as "constructor" are members of every object. */
function own(table: Readonly<Record<string, number>>, word: string): number | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
