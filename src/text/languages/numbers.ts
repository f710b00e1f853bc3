/** The number words of a language, from which numbers up to 9999 are put together. */
export interface NumberWords {
  /** Values below 1000 by word, e.g. `forty: 40`; compounds that are no sum ("eleven") as well. */
  readonly values: Readonly<Record<string, number>>;
  /** Words that multiply what stands before them: 100 or 1000. */
  readonly multipliers: Readonly<Record<string, number>>;
  /** Words without a value between the others ("and"). */
  readonly joints: readonly string[];
  /** Whether units are said before tens ("zweiundvierzig"). */
  readonly unitsFirst?: boolean;
}

const LARGEST_SPOKEN = 9999;
/** More digits than any line number has. */
const MAX_DIGITS = 7;

/**
 * The number that `text` is, in numerals (with a separator between thousands, as a recogniser may
 * set one) or in words up to 9999; digits said one by one ("four two") count as numerals.
 */
export function parseNumber(text: string, words: NumberWords): number | undefined {
  const numeral = text.replace(/(?<=^\d{1,3})[\s.,'’](?=\d{3}$)/u, '');
  if (/^\d+$/u.test(numeral)) return numeral.length <= MAX_DIGITS ? Number(numeral) : undefined;
  const parts = split(text, words);
  if (parts.length > 1 && parts.every((part) => isDigit(words.values[part]))) {
    return parseNumber(parts.map((part) => String(words.values[part])).join(''), words);
  }
  const number = addUp(parts, words);
  return number !== undefined && number <= LARGEST_SPOKEN ? number : undefined;
}

function isDigit(value: number | undefined): boolean {
  return value !== undefined && value < 10;
}

/** The words of a number however it is written together; [] when something else is in it. */
function split(text: string, { values, multipliers, joints }: NumberWords): readonly string[] {
  const known = [...Object.keys(values), ...Object.keys(multipliers), ...joints];
  known.sort((a, b) => b.length - a.length);
  const parts: string[] = [];
  let rest = text.toLowerCase().replaceAll(/[\s-]/gu, '');
  while (rest !== '') {
    const next = known.find((word) => rest.startsWith(word));
    if (next === undefined) return [];
    if (!joints.includes(next)) parts.push(next);
    rest = rest.slice(next.length);
  }
  return parts;
}

function addUp(parts: readonly string[], words: NumberWords): number | undefined {
  const { values, multipliers, unitsFirst = false } = words;
  let thousands = 0;
  let current = 0;
  for (const part of parts) {
    const value = values[part];
    const factor = multipliers[part];
    if (value !== undefined) {
      if (!fits(current, value, unitsFirst)) return undefined;
      current += value;
    } else if (factor === 100) {
      if (current > 99) return undefined;
      current = Math.max(current, 1) * 100;
    } else {
      if (thousands > 0) return undefined;
      thousands = Math.max(current, 1) * 1000;
      current = 0;
    }
  }
  return parts.length === 0 ? undefined : thousands + current;
}

/** Whether `value` is said after `current`: "hundred forty", "forty two", "soixante douze". */
function fits(current: number, value: number, unitsFirst: boolean): boolean {
  const rest = current % 100;
  if (value >= 100) return current === 0;
  if (rest === 0) return value > 0 || current === 0;
  if (rest < 10) return unitsFirst && value >= 20 && value % 10 === 0;
  const room = rest === 60 || rest === 80 ? 20 : 10;
  return rest % 10 === 0 && value > 0 && value < room;
}
