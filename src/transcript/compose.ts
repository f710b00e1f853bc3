import type { InsertionSettings } from '../core/settings';
import { codeSeam } from './code/write-code';
import { joinAtSeam } from './seam';
import type { Scope } from './scope';
import type { SpokenCommand } from './spoken-command';

/** How one person's finals are to be written, whatever the place. */
export interface Manner {
  readonly insertion: InsertionSettings;
  /** The languages that are spoken, as codes, most likely first; empty: English. */
  readonly languages: readonly string[];
  /** The workspace's identifiers as they are written there, the likeliest first. */
  readonly identifiers: readonly string[];
  /** What `${selection}`, `${clipboard}` and `${date}` in replacements stand for. */
  readonly variables: Readonly<Record<'selection' | 'clipboard' | 'date', string>>;
}

/** One place that a final goes to. */
export interface Place {
  /** The text before it: its line, and the line above if it is at hand. */
  readonly left: string;
  /** The text behind it: the rest of its line, and the line below if it is at hand. */
  readonly right: string;
  readonly scope: Scope;
  /** VS Code's language id of the document, if there is one. */
  readonly languageId?: string | undefined;
  /** What the final before this one {@link Composed.owed owes}, while nothing was changed behind it. */
  readonly owed?: string | undefined;
}

/** What a final is: something to write, or something to do. */
export type Utterance =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'command'; readonly command: SpokenCommand };

/** What is written for a final at one place. */
export interface Composed {
  /** With the spaces (at most one on each side) that join it to what stands around it; '' for nothing. */
  readonly text: string;
  /** The full stop that it gave up for what follows; '' for none (see `seam.ts`). */
  readonly owed: string;
}

/** Tells a spoken command from text: a command is the only thing that is said. */
export function interpret(final: string, _manner: Manner): Utterance {
  return { kind: 'text', text: final };
}

/** What is written at `place` for a final that is text. */
export function compose(text: string, place: Place, _manner: Manner): Composed {
  return { text: joinAtSeam({ left: place.left, text, right: place.right }), owed: '' };
}

/** What is written at `place` for a punctuation mark or symbol that is all that was said. */
export function composeMark(text: string, place: Place): Composed {
  const seam = { left: place.left, text, right: place.right };
  if (place.scope === 'code') return { text: codeSeam(seam, place.languageId), owed: '' };
  return { text: joinAtSeam(seam), owed: '' };
}
