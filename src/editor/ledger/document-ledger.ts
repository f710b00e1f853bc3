import * as vscode from 'vscode';
import { disposeAll, Emitter, type Disposable } from '../../core/events';
import { EditShape, extentOf, inSequence, type Edit, type Edits, type Range } from './edits';
import {
  convertLineEnds,
  followEdits,
  followFinalBreak,
  NOTHING_KNOWN,
  restoreState,
  withAnchors,
  withPlacesMoved,
  type AnchorOwner,
  type DocumentState,
} from './document-state';
import { DocumentHistory } from './document-history';
import { splitAtSeats, type Seat } from './seats';

/**
 * What came of an edit: `made`; `refused`, because another change came first or the editor went away,
 * and a new try may do; `ignored`, which is how a read-only editor answers.
 */
export type EditResult = 'made' | 'refused' | 'ignored';

interface PendingEdit {
  readonly edits: Edits;
  readonly next: DocumentState;
  isMade: boolean;
}

/**
 * Keeps book of what dictation has written in one document and where it will write next, whoever
 * changes the document, and also through undo and redo.
 */
export class DocumentLedger implements Disposable {
  /** Whether the document's editor refused the last edit. */
  isReadOnly = false;
  private readonly moves = new Emitter<void>();
  private readonly history = new DocumentHistory<DocumentState>(
    NOTHING_KNOWN,
    followEdits,
    restoreState,
  );
  private readonly subscriptions: readonly vscode.Disposable[];
  private current: vscode.TextDocument;
  private earlier = new WeakSet(vscode.workspace.textDocuments);
  private eol: vscode.EndOfLine;
  /** The last change, if it was a line break at the very end; offsets before and behind it. */
  private finalBreak: { readonly from: number; readonly to: number } | undefined;
  private pending: PendingEdit | undefined;
  private captured: Edit[] | undefined;
  private seats: readonly Seat[] = [];
  private turn: Promise<unknown> = Promise.resolve();

  /** Fires after a change of the document, when all places are right again. */
  readonly onDidMove = this.moves.event;

