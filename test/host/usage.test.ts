import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionUnderTest, until } from './extension-under-test';
import { closeEditors } from './window';

suite('usage', () => {
  teardown(closeEditors);

  test('Show Usage opens a preview of a document that cannot be edited', async () => {
    await extensionUnderTest();
    await vscode.commands.executeCommand('voiceDictation.showUsage');
    const label = await until('the preview', () =>
      Promise.resolve(
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .find(({ label }) => label.includes('Usage'))?.label,
      ),
    );
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('voice-dictation-usage:Voice Dictation Usage.md'),
    );
    assert.deepEqual(
      { label, title: document.lineAt(0).text, language: document.languageId },
      {
        label: 'Preview Voice Dictation Usage.md',
        title: '# Voice Dictation: Usage',
        language: 'markdown',
      },
    );
    assert.equal(vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) ?? false, false);
  });
});
