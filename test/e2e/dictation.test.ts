// The packaged extension in a real window, real speech, real recognition.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { EMULATOR_KEY } from '../emulator/emulator';
import { SUITE_DEADLINE_MS, until } from '../harness/until';
import { type Rig, startRig } from './rig';

describe('dictating into a document', { timeout: SUITE_DEADLINE_MS }, () => {
  let rig: Rig;
  before(async () => {
    rig = await startRig();
  });
  after(() => rig.stop());
  afterEach((context) => rig.afterTest(context));

  test('the first dictation asks for the key, refuses a wrong one, and then takes dictation', async () => {
    const { window, workbench } = rig;
    const emulator = await rig.serve();
    await window.openDocument('first.md');
    const idle = await window.statusText();
    await rig.screenshot('idle');
    await window.pressToggle();
    await window.keyInput.waitFor();
    await rig.screenshot('key-question');
    await window.keyInput.fill('wrong-key');
    await workbench.page.keyboard.press('Enter');
    await window.keyMessage.getByText('Enter another one.').waitFor();
    const refusal = await window.keyMessage.textContent();
    await rig.screenshot('key-refused');
    await window.keyInput.fill(EMULATOR_KEY);
    await workbench.page.keyboard.press('Enter');
    await window.untilState('listening');
    await rig.say('fox');
    await window.pressToggle();
    await window.untilState('off');
    assert.deepEqual(
      {
        idle,
        refusal,
        text: await window.savedText('first.md'),
        keys: emulator.sessions.map(({ headers }) => headers.authorization),
        violations: emulator.sessions.flatMap(({ violations }) => violations),
      },
      {
        idle: 'Dictate',
        refusal: 'The speech recogniser refused the API key: Invalid API key. Enter another one.',
        text: rig.fixture('fox').text,
        keys: ['wrong-key', EMULATOR_KEY, EMULATOR_KEY],
        violations: [],
      },
    );
  });

  test('ten sentences land word for word, started and stopped by palette, key and click', async () => {
    const { window, workbench } = rig;
    const emulator = await rig.serve();
    await window.openDocument('ten.md');
    const starts = [
      () => workbench.runCommand('Voice Dictation: Start Dictation'),
      () => window.pressToggle(),
      () => window.clickStatus(),
    ];
    const stops = [
      () => window.clickStatus(),
      () => workbench.runCommand('Voice Dictation: Stop Dictation'),
      () => window.pressToggle(),
    ];
    for (const [i, { id }] of rig.fixtures.entries()) {
      await starts[i % starts.length]?.();
      await window.untilState('listening');
      await rig.say(id);
      await stops[i % stops.length]?.();
      await window.untilState('off');
    }
    assert.deepEqual(
      {
        text: await window.savedText('ten.md'),
        closes: emulator.sessions.map(({ close }) => close?.code),
        violations: emulator.sessions.flatMap(({ violations }) => violations),
      },
      {
        text: rig.fixtures.map(({ text }) => text).join(' '),
        closes: rig.fixtures.map(() => 1000),
        violations: [],
      },
    );
  });

  test('turns land while one goes on talking; the status bar tells the rest', async () => {
    const { window } = rig;
    await rig.serve();
    await window.openDocument('stand-up.md', '# Stand-up\n\n');
    const shown = await window.watchStatus();
    const idle = await window.tooltip();
    await window.pressToggle();
    await window.untilState('listening');
    for (const id of ['meeting', 'network']) {
      await rig.say(id);
      await window.untilStatusText(/^Listening…$/);
    }
    let spoken: Promise<void> | undefined;
    const partial = await rig.pictureForReadme(() => {
      spoken = rig.say('branch');
      return window.untilStatusText(/^….* and push/);
    });
    const landed = await rig.workbench.editorText();
    await rig.screenshot('listening');
    const listening = await window.tooltip(() => rig.screenshot('tooltip'));
    await spoken;
    await window.pressToggle();
    await window.untilState('finishing', 'off');
    await rig.screenshot('finishing');
    await window.untilState('off');
    const [meeting, network, branch] = ['meeting', 'network', 'branch'].map(
      (id) => rig.fixture(id).text,
    );
    const states = (await shown()).filter((text) => /^Dictate$|…$/.test(text));
    assert.deepEqual(
      {
        states: states.filter((text, i) => text !== states[i - 1]),
        isNewest: branch?.includes(partial.slice(1)),
        landed,
        text: await window.savedText('stand-up.md'),
        idle: facts(idle),
        listening: facts(listening),
      },
      {
        states: ['Dictate', 'Starting…', 'Listening…', 'Finishing…', 'Dictate'],
        isNewest: true,
        landed: `# Stand-up\n\n${String(meeting)} ${String(network)}`,
        text: `# Stand-up\n\n${String(meeting)} ${String(network)} ${String(branch)}`,
        idle: [
          'Voice Dictation: off',
          'Microphone: system default',
          'Model: universal-3-6-pro, AssemblyAI',
          'Start',
          'Set API Key',
          'Settings',
          'Log',
        ],
        listening: [
          'Voice Dictation: listening',
          'Microphone: system default',
          'Model: universal-3-6-pro, AssemblyAI',
          'Elapsed: m:ss',
          'Stop',
          'Cancel',
          'Settings',
          'Log',
        ],
      },
    );
  });

  for (const ms of [1300, 8000]) {
    test(`no word is lost when Begin comes ${String(ms)} ms late and speech with the key press`, async () => {
      const { window } = rig;
      const emulator = await rig.serve({ fault: 'begin-delay', ms });
      await window.openDocument(`late-${String(ms)}.md`);
      await window.pressToggle();
      await rig.say('settings');
      await window.pressToggle();
      await window.untilState('off');
      assert.deepEqual(
        {
          text: await window.savedText(`late-${String(ms)}.md`),
          violations: emulator.sessions.flatMap(({ violations }) => violations),
        },
        { text: rig.fixture('settings').text, violations: [] },
      );
    });
  }

  test('Escape closes what is open first, then cancels: nothing lands', async () => {
    const { window, workbench } = rig;
    const { keyboard } = workbench.page;
    await rig.serve();
    await window.openDocument('escape.md', 'As it was. ');
    await window.pressToggle();
    await window.untilState('listening');
    const spoken = rig.say('branch');
    await window.untilStatusText(/branch/);
    await keyboard.press('Control+F');
    const find = workbench.page.locator('.find-widget.visible');
    await find.waitFor();
    await keyboard.press('Escape');
    await find.waitFor({ state: 'hidden' });
    const afterFirst = await window.untilState('listening', 'off');
    await keyboard.press('Escape');
    await window.untilState('off');
    await spoken;
    assert.deepEqual(
      {
        afterFirst,
        text: await window.savedText('escape.md'),
        status: await window.statusText(),
        toasts: await window.toasts.count(),
      },
      { afterFirst: 'listening', text: 'As it was. ', status: 'Dictate', toasts: 0 },
    );
  });

  test('words that run leave the file as it is; the final alone changes it', async () => {
    const { window, workbench } = rig;
    await rig.serve();
    await rig.configure({ 'voiceDictation.display.partials': 'statusBar' });
    await window.openDocument('clean.md', '# Clean\n\n');
    const look = async (): Promise<object> => ({
      text: await workbench.editorText(),
      isDirty: (await workbench.page.locator('.tab.active.dirty').count()) > 0,
    });
    await window.pressToggle();
    await window.untilState('listening');
    const spoken = rig.say('branch');
    await window.untilStatusText(/commit/);
    const running = await look();
    await spoken;
    await window.pressToggle();
    await window.untilState('off');
    const final = await look();
    await window.savedText('clean.md');
    await rig.configure({});
    assert.deepEqual(
      { running, final },
      {
        running: { text: '# Clean\n\n', isDirty: false },
        final: { text: `# Clean\n\n${rig.fixture('branch').text}`, isDirty: true },
      },
    );
  });

  test('in a long pause no session is open, and what is said before and after it lands', async () => {
    const { window } = rig;
    const emulator = await rig.serve();
    await rig.configure({ 'voiceDictation.cost.parkAfterSilenceMs': 5000 });
    await window.openDocument('pause.md');
    await window.pressToggle();
    await window.untilState('listening');
    await rig.say('fox');
    await window.untilStatusText(/^Waiting for speech/);
    const openInPause = emulator.openSessions;
    await rig.say('list');
    await window.pressToggle();
    await window.untilState('off');
    await rig.configure({});
    assert.deepEqual(
      {
        openInPause,
        text: await window.savedText('pause.md'),
        closes: emulator.sessions.map(({ close }) => close?.code),
        violations: emulator.sessions.flatMap(({ violations }) => violations),
      },
      {
        openInPause: 0,
        text: `${rig.fixture('fox').text} ${rig.fixture('list').text}`,
        closes: [1000, 1000],
        violations: [],
      },
    );
  });

  test('closing the window turns the microphone off and terminates the session', async () => {
    const { window, workbench } = rig;
    const emulator = await rig.serve();
    await window.openDocument('closed.md');
    await window.pressToggle();
    await window.untilState('listening');
    await workbench.page.goto('about:blank');
    await rig.untilQuiet();
    assert.deepEqual(
      emulator.sessions.map(({ close, violations }) => ({ code: close?.code, violations })),
      [{ code: 1000, violations: [] }],
    );
  });

  test('what a window could not send before it was closed is offered when it is opened again', async () => {
    const { window, workbench } = rig;
    // A window in a browser forgets the key when it is closed.
    const giveKey = async (): Promise<void> => {
      await window.keyInput.waitFor();
      await window.keyInput.fill(EMULATOR_KEY);
      await workbench.page.keyboard.press('Enter');
    };
    await rig.serve();
    await rig.reopen({ 'voiceDictation.privacy.keepUnsentAudio': true });
    await window.openDocument('reopened.md');
    await window.pressToggle();
    await giveKey();
    await window.untilState('listening');
    await rig.serve({ fault: 'no-begin' });
    await rig.say('list');
    await workbench.page.goto('about:blank');
    await rig.untilQuiet();
    await rig.serve();
    await rig.reopen();
    const { sentence, buttons } = await window.toast();
    await window.openDocument('reopened.md');
    await window.pressToastButton('Retry Transcription');
    await giveKey();
    await until('the text', async () => ((await workbench.editorText()) === '' ? undefined : true));
    await window.untilState('off');
    assert.deepEqual(
      {
        sentence: sentence.replace(/\d+ s/, 'N s'),
        buttons,
        text: await window.savedText('reopened.md'),
      },
      {
        sentence:
          'The window ended before everything that was said was transcribed. N s of speech is kept.',
        buttons: ['Retry Transcription', 'Save Audio…', 'Discard Recording…'],
        text: rig.fixture('list').text,
      },
    );
  });
});

/** What a tooltip has to tell, seconds left out; it may tell more. */
function facts(tooltip: string): readonly string[] {
  const known =
    /^(Voice Dictation: |Microphone: |Model: |Elapsed: |(Start|Stop|Cancel|Set API Key|Settings|Log)$)/;
  return tooltip
    .split(/\n| · /)
    .map((line) => line.trim().replace(/\d+:\d\d/, 'm:ss'))
    .filter((line) => known.test(line));
}
