import * as vscode from 'vscode';
import { disposeAll, Emitter, type Disposable } from '../core/events';
import type { CostLedger } from '../dictation/cost/ledger';
import { t } from './messages/translation';

const SCHEME = 'voice-dictation-usage';
const URI = vscode.Uri.from({ scheme: SCHEME, path: `${t('Voice Dictation Usage')}.md` });

/** Shows billed time and cost by day and model as a read-only document. */
export class UsageDocument implements Disposable {
  private readonly changes = new Emitter<vscode.Uri>();
  private readonly registration: Disposable;

  /** @param load makes what the ledger reads available */
  constructor(ledger: CostLedger, load: () => Promise<unknown>) {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: this.changes.event,
      provideTextDocumentContent: async () => {
        const [{ usageReport }] = await Promise.all([import('./dialogs'), load()]);
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
