import type { SpokenCommand } from '../spoken-command';
import type { Hold, MarkId } from '../prose/marks';

/** The phrases of one mark; the first of both lists, `anywhere` before `alone`, is the main one. */
export interface MarkPhrases {
  /** Act when said alone and inside a sentence: nobody says them there for anything else. */
  readonly anywhere?: readonly string[];
  /** Act when said alone only: ordinary words ("period", "dash", "star"). */
  readonly alone?: readonly string[];
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
} as const satisfies Readonly<Record<string, SpokenCommand>>;

export type ActionId = keyof typeof ACTIONS;

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

/**
 * What can be said in one language. Phrases are in lower case but for German nouns, without
 * punctuation but for hyphens and straight apostrophes. No phrase may be a sentence that somebody
 * dictates: commands name what they act on ("stop dictation", not "stop").
 */
export interface Grammar {
  /** ISO 639-1. */
  readonly language: string;
  readonly marks: Readonly<Record<MarkId, MarkPhrases>>;
  readonly actions: Readonly<Record<ActionId, readonly string[]>>;
  /** Said before the number of a line. */
  readonly goToLine: readonly string[];
  /** Said before the name of a snippet. */
  readonly snippet: readonly string[];
  /** What the blanks after {@link goToLine} and {@link snippet} are called in a list. */
  readonly blanks: { readonly line: string; readonly name: string };
  /** Said before a phrase to have the phrase itself written. */
  readonly literal: readonly string[];
  /**
   * Words that no sentence ends with: after one, a phrase is spoken about ("add a question mark")
   * and does not act.
   */
  readonly leadIns: readonly string[];
  /** Words before which a phrase is spoken about likewise ("new line characters"). */
  readonly leadOuts?: readonly string[];
  readonly numbers: NumberWords;
}
