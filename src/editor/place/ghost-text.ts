import * as vscode from 'vscode';
import { disposeAll, type Disposable } from '../../core/events';
import { rangeOf } from './apply-plan';
import type { DocumentLedger } from '../ledger/document-ledger';
import type { AnchorOwner } from '../ledger/document-state';

/** Columns that most windows show. What goes beyond would hide what is being said. */
const SHOWN_COLUMNS = 120;
/** At the end of a long line, too, enough to see that one is understood. */
const MIN_LENGTH = 40;
/** Who has more cursors sees what is being said at the first of them. */
const MAX_PLACES = 20;

/**
 * Shows a partial, dimmed, at the places it will go to, as a decoration: it is never part of the
 * document, so that nothing saves, checks or completes it.
 */
export class GhostText implements Disposable {
  private decoration: vscode.TextEditorDecorationType | undefined;
  private subscriptions: readonly Disposable[] = [];

  /** @param textFor what is written at the owner's n-th place */
  show(ledger: DocumentLedger, owner: AnchorOwner, textFor: (index: number) => string): void {
    disposeAll(this.subscriptions);
    // Once: the person's keys must not wait for it at each of many cursors.
    const texts = ledger
      .anchorsOf(owner)
      .slice(0, MAX_PLACES)
      .map((_, index) => textFor(index));
    const paint = (): void => {
      this.paint(ledger, owner, texts);
    };
    this.subscriptions = [
      ledger.onDidMove(paint),
      vscode.window.onDidChangeVisibleTextEditors(paint),
    ];
    paint();
  }

  hide(): void {
    disposeAll(this.subscriptions);
    this.subscriptions = [];
    const { decoration } = this;
    if (decoration === undefined) return;
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(decoration, []);
  }

  dispose(): void {
    disposeAll(this.subscriptions);
    this.subscriptions = [];
    this.decoration?.dispose();
    this.decoration = undefined;
  }

  private paint(ledger: DocumentLedger, owner: AnchorOwner, texts: readonly string[]): void {
    const { document } = ledger;
    this.decoration ??= vscode.window.createTextEditorDecorationType({
      after: { color: new vscode.ThemeColor('editorGhostText.foreground') },
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    });
    const anchors = ledger.anchorsOf(owner);
    const options = texts.flatMap((text, index) => {
      const anchor = anchors[index];
      if (anchor === undefined) return [];
      const range = rangeOf(document, { start: anchor.end, end: anchor.end });
      const room = Math.max(MIN_LENGTH, SHOWN_COLUMNS - range.end.character);
      return [{ range, renderOptions: { after: { contentText: shown(text, room) } } }];
    });
    for (const editor of vscode.window.visibleTextEditors) {
      editor.setDecorations(this.decoration, editor.document === document ? options : []);
    }
  }
}

/** One line, cut at its start, so that the newest words can be read. */
function shown(text: string, room: number): string {
  const line = text.replaceAll(/[^\S\n]{0,9}\n\s*/gu, ' ⏎ ');
  if (line.length <= room) return line;
  const end = line.slice(-room);
  const space = /^\s/u.test(line) ? ' ' : '';
  return `${space}…${end.slice(end.indexOf(' ') + 1)}`;
}
