import * as vscode from 'vscode';
import type { SettingLevel, SettingPlace } from './setting-places';

const TARGETS: Readonly<Record<SettingLevel, vscode.ConfigurationTarget>> = {
  user: vscode.ConfigurationTarget.Global,
  workspace: vscode.ConfigurationTarget.Workspace,
  folder: vscode.ConfigurationTarget.WorkspaceFolder,
};

/**
 * Writes a setting at one of its places; for a language, that of the document that `configuration` is for.
 *
 * @param key id without prefix
 * @param value undefined: it has none there any more
 */
export async function writeSetting(
  configuration: vscode.WorkspaceConfiguration,
  key: string,
  value: unknown,
  { level, isForLanguage }: SettingPlace,
): Promise<void> {
  await configuration.update(key, value, TARGETS[level], isForLanguage);
}
