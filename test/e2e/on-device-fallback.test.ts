// AssemblyAI is gone in the middle of a dictation, and this computer goes on: nothing is lost, nothing doubled.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { EMULATOR_KEY } from '../emulator/emulator';
import { startMirrorServer, type MirrorServer } from '../harness/mirror-server';
import { engineMirror, TINY_FOLDER } from '../harness/on-device';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { spelledOut } from '../harness/word-errors';
import { type Rig, startRig } from './rig';

/** What is said, each in a turn of its own: the test double hears it rightly wherever it begins. */
const SENTENCES = ['meeting', 'fox'] as const;

/** What the status bar shows when the service goes; nothing: it is gone before the start. */
const MOMENTS: readonly (readonly [name: string, shown: RegExp | undefined])[] = [
  ['before the start', undefined],
  ['before a word is said', /^Listening/],
  ['in the first sentence', /meeting/i],
  ['behind the first sentence', /Tuesday at half past three|^Listening/],
  ['in the last sentence', /quick/i],
];

const FALLEN_BACK = 'This dictation goes on on this computer; the next one tries AssemblyAI again.';

describe('with a key, and a model on this computer', { timeout: SUITE_DEADLINE_MS }, () => {
  let rig: Rig;
  let mirror: MirrorServer;
  before(async () => {
    mirror = await startMirrorServer(await engineMirror());
    rig = await startRig();
    await useProvider('auto');
    await enterKey();
  });
  after(async () => {
    await rig.stop();
    await mirror.close();
  });
  afterEach((context) => rig.afterTest(context));

  async function useProvider(provider: 'auto' | 'assemblyai'): Promise<void> {
    await rig.configure({
      'voiceDictation.recognition.provider': provider,
      'voiceDictation.onDevice.source': mirror.url,
      'voiceDictation.onDevice.modelFolder': TINY_FOLDER,
    });
  }

  /** The person's key is stored for the server's address. */
  async function enterKey(): Promise<void> {
    const { window, workbench } = rig;
    await workbench.runCommand('Voice Dictation: Set API Key');
    await window.keyInput.fill(EMULATOR_KEY);
    await workbench.page.keyboard.press('Enter');
    await window.keyInput.waitFor({ state: 'hidden' });
    await window.clearToasts();
  }

  /** All that was told and not dismissed, on the screen or gone from there. */
  async function notifications(): Promise<readonly string[]> {
    await rig.workbench.runCommand('Notifications: Show Notifications');
    const list = rig.workbench.page.locator('.notifications-center.visible');
    await list.waitFor();
    return list.locator('.notification-list-item-message').allInnerTexts();
  }

  /** What all of them say, one after another. */
  const said = (): string => SENTENCES.map((id) => rig.fixture(id).text).join(' ');

  /** Says each in a turn of its own. */
  async function sayAll(): Promise<void> {
    for (const id of SENTENCES) {
      await rig.say(id);
      await rig.window.untilStatusText(/^Listening/);
    }
  }

  test('the models stand side by side, and the one that is chosen is fetched after a question', async () => {
    const { window, workbench } = rig;
    const { page } = workbench;
    await workbench.runCommand('Voice Dictation: Select Provider and Model…');
    const lines = page.locator('.quick-input-widget:visible .monaco-list-row');
    await lines.filter({ hasText: 'Kroko' }).waitFor();
    await rig.screenshot('select-provider');
    const labels = (await lines.all()).map((line) => line.locator('.label-name').first());
    const names = await Promise.all(labels.map((label) => label.innerText()));
    await lines.filter({ hasText: 'Your Own Model' }).click();
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    await rig.screenshot('download-question');
    await dialog.getByRole('button', { name: 'Download' }).click();
    await window.toasts.filter({ hasText: 'is ready, and fast enough' }).waitFor();
    await rig.screenshot('model-ready');
    await window.clearToasts();
    assert.deepEqual(
      names.slice(0, 4).map((name) => name.trim()),
      ['Automatic', 'Your Own Model', 'Kroko', 'Nemotron 3.5'],
    );
  });

  for (const [name, shown] of MOMENTS) {
    test(`AssemblyAI that is gone ${name} costs no word and doubles none`, async () => {
      const { window } = rig;
      await useProvider('auto');
      await rig.serve();
      await window.openDocument(`${name.replaceAll(' ', '-')}.md`);
      if (shown === undefined) await rig.unserve();
      await window.clickStatus();
      await window.untilStatusText(/^Listening/);
      const spoken = sayAll();
      if (shown !== undefined) {
        await window.untilStatusText(shown);
        await rig.unserve();
      }
      await spoken;
      const status = await window.untilStatusText(/^Listening on this computer/);
      await window.clickStatus();
      await window.untilState('off');
      const text = await window.savedText(`${name.replaceAll(' ', '-')}.md`);
      const told = await notifications();
      if (name === 'in the last sentence') await rig.screenshot('fallback');
      await window.clearToasts();
      assert.deepEqual(
        {
          text: spelledOut(text),
          status,
          told: told.filter((each) => each.includes(FALLEN_BACK)).length,
        },
        { text: spelledOut(said()), status: 'Listening on this computer…', told: 1 },
      );
    });
  }

  test('the next dictation is AssemblyAI’s again', async () => {
    const { window } = rig;
    const emulator = await rig.serve();
    await window.openDocument('again.md');
    await window.clickStatus();
    const status = await window.untilStatusText(/^Listening/);
    await rig.say('fox');
    await window.clickStatus();
    await window.untilState('off');
    assert.deepEqual(
      {
        status,
        text: (await window.savedText('again.md')).trim(),
        sessions: emulator.sessions.length,
      },
      { status: 'Listening…', text: rig.fixture('fox').text, sessions: 1 },
    );
  });

  test('what AssemblyAI could not hear is heard by this computer where the person asks it', async () => {
    const { window, workbench } = rig;
    await useProvider('assemblyai');
    await rig.serve();
    await window.openDocument('retried.md');
    await window.clickStatus();
    await window.untilStatusText(/^Listening/);
    const spoken = rig.say('list');
    await window.untilStatusText(/function/i);
    await rig.unserve();
    await spoken;
    await window.clickStatus();
    await window.untilState('off');
    await window.untilStatusText(/kept$/);
    await window.clearToasts();
    await workbench.runCommand('Voice Dictation: Retry Transcription With…');
    const choices = workbench.page.locator('.quick-input-widget:visible .monaco-list-row');
    await choices.first().waitFor();
    await rig.screenshot('retry-with');
    await choices.filter({ hasText: 'On This Computer' }).click();
    await window.untilStatusText(/^Dictate$/);
    const text = await window.savedText('retried.md');
    assert.equal(spelledOut(text), spelledOut(rig.fixture('list').text));
  });
});
