import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { TargetRequest } from '../../src/core/target';
import { installRecorder } from '../../src/ui/install-recorder';
import type { ProgramInstall } from '../../src/ui/recorder-install';
import { until } from './extension-under-test';
import { hasTerminals } from './terminal-programs';
import { emptyWindow } from './window';

/** The oldest VS Code is installed without what opens terminals: it would have to be compiled. */
suite('installing a recorder', hasTerminals() ? installing : withoutTerminals);

function withoutTerminals(): void {
  test('cannot be tried in this VS Code, which opens no terminals', () => {
    assert.equal(hasTerminals(), false);
  });
}

function installing(): void {
  let folder: string;
  const told: string[] = [];
  const started: TargetRequest[] = [];

  setup(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'install-recorder-'));
    told.length = 0;
    started.length = 0;
  });

  teardown(async () => {
    await emptyWindow();
    await rm(folder, { recursive: true, force: true });
  });

  /** Presses the button: the recorder is the file `sox`. */
  function press(install: ProgramInstall, wanted: TargetRequest = {}): Promise<void> {
    return installRecorder({
      isTerminalElsewhere: false,
      hasProgram: () => false,
      hasRecorder: () => existsSync(path.join(folder, 'sox')),
      controller: {
        wanted,
        start: (request) => {
          if (request !== undefined) started.push(request);
          return Promise.resolve();
        },
      },
      notifications: { show: ({ sentence }) => told.push(sentence) },
      findInstall: () => install,
      next: undefined,
    });
  }

  const works = (): ProgramInstall => ({ commandLine: `touch '${folder}/sox'` });

  test('goes on with what was asked for, in the editor that the person came from', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'Hello' });
    await vscode.window.showTextDocument(document);
    await press(works(), { kind: 'editor' });
    assert.deepEqual([started, told], [[{ kind: 'editor' }], []]);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.deepEqual(vscode.window.terminals, []);
  });

  test('goes on in the terminal that the person came from, not in the one that installs', async () => {
    const terminal = vscode.window.createTerminal('mine');
    terminal.show();
    await until('the terminal', () =>
      Promise.resolve(vscode.window.activeTerminal === terminal || undefined),
    );
    await press(works(), { kind: 'terminal' });
    assert.deepEqual([started, told], [[{ kind: 'terminal' }], []]);
    assert.equal(vscode.window.activeTerminal, terminal);
  });

  test('where only the person knows the place, says that it is ready', async () => {
    await press(works(), { kind: 'input' });
    assert.deepEqual(started, []);
    assert.match(told.join(), /^The microphone can be recorded now/);
  });

  test('that fails stays to be read; closed, the recorder is still missing', async () => {
    const pressed = press({ commandLine: 'false' });
    const terminal = await until('the terminal', () =>
      Promise.resolve(vscode.window.terminals.find(({ name }) => name === 'Voice Dictation')),
    );
    // What it runs has come to its end when the next line has.
    terminal.sendText(`touch '${folder}/read'`);
    await until('the command that failed', () =>
      Promise.resolve(existsSync(path.join(folder, 'read')) || undefined),
    );
    assert.deepEqual([started, told], [[], []]);
    terminal.dispose();
    await pressed;
    assert.deepEqual([started, told], [[], ['No program that records the microphone was found.']]);
  });
}
