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

/** What became of a final: `dropped` is one that waited when the person cancelled. */
export type FinalOutcome = InsertionOutcome | 'dropped';

/**
 * Notes a final before it is inserted, so that it is safe when the window closes or crashes
 * meanwhile; never throws.
 *
 * @returns notes what became of it; not called when the window closes first
 */
export type NoteFinal = (text: string) => (outcome: FinalOutcome) => void;
