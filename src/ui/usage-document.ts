import * as vscode from 'vscode';
import { disposeAll, Emitter, type Disposable } from '../core/events';
import type { CostLedger } from '../dictation/cost/ledger';

const SCHEME = 'voice-dictation-usage';
const URI = vscode.Uri.parse(`${SCHEME}:Voice Dictation Usage.md`);

/** Shows billed time and cost by day and model as a read-only document. */
export class UsageDocument implements Disposable {
  private readonly changes = new Emitter<vscode.Uri>();
  private readonly registration: Disposable;

  constructor(ledger: CostLedger) {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: this.changes.event,
      provideTextDocumentContent: async () => {
        const { usageReport } = await import('./dialogs');
        return usageReport(ledger.rows(), ledger.today());
      },
    });
  }

  /** Opens it, up to date. */
  async show(): Promise<void> {
    this.changes.fire(URI);
    await vscode.commands.executeCommand('markdown.showPreview', URI);
  }

  dispose(): void {
    disposeAll([this.registration, this.changes]);
  }
}
