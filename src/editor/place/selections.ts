import * as vscode from 'vscode';
import type { Range } from '../ledger/edits';
import { editorOf, rangeOf } from './apply-plan';
import type { DocumentLedger } from '../ledger/document-ledger';
import { endOf } from '../ledger/mark';

/** Whether the person has selected text from `position` on; a space there must not join it. */
export function startsSelection(document: vscode.TextDocument, position: vscode.Position): boolean {
  return vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap((editor) => editor.selections)
    .some((selection) => !selection.isEmpty && selection.start.isEqual(position));
}

/**
 * A selection that ended at the anchor has grown over the final that was inserted there, and the
 * next key would overwrite it; VS Code has no edit that leaves such a selection alone.
 */
export function shrinkGrownSelections(ledger: DocumentLedger, utterance: number): void {
  const { document, state } = ledger;
  const written = state.marks
    .filter((mark) => mark.utterance === utterance)
    .flatMap(({ pieces }) => pieces)
    .map((piece) => rangeOf(document, { start: piece.start, end: endOf(piece) }));
  const grownOver = (selection: vscode.Selection): vscode.Range | undefined =>
    written.find(({ start, end }) => selection.start.isBefore(start) && selection.end.isEqual(end));
  for (const editor of vscode.window.visibleTextEditors) {
    if (editor.document !== document || !editor.selections.some(grownOver)) continue;
    editor.selections = editor.selections.map((selection) => {
      const start = grownOver(selection)?.start;
      if (start === undefined) return selection;
      return selection.isReversed
        ? new vscode.Selection(start, selection.active)
        : new vscode.Selection(selection.anchor, start);
    });
  }
}

/** Scrolls to the caret when it is at the primary anchor, and in sight before. */
export const keepInSight = {
  isDue(document: vscode.TextDocument, [anchor]: readonly Range[]): boolean {
    const editor = editorOf(document);
    if (editor === undefined || anchor === undefined) return false;
    const caret = editor.selection.active;
    const isInSight = editor.visibleRanges.some((range) => range.contains(caret));
    return isInSight && rangeOf(document, anchor).contains(caret);
  },
  reveal(document: vscode.TextDocument): void {
    const editor = editorOf(document);
    if (editor === undefined) return;
    const caret = editor.selection.active;
    editor.revealRange(new vscode.Range(caret, caret));
  },
};
