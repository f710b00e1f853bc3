import type { NumberWords } from '../languages/grammar';
import type { CodeWords } from './code-words';
import { ENGLISH } from './grammar-en';
import { FRENCH } from './grammar-fr';
import { GERMAN } from './grammar-de';
import { SPANISH } from './grammar-es';
import type { FormatterName } from './formatters';
import type { SymbolName } from './symbols';

/** What phrases mean. */
export interface Phrases<T> {
  readonly meanings: ReadonlyMap<string, T>;
  /** By their first word, how many words the longest has. */
  readonly lengths: ReadonlyMap<string, number>;
}

/** A grammar made ready for looking phrases up. */
export interface Grammar {
  readonly symbols: Phrases<SymbolName>;
  readonly formatters: Phrases<FormatterName>;
  readonly formatterSuffixes: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  readonly literals: ReadonlySet<string>;
  readonly connectives: ReadonlySet<string>;
  readonly numbers: readonly NumberWords[];
}

/** By ISO 639-1 code. */
const LANGUAGES: ReadonlyMap<string, CodeWords> = new Map([
  ['en', ENGLISH],
  ['de', GERMAN],
  ['es', SPANISH],
  ['fr', FRENCH],
]);

const ready = new Map<string, Grammar>();

/**
 * The grammar of everything in `languages` (codes such as `en` or `de-CH`, the likeliest first: its
 * meaning of a phrase counts); English when there is none that is known.
 */
export function grammarOf(languages: readonly string[]): Grammar {
  const spoken = codeWordsOf(languages);
  const key = [...spoken.keys()].join();
  const grammar = ready.get(key) ?? combine([...spoken.values()]);
  ready.set(key, grammar);
  return grammar;
}

/** The words of each of `languages` that is known, by ISO 639-1 code; English when none is. */
export function codeWordsOf(languages: readonly string[]): ReadonlyMap<string, CodeWords> {
  const known = languages.flatMap((code): [string, CodeWords][] => {
    const language = code.toLowerCase().split(/[-_]/u)[0] ?? '';
    const words = LANGUAGES.get(language);
    return words === undefined ? [] : [[language, words]];
  });
  return new Map(known.length === 0 ? [['en', ENGLISH]] : known);
}

function combine(languages: readonly CodeWords[]): Grammar {
  return {
    symbols: phrases(languages.map(({ symbols }) => symbols)),
    formatters: phrases(languages.map(({ formatters }) => formatters)),
    formatterSuffixes: new Set(languages.flatMap((words) => words.formatterSuffixes)),
    stops: new Set(languages.map(({ stop }) => stop)),
    literals: new Set(languages.map(({ literal }) => literal)),
    connectives: new Set(languages.flatMap(({ connectives }) => connectives)),
    numbers: languages.map(({ numbers }) => numbers),
  };
}

function phrases<K extends string>(
  tables: readonly Readonly<Partial<Record<K, readonly string[]>>>[],
): Phrases<K> {
  const meanings = new Map<string, K>();
  const lengths = new Map<string, number>();
  for (const table of tables) {
    for (const key in table) {
      for (const phrase of (table[key] ?? []).flatMap(variants)) {
        if (!meanings.has(phrase)) meanings.set(phrase, key);
        const [first = '', ...others] = phrase.split(' ');
        lengths.set(first, Math.max(lengths.get(first) ?? 0, others.length + 1));
      }
    }
  }
  return { meanings, lengths };
}

/** `a|b c` is `a c` and `b c`. */
export function variants(pattern: string): readonly string[] {
  return pattern
    .split(' ')
    .map((slot) => slot.split('|'))
    .reduce((heads, slot) => heads.flatMap((head) => slot.map((word) => `${head} ${word}`)));
}
