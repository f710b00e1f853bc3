import { baseLanguage, LANGUAGES, languageOf } from '../languages/languages';
import { ALWAYS_CAPITAL } from './letter-case-words';

/** What tells a word that begins a sentence from one that has its capital everywhere. */
export interface WordKnowledge {
  /** Code of the spoken language, with or without a region ("de-AT"); English when nothing is said. */
  readonly language?: string | undefined;
  /** Whether a word, without the punctuation around it, is written like this everywhere. */
  readonly keepsCase?: ((word: string) => boolean) | undefined;
}

/**
 * `text` with a small first letter, for the middle of a sentence. As it stands remain: an acronym
 * (two or more capitals), an identifier (capitals within, digits, `_`, `@`, a dot or colon within),
 * a word that `keepsCase` knows or that `around` has with a capital in the middle of a sentence,
 * names that are on our list, and what the language keeps: English days, single letters but "A",
 * German words that may be nouns.
 */
export function lowerFirstWord(text: string, knowledge: WordKnowledge, around: string): string {
  const match = /^([¿¡*_~([{]*)([\p{Lu}\p{Lt}][\p{L}\p{M}\p{N}_@.:'’/\\-]*)/u.exec(text);
  const opening = match?.[1] ?? '';
  const word = (match?.[2] ?? '').replace(/(?<![.:'’/\\-])[.:'’/\\-]+$/u, '');
  // Among letters without case a capital is that of a foreign name.
  if (word === '' || /\p{Lo}/u.test(text) || keepsCapital(word, knowledge, around)) return text;
  const letter = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return (
    opening + lowerCase(letter, knowledge.language) + text.slice(opening.length + letter.length)
  );
}

/** As the language has it: Turkish has a small letter for each of its two i. */
function lowerCase(letter: string, code = ''): string {
  const [locale] = Intl.getCanonicalLocales(/^[a-z]{2,3}$/u.exec(baseLanguage(code))?.[0] ?? []);
  return letter.toLocaleLowerCase(locale ?? 'en');
}

function keepsCapital(
  word: string,
  { language, keepsCase = () => false }: WordKnowledge,
  around: string,
): boolean {
  const head = word.split(/['’/\\-]/u)[0] ?? word;
  const isAcronym = (word.match(/\p{Lu}/gu)?.length ?? 0) > 1;
  const isIdentifier = /[\p{N}_@.:]/u.test(word);
  if (isAcronym || isIdentifier || keepsCase(word) || keepsCase(head)) return true;
  if (ALWAYS_CAPITAL.has(head)) return true;
  const letterCase = (language === undefined ? LANGUAGES[0] : languageOf(language))?.letterCase;
  if (letterCase !== undefined) {
    const { small, capitals, letterWords } = letterCase;
    if (small !== null) return !small.has(word.toLowerCase());
    const isName = /^\p{L}$/u.test(head) && !letterWords.includes(head.toLowerCase());
    if (isName || capitals.has(head)) return true;
  }
  return new RegExp(`[\\p{Ll},;] ${head}(?![\\p{L}\\p{N}'’])`, 'u').test(around);
}
