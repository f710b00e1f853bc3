import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { HistoryNode } from '../../src/ui/history/history-groups';
import type { TestApi } from '../../src/ui/test-api';
import { configure, extensionUnderTest, until } from './extension-under-test';
import { emptyWindow, restoreClipboard } from './window';

async function run(id: string, ...given: readonly unknown[]): Promise<void> {
  await vscode.commands.executeCommand(`voiceDictation.${id}`, ...given);
}

async function show(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ content });
  const editor = await vscode.window.showTextDocument(document);
  const end = document.positionAt(content.length);
  editor.selection = new vscode.Selection(end, end);
  return document;
}

suite('the view of the history', () => {
  let api: TestApi;

  setup(async () => {
    ({ api } = await extensionUnderTest());
    api.history.clear();
  });

  restoreClipboard();

  teardown(async () => {
    await run('showAllHistory');
    api.history.clear();
    await emptyWindow();
  });

  /** All nodes that are shown, as indented lines: label, description, context. */
  async function outline(parent?: HistoryNode, indent = ''): Promise<readonly string[]> {
    const tree = await api.historyView.load();
    const lines: string[] = [];
    for (const node of await tree.children(parent)) {
      const { label, description, contextValue } = tree.item(node);
      const time = /\d{1,2}:\d{2}(?:\s?[AP]M)?/u;
      const name = typeof label === 'string' ? label : label?.label;
      const facts = typeof description === 'string' ? description.replace(time, '00:00') : '';
      const text = [name, facts, contextValue];
      lines.push(`${indent}${text.join('|')}`);
      lines.push(...(await outline(node, `${indent}  `)));
    }
    return lines;
  }

  /** The node of a text. */
  async function nodeOf(text: string, parent?: HistoryNode): Promise<HistoryNode | undefined> {
    const tree = await api.historyView.load();
    for (const node of await tree.children(parent)) {
      if (node.kind === 'entry' && node.entry.text === text) return node;
      const found = await nodeOf(text, node);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function noteSome(): void {
    const written = { text: 'Hello,' };
    api.history.note('Hello comma.')('inserted', { kind: 'editor', name: 'notes.md', written });
    api.history.note('Fix it.')('inserted', { kind: 'agent', name: 'Claude Code' });
    api.history.note('Nowhere.')('no-target');
  }

  test('has days, places and texts, with what was said beside what was written', async () => {
    noteSome();
    assert.deepEqual(await outline(), [
      'Today||day',
      '  Elsewhere|1|target',
      '    Nowhere.|00:00 · not inserted|entry',
      '  Claude Code|1|target',
      '    Fix it.|00:00|entry',
      '  notes.md|1|target',
      '    Hello,|00:00 · said “Hello comma.”|entry',
    ]);
  });

  test('shows what is looked for, until the search is over', async () => {
    noteSome();
    void run('searchHistory');
    const tree = await api.historyView.load();
    // The box is there some time after the view has the focus.
    await until('the search has begun', async () => {
      tree.filter = 'comma';
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await outline()).length === 3 || undefined;
    });
    const found = await outline();
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await run('showAllHistory');
    assert.deepEqual(
      [found, (await outline()).length],
      [['Today||day', '  notes.md|1|target', '    Hello,|00:00 · said “Hello comma.”|entry'], 7],
    );
  });

  test('inserts a text again at the caret, copies and deletes: that of its node, all of a place, else the newest', async () => {
    noteSome();
    const document = await show('');
    await run('insertAgain', await nodeOf('Fix it.'));
    await run('insertAgain');
    const texts = [document.getText()];
    const tree = await api.historyView.load();
    const [day] = await tree.children(undefined);
    await run('copyFromHistory', day);
    texts.push(await vscode.env.clipboard.readText());
    await run('deleteFromHistory', await nodeOf('Fix it.'), [
      await nodeOf('Fix it.'),
      await nodeOf('Hello comma.'),
    ]);
    assert.deepEqual(
      [texts, api.history.entries.map(({ text, state }) => `${text}: ${state}`)],
      [['Fix it. Nowhere.', 'Hello,\nFix it.\nNowhere.'], ['Nowhere.: taken']],
    );
  });

  test('a command that is given what is no node of the view takes the newest text', async () => {
    noteSome();
    await run('copyFromHistory', { kind: 'entry', entry: { text: 'forged' } }, [7]);
    assert.equal(await vscode.env.clipboard.readText(), 'Nowhere.');
  });

  test('writes what was said as it was heard at the caret, where nothing of it stands any more', async () => {
    api.history.note('New line comma delta.')('inserted', {
      kind: 'editor',
      name: 'gone.md',
      written: { text: '\n, delta.', utterance: 4711 },
    });
    const document = await show('So:');
    await run('writeAsSaid');
    assert.equal(document.getText(), 'So: New line comma delta.');
  });

  test('is exported as a document', async () => {
    noteSome();
    await run('exportHistory');
    const document = await until('the document', () =>
      Promise.resolve(
        vscode.window.visibleTextEditors.find((editor) => editor.document.languageId === 'markdown')
          ?.document,
      ),
    );
    assert.match(document.getText(), /^# Voice Dictation: History\n[^]*Said: Hello comma\.\n$/u);
  });

  test('is on disk as long as the setting says so, and not after it is cleared', async () => {
    const onDisk = (): readonly string[] => {
      try {
        return readdirSync(path.join(api.folder, 'history'));
      } catch {
        return []; // nothing was ever kept
      }
    };
    noteSome();
    const before = onDisk();
    const restore = await configure({ 'privacy.keepHistory': true });
    try {
      await api.history.load();
      noteSome();
      const kept = onDisk().length;
      api.history.clear();
      await until('nothing is left', () => Promise.resolve(onDisk().length === 0 || undefined));
      assert.deepEqual([before, kept], [[], 2]);
    } finally {
      await restore();
    }
  });
});
