import type { SecretStorage } from 'vscode';
import type { DictationController } from '../dictation/controller';
import type { Configuration } from './configuration';
import type { History } from './history/history';
import type { HistoryView } from './history/history-view';

/** What tests inside VS Code get from activating the extension; a person's VS Code gets nothing. */
export interface TestApi {
  readonly controller: DictationController;
  readonly configuration: Configuration;
  readonly history: History;
  readonly historyView: Pick<HistoryView, 'load'>;
  /** The folder that all windows share. */
  readonly folder: string;
  readonly secrets: SecretStorage;
}
