import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openGettingStartedOnce } from '../../src/ui/getting-started';
import { extensionUnderTest, until } from './extension-under-test';
import { recordSilence } from './silent-sox';
import { closeEditors } from './window';

/** The titles of the pages of VS Code's own that are open. */
function pages(): readonly string[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input === undefined).map(({ label }) => label);
}

suite('getting started', () => {
  recordSilence();

  teardown(async () => {
    const { api } = await extensionUnderTest();
    await api.controller.shutdown();
    await closeEditors();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('opens the walkthrough', async () => {
    await vscode.commands.executeCommand('voiceDictation.getStarted');
    const [page] = await until('the page', () =>
      Promise.resolve(pages().length > 0 ? pages() : undefined),
    );
    assert.match(page ?? '', /^(Welcome|Walkthrough)/);
  });

  test('opens it by itself once only', async () => {
    const remembered = new Map<string, unknown>();
    const memory: vscode.Memento = {
      keys: () => [...remembered.keys()],
      get: <T>(key: string, otherwise?: T) => (remembered.get(key) as T | undefined) ?? otherwise,
      update: (key, value) => Promise.resolve(void remembered.set(key, value)),
    };
    await openGettingStartedOnce(memory);
    await until('the page', () => Promise.resolve(pages().length > 0 || undefined));
    await closeEditors();
    await openGettingStartedOnce(memory);
    assert.deepEqual(pages(), []);
  });

  test('asks for the languages, and leaves them in their order where nothing is changed', async () => {
    const section = (): vscode.WorkspaceConfiguration =>
      vscode.workspace.getConfiguration('voiceDictation');
    await section().update('recognition.languages', ['fr', 'de'], true);
    try {
      const asked = vscode.commands.executeCommand('voiceDictation.selectLanguage');
      let isDone = false;
      void asked.then(() => (isDone = true));
      // The list opens some time later, and what is accepted before that is accepted for nothing.
      await until('the answer', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return isDone || undefined;
      });
      assert.deepEqual(section().get('recognition.languages'), ['fr', 'de']);
    } finally {
      await section().update('recognition.languages', undefined, true);
    }
  });

  test('practises in a document that is nobody’s, and dictates there', async () => {
    const { api } = await extensionUnderTest();
    const started = new Promise((resolve) => {
      const listening = api.controller.onDidChangeState(({ kind }) => {
        listening.dispose();
        resolve(kind);
      });
    });
    void vscode.commands.executeCommand('voiceDictation.practise');
    const state = await started;
    const editor = vscode.window.activeTextEditor ?? assert.fail('no editor');
    assert.deepEqual(
      {
        state,
        isUntitled: editor.document.isUntitled,
        title: editor.document.lineAt(0).text,
        isCaretAtEnd: editor.selection.active.line === editor.document.lineCount - 1,
      },
      { state: 'starting', isUntitled: true, title: '# Practice', isCaretAtEnd: true },
    );
  });
});
