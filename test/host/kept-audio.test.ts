import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Emitter } from '../../src/core/events';
import { DictationError } from '../../src/core/failure';
import { decodeWav } from '../../src/core/wav';
import type { KeptAudio } from '../../src/core/kept-audio';
import type { DictationState } from '../../src/dictation/state';
import { publishState } from '../../src/ui/context-key';
import { History } from '../../src/ui/history/history';
import { discardAudio, saveAudio } from '../../src/ui/save-audio';
import { configure, extensionUnderTest, until, untilState } from './extension-under-test';
import { recordSilence, untilKeyIsAsked } from './silent-sox';
import { keptAudio } from '../fixtures/kept-audio';

const FRAME_BYTES = 1600;
const FRAMES = 40;

/** A frame of a 1 kHz tone, louder the greater `byte` is; silence would not be worth keeping. */
function soundOf(byte: number): Uint8Array {
  return new Uint8Array(FRAME_BYTES).map((_, i) => (i % 32 < 16 ? byte : 255 - byte));
}

/** Two seconds, told apart by their loudness. */
function audio(byte: number): KeptAudio {
  return keptAudio(Array.from({ length: FRAMES }, () => soundOf(byte)));
}

suite('kept audio', () => {
  let folder: string;

  setup(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'kept-audio-'));
  });

  teardown(async () => {
    const { controller } = (await extensionUnderTest()).api;
    controller.releaseKeptAudio(controller.keptAudio.slice());
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('notifications.clearAll');
    await rm(folder, { recursive: true, force: true });
  });

  recordSilence();

  /** The loudness in each file of the folder. */
  async function saved(): Promise<Readonly<Record<string, number | undefined>>> {
    const names = (await readdir(folder)).toSorted();
    const bytes = await Promise.all(names.map((name) => readFile(path.join(folder, name))));
    return Object.fromEntries(
      names.map((name, i) => [name, decodeWav(bytes[i] ?? Buffer.of())?.bytes[0]]),
    );
  }

  function keeper(kept: KeptAudio[]) {
    const failures: unknown[] = [];
    const controller = {
      keptAudio: kept,
      released: new Array<KeptAudio>(),
      releaseKeptAudio(audio: readonly KeptAudio[]) {
        this.released.push(...audio);
      },
    };
    const save = (file: string | undefined): Promise<void> =>
      saveAudio({
        controller,
        onFailed: (error) => failures.push(error),
        askWhere: () =>
          Promise.resolve(
            file === undefined ? undefined : vscode.Uri.file(path.join(folder, file)),
          ),
      });
    return { controller, failures, save };
  }

  test('is saved where the person says, several recordings beside it, none over another file', async () => {
    const { controller, failures, save } = keeper([audio(1), audio(2), audio(3)]);
    await writeFile(path.join(folder, 'said.wav'), 'chosen to be replaced');
    await writeFile(path.join(folder, 'said-2.wav'), 'not chosen');
    await save('said.wav');
    assert.deepEqual(
      [await saved(), controller.released, failures],
      [
        { 'said-2.wav': undefined, 'said-3.wav': 2, 'said-4.wav': 3, 'said.wav': 1 },
        controller.keptAudio,
        [],
      ],
    );
  });

  test('stays kept when the dialog is dismissed or nothing can be written there', async () => {
    const { controller, failures, save } = keeper([audio(1)]);
    await save(undefined);
    await writeFile(path.join(folder, 'file'), '');
    await save('file/said.wav');
    assert.deepEqual(
      [controller.released, failures.length, await saved()],
      [[], 1, { file: undefined }],
    );
  });

  for (const isConfirmed of [true, false]) {
    test(`is discarded by name, and only that which was asked about, if the person ${isConfirmed ? 'confirms' : 'does not'}`, async () => {
      const { controller } = keeper([audio(1), audio(2)]);
      const [first, second] = controller.keptAudio;
      const asked: string[] = [];
      await discardAudio({
        controller,
        confirm: ({ sentence, answer }) => {
          asked.push(sentence, answer);
          controller.keptAudio.push(audio(3));
          return Promise.resolve(isConfirmed);
        },
      });
      assert.deepEqual(
        [asked, controller.released],
        [
          ['Discard 4 s of speech that was not transcribed?', 'Discard Recording'],
          isConfirmed ? [first, second] : [],
        ],
      );
    });
  }

  test('is saved by the command through the dialog of VS Code, and nothing more is asked', async () => {
    const { api } = await extensionUnderTest();
    api.controller.adoptKeptAudio([audio(7)]);
    const home = process.env['HOME'];
    process.env['HOME'] = folder;
    try {
      const command = vscode.commands.executeCommand('voiceDictation.saveAudio');
      await until('the audio is saved', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        const { state } = api.controller;
        return state.kind === 'idle' && state.keptMs === undefined ? true : undefined;
      });
      await command;
      const [[name, loudness] = assert.fail(), ...others] = Object.entries(await saved());
      assert.match(name, /^dictation-\d{4}(-\d\d){5}\.wav$/);
      assert.deepEqual([loudness, others, api.controller.keptAudio], [7, [], []]);
    } finally {
      if (home === undefined) delete process.env['HOME'];
      else process.env['HOME'] = home;
    }
  });

  test('is tried again by the command, and stays kept when that is stopped at the key question', async () => {
    const { api } = await extensionUnderTest();
    const environmentKey = process.env['ASSEMBLYAI_API_KEY'];
    delete process.env['ASSEMBLYAI_API_KEY'];
    await vscode.commands.executeCommand('voiceDictation.clearApiKey');
    api.controller.adoptKeptAudio([audio(1)]);
    try {
      void vscode.commands.executeCommand('voiceDictation.retryTranscription');
      await untilState(api, ({ kind }) => kind === 'starting');
      await vscode.commands.executeCommand('voiceDictation.stop');
      assert.deepEqual(api.controller.state, { kind: 'idle', keptMs: 2000 });
    } finally {
      if (environmentKey !== undefined) process.env['ASSEMBLYAI_API_KEY'] = environmentKey;
    }
  });

  test('is offered by the notification of a failure, whose first button tries it again', async () => {
    const { api } = await extensionUnderTest();
    const restore = await configure({ 'recognition.endpoint': 'ws://speech.example/v3/ws' });
    try {
      await vscode.commands.executeCommand('voiceDictation.start');
      api.controller.adoptKeptAudio([audio(1)]);
      await vscode.commands.executeCommand('notifications.clearAll');
      await vscode.commands.executeCommand('voiceDictation.start');
      const states: DictationState[] = [];
      const subscription = api.controller.onDidChangeState((state) => states.push(state));
      const end = await until('it is tried again', async () => {
        if (states.length === 0) {
          await vscode.commands.executeCommand('notification.acceptPrimaryAction');
        }
        return states.find(({ kind }) => kind === 'idle');
      });
      subscription.dispose();
      assert.ok(end.kind === 'idle');
      assert.deepEqual([end.failure?.reason, end.keptMs], ['endpoint-invalid', 2000]);
    } finally {
      await restore();
    }
  });

  test('does not make dictation stop: a retry is refused while it is on', async () => {
    const { api } = await extensionUnderTest();
    void vscode.commands.executeCommand('voiceDictation.start');
    await untilState(api, ({ kind }) => kind === 'starting');
    await untilKeyIsAsked();
    api.controller.adoptKeptAudio([audio(1)]);
    await vscode.commands.executeCommand('voiceDictation.retryTranscription');
    assert.deepEqual([api.controller.state.kind, api.controller.keptAudio.length], ['starting', 1]);
    await vscode.commands.executeCommand('voiceDictation.stop');
    const state = await untilState(api, ({ kind }) => kind === 'idle');
    assert.deepEqual(state, { kind: 'idle', keptMs: 2000 });
  });

  test('what is offered of the history, and what Get Started has seen done, follow the history', () => {
    const published: unknown[] = [];
    const controller = {
      state: { kind: 'idle' },
      onDidChangeState: new Emitter<DictationState>().event,
      onDidNoticeKeyHeld: new Emitter<boolean>().event,
    } as const;
    const history = new History({
      save: () => () => 0,
      recover: () => Promise.resolve([]),
      keep: () => () => 0,
      read: () => Promise.resolve([]),
      clear: () => 0,
    });
    const subscription = publishState(controller, history, (...pair) => published.push(pair));
    published.length = 0;
    history.note('To a file.')('inserted', { kind: 'editor', name: 'notes.md' });
    history.note('To an agent, in vain.')('no-target', { kind: 'agent', name: 'claude' });
    published.push('before it reached an agent');
    history.note('To an agent.')('inserted', { kind: 'agent', name: 'claude' });
    history.clear();
    subscription.dispose();
    history.dispose();
    assert.deepEqual(published, [
      ['voiceDictation.hasHistory', true],
      ['voiceDictation.hasDictated', true],
      'before it reached an agent',
      ['voiceDictation.hasReachedAgent', true],
      ['voiceDictation.hasHistory', false],
    ]);
  });

  test('is what the context key tells, while dictation is idle', () => {
    const changes = new Emitter<DictationState>();
    const published: unknown[] = [];
    const controller = {
      state: { kind: 'idle' },
      onDidChangeState: changes.event,
      onDidNoticeKeyHeld: new Emitter<boolean>().event,
    } as const;
    const onDidChange = new Emitter<void>().event;
    const history = { entries: [], hasLanded: false, hasReachedAgent: false, onDidChange };
    const subscription = publishState(controller, history, (...pair) => published.push(pair));
    const failure = new DictationError('connection-lost');
    changes.fire({ kind: 'idle', failure, keptMs: 2000 });
    changes.fire({ kind: 'idle', keptMs: 1000 });
    changes.fire({ kind: 'starting', sinceMs: 0 });
    subscription.dispose();
    changes.fire({ kind: 'idle', keptMs: 1000 });
    assert.deepEqual(published, [
      ['voiceDictation.state', 'idle'],
      ['voiceDictation.hasKeptAudio', false],
      ['voiceDictation.hasKeptAudio', true],
      ['voiceDictation.state', 'starting'],
      ['voiceDictation.hasKeptAudio', false],
    ]);
  });
});
