// A newcomer with sox and a key, who knows nothing and clicks what the walkthrough shows.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { EMULATOR_KEY } from '../emulator/emulator';
import { run } from '../harness/programs';
import { SUITE_DEADLINE_MS, until } from '../harness/until';
import { type Rig, startRig } from './rig';
import { WalkthroughPage } from './walkthrough-page';

/** A sound server's silence may have a bit of noise in it. */
const UNHEARD = /The microphone delivers silence only|Next to nothing was heard/;

describe('the walkthrough, by clicks alone', { timeout: SUITE_DEADLINE_MS }, () => {
  let rig: Rig;
  let walkthrough: WalkthroughPage;
  before(async () => {
    rig = await startRig();
    walkthrough = new WalkthroughPage(rig, 'walkthrough');
    await rig.serve();
    await rig.configure({ 'voiceDictation.recognition.provider': 'auto' });
    const pactl = (...args: readonly string[]): Promise<string> =>
      run('pactl', args, { env: { ...process.env, ...rig.microphone.env } });
    await pactl('load-module', 'module-null-sink', 'sink_name=silence');
    // A second microphone, which hears nothing.
    await pactl(
      ...['load-module', 'module-remap-source', 'master=silence.monitor'],
      ...['source_name=headset', 'source_properties=device.description=Headset'],
    );
  });
  after(() => rig.stop());
  afterEach((context) => rig.afterTest(context));

  test('a silent microphone is mended, a wrong key corrected, and the first sentence lands', async () => {
    const { window, workbench } = rig;
    const { page } = workbench;
    await workbench.runCommand('Voice Dictation: Get Started');

    // The wrong microphone, and what tells so.
    await walkthrough.click(walkthrough.shown('select another one'), 'start');
    await walkthrough.click(walkthrough.row('Headset'), 'microphones');
    await walkthrough.click(walkthrough.toastButton('Test Microphone'), 'chosen');
    const silence = await until('what the test says', async () => {
      const texts = await window.toasts.allInnerTexts();
      return texts.find((text) => UNHEARD.test(text));
    });
    const wasMicrophoneDone = await walkthrough.isDone('microphone');
    await walkthrough.click(walkthrough.toastButton('Choose Microphone'), 'silent');
    await walkthrough.click(walkthrough.row('VirtualMicrophone'), 'microphones-again');
    await window.toast();

    // Who listens.
    await walkthrough.click(walkthrough.shown('Choose who listens'), 'microphone-mended');
    await walkthrough.click(walkthrough.shown('Choose Who Listens'), 'recogniser');
    await walkthrough.click(walkthrough.row('AssemblyAI, sent to it'), 'recognisers');
    await until('the choice', async () => {
      const texts = await window.toasts.allInnerTexts();
      return texts.find((text) => text.includes('The next dictation is heard by'));
    });

    // The first sentence, with a key that is wrong at first.
    await walkthrough.click(walkthrough.shown('Say your first sentence'), 'chosen-recogniser');
    await walkthrough.click(walkthrough.shown('Practice'), 'first-sentence');
    await window.keyInput.waitFor();
    await window.keyInput.fill('wrong-key');
    await page.keyboard.press('Enter');
    const refusal = await until('the refusal', async () => {
      const text = await window.keyMessage.innerText();
      return text.includes('refused') ? text : undefined;
    });
    await walkthrough.picture('key-refused');
    await window.keyInput.fill(EMULATOR_KEY);
    await page.keyboard.press('Enter');
    await window.untilState('listening');
    await rig.say('fox');
    await walkthrough.picture('listening');
    await walkthrough.click(window.statusItem, 'listening');
    await window.untilState('off');
    const text = await workbench.editorText();
    await walkthrough.picture('done');

    // What was misheard is mended from what was said last.
    await workbench.runCommand('Voice Dictation: Add Misheard Words to Dictionary…');
    const asked = page.locator('.quick-input-widget:visible input').first();
    await asked.waitFor();
    const misheard = await asked.inputValue();
    await page.keyboard.press('Escape');
    assert.deepEqual(
      {
        silence: UNHEARD.test(silence),
        refusal: refusal.startsWith('The speech recogniser refused the API key'),
        text: text.replaceAll('\n', ' ').includes(rig.fixture('fox').text),
        misheard,
        clicks: walkthrough.clicks,
        wasMicrophoneDone,
      },
      {
        silence: true,
        refusal: true,
        text: true,
        misheard: rig.fixture('fox').text,
        clicks: 11,
        wasMicrophoneDone: false,
      },
    );
  });
});
