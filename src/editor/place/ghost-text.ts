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

type PaintableEditor = Pick<vscode.TextEditor, 'document' | 'setDecorations'>;

/** What is shown, and where. */
interface Shown {
  readonly ledger: DocumentLedger;
  readonly owner: AnchorOwner;
  /** By place. */
  readonly texts: readonly string[];
}

/**
 * Shows a partial, dimmed, at the places it will go to, as a decoration: it is never part of the
 * document, so that nothing saves, checks or completes it. Each decoration is a message to the window:
 * only editors of that document get one, and none to take away what is not there.
 */
export class GhostText implements Disposable {
  private decoration: vscode.TextEditorDecorationType | undefined;
  private subscriptions: readonly Disposable[] = [];
  private current: Shown | undefined;
  private readonly painted = new Set<PaintableEditor>();

  /** @param editors those that can be seen */
  constructor(
    private readonly editors: () => readonly PaintableEditor[] = () =>
      vscode.window.visibleTextEditors,
  ) {}

  /** @param textFor what is written at the owner's n-th place */
  show(ledger: DocumentLedger, owner: AnchorOwner, textFor: (index: number) => string): void {
    // Once: the person's keys must not wait for it at each of many cursors.
    const texts = ledger
      .anchorsOf(owner)
      .slice(0, MAX_PLACES)
      .map((_, index) => textFor(index));
    if (this.current?.ledger !== ledger) {
      this.clear();
      const paint = (): void => {
        this.paint();
      };
      this.subscriptions = [
        ledger.onDidMove(paint),
        vscode.window.onDidChangeVisibleTextEditors(paint),
      ];
    }
    this.current = { ledger, owner, texts };
    this.paint();
  }

  hide(): void {
    this.clear();
  }

  dispose(): void {
    disposeAll(this.subscriptions);
    this.subscriptions = [];
    this.current = undefined;
    this.painted.clear();
    this.decoration?.dispose();
    this.decoration = undefined;
  }

  private clear(): void {
    disposeAll(this.subscriptions);
    this.subscriptions = [];
    this.current = undefined;
    const { decoration, painted } = this;
    if (decoration === undefined || painted.size === 0) return;
    for (const editor of this.editors()) {
      if (painted.has(editor)) editor.setDecorations(decoration, []);
    }
    painted.clear();
  }

  private paint(): void {
    if (this.current === undefined) return;
    const { ledger, owner, texts } = this.current;
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
    for (const editor of this.editors()) {
      if (editor.document !== document) continue;
      editor.setDecorations(this.decoration, options);
      this.painted.add(editor);
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
