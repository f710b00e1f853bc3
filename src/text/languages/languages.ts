import { GERMAN } from './de';
import { ENGLISH } from './en';
import { SPANISH } from './es';
import { FRENCH } from './fr';
import { ITALIAN } from './it';
import type { Language } from './language';

/** Every spoken language that something is known of. The first is spoken where nothing else is known. */
export const LANGUAGES: readonly [Language, ...Language[]] = [
  ENGLISH,
  GERMAN,
  SPANISH,
  FRENCH,
  ITALIAN,
];

/** The language of a code with a region or script: `de` of `de-AT`. */
export function baseLanguage(code: string): string {
  return code.toLowerCase().replace(/[-_].*$/u, '');
}

/** What is known of the language of `code`, such as `de` or `de-AT`. */
export function languageOf(code: string): Language | undefined {
  const base = baseLanguage(code);
  return LANGUAGES.find(({ id }) => id === base);
}

/**
 * The languages whose commands can be said where `codes` are spoken, the likeliest first: those of them
 * that are known, and the first of {@link LANGUAGES} where none is. Its commands mean nothing in the
 * others, and without any there would be no new line, no stop and, in code, no symbol.
 */
export function languagesOf(codes: readonly string[]): readonly [Language, ...Language[]] {
  const known = new Set(codes.map(languageOf).filter((language) => language !== undefined));
  const [first = LANGUAGES[0], ...others] = known;
  return [first, ...others];
}
