import { posix } from 'node:path';
import * as vscode from 'vscode';
import { until } from './extension-under-test';

/** Closes all that a test may have opened, unsaved, and resolves when the extension host knows. */
export async function emptyWindow(): Promise<void> {
  await closeEditors();
  await closeTerminals();
  for (const id of ['action.closePanel', 'action.closeSidebar', 'action.closeQuickOpen']) {
    await vscode.commands.executeCommand(`workbench.${id}`);
  }
  await vscode.commands.executeCommand('notifications.clearAll');
  await until(
    () => `an empty window, with no ${openInWindow().join(' and no ')}`,
    () => Promise.resolve(openInWindow().length === 0 || undefined),
  );
}

/** Closes every editor without saving, and resolves when the extension host knows. */
export async function closeEditors(): Promise<void> {
  for (const group of vscode.window.tabGroups.all) {
    for (const tab of group.tabs) {
      if (!tab.isDirty) continue;
      const { viewColumn } = group;
      if (tab.input instanceof vscode.TabInputText) {
        await vscode.window.showTextDocument(tab.input.uri, { viewColumn });
      } else if (tab.input instanceof vscode.TabInputNotebook) {
        const notebook = await vscode.workspace.openNotebookDocument(tab.input.uri);
        await vscode.window.showNotebookDocument(notebook, { viewColumn });
      } else {
        continue;
      }
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until(
    () => `no editor, neither ${openEditors().join(' nor ')}`,
    () => Promise.resolve(openEditors().length === 0 || undefined),
  );
}

/** Ends every terminal, and resolves when the extension host knows. */
export async function closeTerminals(): Promise<void> {
  for (const terminal of vscode.window.terminals) terminal.dispose();
  await until(
    () => `no terminal, neither ${openTerminals().join(' nor ')}`,
    () => Promise.resolve(openTerminals().length === 0 || undefined),
  );
}

/** All that is open in the window, as far as VS Code tells extensions, by name. */
export function openInWindow(): readonly string[] {
  return [...openEditors(), ...openTerminals()];
}

/** The Output panel counts among VS Code's editors as long as it has shown anything; not here. */
function openEditors(): readonly string[] {
  const { activeTextEditor, visibleTextEditors, visibleNotebookEditors, tabGroups } = vscode.window;
  const editors = new Set([activeTextEditor, ...visibleTextEditors]);
  const uris = [...editors].flatMap((editor) => editor?.document.uri ?? []);
  return [
    ...tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => `tab ${label}`),
    ...uris.filter(({ scheme }) => scheme !== 'output').map((uri) => `editor ${uri.toString()}`),
    ...visibleNotebookEditors.map(({ notebook }) => `notebook ${notebook.uri.toString()}`),
  ];
}

function openTerminals(): readonly string[] {
  const { activeTerminal, terminals } = vscode.window;
  const open = new Set([activeTerminal, ...terminals]);
  return [...open].flatMap((terminal) => (terminal ? [`terminal ${terminal.name}`] : []));
}

/** Gives the clipboard back after each test of the suite that calls it. */
export function restoreClipboard(): void {
  let before: string;
  setup(async () => {
    before = await vscode.env.clipboard.readText();
  });
  teardown(async () => {
    await vscode.env.clipboard.writeText(before);
  });
}

/** Whether this VS Code finds the file: the oldest comes to the tests without its search program. */
export async function canSearch(file: vscode.Uri): Promise<boolean> {
  try {
    const found = await vscode.workspace.findFiles(`**/${posix.basename(file.path)}`);
    return found.length > 0;
  } catch {
    return false;
  }
}
