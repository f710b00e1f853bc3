import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionUnderTest, until } from './extension-under-test';

suite('spoken commands', () => {
  test('are listed, and choosing one closes the list', async () => {
    await extensionUnderTest();
    let isClosed = false;
    const shown = vscode.commands.executeCommand('voiceDictation.showSpokenCommands');
    void shown.then(() => {
      isClosed = true;
    });
    await until('the list was open', async () => {
      // Nobody tells when the list is there: if this comes too early, the next round does it.
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isClosed || undefined;
    });
    assert.equal(await shown, undefined);
  });
});
