import type { InsertionSettings } from '../core/settings';
import { codeLanguageOf } from './code/grammar';
import { LANGUAGES } from './languages/languages';
import { spokenLanguage } from './languages/spoken-language';
import { removeFillers } from './prose/fillers';

/** What tells which languages are spoken. */
interface Spoken {
  /** Those that may be, as codes, most likely first; empty: any. */
  readonly languages: readonly string[];
  /** The one that this final was heard in, as the provider tells. */
  readonly heardIn?: string | undefined;
}

/** The language that a final is in: as the provider has heard it, but for a word or two, which may be a name. */
export function languageOf(
  said: string,
  around: string,
  { languages, heardIn }: Spoken,
): string | undefined {
  if (heardIn !== undefined && !isShort(said)) return heardIn;
  return spokenLanguage(said, around, languages) ?? heardIn;
}

function isShort(said: string): boolean {
  return /^\P{L}*(?:[\p{Script=Latin}\p{M}'’]+(?:\P{L}+|$)){0,2}$/u.test(said);
}

/** These, behind the one that the provider has heard. */
export function heardFirst(
  heardIn: string | undefined,
  languages: readonly string[],
): readonly string[] {
  return heardIn === undefined ? languages : [heardIn, ...languages];
}

/** The languages in which code may be dictated, the likeliest first. */
export function codeLanguages(said: string, { languages, heardIn }: Spoken): readonly string[] {
  return languages.length === 0
    ? [heardIn ?? codeLanguageOf(said)]
    : heardFirst(heardIn, languages);
}

/** Where nothing is said of the languages, any of those that are known may be spoken. */
export function orAll(languages: readonly string[]): readonly string[] {
  return languages.length === 0 ? LANGUAGES.map(({ id }) => id) : languages;
}

/** What was said without what is no word, where the person wants that. */
export function fluent(
  text: string,
  style: Spoken & { readonly insertion: Pick<InsertionSettings, 'removeFillers'> },
): string {
  if (!style.insertion.removeFillers) return text;
  const language = languageOf(text, '', style);
  return removeFillers(text, language === undefined ? orAll(style.languages) : [language]);
}
