import * as vscode from 'vscode';
import type { Disposable } from '../core/events';
import { moveAnchor, type Anchor } from './anchor';

/**
 * A place in a document that follows every change of it, whoever makes the change: the range the
 * first final replaces, later the empty range behind the last final.
 */
export class TrackedPlace implements Disposable {
  /** Whether the document's editor refused the last final. */
  isReadOnly = false;
  private anchor: Anchor;
  private tracked: vscode.Range;
  private eol: vscode.EndOfLine;
  private watched: { readonly text: string; isSeen: boolean } | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(
    readonly document: vscode.TextDocument,
    range: vscode.Range,
  ) {
    this.tracked = range;
    this.anchor = this.offsets(range);
    this.eol = document.eol;
    this.subscription = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) this.follow(event.contentChanges);
    });
  }

  /** Where the place is in the document as it is now. */
  get range(): vscode.Range {
    return this.tracked;
  }

  /**
   * Makes an edit and tells what came of it: what VS Code answered (a rejection counts as no), and
   * whether a change meanwhile inserted exactly `text`. VS Code tells of a change before it answers
   * the edit that made it, so this is known by then.
   */
  async watch(
    text: string,
    edit: () => Thenable<boolean>,
  ): Promise<{ readonly isAccepted: boolean; readonly isDone: boolean }> {
    const watched = { text, isSeen: false };
    this.watched = watched;
    let isAccepted = false;
    try {
      isAccepted = await edit();
    } catch {
      // The editor was closed in this moment; there may be another way.
    }
    this.watched = undefined;
    return { isAccepted, isDone: watched.isSeen };
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private follow(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    if (this.document.eol !== this.eol) {
      // Reported as one replacement of the whole text, but no position changes.
      this.eol = this.document.eol;
      this.anchor = this.offsets(this.tracked);
      return;
    }
    // In an order in which they can be applied one after the other.
    for (const { rangeOffset, rangeLength, text } of changes) {
      if (text === this.watched?.text) this.watched.isSeen = true;
      this.anchor = moveAnchor(this.anchor, {
        offset: rangeOffset,
        removedLength: rangeLength,
        insertedLength: text.length,
      });
    }
    this.tracked = new vscode.Range(
      this.document.positionAt(this.anchor.start),
      this.document.positionAt(this.anchor.end),
    );
  }

  private offsets(range: vscode.Range): Anchor {
    return {
      start: this.document.offsetAt(range.start),
      end: this.document.offsetAt(range.end),
    };
  }
}
