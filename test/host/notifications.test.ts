import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DictationError } from '../../src/core/failure';
import { History } from '../../src/ui/history';
import { failureMessage } from '../../src/ui/messages/failure-messages';
import { Notifications } from '../../src/ui/notifications';
import { NO_STORE } from '../unit/ui/no-store';
import { until } from './extension-under-test';
import { emptyWindow, restoreClipboard } from './window';

function rig() {
  const logged: string[] = [];
  const write = (line: string): void => void logged.push(line);
  const history = new History(NO_STORE);
  const notifications = new Notifications({
    log: { debug: write, info: write, warn: write, error: write },
    history,
    findSoxInstall: () => ({ commandLine: 'echo not run' }),
    isTerminalElsewhere: false,
  });
  return { history, notifications, logged };
}

/** Presses the first button of the newest notification. */
async function pressFirstButton(): Promise<void> {
  await vscode.commands.executeCommand('notification.acceptPrimaryAction');
}

suite('notifications', () => {
  restoreClipboard();

  teardown(emptyWindow);

  test('a missing sox opens a terminal with the command that installs it', async () => {
    const { notifications, logged } = rig();
    const opened: vscode.Terminal[] = [];
    const subscription = vscode.window.onDidOpenTerminal((terminal) => opened.push(terminal));
    try {
      void notifications.show(failureMessage(new DictationError('recorder-missing')));
      const terminal = await until('a terminal opens', async () => {
        if (opened.length === 0) await pressFirstButton();
        return opened[0];
      });
      assert.deepEqual({ name: terminal.name, logged }, { name: 'Voice Dictation', logged: [] });
    } finally {
      subscription.dispose();
    }
  });

  test('text that was not inserted is copied, all of it, and kept until then', async () => {
    const { history, notifications } = rig();
    await vscode.env.clipboard.writeText('before');
    for (const text of ['First.', 'Second.']) {
      history.note(text)('no-target');
      notifications.showNotice({ kind: 'text-not-inserted', text, outcome: 'no-target' });
    }
    await vscode.commands.executeCommand('notifications.clearAll');
    const isKeptWhenDismissed = history.hasKept;
    notifications.offerKeptText();
    await until('the text is taken', async () => {
      if (history.hasKept) {
        notifications.offerKeptText();
        await pressFirstButton();
      }
      return !history.hasKept || undefined;
    });
    assert.deepEqual(
      { isKeptWhenDismissed, clipboard: await vscode.env.clipboard.readText() },
      { isKeptWhenDismissed: true, clipboard: 'First. Second.' },
    );
  });

  test('names that cost extra are used once the person says so', async () => {
    const { notifications } = rig();
    const section = (): vscode.WorkspaceConfiguration =>
      vscode.workspace.getConfiguration('voiceDictation');
    const key = 'vocabulary.fromWorkspace';
    notifications.showNotice({ kind: 'names-cost-extra', model: 'a-model' });
    try {
      const chosen = await until('the setting changes', async () => {
        await pressFirstButton();
        return section().inspect(key)?.globalValue;
      });
      assert.equal(chosen, 'on');
    } finally {
      await section().update(key, undefined, true);
    }
  });
});
