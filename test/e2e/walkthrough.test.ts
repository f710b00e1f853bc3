// A newcomer with sox and a key, who knows nothing and clicks what the walkthrough shows.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { EMULATOR_KEY } from '../emulator/emulator';
import { run } from '../harness/programs';
import { until } from '../harness/until';
import { startRig, type Rig } from './rig';

/** A sound server's silence may have a bit of noise in it. */
const UNHEARD = /The microphone delivers silence only|Next to nothing was heard/;

describe('the walkthrough, by clicks alone', { timeout: 280_000 }, () => {
  let rig: Rig;
  let clicks = 0;
  before(async () => {
    rig = await startRig();
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

  async function click(what: Locator, picture: string): Promise<void> {
    await what.waitFor();
    await rig.screenshot(`walkthrough-${String(++clicks).padStart(2, '0')}-${picture}`);
    await what.click();
  }

  const row = (text: string): Locator =>
    rig.workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  /** In the walkthrough: a step's heading, its button, or a link in its text. */
  const shown = (text: string): Locator =>
    rig.workbench.page
      .locator('.getting-started-detail-container, .gettingStartedContainer')
      .getByText(text, { exact: true })
      .first();
  const toastButton = (label: string): Locator =>
    rig.window.toasts.last().getByRole('button', { name: label, exact: true });

  test('a silent microphone is mended, a wrong key corrected, and the first sentence lands', async () => {
    const { window, workbench } = rig;
    const { page } = workbench;
    await workbench.runCommand('Voice Dictation: Get Started');

    // The wrong microphone, and what tells so.
    await click(shown('select another one'), 'start');
    await click(row('Headset'), 'microphones');
    await click(toastButton('Test Microphone'), 'chosen');
    const silence = await until('what the test says', async () => {
      const texts = await window.toasts.allInnerTexts();
      return texts.find((text) => UNHEARD.test(text));
    });
    await click(toastButton('Choose Microphone'), 'silent');
    await click(row('VirtualMicrophone'), 'microphones-again');
    await window.toast();

    // Who listens.
    await click(shown('Choose who listens'), 'microphone-mended');
    await click(shown('Choose Who Listens'), 'recogniser');
    await click(row('AssemblyAI, sent to it'), 'recognisers');
    await until('the choice', async () => {
      const texts = await window.toasts.allInnerTexts();
      return texts.find((text) => text.includes('The next dictation is heard by'));
    });

    // The first sentence, with a key that is wrong at first.
    await click(shown('Say your first sentence'), 'chosen-recogniser');
    await click(shown('Practice'), 'first-sentence');
    await window.keyInput.waitFor();
    await window.keyInput.fill('wrong-key');
    await page.keyboard.press('Enter');
    const refusal = await until('the refusal', async () => {
      const text = await window.keyMessage.innerText();
      return text.includes('refused') ? text : undefined;
    });
    await rig.screenshot('walkthrough-key-refused');
    await window.keyInput.fill(EMULATOR_KEY);
    await page.keyboard.press('Enter');
    await window.untilState('listening');
    await rig.say('fox');
    await rig.screenshot('walkthrough-listening');
    await click(window.statusItem, 'listening');
    await window.untilState('off');
    const text = await workbench.editorText();
    await rig.screenshot('walkthrough-done');

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
        clicks,
      },
      {
        silence: true,
        refusal: true,
        text: true,
        misheard: rig.fixture('fox').text,
        clicks: 11,
      },
    );
  });
});
