import { filledIn, type Phrase } from '../../core/phrase';

/** Sentences by their English ones, as the files in `l10n/` have them. */
export type Translation = Readonly<Partial<Record<string, string>>>;

let translation: Translation = {};
let languageOfSentences = 'en';

/**
 * From now on {@link t} says it so. Sentences that are constants are said when their module is
 * loaded: this comes before (`ui/window-language.ts`).
 *
 * @param sentences undefined: English, as it stands in the code
 * @param windowLanguage of `sentences`, a BCP 47 tag
 */
export function useTranslation(sentences: Translation | undefined, windowLanguage: string): void {
  translation = sentences ?? {};
  languageOfSentences = sentences === undefined ? 'en' : windowLanguage;
}

/** The language that {@link t} speaks, for `Intl`: names of languages, lists. */
export function language(): string {
  return languageOfSentences;
}

/** `value` as it is written in the language of the window, with so many digits behind its mark. */
export function decimal(value: number, digits: number): string {
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(languageOfSentences, format).format(value);
}

/**
 * `sentence` in the language of the window, or as it stands where there is no translation.
 *
 * It is a literal, whole, because words stand in another order elsewhere; `l10n/bundle.l10n.*.json`
 * have it as a key (`test/package/localisation.test.ts`).
 *
 * @param values stand for `{0}`, `{1}` …
 */
export function t(sentence: string, ...values: readonly (string | number)[]): string {
  return filledIn(translation[sentence] ?? sentence, values);
}

/** What another room leaves to be said, as {@link t} says it. */
export function said({ sentence, values }: Phrase): string {
  return filledIn(translation[sentence] ?? sentence, values);
}
