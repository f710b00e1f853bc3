import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import type Mocha from 'mocha';
import * as vscode from 'vscode';
import { extensionUnderTest, until } from './extension-under-test';
import { emptyWindow, openInWindow } from './window';

/** Where tests change settings. VS Code itself adds to others when it first opens a terminal. */
const SECTIONS = ['voiceDictation', 'editor', 'files', 'http'];

/** What VS Code (for zsh, too), its extensions and libpulse keep in the folder for temporary files. */
const VSCODES_OWN = /^(vscode-|node-compile-cache$|pulse$)|-code-(?:server-)?zsh$/;

/** All that one suite could leave to the next, as far as it can be seen. */
interface World {
  readonly open: readonly string[];
  readonly unsaved: readonly string[];
  readonly dictation: Readonly<Record<string, unknown>>;
  readonly settings: readonly unknown[];
  readonly clipboard: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Names in the folder for temporary files, and in the one that the window has open. */
  readonly files: readonly string[];
  /** Command lines of recorders. */
  readonly recorders: readonly string[];
  readonly servers: number;
}

/**
 * Lets each test begin in an empty window, whatever ran before it, and makes each suite fail that
 * leaves the world another than it was before the first; call it when all files are loaded.
 */
export function guardWorld({ suite: root }: Mocha): void {
  let before: World | undefined;
  root.beforeAll('the world before all tests', async () => {
    await emptyWindow();
    // VS Code brings the settings of the runner up to date when it starts.
    before = await until('nothing unsaved', async () => {
      const found = await world();
      return found.unsaved.length === 0 ? found : undefined;
    });
  });
  root.beforeEach('an empty window', emptyWindow);
  for (const suite of root.suites) {
    suite.afterAll('leaves nothing behind', async () => {
      let after = await world();
      // What is being closed, saved or ended may take a moment.
      await until('the world as it was', async () => {
        after = await world();
        return isSame(before, after) || undefined;
      }).catch(() => {
        const left = after;
        const expected = before;
        before = after;
        assert.deepEqual(left, expected);
      });
    });
  }
}

async function world(): Promise<World> {
  const { api } = await extensionUnderTest();
  const { controller, history } = api;
  const folders = vscode.workspace.workspaceFolders ?? [];
  return {
    open: openInWindow(),
    unsaved: vscode.workspace.textDocuments
      .filter((document) => document.isDirty && document.getText() !== '')
      .map(({ uri }) => uri.toString()),
    dictation: {
      state: controller.state.kind,
      kept: controller.keptAudio.length,
      history: history.entries.length,
    },
    settings: SECTIONS.map((section) => JSON.stringify(vscode.workspace.getConfiguration(section))),
    clipboard: await vscode.env.clipboard.readText(),
    environment: Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_')),
    ),
    files: [os.tmpdir(), ...folders.map(({ uri }) => uri.fsPath)].flatMap((folder) =>
      readdirSync(folder).filter((name) => !VSCODES_OWN.test(name)),
    ),
    recorders: recorders(),
    servers: process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length,
  };
}

function isSame(one: World | undefined, other: World): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Command lines of our children that carry the recorder's mark in their environment; Linux only. */
export function recorders(): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => recorder(`/proc/${pid}`) ?? []);
}

function recorder(folder: string): string | undefined {
  try {
    const [, parent] = /\) \S (\d+)/.exec(readFileSync(`${folder}/stat`, 'utf8')) ?? [];
    if (Number(parent) !== process.pid) return undefined;
    const isMarked = readFileSync(`${folder}/environ`, 'utf8').includes('PULSE_LATENCY_MSEC=');
    return isMarked ? readFileSync(`${folder}/cmdline`, 'utf8').replaceAll('\0', ' ') : undefined;
  } catch {
    // The process ended while we looked.
    return undefined;
  }
}
