import * as vscode from 'vscode';
import type { Settings } from '../core/settings';
import { LANGUAGE_PICK, languageItems } from './messages/language-messages';

const SETTING = 'recognition.languages';

/**
 * Select Language…: which languages a person speaks. None: the recogniser finds out. Those that were
 * set already stay before those that are added, so that the first one is still the first.
 *
 * Writes where the setting has its value now: for the folder, the workspace, or all windows.
 */
export async function selectLanguage(configuration: {
  peek(resource?: string): Settings;
}): Promise<void> {
  const resource = vscode.window.activeTextEditor?.document.uri;
  const { languages } = configuration.peek(resource?.toString()).recognition;
  const items = languageItems(languages, vscode.env.language);
  const picked = await vscode.window.showQuickPick(items, {
    ...LANGUAGE_PICK,
    canPickMany: true,
    matchOnDescription: true,
  });
  if (picked === undefined) return;
  const codes = picked.map(({ code }) => code);
  const inOrder = [
    ...languages.filter((code) => codes.includes(code)),
    ...codes.filter((code) => !languages.includes(code)),
  ];
  const section = vscode.workspace.getConfiguration('voiceDictation', resource);
  const found = section.inspect(SETTING);
  const target =
    found?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : found?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await section.update(SETTING, inOrder.length === 0 ? undefined : inOrder, target);
}
