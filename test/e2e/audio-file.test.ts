// A recording in the workspace: its context menu in the explorer, one question, and its words in a document.
import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { run } from '../harness/programs';
import { until } from '../harness/until';
import { spelledOut } from '../harness/word-errors';
import { EMULATOR_KEY } from '../emulator/emulator';
import { startRig, type Rig } from './rig';

describe('a recording in the explorer', { timeout: 280_000 }, () => {
  let rig: Rig;
  before(async () => {
    rig = await startRig();
  });
  after(() => rig.stop());
  afterEach((context) => rig.afterTest(context));

  test('becomes a document, from MP3 as from WAV, while its progress is shown', async () => {
    const { window, workbench } = rig;
    const { page } = workbench;
    const emulator = await rig.serve();
    const { path: wav, text } = rig.fixture('list');
    await copyFile(wav, path.join(rig.host.workspace, 'list.wav'));
    await run('ffmpeg', [
      '-loglevel',
      'error',
      '-i',
      wav,
      path.join(rig.host.workspace, 'list.mp3'),
    ]);
    await workbench.runCommand('View: Show Explorer');
    for (const name of ['list.wav', 'list.mp3']) {
      const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
      await file.click({ button: 'right' });
      const item = page.locator('.monaco-menu .action-label', { hasText: 'Transcribe Audio File' });
      await item.waitFor();
      await rig.screenshot(`audio-file-menu-${path.extname(name).slice(1)}`);
      await item.click();
      const choices = page.locator('.quick-input-widget .monaco-list-row');
      await choices.first().waitFor();
      await rig.screenshot(`audio-file-question-${path.extname(name).slice(1)}`);
      await choices.filter({ hasText: 'New Document' }).click();
      if (name === 'list.wav') {
        await window.keyInput.fill(EMULATOR_KEY);
        await window.keyInput.press('Enter');
      }
      const toast = window.toasts.filter({ hasText: `Transcribing ${name}` });
      await toast.filter({ hasText: ' of 0:0' }).first().waitFor();
      await rig.screenshot(`audio-file-progress-${path.extname(name).slice(1)}`);
      await toast.first().waitFor({ state: 'detached' });
      const shown = page.locator('.editor-group-container.active .view-lines').first();
      const heard = await until('the words', async () => {
        const now = (await shown.innerText()).replaceAll('\u00a0', ' ');
        return now.trim() === '' ? undefined : now;
      });
      await rig.screenshot(`audio-file-${path.extname(name).slice(1)}`);
      assert.equal(spelledOut(heard), spelledOut(text));
    }
    assert.deepEqual(
      emulator.sessions.flatMap(({ violations }) => violations),
      [],
    );
  });
});
