import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EMULATOR_KEY, startEmulator, type Emulator } from '../emulator/emulator';
import { cuePlayer, type CuePlayer } from '../fixtures/cue-player';
import { configure, extensionUnderTest, until, untilState } from './extension-under-test';
import { recordSilence } from './silent-sox';
import { closeEditors } from './window';

suite('sound cues', () => {
  let server: Emulator;
  let player: CuePlayer;
  let restore: () => Promise<void>;
  /** As the window has it. */
  let before: unknown;
  const { PATH } = process.env;

  const section = (): vscode.WorkspaceConfiguration =>
    vscode.workspace.getConfiguration('voiceDictation');
  const play = (value: unknown): Thenable<void> => section().update('soundCues', value, true);

  setup(async () => {
    server = await startEmulator();
    player = await cuePlayer();
    process.env['PATH'] = player.path;
    const { api } = await extensionUnderTest();
    await api.secrets.store(`apiKey:${new URL(server.url).host}`, EMULATOR_KEY);
    restore = await configure({
      'recognition.endpoint': server.url,
      'recognition.provider': 'assemblyai',
    });
    before = section().inspect('soundCues')?.globalValue;
    await play(true);
    const document = await vscode.workspace.openTextDocument({ content: '' });
    await vscode.window.showTextDocument(document);
  });

  teardown(async () => {
    const { api } = await extensionUnderTest();
    await vscode.commands.executeCommand('voiceDictation.cancel');
    await play(before);
    await restore();
    await closeEditors();
    await vscode.commands.executeCommand('notifications.clearAll');
    await api.secrets.delete(`apiKey:${new URL(server.url).host}`);
    await server.close();
    if (PATH === undefined) delete process.env['PATH'];
    else process.env['PATH'] = PATH;
    await player.remove();
  });

  recordSilence();

  async function untilPlayed(...cues: readonly string[]): Promise<void> {
    let played: readonly string[] = [];
    await until(
      () => `${cues.join()}; it was ${played.join()}`,
      async () => {
        played = await player.played();
        return played.join() === cues.join() || undefined;
      },
    );
  }

  async function dictate(): Promise<void> {
    const { api } = await extensionUnderTest();
    await vscode.commands.executeCommand('voiceDictation.start');
    await untilState(api, ({ kind }) => kind === 'listening');
  }

  test('tell that dictation really listens, and that it is over', async () => {
    await dictate();
    await untilPlayed('start');
    await vscode.commands.executeCommand('voiceDictation.stop');
    await untilPlayed('start', 'end');
  });

  test('tell a failure by another sound, and play no end', async () => {
    const { api } = await extensionUnderTest();
    await api.secrets.store(`apiKey:${new URL(server.url).host}`, 'wrong');
    await vscode.commands.executeCommand('voiceDictation.start');
    await untilPlayed('error');
    assert.equal(api.controller.state.kind, 'idle');
  });

  test('are silent where one setting says so', async () => {
    await play(false);
    const { api } = await extensionUnderTest();
    await dictate();
    await vscode.commands.executeCommand('voiceDictation.stop');
    await untilState(api, ({ kind }) => kind === 'idle');
    await play(true);
    // What had been played in between would stand before.
    await dictate();
    await untilPlayed('start');
  });
});
