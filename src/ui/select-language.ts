import * as vscode from 'vscode';
import type { Settings } from '../core/settings';
import { LANGUAGE_PICK, languageItems } from './messages/language-messages';
import { whereItHolds } from './setting-places';
import { writeSetting } from './write-setting';

const SETTING = 'recognition.languages';

/**
 * Select Language…: which languages a person speaks. None: the recogniser finds out,
 * or takes the language of the window. Those that were set already stay before those that are added, so that the first one is still the first.
 *
 * Writes where the value stands that holds for the active editor: for its language (`[markdown]`), for the
 * folder, the workspace, or all windows. Written anywhere else, the choice would change nothing there.
 */
export async function selectLanguage(configuration: {
  peek(resource?: string): Settings;
}): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const { languages } = configuration.peek(document?.uri.toString()).recognition;
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
  const section = vscode.workspace.getConfiguration('voiceDictation', document);
  const place = whereItHolds(section.inspect(SETTING));
  // What is taken away uncovers what stands below; only below a person's own value nothing does.
  const isLowest = place.level === 'user' && !place.isForLanguage;
  const value = isLowest && inOrder.length === 0 ? undefined : inOrder;
  await writeSetting(section, SETTING, value, place);
}
