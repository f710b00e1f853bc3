import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../src/ui/test-api';
import { configure, extensionUnderTest } from './extension-under-test';
import { silentSox, type SilentSox } from './silent-sox';
import { recorders } from './world';

// Whether a process is ours is read from /proc.
suite('the key press', function () {
  let api: TestApi;
  let sox: SilentSox;
  let restore: () => Promise<void>;

  setup(async function () {
    if (process.platform !== 'linux') this.skip();
    ({ api } = await extensionUnderTest());
    sox = await silentSox();
    restore = await configure({ 'recording.soxPath': sox.path });
  });

  teardown(async () => {
    await api.controller.shutdown();
    await restore();
    await sox.remove();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('has started the recorder when the first promise of anything else is still open', () => {
    // Nothing that is awaited can have come back yet: this is the same turn of the event loop.
    const before = recorders();
    void api.controller.start();
    assert.deepEqual([before, recorders().length], [[], 1]);
  });

  for (const command of ['start', 'toggle']) {
    test(`reaches the recorder in the turn in which VS Code runs the command: ${command}`, () => {
      void vscode.commands.executeCommand(`voiceDictation.${command}`);
      assert.equal(recorders().length, 1);
    });
  }
});
