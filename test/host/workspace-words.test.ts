import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Emitter } from '../../src/core/events';
import type { Settings } from '../../src/core/settings';
import { DocumentWords } from '../../src/editor/words/document-words';
import { WorkspaceWords, type WorkspaceTrust } from '../../src/editor/words/workspace-words';
import type { WorkspaceNames } from '../../src/core/workspace-names';
import { systemClock } from '../../src/ui/system-clock';
import { EMULATOR_KEY, startEmulator } from '../emulator/emulator';
import type { SessionRecord } from '../emulator/record';
import { RecordingLog } from '../wire/session-support';
import { SETTINGS } from '../unit/ui/settings-fixture';
import { configure, extensionUnderTest, until, untilState } from './extension-under-test';
import { recordSilence } from './silent-sox';
import { closeEditors, canSearch } from './window';

suite('the workspace’s own words', () => {
  let folder: string;
  const watched: WorkspaceNames[] = [];

  setup(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'voice-dictation-'));
  });

  teardown(async () => {
    for (const names of watched.splice(0)) names.dispose();
    await closeEditors();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  recordSilence();

  /** Shows a new file with the caret at its beginning. */
  async function show(
    name: string,
    text: string,
    viewColumn = vscode.ViewColumn.One,
  ): Promise<vscode.TextEditor> {
    const file = path.join(folder, name);
    await writeFile(file, text);
    const document = await vscode.workspace.openTextDocument(file);
    return vscode.window.showTextDocument(document, { viewColumn, preview: false });
  }

  function watch(
    { document }: vscode.TextEditor,
    fromWorkspace: Settings['vocabulary']['fromWorkspace'] = 'on',
    trust?: WorkspaceTrust,
  ) {
    const log = new RecordingLog();
    const words = new WorkspaceWords({
      clock: systemClock,
      log,
      readSettings: () => ({ ...SETTINGS, vocabulary: { fromWorkspace } }),
      ...(trust !== undefined && { trust }),
    });
    const resource = document.uri.toString();
    const names = words.watch({ kind: 'editor', resource, placeInDocument: undefined });
    watched.push(names);
    return { names, log, identifiers: () => words.identifiers(resource) };
  }

  /** Resolves when all of `wanted` are among the names. */
  async function untilNamed(names: WorkspaceNames, wanted: readonly string[]): Promise<void> {
    await until(wanted.join(), () =>
      Promise.resolve(wanted.every((name) => names.current.includes(name)) || undefined),
    );
  }

  test('packages, and what language services know of code in the workspace, are among the names', async () => {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(root !== undefined);
    const at = (name: string): vscode.Uri => vscode.Uri.joinPath(root.uri, name);
    const files = {
      'splines.ts': 'export {};',
      'notes.md': '# Notes',
      'secrets/deep.ts': 'export {};',
      'keyed.ts': 'const key = `-----BEGIN PRIVATE KEY-----`;',
      'package.json': JSON.stringify({ dependencies: { 'left-frobnicator': '1.0.0' } }),
    };
    const symbol = (name: string, uri: vscode.Uri): vscode.SymbolInformation =>
      new vscode.SymbolInformation(
        name,
        vscode.SymbolKind.Function,
        '',
        new vscode.Location(uri, new vscode.Position(0, 0)),
      );
    const editor = await show('one.ts', 'let oneFrobnicator = 1;');
    const provider = vscode.languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: () => [
        symbol('reticulateSplines', at('splines.ts')),
        symbol('quietHeading', at('notes.md')),
        symbol('quietSecret', at('secrets/deep.ts')),
        symbol('quietKey', at('keyed.ts')),
        symbol('quietOutsider', editor.document.uri),
      ],
    });
    try {
      await vscode.workspace.fs.createDirectory(at('secrets'));
      for (const [name, text] of Object.entries(files)) {
        await vscode.workspace.fs.writeFile(at(name), Buffer.from(text));
      }
      const { names, identifiers } = watch(editor);
      await untilNamed(names, ['one frobnicator', 'left frobnicator', 'reticulate splines']);
      assert.ok(identifiers().includes('reticulateSplines'));
      assert.deepEqual(
        [...names.current, ...identifiers()].filter((name) => name.startsWith('quiet')),
        [],
      );
    } finally {
      provider.dispose();
      for (const name of [...Object.keys(files), 'secrets']) {
        await vscode.workspace.fs.delete(at(name), { recursive: true });
      }
    }
  });

  test('what is near the caret is known at once, and all that is open soon after', async () => {
    await show('other.ts', 'function parseFrobnicator() {}', vscode.ViewColumn.Two);
    const far = '\n'.repeat(300);
    const editor = await show('main.ts', `const user = getUserName();${far}renderWidgetTree();`);
    const { names, log, identifiers } = watch(editor);
    assert.deepEqual(names.current, ['get user name']);
    await untilNamed(names, ['get user name', 'render widget tree', 'parse frobnicator']);
    assert.deepEqual(
      ['getUserName', 'renderWidgetTree', 'parseFrobnicator'].filter(
        (name) => !identifiers().includes(name),
      ),
      [],
    );
    assert.deepEqual(log.lines, []);
  });

  test('what stands in private files is never taken', async () => {
    await show('.env', 'PRIVATE_FLUX_TOKEN=hyperDriveSecret', vscode.ViewColumn.Two);
    const secret = await show('.env.local', 'OTHER_FLUX_TOKEN=hyperDriveSecret');
    const inside = watch(secret);
    assert.deepEqual(inside.names.current, []);
    const editor = await show('main.ts', 'getUserName();');
    await show('last.ts', 'parseFrobnicator();', vscode.ViewColumn.Three);
    const { names } = watch(editor);
    await untilNamed(names, ['get user name', 'parse frobnicator']);
    await untilNamed(inside.names, ['get user name', 'parse frobnicator']);
    assert.deepEqual(
      [...names.current, ...inside.names.current].filter((name) => /flux|hyper/.test(name)),
      [],
    );
  });

  test('names of files that VS Code finds are known, and changes are followed', async () => {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(root !== undefined, 'the window has no folder');
    const file = vscode.Uri.joinPath(root, 'quokka-enclosure.ts');
    await vscode.workspace.fs.writeFile(file, Buffer.from(''));
    try {
      const editor = await show('main.ts', 'getUserName();\n');
      const { names } = watch(editor);
      const fileNames = (await canSearch(file)) ? ['quokka enclosure'] : [];
      await untilNamed(names, ['get user name', ...fileNames]);
      const changed = new Promise<void>((resolve) => {
        names.onDidChange(resolve);
      });
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(1, 0), 'mergeKernelPatch();');
      });
      await changed;
      await untilNamed(names, ['get user name', 'merge kernel patch']);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  test('of a notebook with a key in one cell nothing is taken from any', async () => {
    const cell = (text: string): vscode.NotebookCellData =>
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python');
    const open = async (...texts: readonly string[]): Promise<vscode.NotebookDocument> => {
      const data = new vscode.NotebookData(texts.map(cell));
      const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
      // Else VS Code does, some time later, because it is not saved.
      await vscode.window.showNotebookDocument(notebook);
      return notebook;
    };
    const wordsOf = (notebook: vscode.NotebookDocument): readonly string[] => {
      const words = new DocumentWords().all(notebook.cellAt(0).document);
      return words.map(({ name }) => name);
    };
    const key = 'k = "-----BEGIN PRIVATE KEY-----"';
    assert.deepEqual(
      [wordsOf(await open('quokka = 1', 'b = 2')), wordsOf(await open('quokka = 1', key))],
      [['quokka'], []],
    );
  });

  test('of a folder that is not trusted nothing is taken, until it is', async () => {
    const granted = new Emitter<void>();
    const trust = { isTrusted: false, onDidGrant: granted.event };
    const editor = await show('main.ts', 'getUserName();');
    const { names, identifiers } = watch(editor, 'on', trust);
    const before = [names.current, identifiers()];
    trust.isTrusted = true;
    granted.fire();
    await untilNamed(names, ['get user name']);
    assert.deepEqual([before, identifiers().includes('getUserName')], [[[], []], true]);
  });

  test('of a place it is told what is dictated there and in which file of the workspace, as far as that may be', async () => {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(root !== undefined);
    const told = async (name: string, isTrusted = true): Promise<string> => {
      const uri = vscode.Uri.joinPath(root.uri, name);
      await vscode.workspace.fs.writeFile(uri, Buffer.from('text'));
      try {
        const document = await vscode.workspace.openTextDocument(uri);
        const editor = await vscode.window.showTextDocument(document, { preview: false });
        const trust = { isTrusted, onDidGrant: new Emitter<void>().event };
        return watch(editor, 'on', trust).names.place.replace(/ Project: \S+\./, '');
      } finally {
        await closeEditors();
        await vscode.workspace.fs.delete(uri);
      }
    };
    const outside = watch(await show('elsewhere.ts', 'text')).names.place;
    assert.deepEqual(
      [
        await told('place.ts'),
        await told('.env.local'),
        await told('place.ts', false),
        outside.replace(/ Project: \S+\./, ''),
      ],
      [
        'A software developer dictates text. File: place.ts. Language: typescript.',
        'A software developer dictates text.',
        '',
        'A software developer dictates text.',
      ],
    );
  });

  test('nothing that a folder names can act is taken', async () => {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(root !== undefined);
    const at = (name: string): string => path.join(root.uri.fsPath, name);
    const hostile = ['run tests;. *', 'quokka\u202etests.ts', '--quokka tests', 'plain-quokka.ts'];
    const editor = await show('one.ts', 'getUserName();');
    try {
      await writeFile(
        at('package.json'),
        JSON.stringify({ dependencies: { 'git status;./*': '1', 'plain-frobnicator': '1' } }),
      );
      for (const name of hostile) await writeFile(at(name), '');
      const { names, identifiers } = watch(editor);
      const isFound = await canSearch(vscode.Uri.file(at('plain-quokka.ts')));
      await untilNamed(names, ['plain frobnicator', ...(isFound ? ['plain quokka'] : [])]);
      assert.deepEqual(
        [...names.current, ...identifiers()].filter((name) => /status|tests/.test(name)),
        [],
      );
    } finally {
      for (const name of ['package.json', ...hostile]) await rm(at(name), { force: true });
    }
  });

  test('nothing is taken where the settings say so', async () => {
    const editor = await show('main.ts', 'getUserName();');
    const { names, identifiers } = watch(editor, 'off');
    assert.deepEqual([names.current, identifiers()], [[], []]);
  });

  test('of every word that would be told it is known which file it comes from', async () => {
    const editor = await show('main.ts', 'getUserName();');
    const other = await show('other.yaml', 'quokkaKey: SommerUrlaub', vscode.ViewColumn.Two);
    const words = new WorkspaceWords({
      clock: systemClock,
      log: new RecordingLog(),
      readSettings: () => ({ ...SETTINGS, vocabulary: { fromWorkspace: 'on' } }),
    });
    const resource = editor.document.uri.toString();
    const early: string[] = [];
    const told = await words.told(
      { kind: 'editor', resource, placeInDocument: undefined },
      (known) => {
        early.push(...known.map(({ term }) => term));
      },
    );
    assert.ok(early.includes('get user name'), 'what is known already is not waited for');
    const wanted = new Set(['get user name', 'quokka key', 'sommer urlaub']);
    assert.deepEqual(
      told.filter(({ term }) => wanted.has(term)),
      [
        { term: 'get user name', sources: [resource] },
        { term: 'quokka key', sources: [other.document.uri.toString()] },
      ],
    );
  });

  test('Show What Is Sent opens a list, and closing it ends the command', async () => {
    await extensionUnderTest();
    await show('main.ts', 'getUserName();');
    const shown = vscode.commands.executeCommand('voiceDictation.showWhatIsSent');
    const hasEnded = shown.then(() => true);
    await until('the list to close', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return Promise.race([hasEnded, Promise.resolve(undefined)]);
    });
  });

  test('they reach the recogniser when the session has begun, never by its address, and when the editor has others', async () => {
    const { api } = await extensionUnderTest();
    const server = await startEmulator();
    const host = new URL(server.url).host;
    await api.secrets.store(`apiKey:${host}`, EMULATOR_KEY);
    const restore = await configure({
      'recognition.endpoint': server.url,
    });
    try {
      const editor = await show('main.ts', 'const user = getUserName();\n');
      await vscode.commands.executeCommand('voiceDictation.start');
      await untilState(api, ({ kind }) => kind === 'listening');
      const session = await server.nextSession();
      await session.until((record) => updates(record).some((terms) => has(terms, 'get user name')));
      assert.equal(session.query['keyterms_prompt'], undefined);
      assert.match(api.controller.told?.place ?? '', /^A software developer dictates text\./);
      assert.ok(JSON.stringify(session.received).includes('A software developer dictates text.'));
      assert.ok(!JSON.stringify(session.query).includes('developer'));
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(1, 0), 'mergeKernelPatch();');
      });
      await session.until((record) => updates(record).some(hasBoth));
      assert.deepEqual(api.controller.told?.keyterms, updates(session).at(-1));
      assert.deepEqual(
        { told: updates(session).filter(hasBoth).length, violations: session.violations },
        { told: 1, violations: [] },
      );
    } finally {
      await vscode.commands.executeCommand('voiceDictation.cancel');
      await api.controller.shutdown();
      await restore();
      await api.secrets.delete(`apiKey:${host}`);
      await server.close();
    }
  });
});

/** The keyterms of each UpdateConfiguration. */
function updates({ received }: SessionRecord): readonly unknown[] {
  return received.flatMap((each) => {
    if (each.kind !== 'text' || typeof each.message !== 'object' || each.message === null)
      return [];
    const terms: unknown = Reflect.get(each.message, 'keyterms_prompt');
    return terms === undefined ? [] : [terms];
  });
}

function hasBoth(terms: unknown): boolean {
  return has(terms, 'get user name') && has(terms, 'merge kernel patch');
}

function has(terms: unknown, term: string): boolean {
  return Array.isArray(terms) && terms.includes(term);
}
