// The key that starts and stops, as keyboards really send it: down, auto-repeat, up.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { EMULATOR_KEY, type Emulator } from '../emulator/emulator';
import { SUITE_DEADLINE_MS, until } from '../harness/until';
import { type Rig, startRig } from './rig';

/** How fast a held key repeats: the usual 500 ms, then 30 a second. */
const REPEAT_DELAY_MS = 500;
const REPEAT_INTERVAL_MS = 33;
/** More than the five repeats after which a key is certainly held. */
const MANY_REPEATS = 30;
/** A window that gets no event for nearly as long takes the key for released, as it should. */
const LATE_MS = 150;
const ATTEMPTS = 5;

const TOGGLE = ['Control', 'Alt', 'd'];
/** A key that goes together with Escape, as the other one's modifiers do not. */
const OWN_KEY = ['F9'];

/** A key that is held down. */
interface HeldKey {
  /** How often the window has taken a repeat. */
  readonly repeats: number;
  /** Whether this process or the browser was so late with one that it was no held key any more. */
  readonly isLate: boolean;
  /** Lets all keys go, the repeating one first, or last. */
  release(order?: 'first' | 'last'): Promise<void>;
}

describe('holding the key', { timeout: SUITE_DEADLINE_MS }, () => {
  let rig: Rig;
  let held: HeldKey | undefined;
  before(async () => {
    rig = await startRig({ keybindings: [{ key: 'f9', command: 'voiceDictation.toggle' }] });
    const { window, workbench } = rig;
    await window.clickStatus();
    await window.keyInput.fill(EMULATOR_KEY);
    await workbench.page.keyboard.press('Enter');
    await window.untilState('listening');
    await window.clickStatus();
    await window.untilState('off');
  });
  after(() => rig.stop());
  afterEach(async (context) => {
    await held?.release();
    await rig.afterTest(context);
  });

  /** Presses the keys and keeps the last one down, repeating. */
  async function hold(keys: readonly string[]): Promise<HeldKey> {
    const { keyboard } = rig.workbench.page;
    const last = keys.at(-1) ?? '';
    const ended = new AbortController();
    let repeats = 0;
    let isLate = false;
    const takeRepeat = async (dueMs: number): Promise<void> => {
      // Down while it is down: the browser gets an auto-repeat.
      await keyboard.down(last);
      repeats++;
      if (Date.now() - dueMs > LATE_MS) isLate = true;
    };
    for (const key of keys) await keyboard.down(key);
    const pressedAtMs = Date.now();
    const repeat = async (): Promise<void> => {
      const taken: Promise<void>[] = [];
      for (;;) {
        const dueMs = pressedAtMs + REPEAT_DELAY_MS + taken.length * REPEAT_INTERVAL_MS;
        await sleep(Math.max(0, dueMs - Date.now()));
        if (ended.signal.aborted) break;
        // Not awaited: a keyboard does not wait for a window that is busy.
        taken.push(takeRepeat(dueMs));
      }
      await Promise.all(taken);
    };
    const repeating = repeat();
    const key: HeldKey = {
      get repeats() {
        return repeats;
      },
      get isLate() {
        return isLate;
      },
      async release(order = 'first') {
        const modifiers = keys.slice(0, -1);
        if (order === 'last') {
          for (const modifier of modifiers) {
            await keyboard.up(modifier);
            await untilRepeated(key, 2);
          }
        }
        ended.abort();
        await repeating;
        for (const each of [last, ...modifiers]) await keyboard.up(each);
      },
    };
    held = key;
    return key;
  }

  /**
   * Does `dictate` with the name of a document of its own, and once more where it failed with a key
   * that came late: a computer that is so busy has no held key to be judged by.
   */
  async function onTime(
    context: TestContext,
    name: string,
    dictate: (document: string) => Promise<void>,
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await dictate(`${name}-${String(attempt)}.md`);
        return;
      } catch (error) {
        if (held?.isLate !== true || attempt === ATTEMPTS) throw error;
        context.diagnostic(`tried again, as the key came late: ${String(error)}`);
      }
      await held.release();
      await rig.workbench.page.keyboard.press('Escape');
      await rig.untilQuiet();
    }
  }

  async function untilRepeated(key: HeldKey, times = MANY_REPEATS): Promise<void> {
    const enough = key.repeats + times;
    await until('repeats', () => (key.repeats >= enough ? true : undefined));
  }

  /** Adds to the person's own settings, which no machine or workspace can change. */
  async function setForMyself(settings: object): Promise<void> {
    const { workbench } = rig;
    const { page } = workbench;
    const title = 'my settings are read';
    await workbench.runCommand('Preferences: Open User Settings (JSON)');
    await page.locator('.tab.active', { hasText: 'settings.json' }).waitFor();
    await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    for (const key of ['Control+End', 'ArrowLeft']) await page.keyboard.press(key);
    const added = JSON.stringify({ ...settings, 'window.title': title });
    await page.keyboard.insertText(`,${added.slice(1, -1)}`);
    await page.keyboard.press('Control+S');
    await until(title, async () => ((await page.title()).includes(title) ? true : undefined));
  }

  /** What is to be the same after each dictation; waits until its microphone is off. */
  async function outcome(
    emulator: Emulator,
    shown: () => Promise<readonly string[]>,
    document: string,
  ) {
    await rig.untilQuiet();
    const states = (await shown()).filter((text) => /^(Dictate|[A-Z][a-z]+…)$/.test(text));
    return {
      states: states.filter((text, i) => text !== states[i - 1]),
      text: await rig.window.savedText(document),
      closes: emulator.sessions.map(({ close }) => close?.code),
      violations: emulator.sessions.flatMap(({ violations }) => violations),
    };
  }

  const ONCE = ['Dictate', 'Starting…', 'Listening…', 'Finishing…', 'Dictate'];

  test('dictates as long as it is held', (context) =>
    onTime(context, 'held', async (document) => {
      const { window } = rig;
      const emulator = await rig.serve();
      await window.openDocument(document);
      const shown = await window.watchStatus();
      const key = await hold(TOGGLE);
      await window.untilState('listening');
      const spoken = rig.say('forward');
      await window.untilStatusText(/forward/);
      await rig.screenshot('key-held');
      await spoken;
      const state = await window.untilState('listening', 'off');
      await key.release();
      await window.untilState('off');
      assert.deepEqual(
        { state, ...(await outcome(emulator, shown, document)) },
        {
          state: 'listening',
          states: ONCE,
          text: rig.fixture('forward').text,
          closes: [1000],
          violations: [],
        },
      );
    }));

  test('types nothing when its modifiers are let go before it', (context) =>
    onTime(context, 'last', async (document) => {
      const { window } = rig;
      const emulator = await rig.serve();
      await window.openDocument(document, 'As it was.');
      const shown = await window.watchStatus();
      const key = await hold(TOGGLE);
      await window.untilState('listening');
      await untilRepeated(key);
      await key.release('last');
      await window.untilState('off');
      assert.deepEqual(await outcome(emulator, shown, document), {
        states: ONCE,
        text: 'As it was.',
        closes: [1000],
        violations: [],
      });
    }));

  test('a tap starts, and goes on until the next tap', async () => {
    const { window } = rig;
    const emulator = await rig.serve();
    await window.openDocument('tapped.md');
    const shown = await window.watchStatus();
    await window.pressToggle();
    await window.untilState('listening');
    await rig.say('forward');
    const state = await window.untilState('listening', 'off');
    await window.pressToggle();
    await window.untilState('off');
    assert.deepEqual(
      { state, ...(await outcome(emulator, shown, 'tapped.md')) },
      {
        state: 'listening',
        states: ONCE,
        text: rig.fixture('forward').text,
        closes: [1000],
        violations: [],
      },
    );
  });

  test('a double tap leaves the microphone off', async () => {
    const { window, workbench } = rig;
    const emulator = await rig.serve();
    await window.openDocument('double.md');
    const shown = await window.watchStatus();
    await window.pressToggle();
    await workbench.page.keyboard.press('Control+Alt+D');
    await until('a dictation', () => (emulator.sessions.length > 0 ? true : undefined));
    await window.untilState('off');
    const { states, text } = await outcome(emulator, shown, 'double.md');
    assert.deepEqual(
      { first: states[1], last: states.at(-1), text, sessions: emulator.sessions.length },
      { first: 'Starting…', last: 'Dictate', text: '', sessions: 1 },
    );
  });

  test('held on when Escape has cancelled, it does not start again', (context) =>
    onTime(context, 'cancelled', async (document) => {
      const { window, workbench } = rig;
      const emulator = await rig.serve();
      await window.openDocument(document, 'As it was. ');
      const shown = await window.watchStatus();
      const key = await hold(OWN_KEY);
      await window.untilState('listening');
      await untilRepeated(key);
      await workbench.page.keyboard.press('Escape');
      await window.untilState('off');
      await untilRepeated(key);
      await key.release();
      assert.deepEqual(await outcome(emulator, shown, document), {
        states: ['Dictate', 'Starting…', 'Listening…', 'Dictate'],
        text: 'As it was. ',
        closes: [1000],
        violations: [],
      });
    }));

  test('without hold to talk, a held key is one toggle', async (context) => {
    await setForMyself({ 'voiceDictation.holdToTalk': false });
    await onTime(context, 'toggled', async (document) => {
      const { window } = rig;
      const emulator = await rig.serve();
      await window.openDocument(document);
      const shown = await window.watchStatus();
      const start = await hold(TOGGLE);
      await untilRepeated(start);
      await start.release();
      await window.untilState('listening');
      await rig.say('forward');
      const state = await window.untilState('listening', 'off');
      const stop = await hold(TOGGLE);
      await untilRepeated(stop);
      await stop.release();
      await window.untilState('off');
      assert.deepEqual(
        { state, ...(await outcome(emulator, shown, document)) },
        {
          state: 'listening',
          states: ONCE,
          text: rig.fixture('forward').text,
          closes: [1000],
          violations: [],
        },
      );
    });
  });
});