  constructor(document: vscode.TextDocument) {
    this.current = document;
    this.eol = document.eol;
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === this.current) this.follow(event);
      }),
      vscode.workspace.onDidSaveTextDocument((saved) => {
        // Whoever comes to the end of the document from now on has not typed it.
        if (saved === this.current) this.finalBreak = undefined;
      }),
      vscode.window.onDidChangeTextEditorSelection((event) => {
        if (event.textEditor.document === this.current) this.followCarets(event);
      }),
    ];
  }

  get document(): vscode.TextDocument {
    return this.current;
  }

  /**
   * Whether `other` may be what the document is now, after it was renamed, or saved under a name:
   * VS Code opens another one with the same text then, and closes this one.
   */
  mayBecome(other: vscode.TextDocument): boolean {
    return !this.wasOpen(other) && other.getText() === this.current.getText();
  }

  /** Whether `other` was there when the document was opened, or became what it is. */
  wasOpen(other: vscode.TextDocument): boolean {
    return this.earlier.has(other);
  }

  /** Goes on in `successor`. @param state what is known of it */
  moveTo(successor: vscode.TextDocument, state: DocumentState): void {
    this.current = successor;
    if (state !== this.state) this.history.reset(state);
    this.earlier = new WeakSet(vscode.workspace.textDocuments);
    this.eol = successor.eol;
    this.isReadOnly = false;
    this.moves.fire();
  }

  get state(): DocumentState {
    return this.history.current;
  }

  /** The primary place first. */
  anchorsOf(owner: AnchorOwner): readonly Range[] {
    return this.state.anchors.get(owner) ?? [];
  }

  setAnchors(owner: AnchorOwner, anchors: readonly Range[]): void {
    this.replace(withAnchors(this.state, owner, anchors));
  }

  /** Does `work`, which makes edits, after all that was asked for before. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined); // Whoever asked for it is told.
    return done;
  }

  /**
   * Makes edits, and takes the state over that holds when they are made. Only {@link inTurn}.
   *
   * @param edits of the document as it is now
   * @param perform asks VS Code to make them; VS Code tells of a change before it answers the edit
   *   that made it
   */
  async make(
    edits: Edits,
    next: DocumentState,
    perform: () => Thenable<boolean>,
  ): Promise<EditResult> {
    const pending = { edits, next, isMade: false };
    this.pending = pending;
    let isAccepted = false;
    try {
      isAccepted = await perform();
    } catch {
      // The editor was closed in this moment; there may be another way.
    }
    this.pending = undefined;
    if (pending.isMade) return 'made';
    return isAccepted ? 'ignored' : 'refused';
  }

  /** Makes a change of VS Code's own. Only {@link inTurn}. @returns the edits that it made */
  async capture(perform: () => Thenable<boolean>): Promise<Edits> {
    const captured: Edit[] = [];
    this.captured = captured;
    try {
      await perform();
    } finally {
      this.captured = undefined;
    }
    return captured;
  }

  /** Takes another state over, for the document as it is. */
  replace(state: DocumentState): void {
    this.history.replace(state);
    this.noteSeats();
    this.moves.fire();
  }

  dispose(): void {
    disposeAll([...this.subscriptions, this.moves]);
  }

  private follow({ contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    this.finalBreak = undefined;
    if (this.document.eol !== this.eol) this.followLineEnds();
    else {
      // VS Code lists them from the end of the document to its start.
      const edits = contentChanges
        .map(({ range, rangeOffset, rangeLength, text }) => ({
          line: range.start.line,
          offset: rangeOffset,
          removedLength: rangeLength,
          text,
        }))
        .toReversed()
        .flatMap((edit) => (this.pending === undefined ? splitAtSeats(edit, this.seats) : [edit]));
      if (reason === vscode.TextDocumentChangeReason.Undo) this.history.undo(edits);
      else if (reason === vscode.TextDocumentChangeReason.Redo) this.history.redo(edits);
      else this.followChange(edits);
    }
    this.noteSeats();
    this.moves.fire();
  }

  private followChange(edits: Edits): void {
    const { pending } = this;
    this.captured?.push(...edits);
    if (pending === undefined || pending.isMade) {
      this.finalBreak = this.finalBreakOf(edits);
      if (this.finalBreak === undefined) this.history.change(edits);
      else this.history.change(edits, followFinalBreak(this.state, edits));
    } else if (isSame(edits, pending.edits)) {
      pending.isMade = true;
      this.history.change(edits, pending.next);
    } else {
      // An edit that was made elsewhere than it was meant: the text is there all the same.
      pending.isMade = insertsAll(edits, pending.edits);
      this.history.change(edits);
    }
  }

  /** Where a line is that a place stands in, nobody can tell any more once it is replaced. */
  private noteSeats(): void {
    const { document } = this;
    this.seats = [...this.state.anchors.values()].flat().map(({ end }) => {
      const { line, character } = document.positionAt(end);
      const { text } = document.lineAt(line);
      return { offset: end, line, left: text.slice(0, character), right: text.slice(character) };
    });
  }

  private finalBreakOf([edit, ...others]: Edits): DocumentLedger['finalBreak'] {
    if (edit === undefined || others.length > 0 || edit.removedLength > 0) return undefined;
    if (edit.text !== '\n' && edit.text !== '\r\n') return undefined;
    const { document } = this;
    const to = edit.offset + edit.text.length;
    const end = document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
    return to === end ? { from: edit.offset, to } : undefined;
  }

  /**
   * A caret that is behind the line break shows that somebody typed it: the places go there, too.
   * Where saving adds it, VS Code puts the caret back at once, which no key has done.
   */
  private followCarets({ selections, kind }: vscode.TextEditorSelectionChangeEvent): void {
    const { finalBreak, document } = this;
    if (finalBreak === undefined) return;
    const { from, to } = finalBreak;
    const carets = selections.map(({ active }) => document.offsetAt(active));
    if (carets.includes(to)) this.replace(withPlacesMoved(this.state, from, to));
    else if (kind === undefined && carets.includes(from)) {
      this.replace(withPlacesMoved(this.state, to, from));
    }
  }

  /** Reported as one replacement of the whole text, but no position changes. */
  private followLineEnds(): void {
    const text = this.document.getText();
    this.eol = this.document.eol;
    this.history.reset(convertLineEnds(this.state, text));
  }
}

function isSame(made: Edits, meant: Edits): boolean {
  return textOf(made) === textOf(meant) && shapeOf(made).equals(shapeOf(meant));
}

function insertsAll(made: Edits, meant: Edits): boolean {
  return meant.every(({ text }) => text === '' || made.some((edit) => edit.text === text));
}

function textOf(edits: Edits): string {
  return edits.map(({ text }) => text).join('');
}

function shapeOf(edits: Edits): EditShape {
  const shape = new EditShape();
  for (const edit of inSequence(edits)) shape.add(extentOf(edit));
  return shape;
}
