import { deepEqual, equal } from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { until } from './extension-under-test';
import { InsertionRig, marked, type, undo } from './insertion-rig';

suite('where the words go', () => {
  let rig: InsertionRig;

  setup(() => {
    rig = new InsertionRig();
  });

  teardown(() => rig.dispose());

  test('with "follow cursor" each final goes to where the caret is then, in whatever document', async () => {
    rig.settings = {
      ...rig.settings,
      insertion: { ...rig.settings.insertion, target: 'followCursor' },
    };
    const first = await rig.show('one|\ntwo');
    const target = await rig.openTarget();
    await target.insert('hello');
    await rig.select(first, [new vscode.Selection(1, 3, 1, 3)]);
    await target.insert('there');
    const written = marked(first);
    const second = await rig.show('«three»');
    await target.insert('again');
    deepEqual([written, marked(second)], ['one hello\ntwo there|', 'again|']);
  });

  test('partials never touch the document, and follow it; a final is one change', async () => {
    const editor = await rig.show('one|');
    const events = rig.recordChanges(editor.document);
    const target = await rig.openTarget();
    target.showPartial('hel');
    target.showPartial('hello');
    const isDirty = editor.document.isDirty;
    await target.insert('hello');
    target.showPartial('');
    deepEqual([isDirty, events, marked(editor)], [false, [[' hello']], 'one hello|']);
  });

  test('code and Markdown cells of a notebook work like files', async () => {
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([
        new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'x = 1\n', 'python'),
        new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'One.', 'markdown'),
      ]),
    );
    const shown = await vscode.window.showNotebookDocument(notebook);
    const texts: string[] = [];
    for (const [index, final] of ['Y equals two.', 'Two.'].entries()) {
      const { document } = notebook.cellAt(index);
      shown.selection = new vscode.NotebookRange(index, index + 1);
      await vscode.commands.executeCommand('notebook.cell.edit');
      const editor = await activeEditorOf(document);
      const end = document.positionAt(document.getText().length);
      await rig.select(editor, [new vscode.Selection(end, end)]);
      const target = await rig.openTarget();
      equal(await target.findProblem(), undefined);
      await target.insert(final);
      texts.push(document.getText());
      await undo();
      texts.push(document.getText());
    }
    deepEqual(texts, ['x = 1\ny = 2', 'x = 1\n', 'One. Two.', 'One.']);
  });

  test('the input of an interactive window works like a file', async () => {
    await vscode.commands.executeCommand('interactive.open', {}, undefined, undefined, 'Probe');
    await vscode.commands.executeCommand('interactive.input.focus');
    const input = await activeEditorWhere(({ uri }) => uri.scheme.startsWith('vscode-interactive'));
    const target = await rig.openTarget();
    const problem = await target.findProblem();
    const outcomes = [await target.insert('First.'), await target.insert('Second.')];
    const written = input.document.getText();
    await undo();
    deepEqual(
      [problem, outcomes, written, input.document.getText()],
      [undefined, ['inserted', 'inserted'], 'First. Second.', 'First.'],
    );
  });

  test('the box of a comment works like a file of prose, and is named', async () => {
    const controller = rig.own(vscode.comments.createCommentController('probe', 'Probe'));
    const editor = await rig.show('one|');
    controller.commentingRangeProvider = {
      provideCommentingRanges: () => [new vscode.Range(0, 0, 0, 0)],
    };
    const isBox = ({ uri }: vscode.TextDocument): boolean => uri.scheme === 'comment';
    while (!vscode.workspace.textDocuments.some(isBox)) {
      // Refused until VS Code has asked for the ranges, of which it does not tell.
      await vscode.commands.executeCommand('workbench.action.addComment').then(undefined, () => 0);
    }
    const box = await activeEditorWhere(isBox);
    const target = await rig.openTarget();
    const problem = await target.findProblem();
    const outcomes = [await target.insert('First, two dash.'), await target.insert('Second.')];
    deepEqual(
      [target.name, problem, outcomes, box.document.getText(), editor.document.getText()],
      ['Comment', undefined, ['inserted', 'inserted'], 'First, two dash. Second.', 'one'],
    );
  });

  test('what can not be written into is told at the start', async () => {
    const problems: Record<string, string | undefined> = {};
    const editor = await rig.show('one|');
    problems['a file'] = await (await rig.openTarget()).findProblem();
    const other = await rig.show('two|');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    problems['no editor'] = await (await rig.openTarget()).findProblem();
    await vscode.commands.executeCommand(
      'vscode.diff',
      editor.document.uri,
      other.document.uri,
      'a comparison',
    );
    problems['right side of a comparison'] = await (await rig.openTarget()).findProblem();
    await vscode.commands.executeCommand('workbench.action.compareEditor.focusSecondarySide');
    await activeEditorOf(await vscode.workspace.openTextDocument(editor.document.uri));
    problems['left side of a comparison'] = await (await rig.openTarget()).findProblem();
    rig.own(
      vscode.workspace.registerTextDocumentContentProvider('probe-virtual', {
        provideTextDocumentContent: () => 'text',
      }),
    );
    await vscode.window.showTextDocument(vscode.Uri.parse('probe-virtual:a'));
    problems['a virtual document'] = await (await rig.openTarget()).findProblem();
    deepEqual(problems, {
      'a file': undefined,
      'no editor': undefined,
      'right side of a comparison': undefined,
      'left side of a comparison': 'target-read-only',
      'a virtual document': 'target-read-only',
    });
  });

  test('a closed document is opened again where its text belongs', async () => {
    const editor = await rig.show('one\ntwo |three');
    const { uri } = editor.document;
    const target = await rig.openTarget();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const outcome = await target.insert('hello');
    const place = target.placeInDocument;
    const reopened = await rig.openTarget({ place });
    await reopened.insert('hello');
    const now = vscode.window.activeTextEditor;
    deepEqual(
      [outcome, place, now?.document.uri.toString(), now && marked(now)],
      [
        'closed',
        { uri: uri.toString(), line: 1, character: 4 },
        uri.toString(),
        'one\ntwo hello| three',
      ],
    );
  });

  test('the words go on in a file that is renamed, with what is not saved', async () => {
    const editor = await rig.show('one|');
    const target = await rig.openTarget();
    await target.insert('hello');
    const now = await rename(editor.document, 'renamed.txt');
    await target.insert('there');
    const written = marked(now);
    const count = await rig.dictate.undoLast();
    deepEqual([written, count, marked(now)], ['one hello there|', 1, 'one hello|']);
  });

  test('the words go on in a file that is renamed before anything was said', async () => {
    const editor = await rig.show('|');
    const target = await rig.openTarget();
    const now = await rename(editor.document, 'empty.txt');
    await target.insert('Hello.');
    equal(marked(now), 'Hello.|');
  });

  test('the words go on in a file that an untitled one is saved as', async () => {
    const { uri } = (await rig.show('|')).document;
    const named = uri.with({
      scheme: 'untitled',
      path: uri.path.replace(/[^/]+$/u, 'named.txt'),
    });
    const undo = await configureFiles({ insertFinalNewline: true });
    const untitled = await vscode.workspace.openTextDocument(named);
    const editor = await vscode.window.showTextDocument(untitled, { preview: false });
    const target = await rig.openTarget();
    await target.insert('Hello.');
    await vscode.commands.executeCommand('workbench.action.files.save');
    const now = await activeEditorWhere(
      (document) => document.uri.path === named.path && document.uri.scheme === 'file',
    );
    await closed(editor.document);
    await undo();
    await target.insert('There.');
    deepEqual([marked(now), untitled.isClosed], ['Hello. There.|\n', true]);
  });

  test('the words stay in an untitled file of which a copy is saved', async () => {
    const untitled = await vscode.workspace.openTextDocument({ content: '' });
    const editor = await vscode.window.showTextDocument(untitled, { preview: false });
    const target = await rig.openTarget();
    await target.insert('Hello.');
    const copy = await rig.show('|', { viewColumn: vscode.ViewColumn.Two });
    await copy.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'Hello.');
    });
    await copy.document.save();
    await target.insert('There.');
    deepEqual([editor.document.getText(), copy.document.getText()], ['Hello. There.', 'Hello.']);
  });

  test('the words do not go to a copy that is open when the document is closed', async () => {
    const untitled = await vscode.workspace.openTextDocument({ content: 'one' });
    await vscode.window.showTextDocument(untitled, { preview: false });
    const target = await rig.openTarget();
    const copy = await rig.show('one|', { viewColumn: vscode.ViewColumn.Two });
    await vscode.window.showTextDocument(untitled, { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closed(untitled);
    const outcome = await target.insert('hello');
    deepEqual([outcome, marked(copy)], ['closed', 'one|']);
  });

  test('a line end that saving adds is behind the place; one that is typed is before it', async () => {
    const undo = await configureFiles({ insertFinalNewline: true });
    const editor = await rig.show('one|');
    const target = await rig.openTarget();
    await target.insert('two');
    await editor.document.save();
    await undo();
    await vscode.commands.executeCommand('cursorBottom');
    await vscode.commands.executeCommand('cursorTop');
    await target.insert('three');
    await vscode.commands.executeCommand('cursorLineEnd');
    const saved = marked(editor);
    await vscode.commands.executeCommand('deleteRight');
    await type('\n');
    await target.insert('four');
    deepEqual([saved, marked(editor)], ['one two three|\n', 'one two three\nfour|']);
  });

  test('the place stays in its line when a program rewrites others of the file', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `This is line ${String(i)} of many`);
    const editor = await rig.show(
      lines.map((line, i) => (i === 20 ? `${line}|` : line)).join('\n'),
    );
    const target = await rig.openTarget();
    await target.insert('hello');
    await editor.document.save();
    const changed = editor.document
      .getText()
      .replace('line 3 of many', 'line three')
      .replace('line 50 of many', 'line fifty of a great many');
    const reloaded = new Promise<void>((resolve) => {
      const subscription = rig.own(
        vscode.workspace.onDidChangeTextDocument(({ document }) => {
          if (document !== editor.document) return;
          subscription.dispose();
          resolve();
        }),
      );
    });
    await writeFile(editor.document.uri.fsPath, changed);
    await reloaded;
    await target.insert('there');
    deepEqual(
      [editor.document.lineAt(20).text, editor.document.lineAt(3).text],
      ['This is line 20 of many hello there', 'This is line three'],
    );
  });

  test('the place follows what a formatter and a reload do to the file', async () => {
    const editor = await rig.show('one\n  two|\nthree');
    const target = await rig.openTarget();
    await target.insert('hello');
    const whole = new vscode.WorkspaceEdit();
    whole.replace(editor.document.uri, new vscode.Range(1, 0, 1, 2), '    ');
    await vscode.workspace.applyEdit(whole);
    await target.insert('there');
    await vscode.window.showTextDocument(editor.document);
    await type('!');
    equal(editor.document.getText(), 'one\n    two hello there!\nthree');
  });
});

