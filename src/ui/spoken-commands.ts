import * as vscode from 'vscode';
import type { ListedCommand } from '../core/listed-command';
import type { Configuration } from './configuration';
import { spokenCommandSections } from './spoken-command-lines';
import { t } from './messages/translation';

export interface SpokenCommandsOptions {
  readonly configuration: Pick<Configuration, 'peek'>;
  /** What can be said in `languages`. */
  readonly list: (languages: readonly string[]) => readonly ListedCommand[];
}

/** Show Spoken Commands: a list to search in; choosing a line closes it. */
export async function showSpokenCommands(options: SpokenCommandsOptions): Promise<void> {
  const resource = vscode.window.activeTextEditor?.document.uri.toString();
  const { languages } = options.configuration.peek(resource).recognition;
  const sections = spokenCommandSections(options.list(languages));
  const items = sections.flatMap(({ heading, lines }): vscode.QuickPickItem[] => [
    { label: heading, kind: vscode.QuickPickItemKind.Separator },
    ...lines,
  ]);
  await vscode.window.showQuickPick(items, {
    title: t('Voice Dictation: Spoken Commands'),
    placeHolder: t('Search what you can say'),
    matchOnDescription: true,
    matchOnDetail: true,
    // A button of the walkthrough takes the focus a moment after it has opened this.
    ignoreFocusOut: true,
  });
}
