import * as vscode from 'vscode';
import { disposeAll, type Disposable } from '../../core/events';
import { DocumentLedger } from './document-ledger';
import { MovedDocuments } from './moved-documents';
import { WrittenLog } from './written-log';

/** The ledgers of all documents that dictation has to do with, until they are closed. */
export class DocumentLedgers implements Disposable {
  readonly written = new WrittenLog();
  private readonly ledgers = new Map<vscode.TextDocument, DocumentLedger>();
  private readonly moved = new MovedDocuments(this.ledgers);
  private readonly subscription = vscode.workspace.onDidCloseTextDocument((document) => {
    // A document whose language changes is closed and opened, too, but goes on.
    if (!vscode.workspace.textDocuments.includes(document)) this.close(document);
  });

  ledgerOf(document: vscode.TextDocument): DocumentLedger {
    const ledger = this.ledgers.get(document) ?? new DocumentLedger(document);
    this.ledgers.set(document, ledger);
    return ledger;
  }

  dispose(): void {
    disposeAll([this.subscription, this.moved, ...this.ledgers.values()]);
    this.ledgers.clear();
  }

  private close(document: vscode.TextDocument): void {
    this.moved.forgetCopy(document);
    const ledger = this.ledgers.get(document);
    if (ledger === undefined) return;
    this.ledgers.delete(document);
    if (!this.moved.move(ledger)) this.forget(ledger);
    else {
      // Who follows the caret may have come there first.
      this.forget(this.ledgers.get(ledger.document));
      this.ledgers.set(ledger.document, ledger);
    }
  }

  private forget(ledger: DocumentLedger | undefined): void {
    if (ledger === undefined) return;
    ledger.dispose();
    this.written.forget(ledger);
  }
}