/** The editor of `document` as soon as it is the active one. */
function activeEditorOf(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  return activeEditorWhere((one) => one === document);
}

async function activeEditorWhere(
  matches: (document: vscode.TextDocument) => boolean,
): Promise<vscode.TextEditor> {
  for (;;) {
    const editor = vscode.window.activeTextEditor;
    if (editor !== undefined && matches(editor.document)) return editor;
    await new Promise<void>((resolve) => {
      const subscription = vscode.window.onDidChangeActiveTextEditor(() => {
        subscription.dispose();
        resolve();
      });
    });
  }
}

async function closed(document: vscode.TextDocument): Promise<void> {
  await until(`${document.uri.path} to be closed`, () =>
    Promise.resolve(document.isClosed || undefined),
  );
}

/** Changes settings of `files` for all. @returns takes them back */
async function configureFiles(
  values: Readonly<Record<string, unknown>>,
): Promise<() => Promise<void>> {
  const set = async (key: string, value: unknown): Promise<void> => {
    await vscode.workspace
      .getConfiguration('files')
      .update(key, value, vscode.ConfigurationTarget.Global);
  };
  for (const [key, value] of Object.entries(values)) await set(key, value);
  return async () => {
    for (const key of Object.keys(values)) await set(key, undefined);
  };
}

/** @returns the editor of the file under its new name, once the old document is closed */
async function rename(document: vscode.TextDocument, name: string): Promise<vscode.TextEditor> {
  const { uri } = document;
  const renamed = uri.with({ path: uri.path.replace(/[^/]+$/u, name) });
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(uri, renamed);
  await vscode.workspace.applyEdit(edit);
  const editor = await activeEditorWhere((other) => other.uri.path === renamed.path);
  await closed(document);
  return editor;
}
