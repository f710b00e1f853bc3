import * as vscode from 'vscode';
import { disposeAll, type Disposable } from '../../core/events';
import { DocumentLedger } from './document-ledger';
import { maySaveAs } from './saved-as';

/** VS Code closes an untitled document as soon as its file is saved: within milliseconds. */
const CLOSED_AFTER_SAVING_MS = 2000;

/** Enough for renames whose documents are still to be closed. */
const REMEMBERED_RENAMES = 20;

/** A document that an untitled one may be saved as: it had the same text, and is followed since. */
interface Copy {
  readonly of: DocumentLedger;
  readonly ledger: DocumentLedger;
  savedAtMs: number;
}

/**
 * Knows what a document has become: where a file is renamed, or an untitled document saved, VS Code
 * opens another document and closes the first.
 */
export class MovedDocuments implements Disposable {
  private renames: readonly { readonly from: string; readonly to: string }[] = [];
  private copies: readonly Copy[] = [];
  private readonly subscriptions = [
    vscode.workspace.onWillRenameFiles(({ files }) => {
      const renamed = files.map(({ oldUri, newUri }) => ({
        from: oldUri.toString(),
        to: newUri.toString(),
      }));
      this.renames = [...this.renames, ...renamed].slice(-REMEMBERED_RENAMES);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      this.noteCopy(document);
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      for (const copy of this.copies) {
        if (copy.ledger.document === document) copy.savedAtMs = Date.now();
      }
    }),
  ];

  /** @param ledgers of all documents that dictation has to do with */
  constructor(private readonly ledgers: ReadonlyMap<vscode.TextDocument, DocumentLedger>) {}

  /**
   * To be called when a document is closed: `ledger` goes on in its successor.
   *
   * @returns whether there is one
   */
  move(ledger: DocumentLedger): boolean {
    const copies = this.copies.filter((copy) => copy.of === ledger);
    const saved = copies.filter((copy) => Date.now() - copy.savedAtMs < CLOSED_AFTER_SAVING_MS);
    const [copy] = saved;
    const renamed = this.renamed(ledger);
    if (copy !== undefined && saved.length === 1) {
      ledger.moveTo(copy.ledger.document, copy.ledger.state);
    } else if (renamed !== undefined) {
      ledger.moveTo(renamed, ledger.state);
    }
    this.forget(copies);
    return !ledger.document.isClosed;
  }

  /** To be called when a document is closed that none becomes. */
  forgetCopy(document: vscode.TextDocument): void {
    this.forget(this.copies.filter((copy) => copy.ledger.document === document));
  }

  dispose(): void {
    this.forget(this.copies);
    disposeAll(this.subscriptions);
  }

  /** What saving does to the copy, such as a line end that it gets, is followed from now on. */
  private noteCopy(document: vscode.TextDocument): void {
    if (this.ledgers.has(document)) return;
    for (const of of this.ledgers.values()) {
      const isKnown = this.copies.some(
        (copy) => copy.of === of && copy.ledger.document === document,
      );
      if (isKnown || !maySaveAs(of.document, document, () => of.wasOpen(document))) continue;
      const ledger = new DocumentLedger(document);
      ledger.replace(of.state);
      this.copies = [...this.copies, { of, ledger, savedAtMs: -Infinity }];
    }
  }

  private renamed(ledger: DocumentLedger): vscode.TextDocument | undefined {
    const uri = ledger.document.uri.toString();
    const rename = this.renames.findLast(({ from }) => uri === from || uri.startsWith(`${from}/`));
    if (rename === undefined) return undefined;
    const renamed = rename.to + uri.slice(rename.from.length);
    return vscode.workspace.textDocuments.find(
      (document) =>
        document.uri.toString() === renamed &&
        !this.ledgers.has(document) &&
        ledger.mayBecome(document),
    );
  }

  private forget(copies: readonly Copy[]): void {
    disposeAll(copies.map(({ ledger }) => ledger));
    this.copies = this.copies.filter((copy) => !copies.includes(copy));
  }
}
