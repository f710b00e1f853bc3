import type { InsertionSettings } from '../core/settings';
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
  /** The text before it: its line, and the lines above as far as they are at hand. */
  readonly left: string;
  /** The text behind it, its line at least. */
  readonly right: string;
  readonly scope: Scope;
}

/** What a final is: something to write, or something to do. */
export type Utterance =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'command'; readonly command: SpokenCommand };

/** Tells a spoken command from text: a command is the only thing that is said. */
export function interpret(final: string, _manner: Manner): Utterance {
  return { kind: 'text', text: final };
}

/**
 * What is written at `place` for `text`, with the spaces (at most one on each side) that join it to
 * what stands around it; '' for nothing.
 */
export function compose(text: string, place: Place, _manner: Manner): string {
  return joinAtSeam({ left: place.left, text, right: place.right });
}
