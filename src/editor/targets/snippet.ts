import * as vscode from 'vscode';
import { writtenText } from '../../text/written-text';
import type { Scope } from '../../text/scope';
import { rangeOf } from '../place/apply-plan';
import type { DocumentLedger } from '../ledger/document-ledger';
import { withAnchors, type AnchorOwner } from '../ledger/document-state';

/**
 * Inserts a snippet at the owner's places, in VS Code's snippet mode; what is said next goes to the
 * carets that VS Code sets.
 *
 * @param body in VS Code's snippet syntax
 * @returns whether it is there
 */
export function insertSnippet(
  editor: vscode.TextEditor,
  ledger: DocumentLedger,
  owner: AnchorOwner,
  utterance: number,
  body: string,
): Promise<boolean> {
  return ledger.inTurn(async () => {
    const { document } = editor;
    const before = document.getText();
    const ranges = ledger.anchorsOf(owner).map((anchor) => rangeOf(document, anchor));
    const edits = await ledger.capture(() =>
      editor.insertSnippet(new vscode.SnippetString(body), ranges),
    );
    if (edits.length === 0) return false;
    let growth = 0;
    const marks = edits.map(({ offset, removedLength, text }, site) => {
      const start = offset + growth;
      growth += text.length - removedLength;
      const selected = before.slice(offset, offset + removedLength);
      const replaced = { text: selected, selectedLength: removedLength, owned: [] };
      return { utterance, index: site, site, pieces: [{ start, text }], stop: '', replaced };
    });
    const anchors = editor.selections.map(({ start, end }) => ({
      start: document.offsetAt(start),
      end: document.offsetAt(end),
    }));
    const { state } = ledger;
    ledger.replace(withAnchors({ ...state, marks: [...state.marks, ...marks] }, owner, anchors));
    return true;
  });
}

/**
 * The body of a snippet with nothing in it that is never written, also not by one of VS Code's
 * variables: what they stand for (the file's name, the clipboard) nobody can filter afterwards.
 *
 * @returns nothing where a variable stands for something that is never written
 */
export async function writableSnippet(
  { document, selection }: vscode.TextEditor,
  body: string,
  scope: Scope,
): Promise<string | undefined> {
  const { name, workspaceFolders = [] } = vscode.workspace;
  const names = (pattern: RegExp): boolean => pattern.test(body);
  const values = [
    names(/FILE|DIRECTORY|WORKSPACE/u)
      ? [document.uri.path, name ?? '', ...workspaceFolders.map(({ uri }) => uri.path)]
      : [],
    names(/TM_(?:CURRENT|SELECTED)|SELECTION/u)
      ? [document.lineAt(selection.active).text, document.getText(selection)]
      : [],
    names(/CLIPBOARD/u) ? [await vscode.env.clipboard.readText()] : [],
  ].flat();
  const isWritable = (text: string): boolean =>
    writtenText(text, scope) === text.replace(/\r\n?/gu, '\n');
  return values.every(isWritable) ? writtenText(body, scope) : undefined;
}
