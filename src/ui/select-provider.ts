import * as vscode from 'vscode';
import type { ListedModel } from '../core/listed-model';
import { providerChosenMessage } from './messages/provider-messages';
import { completeStep } from './getting-started';
import { downloadModel, type DownloadModelOptions } from './model-commands';
import { providerLines, type ProviderLine } from './provider-lines';
import { whereItHolds } from './setting-places';
import { writeSetting } from './write-setting';
import { t } from './messages/translation';

export interface SelectProviderOptions extends DownloadModelOptions {
  readonly listed: readonly ListedModel[];
}

/** Select Provider and Model…: who listens from the next dictation on, told side by side. */
export async function selectProvider(options: SelectProviderOptions): Promise<void> {
  const { listed, configuration, notifications } = options;
  const picked = await vscode.window.showQuickPick(
    providerLines(listed, configuration.peek(), vscode.env.language),
    {
      title: t('Voice Dictation: Select Provider and Model'),
      placeHolder: t('Who shall turn your speech into text?'),
      matchOnDescription: true,
      matchOnDetail: true,
      // A button of the walkthrough takes the focus a moment after it has opened this.
      ignoreFocusOut: true,
    },
  );
  if (picked === undefined) return;
  await write(picked.changes);
  // It asks before anything is fetched.
  const isOnDevice = picked.changes['recognition.provider'] === 'onDevice';
  if (!isOnDevice || (await downloadModel(options))) completeStep('recogniser');
  if (!isOnDevice)
    void notifications.show(providerChosenMessage(picked.label.replace(/^\$\(\w+\) /, '')));
}

/**
 * Writes each where its value stands that holds for the active editor: written anywhere else, the choice
 * would change nothing there. What is of this computer has one place.
 */
async function write(changes: ProviderLine['changes']): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const settings = vscode.workspace.getConfiguration('voiceDictation', document ?? null);
  for (const [key, value] of Object.entries(changes)) {
    await writeSetting(settings, key, value, whereItHolds(settings.inspect(key)));
  }
}
