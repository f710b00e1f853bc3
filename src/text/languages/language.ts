import type { FormatterName } from '../code/formatters';
import type { SymbolName } from '../code/symbols';
import type { MentionWords } from './mention/mention-words';
import type { Hold, ProseMarkId } from '../prose/marks';
import type { SpokenCommand } from '../spoken-command';
import type { LetterCase } from './ordinary/ordinary-words';

/** A mark of prose, a symbol of code, or both. */
type MarkId = ProseMarkId | SymbolName;

/**
 * The phrases of one mark. In code all of them act, with those that prose has no use for; in prose the
 * first of both lists, `anywhere` before `alone`, is the main one.
 */
export interface MarkPhrases {
  /** Act when said alone and inside a sentence: nobody says them there for anything else. */
  readonly anywhere?: readonly string[];
  /** Act when said alone only, but for what tells more: ordinary words ("period", "dash", "star"). */
  readonly alone?: readonly string[];
  /** Act in code only: ordinary words ("plus", "less than"). */
  readonly code?: readonly string[];
  /** How it is written in this language, where that differs. */
  readonly text?: string;
  readonly hold?: Hold;
}

/** Commands that have nothing to fill in. */
export const ACTIONS = {
  scratch: { kind: 'scratch' },
  undo: { kind: 'undo' },
  select: { kind: 'select' },
  capitalise: { kind: 'capitalise', extent: 'first-letter' },
  allCapitals: { kind: 'capitalise', extent: 'all' },
  deleteWord: { kind: 'delete-word' },
  codeMode: { kind: 'scope', scope: 'code' },
  proseMode: { kind: 'scope', scope: 'prose' },
  automaticMode: { kind: 'scope', scope: 'auto' },
  stop: { kind: 'stop' },
  pause: { kind: 'pause' },
  submit: { kind: 'submit' },
} as const satisfies Readonly<Record<string, SpokenCommand>>;

/** One of the commands that act and write nothing, for the words that each language has for it. */
export type ActionId = keyof typeof ACTIONS;

/** What a prompt can refer to: what is selected, the file that is shown, the line of the caret. */
export type ReferenceId = 'selection' | 'file' | 'line';

/** What a joint stands behind: "two *and* forty" (German), "forty *y* two" (Spanish), "hundred *and* two". */
export type JointPlace = 'units' | 'tens' | 'hundreds';

/** How the numbers of a language are said. Words are in lower case; "a hundred" is a word too. */
export interface NumberWords {
  /** Values below 1000 by word, e.g. `forty: 40`; what is no sum of others ("quatre-vingt") as well. */
  readonly values: Readonly<Record<string, number>>;
  /** Those of them that are other words when they are said alone: the articles "ein", "una". */
  readonly articles: readonly string[];
  /** Words that multiply what stands before them: 100, 1000, 1,000,000. */
  readonly multipliers: Readonly<Record<string, number>>;
  /** Whether they need something to multiply: "one hundred", but "cent". */
  readonly saysOne: boolean;
  /** Words without a value between the others ("and"), and what they stand behind. */
  readonly joints: Readonly<Record<string, readonly JointPlace[]>>;
  /** Whether 60 and 80 take up to 19 more ("soixante-douze"). */
  readonly countsByTwenties: boolean;
  /** Words for a zero that are one behind another digit only ("four oh four"). */
  readonly laterZeros: readonly string[];
  /** Stands before decimals; `isComma` where the mark between two numbers is called so too. */
  readonly point: { readonly word: string; readonly isComma: boolean };
}

/** Shortened words, as they are written; where there is a space it may be missing. */
interface Abbreviations {
  /** Their stop ends no sentence: what follows goes on. */
  readonly goesOn: readonly string[];
  /** Likewise: a name or a number follows, with the capital that it has ("Mr.", "Fig."). */
  readonly titles: readonly string[];
  /** Others that have their stop before everything: what ends a list ("etc."), or a name ("Inc."). */
  readonly others: readonly string[];
}

/** Where a narrow no-break space (U+202F) stands. */
export interface NarrowSpaces {
  /** Before each of these marks. */
  readonly before: string;
  /** Behind the first of these quotes and before the other. */
  readonly inside: readonly [string, string];
}

