import type * as vscode from 'vscode';

/** What VS Code tells of where a setting has which value. */
export type Inspected = ReturnType<vscode.WorkspaceConfiguration['inspect']>;

/** The person's own settings, the workspace's, or those of one of its folders. */
export type SettingLevel = 'user' | 'workspace' | 'folder';

/** A place where a setting can have a value. */
export interface SettingPlace {
  readonly level: SettingLevel;
  /** Below the language of the editor: `[markdown]`. */
  readonly isForLanguage: boolean;
}

/** Below all others, and there always is one. */
const PERSONS_OWN: SettingPlace = { level: 'user', isForLanguage: false };

/**
 * The places where the setting has a value, with the value; the strongest first: VS Code lets those for a
 * language go before all others.
 */
export function placesOf(
  found: Inspected,
): readonly (SettingPlace & { readonly value: unknown })[] {
  if (found === undefined) return [];
  const all = [
    { level: 'folder', isForLanguage: true, value: found.workspaceFolderLanguageValue },
    { level: 'workspace', isForLanguage: true, value: found.workspaceLanguageValue },
    { level: 'user', isForLanguage: true, value: found.globalLanguageValue },
    { level: 'folder', isForLanguage: false, value: found.workspaceFolderValue },
    { level: 'workspace', isForLanguage: false, value: found.workspaceValue },
    { ...PERSONS_OWN, value: found.globalValue },
  ] as const;
  return all.filter(({ value }) => value !== undefined);
}

/** Where the value stands that holds: written anywhere else, another one would change nothing. */
export function whereItHolds(found: Inspected): SettingPlace {
  return placesOf(found)[0] ?? PERSONS_OWN;
}
