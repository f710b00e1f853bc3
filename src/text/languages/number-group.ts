import type { JointPlace, NumberWords } from './language';

/** A number and how many words it was said with. */
export interface SpokenNumber {
  readonly text: string;
  readonly length: number;
}

/** Digits, of which the last were said as a number of that value. */
export interface Digits extends SpokenNumber {
  readonly value: number;
  /** Whether each was said by itself. */
  readonly isOneByOne: boolean;
}

/** One number as it is said in one go: "three hundred twenty five thousand twelve". */
export function groupAt(
  words: readonly string[],
  start: number,
  language: NumberWords,
): Digits | undefined {
  let group: Digits | undefined;
  let sum: Sum | undefined = NOTHING;
  let joint: readonly JointPlace[] | undefined;
  for (let at = start; at < words.length;) {
    const read = partsAt(words, at, language);
    if (read === undefined) break;
    for (const part of read.parts) {
      if ('behind' in part) {
        if (joint !== undefined) return group;
        joint = part.behind;
      } else {
        sum = added(sum, part, joint, language);
        if (sum === undefined) return group;
        joint = undefined;
      }
    }
    at += read.length;
    const length = at - start;
    const isArticle = length === 1 && language.articles.includes(words[start] ?? '');
    if (joint !== undefined || isArticle) continue;
    const value = sum.total + (sum.current ?? 0);
    group = { text: String(value), value, length, isOneByOne: value < 10 };
  }
  return group;
}

/** A number of which more may be said. */
interface Sum {
  /** Thousands and millions. */
  readonly total: number;
  /** The last of what multiplied them: what follows is smaller. */
  readonly factor: number;
  /** Behind them, if anything is said. */
  readonly current: number | undefined;
}

const NOTHING: Sum = { total: 0, factor: Infinity, current: undefined };

/** @returns nothing where `part` is not said behind `sum` and `joint` */
function added(
  sum: Sum,
  part: Value | Factor,
  joint: readonly JointPlace[] | undefined,
  language: NumberWords,
): Sum | undefined {
  const { total, factor, current } = sum;
  if ('value' in part) {
    const isFitting = fits(sum, part.value, joint, language);
    return isFitting ? { ...sum, current: (current ?? 0) + part.value } : undefined;
  }
  if (joint !== undefined || (current === undefined && language.saysOne)) return undefined;
  if (part.factor === 100) {
    const isFitting = current === undefined || (current > 0 && current < 100);
    return isFitting ? { ...sum, current: (current ?? 1) * 100 } : undefined;
  }
  if (part.factor >= factor || current === 0 || (current === undefined && total > 0)) {
    return undefined;
  }
  return {
    total: total + (current ?? 1) * part.factor,
    factor: part.factor,
    current: undefined,
  };
}

/** Whether `value` is said there: "hundred forty", "forty two", "soixante douze". */
function fits(
  { total, current }: Sum,
  value: number,
  joint: readonly JointPlace[] | undefined,
  { countsByTwenties }: NumberWords,
): boolean {
  const isAllowed = (place: JointPlace): boolean => joint?.includes(place) ?? true;
  if (current === undefined) {
    return total === 0 ? joint === undefined : value > 0 && isAllowed('hundreds');
  }
  const rest = current % 100;
  if (value === 0 || value >= 100 || current === 0) return false;
  if (rest === 0) return isAllowed('hundreds');
  // Units stand before tens only where a joint says so: "zwei und vierzig".
  if (rest < 10) return value >= 20 && value % 10 === 0 && joint?.includes('units') === true;
  const room = countsByTwenties && (rest === 60 || rest === 80) ? 20 : 10;
  return rest >= 20 && rest % 10 === 0 && value < room && isAllowed('tens');
}

interface Value {
  readonly value: number;
}

interface Factor {
  readonly factor: number;
}

interface Joint {
  readonly behind: readonly JointPlace[];
}

type Part = Value | Factor | Joint;

interface Parts {
  readonly parts: readonly Part[];
  /** Words. */
  readonly length: number;
}

/** What a word, or two that are said as one ("quatre-vingt"), is put together of. */
function partsAt(words: readonly string[], at: number, language: NumberWords): Parts | undefined {
  const { byWord, pairs, longestFirst } = tableOf(language);
  const word = words[at] ?? '';
  const pair = word + (words[at + 1] ?? '');
  const known = byWord.get(pairs.has(pair) ? pair : word);
  if (known !== undefined) return { parts: [known], length: pairs.has(pair) ? 2 : 1 };
  const parts: Part[] = [];
  for (let rest = word; rest !== '';) {
    const next = longestFirst.find((each) => rest.startsWith(each));
    const part = next === undefined ? undefined : byWord.get(next);
    if (next === undefined || part === undefined) return undefined;
    parts.push(part);
    rest = rest.slice(next.length);
  }
  return parts.length === 0 ? undefined : { parts, length: 1 };
}

interface Table {
  /** Without the spaces and hyphens in them. */
  readonly byWord: ReadonlyMap<string, Part>;
  /** Those of them that are two words. */
  readonly pairs: ReadonlySet<string>;
  readonly longestFirst: readonly string[];
}

const tables = new WeakMap<NumberWords, Table>();

function tableOf(language: NumberWords): Table {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const entries: (readonly [string, Part])[] = [
    ...Object.entries(language.values).map(([word, value]) => [word, { value }] as const),
    ...Object.entries(language.multipliers).map(([word, factor]) => [word, { factor }] as const),
    ...Object.entries(language.joints).map(([word, behind]) => [word, { behind }] as const),
  ];
  const joined = (word: string): string => word.replaceAll(/[ -]/gu, '');
  const byWord = new Map(entries.map(([word, part]) => [joined(word), part]));
  const pairs = entries.map(([word]) => word).filter((word) => /[ -]/u.test(word));
  const longestFirst = [...byWord.keys()].sort((a, b) => b.length - a.length);
  const table = { byWord, pairs: new Set(pairs.map(joined)), longestFirst };
  tables.set(language, table);
  return table;
}
