// The main states in light, dark and high contrast: pictures to be looked at, and a contrast that can be read.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { EMULATOR_KEY } from '../emulator/emulator';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { brokenRules } from './axe';
import { type Rig, startRig } from './rig';

/** Each with the class that VS Code gives its window then. */
const THEMES = {
  light: ['Default Light Modern', 'vs'],
  dark: ['Default Dark Modern', 'vs-dark'],
  contrast: ['Default High Contrast', 'hc-black'],
  'contrast-light': ['Default High Contrast Light', 'hc-light'],
} as const;

const OUR_ITEM = '.statusbar-item[id$="voiceDictation.status"]';

describe('in every theme', { timeout: SUITE_DEADLINE_MS }, () => {
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

  /** Shows the window in each theme, one after another. */
  async function inEach(look: (name: string) => Promise<void>): Promise<void> {
    for (const [name, [theme, kind]] of Object.entries(THEMES)) {
      // Who is silent for long would be told that dictation waits.
      await rig.configure({
        'workbench.colorTheme': theme,
        'voiceDictation.cost.parkAfterSilenceMs': 0,
      });
      await rig.workbench.page.locator(`.monaco-workbench.${kind}`).waitFor();
      await look(name);
    }
  }

  test('what the status bar says can be read, idle, listening and reconnecting', async () => {
    const { window, workbench } = rig;
    const unreadable: string[] = [];
    const look = (state: string) => async (name: string) => {
      await rig.screenshot(`theme-${name}-${state}`);
      const broken = await brokenRules(workbench.page, OUR_ITEM);
      if (broken.has('color-contrast')) unreadable.push(`${state}, ${name}`);
    };
    await window.openDocument('themes.md', '# Stand-up\n\n');
    await inEach(look('idle'));
    await window.pressToggle();
    await window.untilState('listening');
    await inEach(look('listening'));
    await rig.unserve();
    await window.untilState('reconnecting');
    await inEach(look('reconnecting'));
    await workbench.runCommand('Voice Dictation: Cancel Dictation');
    await window.untilState('off');
    await rig.serve();
    assert.deepEqual(unreadable, []);
  });
});
