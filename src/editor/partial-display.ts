import type * as vscode from 'vscode';
import type { Disposable, Event } from '../core/events';

/** Places in a document that follow every change of it: where the next words go. */
export interface ShownPlaces {
  readonly document: vscode.TextDocument;
  /** The primary one first; a range that is not empty is replaced by the next final. */
  readonly ranges: readonly vscode.Range[];
  /** Fires after the document changed, with {@link ranges} as they are then. */
  readonly onDidMove: Event<void>;
}

/** Shows a partial at the places it will go to, without touching the document. */
export interface PartialDisplay extends Disposable {
  /** Replaces what is shown; the text is never ''. */
  show(places: ShownPlaces, text: string): void;
  hide(): void;
}
