import type { Disposable } from './events';

/** What became of a text that should be inserted. */
export type InsertionOutcome =
  /** It is in the document. */
  | 'inserted'
  /** There is no editor to insert into, or the document was closed. */
  | 'no-target'
  /** The document refuses edits. */
  | 'read-only';

/** The place where a run's words go, chosen at the key press. */
export interface Target extends Disposable {
  /**
   * Inserts one final with the right spaces around it, as one undo step.
   * Calls must not overlap; never rejects.
   */
  insert(text: string): Promise<InsertionOutcome>;
}

/** Chooses the target where the person is right now. */
export type OpenTarget = () => Target;
