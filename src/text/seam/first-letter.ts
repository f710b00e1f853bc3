import { baseLanguage, LANGUAGES, languageOf } from '../languages/languages';
import { isOrdinary, type LetterCase, type WordClass } from '../languages/ordinary/ordinary-words';
import { isFrequent } from '../languages/spoken-language';

/** What tells a word that begins a sentence from one that has its capital everywhere. */
export interface WordKnowledge {
  /** Code of the spoken language, with or without a region ("de-AT"); English when nothing is said. */
  readonly language?: string | undefined;
  /** Whether a word, without the punctuation around it, is written like this everywhere. */
  readonly keepsCase?: ((word: string) => boolean) | undefined;
}

/** What stands left and right of a place. */
interface TextAround {
  readonly left: string;
  readonly right: string;
}

/**
 * `text` with a small first letter, for the middle of a sentence, where it begins with an ordinary word
 * of its language. Everything else keeps its capital: names, which are without end, acronyms,
 * identifiers, single letters but "A", German nouns; so does a word that `keepsCase` knows, and one
 * that stands around the place with a capital in the middle of a sentence.
 */
export function lowerFirstWord(text: string, knowledge: WordKnowledge, around: TextAround): string {
  const match = /^([¿¡*_~([{]*)([\p{Lu}\p{Lt}][\p{L}\p{M}\p{N}_@.:'’/\\-]*)/u.exec(text);
  const opening = match?.[1] ?? '';
  const word = (match?.[2] ?? '').replace(/(?<![.:'’/\\-])[.:'’/\\-]+$/u, '');
  // Among letters without case a capital is that of a foreign name.
  if (word === '' || /\p{Lo}/u.test(text)) return text;
  const rest = text.slice(opening.length + word.length);
  if (keepsCapital({ word, rest }, knowledge, around)) return text;
  const letter = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return (
    opening + lowerCase(letter, knowledge.language) + text.slice(opening.length + letter.length)
  );
}

/** As the language has it: Turkish has a small letter for each of its two i. */
function lowerCase(text: string, code = ''): string {
  const [locale] = Intl.getCanonicalLocales(/^[a-z]{2,3}$/u.exec(baseLanguage(code))?.[0] ?? []);
  return text.toLocaleLowerCase(locale ?? 'en');
}

/** The first word of a text, and what follows it. */
interface Start {
  readonly word: string;
  readonly rest: string;
}

function keepsCapital(
  start: Start,
  { language, keepsCase = () => false }: WordKnowledge,
  { left, right }: TextAround,
): boolean {
  const { word } = start;
  const head = word.split(/['’/\\-]/u)[0] ?? word;
  const isAcronym =
    (word.match(/\p{Lu}/gu)?.length ?? 0) > 1 && !/^\p{Lu}['’]\p{Lu}\p{Ll}/u.test(word);
  const isIdentifier = /[\p{N}_@.:]/u.test(word);
  if (isAcronym || isIdentifier || keepsCase(word) || keepsCase(head)) return true;
  const around = `${left}\n${right}`;
  if (new RegExp(`[\\p{Ll},] ${head}(?![\\p{L}\\p{N}'’])`, 'u').test(around)) return true;
  const known = language === undefined ? LANGUAGES[0] : languageOf(language);
  if (known === undefined || !/\p{Script=Latin}/u.test(word)) {
    return !isFrequent(lowerCase(word, language), language ?? '');
  }
  if (Object.hasOwn(known.numbers.values, word.toLowerCase())) return false;
  return isName(start, known.letterCase, left);
}

/** Whether the word has its capital everywhere, as far as its language and its neighbours tell. */
function isName({ word, rest }: Start, letterCase: LetterCase, left: string): boolean {
  const lower = word.toLowerCase().replaceAll('’', "'");
  if (/^\p{L}$/u.test(word)) return !letterCase.letterWords.includes(lower);
  const [head = ''] = lower.split(/[-/\\]/u);
  if (!isOrdinary(lower, letterCase) && !isOrdinary(head, letterCase)) return true;
  const before = /\p{L}[\p{L}\p{M}]*(?=\.?\s*$)/u.exec(left)?.[0].toLowerCase() ?? '';
  const { nameStarts, alsoNames, beforeNames, nouns } = letterCase;
  const isBeforeCapital = /^\s+\p{Lu}\p{Ll}+(?![\p{L}\p{N}])/u.test(rest);
  if (isBeforeCapital && nameStarts.has(lower)) return true;
  if (alsoNames.has(lower) && beforeNames.has(before)) return true;
  if (nouns === null || letterCase.ordinary.some((each) => isUninflected(lower, each)))
    return false;
  return nouns.before.has(before) && nouns.form.test(lower) && !isBeforeNoun(rest, nouns.between);
}

function isUninflected(word: string, { words, endings }: WordClass): boolean {
  return endings.length === 0 && words.has(word);
}

/** Whether an adjective before `rest` has its noun there. */
function isBeforeNoun(rest: string, between: RegExp): boolean {
  const following = /^(?:\s+[\p{L}\p{M}'’-]+)*/u.exec(rest)?.[0].trim().split(/\s+/u) ?? [];
  const next = following.find((word) => !between.test(word)) ?? '';
  return /^\p{Lu}/u.test(next);
}
