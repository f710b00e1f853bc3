// What we show, to a person who does not see it: what a screen reader is told, and what axe finds in the window.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { EMULATOR_KEY } from '../emulator/emulator';
import { SUITE_DEADLINE_MS, until } from '../harness/until';
import { brokenRules } from './axe';
import { type Rig, startRig } from './rig';

const OUR_ITEMS = '.statusbar-item[id*="voiceDictation"]';
const ITEMS_OF_OTHERS = '.statusbar-item:not([id*="voiceDictation"])';
const LIST = '.quick-input-widget';
const WALKTHROUGH = '.gettingStartedContainer';
const TOASTS = '.notifications-toasts';
const DIALOG = '.monaco-dialog-box';
const HISTORY = '.pane:has([aria-label^="Dictation History"])';
const EXPLORER = '.explorer-folders-view';

/** Of what is shown in it, as a screen reader's live region. */
const ANNOUNCEMENTS = '.statusbar-item[id$="voiceDictation.announcements"] [role="status"]';

/**
 * What VS Code's own markup and themes break in such a thing, whatever an extension puts into it: texts, names, roles and
 * pictures are ours, and break other rules.
 */
const BROKEN_BY_VSCODE = {
  list: [
    'color-contrast', // the theme pales the second line of each row
    'aria-required-children', // rows with a check box
    'aria-valid-attr-value', // a box names its list, which is not there where it has none
  ],
  toast: ['aria-allowed-attr', 'aria-required-children'],
  question: ['aria-prohibited-attr'],
  walkthrough: [
    ...['aria-allowed-attr', 'aria-required-children', 'nested-interactive', 'list'],
    ...['label-content-name-mismatch', 'image-alt', 'frame-title'],
  ],
  tree: ['label-content-name-mismatch'], // a name has a space before its description
} as const;

/** Lists that we open, by the commands that do. */
const LISTS = [
  'Show Menu',
  'Select Provider and Model…',
  'Select Microphone…',
  'Select Language…',
  'Show Spoken Commands',
  'Show History',
] as const;

