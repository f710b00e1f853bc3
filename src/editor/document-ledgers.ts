import * as vscode from 'vscode';
import { disposeAll, type Disposable } from '../core/events';
import { DocumentLedger } from './document-ledger';
import { WrittenLog } from './written-log';

/** The ledgers of all documents that dictation has to do with, until they are closed. */
export class DocumentLedgers implements Disposable {
  readonly written = new WrittenLog();
  private readonly ledgers = new Map<vscode.TextDocument, DocumentLedger>();
  private readonly subscription = vscode.workspace.onDidCloseTextDocument((document) => {
    const ledger = this.ledgers.get(document);
    // A document whose language changes is closed and opened, too, but goes on.
    if (ledger === undefined || vscode.workspace.textDocuments.includes(document)) return;
    ledger.dispose();
    this.ledgers.delete(document);
    this.written.forget(ledger);
  });

  ledgerOf(document: vscode.TextDocument): DocumentLedger {
    const ledger = this.ledgers.get(document) ?? new DocumentLedger(document);
    this.ledgers.set(document, ledger);
    return ledger;
  }

  dispose(): void {
    this.subscription.dispose();
    disposeAll([...this.ledgers.values()]);
    this.ledgers.clear();
  }
}