/** What means something in code beside the marks; in lower case. */
interface CodeWords {
  readonly formatters: Readonly<Record<FormatterName, readonly string[] | null>>;
  /** What may be said after a formatter without meaning anything ("camel case"). */
  readonly formatterSuffixes: readonly string[];
  /** Ends the words of a formatter where another word follows. */
  readonly stop: string;
  /** Words after which an ordinary word is not a formatter ("for path in paths"). */
  readonly connectives: readonly string[];
}

/**
 * Everything that is known of one spoken language; a new one is such an object, and a line in the list
 * of them. What a language does not have is written down, as `null` or as nothing.
 *
 * Phrases are in lower case but for German nouns, without punctuation but for hyphens and straight
 * apostrophes; `a|b c` stands for `a c` and `b c`. No phrase may be a sentence that somebody dictates:
 * commands name what they act on ("stop dictation", not "stop").
 */
export interface Language {
  /** ISO 639-1. */
  readonly id: string;
  /** `null`: it cannot be said. */
  readonly marks: Readonly<Record<MarkId, MarkPhrases | null>>;
  readonly actions: Readonly<Record<ActionId, readonly string[]>>;
  /** Said before the number of a line. */
  readonly goToLine: readonly string[];
  /** Said before the name of a snippet. */
  readonly snippet: readonly string[];
  /** What the blanks after {@link goToLine} and {@link snippet} are called in a list. */
  readonly blanks: { readonly line: string; readonly name: string };
  /** What is said for what the person is looking at, in a prompt for an agent elsewhere. */
  readonly references: Readonly<Record<ReferenceId, readonly string[]>>;
  /** Said before the name of a file, in a prompt. */
  readonly atFile: readonly string[];
  /** Said before a phrase to have the phrase itself written. */
  readonly literal: readonly string[];
  readonly mention: MentionWords;
  readonly numbers: NumberWords;
  /**
   * Sounds of hesitation, as expressions without their first letter's case. Not "ah" and "oh", which
   * are meant, nor words that hesitate at times: Spanish "este" and "pues", French "ben".
   */
  readonly fillers: readonly string[];
  /** Words of this language that are fillers of another: German "er" is he, "um" is around. */
  readonly notFillers: readonly string[];
  /** What takes back or limits what is said ("not", "without"), as expressions of words in lower case. */
  readonly negations: readonly string[];
  /**
   * Short words that decide what is meant ("before", "only", "or", "must") and ordinal numbers, as expressions of
   * words in lower case.
   */
  readonly deciding: readonly string[];
  /** Who is spoken of: what a pronoun puts in the place of another one says something else. */
  readonly persons: ReadonlySet<string>;
  /** Words that somebody says while they think, and that may be left out where nothing hangs on them. */
  readonly hedges: ReadonlySet<string>;
  /** Words that questions begin with; `null`: any may, so that a question cannot be told by them. */
  readonly asking: ReadonlySet<string> | null;
  /** Frequent words, in lower case, by which its texts are told from those of others. */
  readonly frequent: ReadonlySet<string>;
  readonly abbreviations: Abbreviations;
  readonly letterCase: LetterCase;
  /** Words that have a capital wherever they stand, however they are meant; not German nouns. */
  readonly alwaysCapital: readonly string[];
  readonly narrowSpaces: NarrowSpaces | null;
  readonly code: CodeWords;
}

/** The words of a template. */
export function words([list = '']: TemplateStringsArray): readonly string[] {
  return list.trim().split(/\s+/u);
}

/** The values of words that count on from `start`. */
export function counted(
  start: number,
  step: number,
  numbers: readonly string[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(numbers.map((word, i) => [word, start + i * step]));
}

/** The phrases that a pattern stands for: `a|b c` is `a c` and `b c`. */
export function variants(pattern: string): readonly string[] {
  return pattern
    .split(' ')
    .map((slot) => slot.split('|'))
    .reduce((heads, slot) => heads.flatMap((head) => slot.map((word) => `${head} ${word}`)));
}
