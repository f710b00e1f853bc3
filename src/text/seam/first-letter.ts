import { ALWAYS_CAPITAL, ENGLISH_CAPITAL, GERMAN_SMALL } from './letter-case-words';

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
 * names that are on our list; in English "I", other single letters but "A", days, months and
 * languages. In German a noun cannot be told from another word, so only words on a closed list
 * become small; "Sie" and "Ihr" are not on it. Languages without capitals are left alone.
 *
 * @param knowledge its `language` is a bare code ("de"), not empty
 */
export function lowerFirstWord(text: string, knowledge: WordKnowledge, around: string): string {
  const match = /^([¿¡*_~([{]*)([\p{Lu}\p{Lt}][\p{L}\p{M}\p{N}_@.:'’/\\-]*)/u.exec(text);
  const opening = match?.[1] ?? '';
  const word = (match?.[2] ?? '').replace(/(?<![.:'’/\\-])[.:'’/\\-]+$/u, '');
  if (word === '' || keepsCapital(word, knowledge, around)) return text;
  const letter = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const isTurkic = knowledge.language === 'tr' || knowledge.language === 'az';
  const small = isTurkic ? letter.toLocaleLowerCase('tr') : letter.toLowerCase();
  return opening + small + text.slice(opening.length + letter.length);
}

/** In these texts a capital is that of a foreign name. */
const LANGUAGES_WITHOUT_CAPITALS = new Set(['ja', 'zh', 'yue', 'ko', 'th', 'lo', 'km', 'my']);

function keepsCapital(
  word: string,
  { language = 'en', keepsCase = () => false }: WordKnowledge,
  around: string,
): boolean {
  if (LANGUAGES_WITHOUT_CAPITALS.has(language)) return true;
  const head = word.split(/['’/\\-]/u)[0] ?? word;
  const isAcronym = (word.match(/\p{Lu}/gu)?.length ?? 0) > 1;
  const isIdentifier = /[\p{N}_@.:]/u.test(word);
  if (isAcronym || isIdentifier || keepsCase(word) || keepsCase(head)) return true;
  if (ALWAYS_CAPITAL.has(head)) return true;
  if (language === 'de') return !GERMAN_SMALL.has(word.toLowerCase());
  if (language === 'en') {
    const isLetter = /^\p{L}$/u.test(head) && head !== 'A';
    if (isLetter || ENGLISH_CAPITAL.has(head)) return true;
  }
  return new RegExp(`[\\p{Ll},;] ${head}(?![\\p{L}\\p{N}'’])`, 'u').test(around);
}
