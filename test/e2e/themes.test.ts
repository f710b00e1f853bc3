// The main states in light, dark and high contrast: pictures to be looked at, and a contrast that can be read.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { EMULATOR_KEY } from '../emulator/emulator';
import { brokenRules } from './axe';
import { startRig, type Rig } from './rig';

const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
  'contrast-light': 'Default High Contrast Light',
} as const;

const OUR_ITEM = '.statusbar-item[id$="voiceDictation.status"]';

describe('in every theme', { timeout: 280_000 }, () => {
  let rig: Rig;
  before(async () => {
    rig = await startRig();
    await rig.serve();
    await rig.workbench.runCommand('Voice Dictation: Set API Key');
    await rig.window.keyInput.waitFor();
    await rig.window.keyInput.fill(EMULATOR_KEY);
    await rig.workbench.page.keyboard.press('Enter');
    await rig.window.toast();
    await rig.window.clearToasts();
  });
  after(() => rig.stop());
  afterEach((context) => rig.afterTest(context));

  for (const [name, theme] of Object.entries(THEMES)) {
    test(`what the status bar says can be read: ${name}`, async () => {
      const { window, workbench } = rig;
      const { page } = workbench;
      const picture = (what: string): Promise<void> => rig.screenshot(`theme-${name}-${what}`);
      await rig.reopen({ 'workbench.colorTheme': theme });
      const unreadable: string[] = [];
      const look = async (what: string): Promise<void> => {
        await picture(what);
        const broken = await brokenRules(page, OUR_ITEM);
        if (broken.has('color-contrast')) unreadable.push(what);
      };
      await window.openDocument(`${name}.md`, '# Stand-up\n\n');
      await look('idle');
      await window.pressToggle();
      await window.untilState('listening');
      const spoken = rig.say('branch');
      await window.untilStatusText(/and push/);
      await look('listening');
      await spoken;
      await window.pressToggle();
      await window.untilState('off');
      // Nobody answers any more.
      await rig.unserve();
      await window.pressToggle();
      await window.untilState('reconnecting');
      await look('reconnecting');
      await window.pressToggle();
      await rig.serve();
      await window.untilState('off');
      await window.clearToasts();
      await workbench.runCommand('Voice Dictation: Show Menu');
      await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await picture('menu');
      await page.keyboard.press('Escape');
      await workbench.runCommand('Voice Dictation: Get Started');
      await page.getByText('Check your microphone').first().waitFor();
      await picture('walkthrough');
      assert.deepEqual(unreadable, []);
    });
  }
});
