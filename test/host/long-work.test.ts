import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Emitter } from '../../src/core/events';
import type { DictationState } from '../../src/dictation/state';
import { showFinishing, type FinishingOptions } from '../../src/ui/finishing';
import { installRecorder } from '../../src/ui/install-recorder';
import { showDownload } from '../../src/ui/on-device-dialogs';
import { systemClock } from '../../src/ui/system-clock';
import { until } from './extension-under-test';
import { hasTerminals } from './terminal-programs';
import { emptyWindow } from './window';

/** Presses the Cancel of the progress that is shown, until that has come of it. */
async function cancelProgress(isCancelled: () => boolean): Promise<void> {
  await until('the progress to be cancelled', async () => {
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    return isCancelled() || undefined;
  });
}

suite('long work can be cancelled where it shows its progress', () => {
  teardown(emptyWindow);

  /** A dictation that is being finished until it is left. */
  function finishing(totalMs: number | undefined) {
    const changes = new Emitter<DictationState>();
    let state: DictationState = { kind: 'finalizing', sinceMs: 0, partial: '' };
    let heardMs = 0;
    const left: string[] = [];
    const become = (next: DictationState): void => {
      state = next;
      changes.fire(next);
    };
    const controller: FinishingOptions['controller'] = {
      get state() {
        return state;
      },
      onDidChangeState: changes.event,
      get finishing() {
        return { heardMs: (heardMs += 100), totalMs };
      },
      leave: () => {
        left.push(state.kind);
        become({ kind: 'idle', keptMs: 1000 });
      },
    };
    return { controller, left, become };
  }

  for (const [what, totalMs] of [
    ['what was said last', undefined],
    ['speech that was kept', 60_000],
  ] as const) {
    test(`transcribing ${what}: what has landed stays, and the rest is kept`, async () => {
      const { controller, left } = finishing(totalMs);
      const shown = showFinishing({ clock: systemClock, controller });
      await cancelProgress(() => left.length > 0);
      await shown;
      assert.deepEqual(left, ['finalizing']);
    });
  }

  test('its progress goes when the last words are there, and comes for nothing that is over', async () => {
    const { controller, left, become } = finishing(undefined);
    const shown = showFinishing({ clock: systemClock, controller });
    become({ kind: 'finalizing', sinceMs: 0, partial: 'still' });
    become({ kind: 'idle' });
    await shown;
    await showFinishing({ clock: systemClock, controller });
    assert.deepEqual(left, []);
  });

  test('downloading a model: the download is told to end', async () => {
    const offer = { model: 'Tiny', bytes: 1000, from: ['models.example'], licence: undefined };
    let isAborted = false;
    const shown = showDownload(offer, async (tell, signal) => {
      tell(10);
      tell(500);
      await new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => {
          resolve();
        });
      });
      isAborted = signal.aborted;
    });
    await cancelProgress(() => isAborted);
    await shown;
  });

  if (hasTerminals()) {
    test('installing a recorder: its terminal goes on, and dictation does not start by itself', async () => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'long-work-'));
      const told: string[] = [];
      let isOver = false;
      const install = installRecorder({
        isTerminalElsewhere: false,
        hasProgram: () => false,
        hasRecorder: () => true,
        next: undefined,
        controller: {
          wanted: {},
          start: () => {
            told.push('started');
            return Promise.resolve();
          },
        },
        notifications: { show: ({ sentence }) => told.push(sentence) },
        findInstall: () => ({ commandLine: `touch '${folder}/begun'; sleep 600` }),
      }).then(() => {
        isOver = true;
      });
      try {
        await until('the installation', () =>
          Promise.resolve(existsSync(path.join(folder, 'begun')) || undefined),
        );
        await cancelProgress(() => isOver);
        await install;
        assert.deepEqual(told, []);
        assert.ok(vscode.window.terminals.some(({ name }) => name === 'Voice Dictation'));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  }
});
