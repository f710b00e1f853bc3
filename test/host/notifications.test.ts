import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DictationError } from '../../src/core/failure';
import { History } from '../../src/ui/history/history';
import { failureMessage } from '../../src/ui/messages/failure-messages';
import { Notifications } from '../../src/ui/notifications';
import { NO_STORE } from '../unit/ui/no-store';
import { until } from './extension-under-test';
import { emptyWindow, restoreClipboard } from './window';

function rig() {
  let installs = 0;
  const logged: string[] = [];
  const write = (line: string): void => void logged.push(line);
  const history = new History(NO_STORE);
  const notifications = new Notifications({
    log: { debug: write, info: write, warn: write, error: write },
    hasProgram: () => false,
    isTerminalElsewhere: false,
    history,
    installRecorder: () => {
      installs++;
      return Promise.resolve();
    },
  });
  return { history, notifications, logged, installs: () => installs };
}

/** Presses the first button of the newest notification. */
async function pressFirstButton(): Promise<void> {
  await vscode.commands.executeCommand('notification.acceptPrimaryAction');
}

suite('notifications', () => {
  restoreClipboard();

  teardown(emptyWindow);

  test('a missing recorder is installed by the first button', async () => {
    const { notifications, logged, installs } = rig();
    void notifications.show(failureMessage(new DictationError('recorder-missing')));
    await until('the button has been pressed', async () => {
      if (installs() === 0) await pressFirstButton();
      return installs() > 0 || undefined;
    });
    assert.deepEqual(logged, []);
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
