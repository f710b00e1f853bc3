import * as vscode from 'vscode';
import { spokenForm } from '../../text/vocabulary/spoken-form';

/** The selected text, or else the word at the caret; how it is likely to be said. */
export function wordToAdd(): { readonly written: string; readonly said: string } | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const range = selection.isEmpty
    ? document.getWordRangeAtPosition(selection.active)
    : new vscode.Range(selection.start, selection.end);
  const written = range === undefined ? '' : document.getText(range).replaceAll('\r\n', '\n');
  return written.trim() === '' ? undefined : { written, said: spokenForm(written) };
}
