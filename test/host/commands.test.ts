import assert from 'node:assert/strict';
import { createServer, type Server, type Socket } from 'node:net';
import * as vscode from 'vscode';
import { DictationError } from '../../src/core/failure';
import { COMMAND_IDS } from '../../src/ui/command-ids';
import { costStopMessage } from '../../src/ui/messages/cost-messages';
import { failureMessage } from '../../src/ui/messages/failure-messages';
import { configure, extensionUnderTest, until, untilState } from './extension-under-test';
import { recordSilence, untilKeyIsAsked } from './silent-sox';

/** A server that lets everyone in and never says a word. */
async function silentServer(): Promise<{ readonly host: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return {
    host: `127.0.0.1:${String(address.port)}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}

suite('commands', () => {
  const environmentKey = process.env['ASSEMBLYAI_API_KEY'];

  setup(async () => {
    delete process.env['ASSEMBLYAI_API_KEY'];
    await vscode.commands.executeCommand('voiceDictation.clearApiKey');
  });

  teardown(async () => {
    if (environmentKey !== undefined) process.env['ASSEMBLYAI_API_KEY'] = environmentKey;
    await (await extensionUnderTest()).api.controller.shutdown();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  recordSilence();

  test('of the manifest are registered, and no others', async () => {
    await extensionUnderTest();
    const registered = await vscode.commands.getCommands(true);
    assert.deepEqual(
      // VS Code has some for the view itself.
      registered.filter((id) => /^voiceDictation\.(?!history\.)/u.test(id)).toSorted(),
      COMMAND_IDS.toSorted(),
    );
  });

  test('start asks who is to listen where there is no key; dismissed, dictation is off and says why', async () => {
    const { api } = await extensionUnderTest();
    void vscode.commands.executeCommand('voiceDictation.start');
    await untilState(api, ({ kind }) => kind === 'starting');
    const state = await until('the question is dismissed', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      const { state } = api.controller;
      return state.kind === 'idle' ? state : undefined;
    });
    assert.equal(state.failure?.reason, 'not-now');
  });

  test('stop ends a start that still asks for the key', async () => {
    const { api } = await extensionUnderTest();
    void vscode.commands.executeCommand('voiceDictation.start');
    await untilState(api, ({ kind }) => kind === 'starting');
    await untilKeyIsAsked();
    await vscode.commands.executeCommand('voiceDictation.stop');
    const state = await untilState(api, ({ kind }) => kind === 'idle');
    assert.deepEqual(state, { kind: 'idle' });
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });

  test('start without sox fails as that, with the extension host alive', async () => {
    const { api } = await extensionUnderTest();
    const server = await silentServer();
    await api.secrets.store(`apiKey:${server.host}`, 'a-key');
    const restore = await configure({
      'recording.soxPath': '/nowhere/sox',
      'recognition.endpoint': `ws://${server.host}/v3/ws`,
    });
    try {
      await vscode.commands.executeCommand('voiceDictation.start');
      const state = await untilState(api, ({ kind }) => kind === 'idle');
      assert.ok(state.kind === 'idle');
      assert.equal(state.failure?.reason, 'recorder-missing');
    } finally {
      await api.controller.shutdown();
      await restore();
      await api.secrets.delete(`apiKey:${server.host}`);
      await server.close();
    }
  });

  test('start with an address that must not be used fails as that, before a key is asked for', async () => {
    const { api } = await extensionUnderTest();
    const restore = await configure({ 'recognition.endpoint': 'ws://speech.example/v3/ws' });
    try {
      await vscode.commands.executeCommand('voiceDictation.start');
      const { state } = api.controller;
      assert.ok(state.kind === 'idle');
      assert.equal(state.failure?.reason, 'endpoint-invalid');
    } finally {
      await restore();
    }
  });

  for (const message of [
    failureMessage(new DictationError('sound-server-unavailable')),
    costStopMessage('silence'),
  ]) {
    test(`the button behind “${message.sentence}” keeps the place that was asked for`, async () => {
      const { api } = await extensionUnderTest();
      const step = message.nextSteps.find(({ label }) => /Again|Start/.test(label));
      assert.ok(step?.kind === 'command');
      const restore = await configure({ 'recognition.endpoint': 'ws://speech.example/v3/ws' });
      try {
        await vscode.commands.executeCommand('voiceDictation.start', { target: 'clipboard' });
        await vscode.commands.executeCommand(step.command);
        const { state, wanted } = api.controller;
        assert.deepEqual([state.kind, wanted.kind], ['idle', 'clipboard']);
      } finally {
        await restore();
      }
    });
  }

  test('a bug report is copied where the issue reporter of a browser would leave it out', async () => {
    if (vscode.env.uiKind !== vscode.UIKind.Web) return;
    await extensionUnderTest();
    const restore = await configure({ 'recognition.endpoint': 'ws://127.0.0.1:1/v3/ws' });
    try {
      await vscode.commands.executeCommand('voiceDictation.runDiagnostics');
      await vscode.env.clipboard.writeText('');
      // The reporter refuses where the manifest does not say whom reports are for.
      await Promise.allSettled([
        vscode.commands.executeCommand('_voiceDictation.diagnosticsReport'),
      ]);
      const copied = await vscode.env.clipboard.readText();
      assert.match(copied, /^Voice Dictation: Diagnostics\n[^]*^✗ Network: .*\(ECONNREFUSED\)$/mu);
    } finally {
      await vscode.env.clipboard.writeText('');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await restore();
    }
  });

  test('show log, cancel, end turn and stop do no harm when idle', async () => {
    const { api } = await extensionUnderTest();
    const before = api.controller.state;
    for (const id of ['showLog', 'cancel', 'endTurn', 'stop']) {
      await vscode.commands.executeCommand(`voiceDictation.${id}`);
    }
    assert.equal(api.controller.state, before);
  });
});
