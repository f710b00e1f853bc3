import * as vscode from 'vscode';

/** Documents that no file system has, and that are written into all the same. */
const EDITABLE_SCHEMES = new Set([
  'untitled',
  'search-editor',
  'vscode-notebook-cell',
  'vscode-interactive',
  'vscode-interactive-input',
  'vscode-userdata',
  'comment',
]);

/** Whether nobody can write into `document`, as far as an extension can tell without trying. */
export async function isReadOnly(document: vscode.TextDocument): Promise<boolean> {
  const { fs } = vscode.workspace;
  const { uri } = notebookOf(document) ?? document;
  const isWritable = fs.isWritableFileSystem(uri.scheme);
  if (isWritable !== true) return isWritable === false || !EDITABLE_SCHEMES.has(uri.scheme);
  try {
    const { permissions } = await fs.stat(uri);
    return permissions !== undefined && (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    return false; // Deleted meanwhile: the document is still there to be edited.
  }
}

/** Whether a tab, in whatever group, has `document` open to be written into. */
export function isInTab(document: vscode.TextDocument): boolean {
  const uri = (notebookOf(document) ?? document).uri.toString();
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .some(({ input }) => {
      if (input instanceof vscode.TabInputText) return input.uri.toString() === uri;
      if (input instanceof vscode.TabInputNotebook) return input.uri.toString() === uri;
      return input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri;
    });
}

/** The notebook whose cell `document` is. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (document.uri.scheme !== 'vscode-notebook-cell') return undefined;
  return vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some((cell) => cell.document === document),
  );
}

/** Whether `document` is what a comparison in front shows at its left, which is read-only there. */
export function isLeftSideOfDiff(document: vscode.TextDocument): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = document.uri.toString();
  return (
    input instanceof vscode.TabInputTextDiff &&
    input.original.toString() === uri &&
    input.modified.toString() !== uri
  );
}
