import * as vscode from 'vscode';
import { joinAtSeam } from '../transcript/seam';
import type { TrackedPlace } from './tracked-place';

/** The edits that put one final into a document: made together, as one change and one undo step. */
export interface FinalEdits {
  /** The one of them that carries the text. */
  readonly final: vscode.TextEdit;
  /** All of them; they touch but do not overlap. */
  readonly all: readonly vscode.TextEdit[];
}

/**
 * The edits for `text` at `place`, with the spaces that the text around it asks for. They are cut so
 * that carets and selections come out right within the edit itself; set afterwards, they could
 * select the new text for a moment, and a key pressed in it would overwrite it.
 */
export function finalEdits(place: TrackedPlace, text: string): FinalEdits {
  const { document } = place;
  const { start, end } = place.range;
  const left = document.lineAt(start.line).text.slice(0, start.character);
  const right = document.lineAt(end.line).text.slice(end.character);
  const joined = joinAtSeam({ left, text, right });
  const words = joined.trimEnd();

  const final = vscode.TextEdit.insert(start, inEol(document, words));
  const all = [final];
  // Apart from the insertion: a replaced selection would select what replaces it.
  if (!place.range.isEmpty) all.push(vscode.TextEdit.delete(place.range));
  if (words !== joined) all.push(spaceAt(document, end, right));
  return { final, all };
}

function spaceAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  right: string,
): vscode.TextEdit {
  if (startsSelection(document, position)) return vscode.TextEdit.insert(position, ' ');
  // With the next character, so that caret and anchor stay before the space and "," can follow.
  const next = String.fromCodePoint(right.codePointAt(0) ?? 0);
  const range = new vscode.Range(position, position.translate(0, next.length));
  return vscode.TextEdit.replace(range, ` ${next}`);
}

/** Whether the person has selected text from `position` on; the space must not join it. */
function startsSelection(document: vscode.TextDocument, position: vscode.Position): boolean {
  return vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap((editor) => editor.selections)
    .some((selection) => !selection.isEmpty && selection.start.isEqual(position));
}

function inEol(document: vscode.TextDocument, text: string): string {
  return document.eol === vscode.EndOfLine.CRLF ? text.replaceAll('\n', '\r\n') : text;
}
