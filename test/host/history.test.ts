import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { TestApi } from '../../src/ui/test-api';
import { extensionUnderTest, until } from './extension-under-test';
import { emptyWindow, restoreClipboard } from './window';

/** The names of the texts on disk. */
function onDisk({ folder: shared }: TestApi): readonly string[] {
  const folder = path.join(shared, 'unlanded');
  return existsSync(folder) ? readdirSync(folder) : [];
}

function listed({ history }: TestApi): readonly string[] {
  return history.entries.map(({ text, state }) => `${text}: ${state}`);
}

async function command(id: string): Promise<void> {
  await vscode.commands.executeCommand(id);
}

suite('history', () => {
  let api: TestApi;

  setup(async () => {
    ({ api } = await extensionUnderTest());
    api.history.clear();
  });

  restoreClipboard();

  teardown(async () => {
    api.history.clear();
    await emptyWindow();
  });

  test('the newest text is inserted at the caret', async () => {
    api.history.note('First.')('inserted');
    api.history.note('Second.')('no-target');
    const document = await vscode.workspace.openTextDocument({ content: '' });
    await vscode.window.showTextDocument(document);
    void vscode.commands.executeCommand('voiceDictation.showHistory');
    await until('the text is in the document', async () => {
      await command('workbench.action.acceptSelectedQuickOpenItem');
      return document.getText() === 'Second.' || undefined;
    });
    await until('it is not offered any more', () =>
      Promise.resolve(!api.history.hasKept || undefined),
    );
    assert.deepEqual([listed(api), onDisk(api)], [['First.: landed', 'Second.: taken'], []]);
  });

  test('a text that cannot be inserted is kept and offered', async () => {
    api.history.note('Nowhere to go.')('dropped');
    void vscode.commands.executeCommand('voiceDictation.showHistory');
    await until('it is kept', async () => {
      await command('workbench.action.acceptSelectedQuickOpenItem');
      return api.history.hasKept || undefined;
    });
    assert.deepEqual(listed(api), ['Nowhere to go.: kept']);
  });

  test('texts whose documents were closed are inserted where they belong, each document opened again', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'voice-dictation-'));
    try {
      const uris = ['one\ntwo |', 'and the |'].map((text, i) => {
        const file = path.join(folder, `${String(i)}.txt`);
        writeFileSync(file, text.replace('|', ''));
        return vscode.Uri.file(file);
      });
      const places = [
        { uri: String(uris[0]), line: 1, character: 4 },
        { uri: String(uris[1]), line: 0, character: 8 },
      ] as const;
      api.history.note('First.')('closed', { kind: 'editor', name: '', place: places[0] });
      api.history.note('Second.')('closed', { kind: 'editor', name: '', place: places[1] });
      api.history.note('Third.')('closed', { kind: 'editor', name: '', place: places[0] });
      await command('_voiceDictation.reopenAndInsert');
      const documents = await Promise.all(
        uris.map((uri) => vscode.workspace.openTextDocument(uri)),
      );
      assert.deepEqual(
        { texts: documents.map((document) => document.getText()), listed: listed(api) },
        {
          texts: ['one\ntwo first. Third.', 'and the second.'],
          listed: ['First.: taken', 'Second.: taken', 'Third.: taken'],
        },
      );
    } finally {
      await emptyWindow();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('is cleared by its last line', async () => {
    api.history.note('Gone.')('no-target');
    let isListed = false;
    await until('the history is empty', async () => {
      // Nobody tells when the list is there: if these come too early, the next round does it.
      if (isListed) {
        await command('workbench.action.quickOpenSelectPrevious');
        await command('workbench.action.acceptSelectedQuickOpenItem');
      } else {
        void vscode.commands.executeCommand('voiceDictation.showHistory');
      }
      isListed = !isListed;
      return api.history.entries.length === 0 || undefined;
    });
    assert.deepEqual(onDisk(api), []);
  });

  test('what a crashed window left is taken in, and copied by a button', async () => {
    await vscode.env.clipboard.writeText('before');
    api.history.note('Left behind.')('no-target');
    const crashed = spawn(process.execPath, ['--version'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: 'ignore',
    });
    await once(crashed, 'exit');
    const folder = path.join(api.folder, 'unlanded');
    for (const name of onDisk(api)) {
      const theirs = name.replace(/-\d+-/, `-${String(crashed.pid)}-`);
      renameSync(path.join(folder, name), path.join(folder, theirs));
    }
    api.history.clear();
    assert.deepEqual([await api.history.recover(), listed(api)], [true, ['Left behind.: kept']]);
    await until('the text is copied', async () => {
      await command('_voiceDictation.offerKeptText');
      await command('notification.acceptPrimaryAction');
      return !api.history.hasKept || undefined;
    });
    assert.deepEqual([await vscode.env.clipboard.readText(), onDisk(api)], ['Left behind.', []]);
  });
});
