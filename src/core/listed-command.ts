import type { Phrase } from './phrase';

/** What a phrase is said for. */
export type CommandGroup = 'command' | 'punctuation' | 'formatter' | 'symbol';

/** One line of the list of what can be said. */
export interface ListedCommand {
  readonly group: CommandGroup;
  readonly phrase: string;
  /** Other phrases for the same. */
  readonly alternatives: readonly string[];
  /** What it does: one after another. */
  readonly description: readonly Phrase[];
  /** ISO 639-1 code of the language it is said in. */
  readonly language: string;
}
