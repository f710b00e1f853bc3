import type { FormatterName } from './formatters';
import type { NumberWords } from '../languages/grammar';
import type { SymbolName } from './symbols';

/**
 * The words of one spoken language that mean something in code. A phrase is lower-case words with a
 * space between them; `a|b c` stands for `a c` and `b c`.
 */
export interface CodeWords {
  readonly symbols: Readonly<Partial<Record<SymbolName, readonly string[]>>>;
  readonly formatters: Readonly<Partial<Record<FormatterName, readonly string[]>>>;
  /** What may be said after a formatter without meaning anything ("camel case"). */
  readonly formatterSuffixes: readonly string[];
  /** Ends the words of a formatter where another word follows. */
  readonly stop: string;
  /** Makes words of the phrase that follows. */
  readonly literal: string;
  /** Words after which an ordinary word is not a formatter ("for path in paths"). */
  readonly connectives: readonly string[];
  readonly numbers: NumberWords;
}
