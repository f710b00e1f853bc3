// What takes long: a recording from the explorer's context menu, and last words that do not come.
import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { run } from '../harness/programs';
import { SUITE_DEADLINE_MS, until } from '../harness/until';
import { spelledOut } from '../harness/word-errors';
import { EMULATOR_KEY } from '../emulator/emulator';
import { type Rig, startRig } from './rig';

describe('long work', { timeout: SUITE_DEADLINE_MS }, () => {
  let rig: Rig;
  before(async () => {
    rig = await startRig();
    // The first dictation asks for the key; no file does then.
    const { window } = rig;
    await window.openDocument('key.md');
    await window.clickStatus();
    await window.keyInput.fill(EMULATOR_KEY);
    await window.keyInput.press('Enter');
    await window.untilStatusText(/^Listening/);
    await window.clickStatus();
    await window.untilState('off');
  });
  after(() => rig.stop());
  afterEach((context) => rig.afterTest(context));

  test('a recording in the explorer becomes a document, from MP3 as from WAV, while its progress is shown', async () => {
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
      await workbench.chooseFromContextMenu(file, 'Transcribe Audio File');
      const choices = page.locator('.quick-input-widget .monaco-list-row');
      await choices.first().waitFor();
      await rig.screenshot(`audio-file-question-${path.extname(name).slice(1)}`);
      await choices.filter({ hasText: 'New Document' }).click();
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

  test('what is said before the server goes is waited for, and not when the person does not want to', async () => {
    const { window, workbench } = rig;
    await rig.serve();
    await window.openDocument('left.md');
    await window.clickStatus();
    await window.untilStatusText(/^Listening/);
    await rig.unserve();
    await rig.say('fox');
    await window.untilStatusText(/^Reconnecting/);
    await window.clickStatus();
    const waiting = workbench.page.locator('.notification-toast', {
      hasText: 'What you said last is still being transcribed',
    });
    await waiting.first().waitFor();
    await rig.screenshot('finishing');
    await waiting.first().getByRole('button', { name: 'Cancel', exact: true }).click();
    await window.untilStatusText(/s of speech kept$/);
    await rig.screenshot('finishing-left');
    await rig.serve();
    await window.clearToasts();
    await workbench.runCommand('Voice Dictation: Retry Transcription');
    await window.untilStatusText(/^Dictate$/);
    assert.equal(
      spelledOut(await window.savedText('left.md')),
      spelledOut(rig.fixture('fox').text),
    );
  });
});
