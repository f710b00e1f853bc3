import type { Event } from './events';

/** What one run has written at one place, as it stands there; it can be written anew. */
export interface Passage {
  /** Whether it is for an agent or a chat to read. */
  readonly kind: 'prompt' | 'prose';
  /** What was said, without spaces at its ends; lines end with `\n`. */
  readonly text: string;
  /** Marks that would end what is around it: a string's quotes. */
  readonly closing: readonly string[];
  /** Something has changed where it stands. */
  readonly onDidChange: Event<void>;
  /** Whether it stands there as dictation has written it, and nothing in it. */
  isUntouched(): boolean;
  /** Writes `text` for it, in one change. @returns whether it was untouched until then, and is written */
  replace(text: string): Promise<boolean>;
  /** Writes what was said for what is left of {@link replace}. @returns whether anything was */
  restore(): Promise<boolean>;
}

/** Why a text could not be polished, as far as the person can mend it. */
export type PolishProblem =
  /** VS Code has no language model, or not the one that is set. */
  | 'no-model'
  /** The person, or their organisation, does not want it used. */
  | 'not-allowed'
  /** No more may be asked of the model now. */
  | 'used-up'
  /** `polish.endpoint` is no address to use. */
  | 'endpoint-invalid'
  /** Nobody answers there, or not as OpenAI does. */
  | 'endpoint-failed'
  /** The model has not answered, or with an error. */
  | 'model-failed'
  | 'too-slow'
  /** What stands there can neither be read nor taken back. */
  | 'irreplaceable';

/** What is to be told of polishing. */
export type PolishNews =
  /** A text is with the model, until `done` settles; it never rejects. */
  | { readonly kind: 'began'; readonly done: Promise<void> }
  | { readonly kind: 'polished' }
  | { readonly kind: 'failed'; readonly problem: PolishProblem };
