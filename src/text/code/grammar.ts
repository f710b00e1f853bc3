import { variants, type Language, type NumberWords } from '../languages/language';
import { LANGUAGES, languagesOf } from '../languages/languages';
import { FORMATTER_NAMES, type FormatterName } from './formatters';
import { SYMBOL_NAMES, type SymbolName } from './symbols';

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

const ready = new Map<string, Grammar>();

/**
 * The grammar of everything in `languages` (codes such as `en` or `de-CH`, the likeliest first: its
 * meaning of a phrase counts); English when there is none that is known.
 */
export function grammarOf(languages: readonly string[]): Grammar {
  const spoken = languagesOf(languages);
  const key = spoken.map(({ id }) => id).join();
  const grammar = ready.get(key) ?? combine(spoken);
  ready.set(key, grammar);
  return grammar;
}

/** The known language whose words for code are the most in a text; the first of them where two are. */
export function codeLanguageOf(text: string): string {
  const said = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const count = (language: Language): number => {
    const words = codeWordsOf(language);
    return said.filter((word) => words.has(word)).length;
  };
  return LANGUAGES.reduce((best, each) => (count(each) > count(best) ? each : best)).id;
}

const codeWords = new Map<Language, ReadonlySet<string>>();

/** Every word of the phrases and numbers of a language in code. */
function codeWordsOf(language: Language): ReadonlySet<string> {
  const known = codeWords.get(language);
  if (known !== undefined) return known;
  const phrases = [
    ...SYMBOL_NAMES.flatMap((name) => symbolPhrases(language, name)),
    ...FORMATTER_NAMES.flatMap((name) => formatterPhrases(language, name)),
    ...Object.keys(language.numbers.values),
  ];
  const words = new Set(phrases.flatMap((phrase) => phrase.split(' ')));
  codeWords.set(language, words);
  return words;
}

/** Every phrase of a symbol, in lower case. */
export function symbolPhrases({ marks }: Language, name: SymbolName): readonly string[] {
  const { code = [], anywhere = [], alone = [] } = marks[name] ?? {};
  const phrases = [...code, ...anywhere, ...alone].flatMap(variants);
  return [...new Set(phrases.map((phrase) => phrase.toLowerCase().replaceAll('-', ' ')))];
}

/** Every phrase of a formatter. */
export function formatterPhrases({ code }: Language, name: FormatterName): readonly string[] {
  return (code.formatters[name] ?? []).flatMap(variants);
}

function combine(languages: readonly Language[]): Grammar {
  const codes = languages.map(({ code }) => code);
  return {
    symbols: phrases(languages, SYMBOL_NAMES, symbolPhrases),
    formatters: phrases(languages, FORMATTER_NAMES, formatterPhrases),
    formatterSuffixes: new Set(codes.flatMap(({ formatterSuffixes }) => formatterSuffixes)),
    stops: new Set(codes.map(({ stop }) => stop)),
    literals: new Set(languages.flatMap(({ literal }) => literal)),
    connectives: new Set(codes.flatMap(({ connectives }) => connectives)),
    numbers: languages.map(({ numbers }) => numbers),
  };
}

function phrases<K>(
  languages: readonly Language[],
  names: readonly K[],
  phrasesOf: (language: Language, name: K) => readonly string[],
): Phrases<K> {
  const meanings = new Map<string, K>();
  const lengths = new Map<string, number>();
  for (const language of languages) {
    for (const name of names) {
      for (const phrase of phrasesOf(language, name)) {
        if (!meanings.has(phrase)) meanings.set(phrase, name);
        const [first = '', ...others] = phrase.split(' ');
        lengths.set(first, Math.max(lengths.get(first) ?? 0, others.length + 1));
      }
    }
  }
  return { meanings, lengths };
}
