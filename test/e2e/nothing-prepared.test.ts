// A newcomer with nothing but the .vsix: no recorder, no model, no key, and no page but the walkthrough.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, afterEach, before, describe, test } from 'node:test';
import { startMirrorServer, type MirrorServer } from '../harness/mirror-server';
import { engineMirror, TINY_FOLDER } from '../harness/on-device';
import { SUITE_DEADLINE_MS, until } from '../harness/until';
import { spelledOut } from '../harness/word-errors';
import { computerWithoutRecorder } from './bare-computer';
import { type Rig, startRig } from './rig';
import { WalkthroughPage } from './walkthrough-page';

const STEPS = ['microphone', 'recogniser', 'firstDictation', 'key', 'whatToSay', 'agent'];

describe('the walkthrough, with nothing prepared', { timeout: SUITE_DEADLINE_MS }, () => {
  let bin: string;
  let mirror: MirrorServer;
  let rig: Rig;
  before(async () => {
    bin = await computerWithoutRecorder();
    mirror = await startMirrorServer(await engineMirror());
    // Else the window would take its PATH from a login shell.
    rig = await startRig({
      env: { PATH: bin, VSCODE_CLI: '1' },
      settings: { 'workbench.colorTheme': 'Default Light Modern' },
    });
    // The test double stands for a model of the catalogue; the engine is fetched like one.
    await rig.configure({
      'voiceDictation.recognition.provider': 'auto',
      'voiceDictation.onDevice.source': mirror.url,
      'voiceDictation.onDevice.modelFolder': TINY_FOLDER,
    });
  });
  after(async () => {
    await rig.stop();
    await mirror.close();
    await rm(bin, { recursive: true, force: true });
  });
  afterEach((context) => rig.afterTest(context));

  test('a recorder and a recogniser are got by clicks, and the first sentence lands', async () => {
    const { window, workbench } = rig;
    const { page } = workbench;
    const walkthrough = new WalkthroughPage(rig, 'bare');
    const done = async (): Promise<readonly string[]> => {
      const states = await Promise.all(STEPS.map((id) => walkthrough.isDone(id)));
      return STEPS.filter((_, index) => states[index]);
    };
    await workbench.runCommand('Voice Dictation: Get Started');

    // Nothing records: the button gets a recorder, and the test goes on by itself.
    await walkthrough.click(walkthrough.shown('Test My Microphone'), 'start');
    await walkthrough.toastButton('Install sox').waitFor();
    const withoutRecorder = await done();
    await walkthrough.click(walkthrough.toastButton('Install sox'), 'nothing-records');
    await until('the microphone to be tested', async () => {
      const texts = await window.toasts.allInnerTexts();
      return texts.some((text) => text.includes('Say something')) ? true : undefined;
    });
    await walkthrough.picture('testing');
    await rig.say('fox');
    const heard = await until('what the test says', async () => {
      const texts = await window.toasts.allInnerTexts();
      return texts.find((text) => text.includes('microphone works'));
    });
    await until('the check mark', async () =>
      (await walkthrough.isDone('microphone')) ? true : undefined,
    );

    // Who listens: this computer.
    await walkthrough.click(walkthrough.shown('Choose who listens'), 'heard');
    await walkthrough.click(walkthrough.shown('Choose Who Listens'), 'recogniser');
    await walkthrough.row('Your Own Model').waitFor();
    const beforeChoice = await done();
    await walkthrough.click(walkthrough.row('Your Own Model'), 'recognisers');
    const dialog = page.locator('.monaco-dialog-box');
    await walkthrough.click(dialog.getByRole('button', { name: 'Download' }), 'download');
    await until('the model', async () =>
      (await walkthrough.isDone('recogniser')) ? true : undefined,
    );

    // The first sentence.
    await walkthrough.click(walkthrough.shown('Say your first sentence'), 'downloaded');
    await walkthrough.click(walkthrough.shown('Practice'), 'first-sentence');
    await window.untilStatusText(/Listening on this computer/);
    await rig.say('fox');
    await walkthrough.click(window.statusItem, 'listening');
    await window.untilState('off');
    await walkthrough.picture('done');
    const text = await workbench.editorText();
    await workbench.runCommand('Voice Dictation: Get Started');
    const inTheEnd = await done();
    await walkthrough.picture('steps');
    assert.deepEqual(
      {
        withoutRecorder,
        isHeard: heard.includes('Your microphone works'),
        beforeChoice,
        isWritten: spelledOut(text).includes(spelledOut(rig.fixture('fox').text)),
        inTheEnd,
        clicks: walkthrough.clicks,
      },
      {
        withoutRecorder: [],
        isHeard: true,
        beforeChoice: ['microphone'],
        isWritten: true,
        inTheEnd: ['microphone', 'recogniser', 'firstDictation'],
        clicks: 9,
      },
    );
  });
});
