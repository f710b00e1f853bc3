import * as vscode from 'vscode';

/** The loaded documents that the person has open, the visible ones first; output is none. */
export function openDocuments(): readonly vscode.TextDocument[] {
  const inTabs = new Set(
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(({ input }) => urisOf(input))),
  );
  const documents = [
    ...vscode.window.visibleTextEditors.map(({ document }) => document),
    ...vscode.workspace.textDocuments.filter(({ uri }) => inTabs.has(uri.toString())),
  ];
  return [...new Set(documents)].filter(({ uri }) => uri.scheme !== 'output');
}

function urisOf(input: unknown): readonly string[] {
  if (input instanceof vscode.TabInputText) return [input.uri.toString()];
  return input instanceof vscode.TabInputTextDiff ? [input.modified.toString()] : [];
}
