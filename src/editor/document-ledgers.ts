import * as vscode from 'vscode';
import { disposeAll, type Disposable } from '../core/events';
import { DocumentLedger } from './document-ledger';
import { isInTab } from './writability';
import { WrittenLog } from './written-log';

/** The ledgers of all documents that dictation has to do with, until they are closed. */
export class DocumentLedgers implements Disposable {
  readonly written = new WrittenLog();
  private readonly ledgers = new Map<vscode.TextDocument, DocumentLedger>();
  private readonly subscriptions = [
    vscode.workspace.onDidSaveTextDocument((document) => {
      this.moveUntitled(document);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      // A document whose language changes is closed and opened, too, but goes on.
      if (!vscode.workspace.textDocuments.includes(document)) this.close(document);
    }),
  ];

  ledgerOf(document: vscode.TextDocument): DocumentLedger {
    const ledger = this.ledgers.get(document) ?? new DocumentLedger(document);
    this.ledgers.set(document, ledger);
    return ledger;
  }

  dispose(): void {
    disposeAll([...this.subscriptions, ...this.ledgers.values()]);
    this.ledgers.clear();
  }

  /** An untitled document that is saved is another one, of a file; itself, it is emptied and closed. */
  private moveUntitled(saved: vscode.TextDocument): void {
    const untitled = [...this.ledgers.values()].find(
      (ledger) => ledger.document.isUntitled && ledger.mayBecome(saved),
    );
    if (untitled !== undefined) this.move(untitled, saved);
  }

  private close(document: vscode.TextDocument): void {
    const ledger = this.ledgers.get(document);
    if (ledger === undefined) return;
    // One that is renamed is another one then.
    const [renamed, ...others] = vscode.workspace.textDocuments.filter(
      (other) => isInTab(other) && ledger.mayBecome(other),
    );
    if (renamed !== undefined && others.length === 0 && this.move(ledger, renamed)) return;
    ledger.dispose();
    this.ledgers.delete(document);
    this.written.forget(ledger);
  }

  /** @returns whether it was possible: dictation may have written there, too */
  private move(ledger: DocumentLedger, successor: vscode.TextDocument): boolean {
    if (this.ledgers.has(successor)) return false;
    this.ledgers.delete(ledger.document);
    this.ledgers.set(successor, ledger);
    ledger.moveTo(successor);
    return true;
  }
}
