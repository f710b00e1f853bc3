import type { Scope } from './scope';

/**
 * What a person can ask for by saying nothing else. `character` and `line-break` commands are text
 * that is written; the others act on what is there.
 */
export type SpokenCommand =
  /** Writes a punctuation mark or symbol, e.g. "full stop" or "open bracket". */
  | { readonly kind: 'write'; readonly text: string }
  /** Writes `\n`, `\n\n` or `\t` as it stands, without spaces around it. */
  | { readonly kind: 'break'; readonly text: '\n' | '\n\n' | '\t' }
  /** Expands the snippet of that spoken name. */
  | { readonly kind: 'snippet'; readonly name: string }
  /** Takes the last utterance back ("scratch that"). */
  | { readonly kind: 'scratch' }
  /** Takes the last change that dictation made back, a command's included ("undo that"). */
  | { readonly kind: 'undo' }
  /** Selects the last utterance. */
  | { readonly kind: 'select' }
  /** Writes the last utterance with a capital ("cap that"), or all in capitals. */
  | { readonly kind: 'capitalise'; readonly extent: 'first-letter' | 'all' }
  /** Deletes the word before the place of insertion. */
  | { readonly kind: 'delete-word' }
  /** Moves the place of insertion to the end of a line, counted from 1. */
  | { readonly kind: 'go-to-line'; readonly line: number }
  /** Writes as prose or as code from now on; `auto`: as the place says. */
  | { readonly kind: 'scope'; readonly scope: Scope | 'auto' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'pause' }
  /** Sends what stands there to an agent or a chat; acts where the person has asked for it only. */
  | { readonly kind: 'submit' };
