// Another extension dictates: the sample of docs/api, packaged as it stands, in the same window.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { EMULATOR_KEY } from '../emulator/emulator';
import { buildCompanion, type Companion } from '../harness/companion';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { type Rig, startRig } from './rig';

const QUESTION = {
  sentence:
    '“Note Taker” wants to dictate with your microphone, and to hear what you dictate. The status bar shows each time that the microphone is on.',
  buttons: ['Allow', 'Don’t Allow'],
};

describe('another extension', { timeout: SUITE_DEADLINE_MS }, () => {
  let rig: Rig;
  let companion: Companion;
  before(async () => {
    companion = await buildCompanion('note-taker');
    rig = await startRig({ companion: companion.folder });
  });
  after(async () => {
    await rig.stop();
    await companion.remove();
  });
  afterEach((context) => rig.afterTest(context));

  const pressItsKey = () => rig.workbench.page.keyboard.press('Control+Alt+Shift+N');

  test('hears nothing before the person allows it', async () => {
    const { window } = rig;
    await rig.serve();
    await window.openDocument('refused.md');
    await pressItsKey();
    const question = await window.toast();
    await rig.screenshot('extension-asks');
    assert.deepEqual(rig.recorders(), []);
    await window.pressToastButton('Don’t Allow');
    const answer = await window.toast();
    assert.deepEqual(
      { question, answer: answer.sentence },
      {
        question: QUESTION,
        answer: 'No note: VoiceDictationError: The person does not allow this extension to listen.',
      },
    );
    await window.clearToasts();
  });

  test('hears what is said, which stands nowhere else; its name is in the status bar', async () => {
    const { window } = rig;
    await rig.serve();
    await rig.reopen();
    await window.openDocument('allowed.md');
    await pressItsKey();
    const question = await window.toast();
    await window.pressToastButton('Allow');
    await window.keyInput.fill(EMULATOR_KEY);
    await rig.workbench.page.keyboard.press('Enter');
    await window.untilState('listening');
    const status = await window.untilStatusText(/^Listening… → /);
    await rig.say('fox');
    await rig.screenshot('extension-listens');
    await pressItsKey();
    await window.untilState('off');
    const { sentence } = await window.toast();
    assert.deepEqual(
      { question, status, note: sentence, saved: await window.savedText('allowed.md') },
      {
        question: QUESTION,
        status: 'Listening… → Note Taker',
        note: `Note: ${rig.fixture('fox').text}`,
        saved: '',
      },
    );
    await window.clearToasts();
  });

  test('is not asked about again: it waits its turn, and is told what the person dictates', async () => {
    const { window } = rig;
    await rig.serve();
    await rig.reopen();
    await window.openDocument('mine.md');
    await rig.workbench.page.keyboard.press('Control+Alt+Shift+F');
    await window.pressToggle();
    await window.keyInput.fill(EMULATOR_KEY);
    await rig.workbench.page.keyboard.press('Enter');
    await window.untilState('listening');
    await pressItsKey();
    const busy = await window.toast();
    await window.clearToasts();
    await rig.say('list');
    await window.pressToggle();
    await window.untilState('off');
    const heard = await window.toast();
    assert.deepEqual(
      {
        busy: busy.sentence,
        heard: heard.sentence,
        saved: await window.savedText('mine.md'),
      },
      {
        heard: `Heard: ${rig.fixture('list').text} true`,
        busy: 'No note: VoiceDictationError: A dictation is on already.',
        saved: rig.fixture('list').text,
      },
    );
  });
});
