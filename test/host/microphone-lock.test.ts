import assert from 'node:assert/strict';
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { TestApi } from '../../src/ui/test-api';
import { configure, extensionUnderTest, until, untilState } from './extension-under-test';
import { silentSox } from './silent-sox';

/** No claim that stands is so old. */
const DAY_MS = 86_400_000;

suite('one microphone across windows', () => {
  let api: TestApi;
  let folder: string;
  let restore: () => Promise<void>;

  setup(async () => {
    ({ api } = await extensionUnderTest());
    folder = path.join(api.folder, 'microphone');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await api.secrets.store('apiKey:127.0.0.1:9', 'a-key');
    restore = await configure({
      'recording.soxPath': '/nowhere/sox',
      'recognition.endpoint': 'ws://127.0.0.1:9/v3/ws',
    });
  });

  teardown(async () => {
    await api.controller.shutdown();
    await restore();
    await api.secrets.delete('apiKey:127.0.0.1:9');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  /** Resolves when there are these claims: the right to record is asked for beside the recording. */
  async function claimed(...names: readonly string[]): Promise<void> {
    await until(`the claims ${names.join(', ')}`, () =>
      Promise.resolve(String(readdirSync(folder).toSorted()) === String(names) || undefined),
    );
  }

  /** Why dictation is idle, once it is. */
  async function reason(): Promise<string | undefined> {
    const state = await untilState(api, ({ kind }) => kind === 'idle');
    return state.kind === 'idle' ? state.failure?.reason : undefined;
  }

  test('a window that dictates says so, and has let go when dictation is over', async () => {
    await vscode.commands.executeCommand('voiceDictation.start');
    assert.equal(await reason(), 'recorder-missing');
    await claimed('1');
    const first = path.join(folder, '1');
    assert.equal(readFileSync(first, 'utf8'), String(process.pid));
    // It is given back beside the failure, too.
    await until('the claim given back', () =>
      Promise.resolve(statSync(first).mtimeMs < Date.now() - DAY_MS || undefined),
    );
    await vscode.commands.executeCommand('voiceDictation.start');
    assert.equal(await reason(), 'recorder-missing');
    await claimed('1', '2');
  });

  test('while another window dictates, a button takes over, which makes that one stop first', async () => {
    const other = path.join(folder, '1');
    const request = path.join(folder, '1.request');
    writeFileSync(other, String(process.ppid));
    const sox = await silentSox();
    await configure({ 'recording.soxPath': sox.path });
    await vscode.commands.executeCommand('voiceDictation.start');
    assert.equal(await reason(), 'dictating-elsewhere');
    await configure({ 'recording.soxPath': '/nowhere/sox' });
    await sox.remove();
    const beat = (): void => {
      utimesSync(other, new Date(), new Date());
    };
    await until('the other window is asked', async () => {
      beat();
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return existsSync(request) || undefined;
    });
    beat();
    assert.equal(api.controller.state.kind, 'starting');
    // The other window lets go.
    utimesSync(other, new Date(0), new Date(0));
    assert.equal(await reason(), 'recorder-missing');
    assert.equal(readFileSync(path.join(folder, '2'), 'utf8'), String(process.pid));
  });
});
