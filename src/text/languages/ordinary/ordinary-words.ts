/** Words that are inflected alike. */
export interface WordClass {
  /** In lower case, in the form that `endings` are told from. */
  readonly words: ReadonlySet<string>;
  /** What a form may end with, and what stands for it in the form that is listed. */
  readonly endings: readonly Ending[];
  /** What such words may begin with beside. */
  readonly prefixes?: RegExp;
  /** Whether an ending may double the letter before it ("running"). */
  readonly doubles?: boolean;
}

type Ending = readonly [ending: string, replacements: readonly string[]];

/**
 * Which words lose the capital that a recogniser gave them for the start of a turn, where that is in the
 * middle of a sentence: ordinary words are a few thousand, names are without end.
 */
export interface LetterCase {
  readonly ordinary: readonly WordClass[];
  /** What only ordinary words look like, in lower case; the names that do are among {@link names}. */
  readonly shapes: RegExp | null;
  /** Names that look like ordinary words, in lower case; also the first two words of one. */
  readonly names: ReadonlySet<string>;
  /** Ordinary words, which begin a name where the next word has a capital, too ("New York"). */
  readonly nameStarts: ReadonlySet<string>;
  /** Ordinary words that are a name behind one of {@link beforeNames}: "we met Mark". */
  readonly alsoNames: ReadonlySet<string>;
  readonly beforeNames: ReadonlySet<string>;
  /** Single letters that are words; others keep their capital ("plan B"). */
  readonly letterWords: readonly string[];
  /** What makes a noun of an adjective or a verb where nouns have capitals; `null`: they have none. */
  readonly nouns: NounMakers | null;
}

/** German "das Gute", "beim Speichern", but "das gute Essen". */
interface NounMakers {
  /** Words that a noun, or an adjective with its noun, stands behind. */
  readonly before: ReadonlySet<string>;
  /** What adjectives and verbs look like there. */
  readonly form: RegExp;
  /** A word that may stand between an adjective and its noun. */
  readonly between: RegExp;
}

/** Endings that stand for the same. */
export function endingsFor(
  endings: readonly string[],
  ...replacements: string[]
): readonly Ending[] {
  return endings.map((ending) => [ending, replacements] as const);
}

/** Whether `word`, in lower case, is one of a class, or a form of one. */
export function isOf(word: string, wordClass: WordClass): boolean {
  const { prefixes } = wordClass;
  if (isForm(word, wordClass)) return true;
  const prefix = prefixes?.exec(word)?.[0] ?? '';
  return prefix !== '' && isForm(word.slice(prefix.length), wordClass);
}

function isForm(word: string, { words, endings, doubles = false }: WordClass): boolean {
  if (words.has(word)) return true;
  return endings.some(([ending, replacements]) => {
    const rest = word.slice(0, -ending.length);
    if (rest.length < 2 || !word.endsWith(ending)) return false;
    if (doubles && rest.at(-1) === rest.at(-2) && words.has(rest.slice(0, -1))) return true;
    return replacements.some((replacement) => words.has(rest + replacement));
  });
}

/** Whether `word`, in lower case, is an ordinary word and no name. */
export function isOrdinary(word: string, { ordinary, shapes, names }: LetterCase): boolean {
  if (names.has(word)) return false;
  return ordinary.some((each) => isOf(word, each)) || (shapes?.test(word) ?? false);
}
