import type { Language } from '../languages/language';
import { numberAt } from '../languages/numbers';

const PLACE = { isFlag: false, isInList: false };

/** The numbers of a text, however they are written: "two", "2" and "1,000" are 2, 2 and 1000. */
export interface Numbers {
  readonly values: ReadonlySet<string>;
  /** Those that are written in digits. */
  readonly numerals: ReadonlySet<string>;
}

/** The numbers that `text` says, in digits and in the words of `languages`. */
export function numbersIn(text: string, languages: readonly Language[]): Numbers {
  const numerals = new Set(
    [...text.matchAll(/\p{Nd}+(?:[.,:'’\u202f]\p{Nd}+)*/gu)].map(([numeral]) => valueOf(numeral)),
  );
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}-]+/gu) ?? [];
  const said = languages.flatMap(({ numbers }) => {
    const values: string[] = [];
    for (let at = 0; at < words.length;) {
      const number = numberAt(words.slice(at, at + LONGEST), numbers, PLACE);
      if (number !== undefined) values.push(number.text);
      at += number?.length ?? 1;
    }
    return values;
  });
  return { values: new Set([...numerals, ...said]), numerals };
}

/** Whether a word, in lower case, is one. */
export function isNumber(word: string, languages: readonly Language[]): boolean {
  if (/^\p{Nd}/u.test(word)) return true;
  return languages.some(({ numbers }) => numberAt([word], numbers, PLACE) !== undefined);
}

/** Words of one number. */
const LONGEST = 24;

/** A numeral without what parts thousands. */
export function valueOf(numeral: string): string {
  return numeral.replaceAll(/(?<=\d)[.,'’\u202f](?=\d{3}(?!\d))/gu, '');
}
