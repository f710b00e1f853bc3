import * as vscode from 'vscode';
import type { Log } from '../../core/log';
import type { DocumentLedger, EditResult } from '../ledger/document-ledger';
import type { Edits } from '../ledger/edits';
import type { EditPlan } from '../ledger/final-plan';
import { isInTab, isReadOnly } from './writability';

/**
 * How often a plan is made again after the document changed under it. Each try is a round trip of
 * about a millisecond to the window, so only a document that never rests gets this far.
 */
const MAX_ATTEMPTS = 20;

/** What became of a plan; `no-target`: the document never rested. */
export type PlanOutcome<P extends EditPlan> =
  | { readonly kind: 'made'; readonly plan: P }
  | { readonly kind: 'closed' | 'read-only' | 'no-target' };

/**
 * Makes the edits of a plan as one change and one undo step, in front or in the background.
 *
 * @param makePlan makes it for the document as it is then
 */
export function applyPlan<P extends EditPlan>(
  ledger: DocumentLedger,
  makePlan: () => P,
  log: Log,
): Promise<PlanOutcome<P>> {
  return ledger.inTurn(() => tryPlan(ledger, makePlan, log));
}

async function tryPlan<P extends EditPlan>(
  ledger: DocumentLedger,
  makePlan: () => P,
  log: Log,
): Promise<PlanOutcome<P>> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const { document } = ledger;
    if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false)
      return { kind: 'read-only' };
    const editor = editorOf(document);
    if (editor === undefined) {
      if (document.isClosed || !isInTab(document)) return { kind: 'closed' };
      // Nothing but this check keeps a workspace edit from changing what no editor could.
      if (ledger.isReadOnly || (await isReadOnly(document))) return { kind: 'read-only' };
    }
    const plan = makePlan();
    const { edits, next } = plan;
    if (edits.length === 0) return { kind: 'made', plan };
    const result: EditResult = await ledger.make(edits, next, () =>
      editor === undefined ? editInBackground(document, edits) : editInFront(editor, edits),
    );
    // A read-only editor answers that it has made the edit, and makes none.
    ledger.isReadOnly = result === 'ignored' && editor !== undefined;
    if (ledger.isReadOnly) return { kind: 'read-only' };
    if (result !== 'made') continue;
    if (attempt > 1) log.debug(`edit settled at attempt ${String(attempt)}`);
    return { kind: 'made', plan };
  }
  log.warn(`the document refused ${String(MAX_ATTEMPTS)} attempts`);
  return { kind: 'no-target' };
}

/** The editor that shows `document`, the active one first. */
export function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (active?.document === document) return active;
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document);
}

/** The range of a document from one UTF-16 offset to another. */
export function rangeOf(
  document: vscode.TextDocument,
  { start, end }: { readonly start: number; readonly end: number },
): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** `text`, whose lines end with `\n`, with the document's line ends. */
export function inEol(document: vscode.TextDocument, text: string): string {
  return document.eol === vscode.EndOfLine.CRLF ? text.replaceAll('\n', '\r\n') : text;
}

function editInFront(editor: vscode.TextEditor, edits: Edits): Thenable<boolean> {
  const ranged = edits.map((edit) => ({ ...edit, range: rangeOfEdit(editor.document, edit) }));
  return editor.edit(
    (builder) => {
      for (const { range, text } of ranged) {
        // Unlike `replace`, `insert` takes a caret that stands here along.
        if (range.isEmpty) builder.insert(range.start, text);
        else if (text === '') builder.delete(range);
        else builder.replace(range, text);
      }
    },
    { undoStopBefore: true, undoStopAfter: true },
  );
}

function editInBackground(document: vscode.TextDocument, edits: Edits): Thenable<boolean> {
  const workspaceEdit = new vscode.WorkspaceEdit();
  const textEdits = edits.map((edit) =>
    vscode.TextEdit.replace(rangeOfEdit(document, edit), edit.text),
  );
  workspaceEdit.set(document.uri, textEdits);
  return vscode.workspace.applyEdit(workspaceEdit);
}

function rangeOfEdit(
  document: vscode.TextDocument,
  { offset, removedLength }: { readonly offset: number; readonly removedLength: number },
): vscode.Range {
  return rangeOf(document, { start: offset, end: offset + removedLength });
}
