import { deepEqual, equal } from 'node:assert/strict';
import * as vscode from 'vscode';
import { InsertionRig, marked } from './insertion-rig';
import { OneFile } from './one-file';

suite('what cannot be inserted is told', () => {
  let rig: InsertionRig;
  setup(() => {
    rig = new InsertionRig();
  });
  teardown(() => rig.dispose());

  test('without an editor there is no target', async () => {
    const target = await rig.openTarget();
    deepEqual(
      [await target.insert('hello'), rig.logged],
      ['no-target', ['final not inserted: no-target']],
    );
  });

  test('an editor opened after the key press receives the first final, and keeps the run', async () => {
    const target = await rig.openTarget();
    const editor = await rig.show('a «b» c');
    equal(await target.insert('one'), 'inserted');
    await rig.show('other|');
    equal(await target.insert('two'), 'inserted');
    equal(editor.document.getText(), 'a one two c');
  });

  test('a closed document is told as closed, with the place in it, and does not come back', async () => {
    await rig.show('text|');
    const target = await rig.openTarget();
    const other = await rig.show('other|');
    await vscode.commands.executeCommand('workbench.action.closeOtherEditors');
    equal(await target.insert('hello'), 'closed');
    deepEqual(
      [marked(other), vscode.window.tabGroups.all.flatMap((group) => group.tabs).length],
      ['other|', 1],
    );
  });

  test('a tab that closes while the final is on its way loses nothing silently', async () => {
    for (let i = 0; i < 5; i++) {
      const editor = await rig.show('text |');
      const changes = rig.recordChanges(editor.document);
      const target = await rig.openTarget();
      const closing = vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      const outcome = await target.insert('hello');
      await closing;
      // The closing reverts what came before it.
      const isWritten = changes.some((texts) => texts.includes('hello'));
      equal(outcome, isWritten ? 'inserted' : 'closed');
    }
  });

  test('after dispose nothing is inserted', async () => {
    const editor = await rig.show('text|');
    const target = await rig.openTarget();
    target.dispose();
    deepEqual([await target.insert('hello'), marked(editor)], ['no-target', 'text|']);
  });

  test('a final that was on its way at dispose is told as it ended', async () => {
    const editor = await rig.show('text|');
    const target = await rig.openTarget();
    const inserting = target.insert('hello');
    target.dispose();
    deepEqual([await inserting, marked(editor)], ['inserted', 'text hello|']);
  });

  test('an editor set to read-only refuses, in front and in the background', async () => {
    const editor = await rig.show('text|');
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    const target = await rig.openTarget();
    const inFront = await target.insert('hello');
    await rig.show('other|');
    const inBackground = await target.insert('hello');
    deepEqual(
      [inFront, inBackground, editor.document.getText()],
      ['read-only', 'read-only', 'text'],
    );
  });

  test('a read-only file system refuses, in the background and in front', async () => {
    await refuses({ isReadonly: true });
  });

  test('a file that its provider marks read-only refuses, in the background and in front', async () => {
    await refuses({ permissions: vscode.FilePermission.Readonly });
  });

  test('the virtual document of a content provider refuses', async () => {
    rig.own(
      vscode.workspace.registerTextDocumentContentProvider('probe-content', {
        provideTextDocumentContent: () => 'text',
      }),
    );
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('probe-content:a'));
    await vscode.window.showTextDocument(document, { preview: false });
    await refusesIn(document);
  });

  test('the committed versions that Git shows are of a read-only file system', async () => {
    await vscode.extensions.getExtension('vscode.git')?.activate();
    equal(vscode.workspace.fs.isWritableFileSystem('git'), false);
  });

  test('the output view refuses', async () => {
    const channel = rig.own(vscode.window.createOutputChannel('probe'));
    channel.appendLine('text');
    const shown = new Promise<vscode.TextEditor>((resolve) => {
      const find = (): void => {
        const editor = vscode.window.visibleTextEditors.find(
          // Another test may have left the extension's own log open.
          ({ document: { uri } }) => uri.scheme === 'output' && uri.path.includes('probe'),
        );
        if (editor !== undefined) resolve(editor);
      };
      rig.own(vscode.window.onDidChangeVisibleTextEditors(find));
      find();
    });
    channel.show();
    const editor = await shown;
    while (vscode.window.activeTextEditor !== editor) {
      await new Promise<void>((resolve) => {
        rig.own(
          vscode.window.onDidChangeActiveTextEditor(() => {
            resolve();
          }),
        );
      });
    }
    const target = await rig.openTarget();
    equal(await target.insert('hello'), 'read-only');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  async function refusesIn(document: vscode.TextDocument): Promise<void> {
    const target = await rig.openTarget();
    await rig.show('other|');
    const inBackground = await target.insert('hello');
    await vscode.window.showTextDocument(document);
    const inFront = await target.insert('hello');
    deepEqual([inBackground, inFront, document.getText()], ['read-only', 'read-only', 'text']);
  }

  async function refuses(how: {
    isReadonly?: boolean;
    permissions?: vscode.FilePermission;
  }): Promise<void> {
    const scheme = `probe-${how.isReadonly === true ? 'system' : 'file'}`;
    rig.own(
      vscode.workspace.registerFileSystemProvider(
        scheme,
        new OneFile(Buffer.from('text'), how.permissions),
        {
          isReadonly: how.isReadonly ?? false,
        },
      ),
    );
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(`${scheme}:/a`));
    await vscode.window.showTextDocument(document, { preview: false });
    await refusesIn(document);
  }
});