describe('for people who do not see it', { timeout: SUITE_DEADLINE_MS }, () => {
  let rig: Rig;
  before(async () => {
    rig = await startRig({
      settings: {
        'editor.accessibilitySupport': 'on',
        'workbench.colorTheme': 'Default Light Modern',
        'workbench.reduceMotion': 'on',
      },
    });
    await rig.serve();
    await open('Set API Key');
    await rig.window.keyInput.waitFor();
    await rig.window.keyInput.fill(EMULATOR_KEY);
    await rig.workbench.page.keyboard.press('Enter');
    await rig.window.toasts.first().waitFor();
    await rig.window.clearToasts();
  });
  after(() => rig.stop());
  afterEach((context) => rig.afterTest(context));

  const broken = (selector: string): Promise<ReadonlyMap<string, string>> =>
    brokenRules(rig.workbench.page, selector);

  /** @param usual what is broken there without us */
  async function causedByUs(
    selector: string,
    usual: readonly string[],
  ): Promise<readonly string[]> {
    const ours = await broken(selector);
    return [...ours].flatMap(([id, where]) => (usual.includes(id) ? [] : [`${id}: ${where}`]));
  }

  function open(title: string): Promise<void> {
    return rig.workbench.runCommand(`Voice Dictation: ${title}`);
  }

  /** What has been said to a screen reader since, one after another. */
  async function listen(): Promise<() => Promise<readonly string[]>> {
    const { page } = rig.workbench;
    await page.locator(ANNOUNCEMENTS).waitFor();
    const said = await page.evaluateHandle(`(() => {
      const region = document.querySelector('${ANNOUNCEMENTS}');
      const said = [];
      new MutationObserver(() => {
        const text = region.textContent.trim();
        if (text !== said.at(-1)) said.push(text);
      }).observe(region, { subtree: true, childList: true, characterData: true });
      return said;
    })()`);
    return async () => {
      const texts: unknown = await said.jsonValue();
      return Array.isArray(texts) ? texts.map(String) : [];
    };
  }

  test('a screen reader is told what dictation does and what it wrote, and no running word', async () => {
    const { window } = rig;
    await window.openDocument('heard.md');
    const said = await listen();
    const moving: boolean[] = [];
    await window.pressToggle();
    await window.untilState('listening');
    await rig.say('fox');
    moving.push((await window.statusItem.locator('.codicon-modifier-spin').count()) > 0);
    await window.pressToggle();
    await window.untilState('off');
    const { text } = rig.fixture('fox');
    const texts = await until('the last announcement', async () => {
      const all = await said();
      return all.length >= 3 ? all : undefined;
    });
    assert.deepEqual(
      { texts: texts.toSorted(), moving, first: texts[0] },
      {
        texts: ['Dictation is off', `Inserted: ${text}`, 'Listening…'].toSorted(),
        moving: [false],
        first: 'Listening…',
      },
    );
  });

  test('the status bar items break no rule that others keep', async () => {
    const { window } = rig;
    const usual = [...(await broken(ITEMS_OF_OTHERS)).keys()];
    const found = new Map<string, readonly string[]>();
    found.set('idle', await causedByUs(OUR_ITEMS, usual));
    await window.pressToggle();
    await window.untilState('listening');
    found.set('listening', await causedByUs(OUR_ITEMS, usual));
    await window.pressToggle();
    await window.untilState('off');
    assert.deepEqual([...found.values()].flat(), []);
  });

  test('the lists that we open break no rule by what we put into them, and close with Escape', async () => {
    const { page } = rig.workbench;
    await page.keyboard.press('F1');
    await page.locator(`${LIST} .monaco-list-row`).first().waitFor();
    const usual = [...(await broken(LIST)).keys(), ...BROKEN_BY_VSCODE.list];
    await page.keyboard.press('Escape');
    const found: string[] = [];
    for (const title of LISTS) {
      await open(title);
      await page.locator(`${LIST} .monaco-list-row`).first().waitFor();
      found.push(...(await causedByUs(LIST, usual)).map((each) => `${title}: ${each}`));
      await rig.screenshot(`list-${title.replace(/\W+/g, '-').toLowerCase()}`);
      await page.keyboard.press('Escape');
      await page.locator(LIST).waitFor({ state: 'hidden' });
    }
    assert.deepEqual(found, []);
  });

  test('the history breaks no rule that the explorer keeps', async () => {
    const { window, workbench } = rig;
    await window.openDocument('history.md');
    await window.pressToggle();
    await window.untilState('listening');
    await rig.say('fox');
    await window.pressToggle();
    await window.untilState('off');
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    const usual = [...(await broken(EXPLORER)).keys(), ...BROKEN_BY_VSCODE.tree];
    await workbench.runCommand('Explorer: Focus on Dictation History View');
    const row: Locator = workbench.page.locator(`${HISTORY} .monaco-list-row`).first();
    await row.waitFor();
    await rig.screenshot('history-view');
    assert.deepEqual(await causedByUs(HISTORY, usual), []);
  });

  test('a notification, a question and the walkthrough break none', async () => {
    const { window, workbench } = rig;
    const { page } = workbench;
    await open('Set API Key');
    await window.keyInput.waitFor();
    const key = await causedByUs(LIST, BROKEN_BY_VSCODE.list);
    await page.keyboard.press('Escape');
    await open('Clear API Key');
    await window.toasts.first().waitFor();
    const toast = await causedByUs(TOASTS, BROKEN_BY_VSCODE.toast);
    await window.clearToasts();
    await open('Clear History…');
    const question = await causedByUs(DIALOG, BROKEN_BY_VSCODE.question);
    await page.keyboard.press('Escape');
    await page.locator(DIALOG).waitFor({ state: 'hidden' });
    await open('Get Started');
    await page.getByText('Check your microphone').first().waitFor();
    const walkthrough = await causedByUs(WALKTHROUGH, BROKEN_BY_VSCODE.walkthrough);
    assert.deepEqual(
      { key, toast, question, walkthrough },
      { key: [], toast: [], question: [], walkthrough: [] },
    );
  });
});
