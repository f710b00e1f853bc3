import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import manifest from '../../package.json';
import type { SettingProblem } from '../../src/core/settings';
import {
  configure,
  extensionUnderTest,
  removeWorkspaceSettings,
  until,
} from './extension-under-test';
import { phrase } from '../../src/core/phrase';

suite('settings', () => {
  test('that are not valid are replaced by the default and reported once', async () => {
    const { api } = await extensionUnderTest();
    const problems: SettingProblem[] = [];
    const subscription = api.configuration.onDidFindProblem((problem) => problems.push(problem));
    const restore = await configure({ 'recording.sampleRate': 11025 });
    try {
      await until('the change is seen', () => Promise.resolve(problems[0]));
      assert.equal(api.configuration.read().recording.sampleRate, 16000);
      api.configuration.peek();
      assert.deepEqual(problems, [
        {
          key: 'recording.sampleRate',
          problem: phrase('must be one of {0}', '8000, 16000, 24000, 32000, 44100, 48000'),
          isDefaultUsed: true,
        },
      ]);
    } finally {
      subscription.dispose();
      await restore();
      await vscode.commands.executeCommand('notifications.clearAll');
    }
  });

  test('are parsed once for all that asks, until one of them changes', async () => {
    const { api } = await extensionUnderTest();
    const { configuration } = api;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder !== undefined, 'the window has no folder');
    const [one, other] = ['a.ts', 'b/c.md'].map((name) =>
      configuration.peek(vscode.Uri.joinPath(folder, name).toString()),
    );
    const elsewhere = configuration.peek('untitled:Untitled-9');
    assert.equal(one, other);
    assert.equal(elsewhere, configuration.read('untitled:Untitled-8'));
    const restore = await configure({ 'insertion.replacements': { sig: 'regards' } });
    try {
      const changed = await until('the change is seen', () => {
        const now = configuration.peek('untitled:Untitled-9');
        return Promise.resolve(now === elsewhere ? undefined : now);
      });
      assert.deepEqual(changed.insertion.replacements, { sig: 'regards' });
    } finally {
      await restore();
    }
  });

  test('of a language hold for the documents in it, and for no other', async () => {
    const { api } = await extensionUnderTest();
    const { configuration } = api;
    const open = async (language: string): Promise<vscode.TextDocument> =>
      vscode.workspace.openTextDocument({ language, content: '' });
    const [markdown, plain] = [await open('markdown'), await open('plaintext')];
    const read = (document: vscode.TextDocument): readonly unknown[] => {
      const { insertion, recognition } = configuration.peek(document.uri.toString());
      return [insertion.removeFillers, recognition.languages];
    };
    const section = vscode.workspace.getConfiguration('voiceDictation', { languageId: 'markdown' });
    const set = async (fillers?: boolean, languages?: readonly string[]): Promise<void> => {
      const { Global } = vscode.ConfigurationTarget;
      await section.update('insertion.removeFillers', fillers, Global, true);
      await section.update('recognition.languages', languages, Global, true);
    };
    try {
      await set(true, ['de']);
      await until('the change is seen', () =>
        Promise.resolve(String(read(markdown)) === 'true,de' || undefined),
      );
      assert.deepEqual(
        [read(markdown), read(plain)],
        [
          [true, ['de']],
          [false, []],
        ],
      );
      // What is shown in an editor is what nothing else is said of.
      await vscode.window.showTextDocument(markdown);
      assert.equal(configuration.peek().insertion.removeFillers, true);
    } finally {
      await set();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });

  test('of a workspace choose the model, but no program, no host and no proxy', async () => {
    const { api } = await extensionUnderTest();
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder !== undefined, 'the window has no folder');
    const file = vscode.Uri.joinPath(folder.uri, '.vscode', 'settings.json');
    const changed = new Promise<void>((resolve) => {
      const subscription = api.configuration.onDidChange(() => {
        subscription.dispose();
        resolve();
      });
    });
    const contents = {
      ...evilSettings(),
      'http.proxy': 'http://evil.example:3128',
      'voiceDictation.recognition.model': 'workspace-model',
    };
    const proxy = (): unknown => vscode.workspace.getConfiguration('http').get('proxy');
    const before = { settings: api.configuration.peek(), proxy: proxy() };
    await vscode.workspace.fs.writeFile(file, Buffer.from(JSON.stringify(contents)));
    try {
      await changed;
      const { settings } = before;
      assert.deepEqual(
        { settings: api.configuration.read(), proxy: proxy() },
        {
          settings: {
            ...settings,
            recognition: { ...settings.recognition, model: 'workspace-model' },
          },
          proxy: before.proxy,
        },
      );
    } finally {
      await removeWorkspaceSettings();
    }
  });
});

/** Scopes whose settings no workspace may choose. */
const PERSONAL = ['machine', 'application'];

/** Another value than the default for every setting that is the person's alone. */
function evilSettings(): Readonly<Record<string, unknown>> {
  const properties: Readonly<
    Record<string, { readonly scope: string; readonly default: unknown; readonly enum?: unknown[] }>
  > = manifest.contributes.configuration.properties;
  const personal = Object.entries(properties).filter(([, { scope }]) => PERSONAL.includes(scope));
  return Object.fromEntries(
    personal.map(([id, declaration]) => [
      id,
      declaration.enum?.find((value) => value !== declaration.default) ?? evil(declaration.default),
    ]),
  );
}

function evil(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return 'wss://evil.example/v3/ws';
  return typeof value === 'object' && value !== null ? { evil: 1 } : 1;
}
