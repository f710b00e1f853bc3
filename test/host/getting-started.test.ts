import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  openGettingStarted,
  openGettingStartedOnce,
  type OwnContext,
} from '../../src/ui/getting-started';
import { EXTENSION_ID, extensionUnderTest, until } from './extension-under-test';
import { recordSilence } from './silent-sox';
import { closeEditors } from './window';

/** The titles of the pages of VS Code's own that are open. */
function pages(): readonly string[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input === undefined).map(({ label }) => label);
}

/** A computer on which the walkthrough was never opened. */
function rememberingNothing(): OwnContext {
  const remembered = new Map<string, unknown>();
  return {
    extension: { id: EXTENSION_ID },
    globalState: {
      get: (key) => remembered.get(key),
      update: (key, value) => Promise.resolve(void remembered.set(key, value)),
    },
  };
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

  for (const first of ['opened by itself', 'opened by the person'] as const) {
    test(`never opens it by itself again once it was ${first}`, async () => {
      const context = rememberingNothing();
      const open = first === 'opened by itself' ? openGettingStartedOnce : openGettingStarted;
      await open(context);
      await until('the page', () => Promise.resolve(pages().length > 0 || undefined));
      await closeEditors();
      await openGettingStartedOnce(context);
      assert.deepEqual(pages(), []);
    });
  }

  for (const isForLanguage of [false, true]) {
    const where = isForLanguage ? 'for the language of the editor' : 'for all';
    test(`asks for the languages that are set ${where}, and writes them there in their order`, async () => {
      const document = await vscode.workspace.openTextDocument({ language: 'markdown' });
      await vscode.window.showTextDocument(document);
      const section = vscode.workspace.getConfiguration('voiceDictation', document);
      const set = (value?: readonly string[]): Thenable<void> =>
        section.update('recognition.languages', value, true, isForLanguage);
      await set(['fr', 'de']);
      try {
        const asked = vscode.commands.executeCommand('voiceDictation.selectLanguage');
        let isDone = false;
        void asked.then(() => (isDone = true));
        // The list opens some time later, and what is accepted before that is accepted for nothing.
        await until('the answer', async () => {
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return isDone || undefined;
        });
        const found = vscode.workspace
          .getConfiguration('voiceDictation', document)
          .inspect('recognition.languages');
        const written = ['fr', 'de'];
        assert.deepEqual(
          [found?.globalValue, found?.globalLanguageValue],
          isForLanguage ? [undefined, written] : [written, undefined],
        );
      } finally {
        await set();
      }
    });
  }

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
