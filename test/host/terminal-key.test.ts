import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { TERMINAL_KEY_COMMANDS } from '../../src/ui/terminal-key';
import { letKeysThrough, watchTerminalKey } from '../../src/ui/terminal-key-setting';
import { until } from './extension-under-test';
import { emptyWindow } from './window';

const SETTING = 'terminal.integrated.commandsToSkipShell';

async function set(value: readonly string[] | undefined): Promise<void> {
  const { Global } = vscode.ConfigurationTarget;
  await vscode.workspace.getConfiguration().update(SETTING, value, Global);
}

suite('the key in terminals', () => {
  teardown(async () => {
    await set(undefined);
    await emptyWindow();
  });

  test('a list of other commands keeps the key from VS Code until it is let through beside them', async () => {
    await set(['other.command']);
    let kept = 0;
    const watch = watchTerminalKey(() => {
      kept++;
    });
    try {
      vscode.window.createTerminal('one').show();
      await until('it is noticed', () => Promise.resolve(kept > 0 || undefined));
      await letKeysThrough();
      const list = vscode.workspace.getConfiguration().get(SETTING);
      assert.deepEqual(list, ['other.command', ...TERMINAL_KEY_COMMANDS]);
      kept = 0;
      const opened = vscode.window.createTerminal('two');
      opened.show();
      await until('it is active', () =>
        Promise.resolve(vscode.window.activeTerminal === opened || undefined),
      );
      assert.equal(kept, 0);
    } finally {
      watch.dispose();
    }
  });
});
