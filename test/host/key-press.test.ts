import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../src/ui/test-api';
import { extensionUnderTest } from './extension-under-test';
import { recordSilence } from './silent-sox';
import { recorders } from './world';

// Whether a process is ours is read from /proc.
suite('the key press', function () {
  let api: TestApi;
  setup(async function () {
    if (process.platform !== 'linux') this.skip();
    ({ api } = await extensionUnderTest());
  });

  teardown(async () => {
    await api.controller.shutdown();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  recordSilence();

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
