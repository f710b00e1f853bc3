// Whatever goes wrong: a sentence with a button, the extension host alive, the microphone off.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { EMULATOR_KEY, type Emulator } from '../emulator/emulator';
import { SUITE_DEADLINE_MS, until } from '../harness/until';
import { type Rig, startRig } from './rig';
import { START_FAILURES } from './start-failures';

// The status bar is clicked here: a key that is pressed again soon counts as held.
describe('when something fails', { timeout: SUITE_DEADLINE_MS }, () => {
  let rig: Rig;
  before(async () => {
    // Alone: else another recorder takes over where sox dies.
    rig = await startRig({ settings: { 'voiceDictation.recording.recorder': 'sox' } });
  });
  after(() => rig.stop());
  afterEach((context) => rig.afterTest(context));

  /** Presses the failure's last button, which every failure has, and closes what it opened. */
  async function showLog(): Promise<void> {
    const { window, workbench } = rig;
    await window.pressToastButton('Show Log');
    const panel = workbench.page.locator('.part.panel .output-view');
    await panel.waitFor();
    await workbench.page.keyboard.press('Control+J');
    await panel.waitFor({ state: 'hidden' });
  }

  /** Starts, speaks, and stops where `stopAt` has been recognised; resolves when it is all over. */
  async function dictate(id: string, stopAt?: RegExp): Promise<void> {
    const { window } = rig;
    await window.clickStatus();
    const spoken = rig.say(id);
    if (stopAt === undefined) await spoken;
    else await window.untilStatusText(stopAt);
    await window.clickStatus();
    await window.untilState('off');
    await spoken;
  }

  test('no key: the question can be dismissed, and asked again from the notification', async () => {
    const { window, workbench } = rig;
    await rig.serve();
    await window.openDocument('no-key.md');
    await window.pressToggle();
    await window.keyInput.waitFor();
    await workbench.page.keyboard.press('Escape');
    const toast = await window.toast();
    await window.pressToastButton('Set API Key');
    await window.keyInput.fill(EMULATOR_KEY);
    await workbench.page.keyboard.press('Enter');
    await window.keyInput.waitFor({ state: 'hidden' });
    const stored = await window.toast();
    await window.clearToasts();
    assert.deepEqual(
      { toast, stored: stored.buttons },
      {
        toast: {
          sentence: 'Dictation needs an API key of the speech recogniser.',
          buttons: ['Set API Key', 'Get an API Key', 'Show Log'],
        },
        stored: ['Start Dictation'],
      },
    );
  });

  for (const { name, faults = [], settings = {}, toast: expected } of START_FAILURES) {
    test(`${name} is told in a sentence with a button`, async () => {
      const { window } = rig;
      await rig.serve(...faults);
      await rig.configure(settings);
      await window.openDocument(`${name.replaceAll(' ', '-')}.md`);
      await window.clickStatus();
      const toast = await window.toast();
      const state = await window.untilState('off');
      await rig.untilQuiet();
      if (name === 'no sox') await rig.screenshot('failure');
      await showLog();
      await rig.configure({});
      assert.deepEqual(
        { toast: { ...toast, sentence: comparable(toast.sentence) }, state },
        { toast: expected, state: 'off' },
      );
    });
  }

  test('a server that never says Begin costs no word: they are kept for another try', async () => {
    const { window } = rig;
    await rig.serve({ fault: 'no-begin' });
    await window.openDocument('no-begin.md');
    await window.clickStatus();
    await rig.say('list');
    const reconnecting = await window.untilStatusText(/^Reconnecting/);
    const trying = await window.toast();
    await rig.screenshot('reconnecting');
    await window.pressToastButton('Stop Dictation');
    await window.untilNoToast();
    const toast = await window.toast();
    await rig.screenshot('kept');
    const before = await window.savedText('no-begin.md');
    await rig.serve();
    await window.pressToastButton('Retry Transcription');
    await until('the text', async () =>
      (await rig.workbench.editorText()) === '' ? undefined : true,
    );
    await window.untilState('off');
    assert.deepEqual(
      {
        reconnecting: comparable(reconnecting),
        trying,
        toast: { ...toast, sentence: comparable(toast.sentence) },
        before,
        text: await window.savedText('no-begin.md'),
      },
      {
        reconnecting: 'Reconnecting, N s of speech kept',
        trying: {
          sentence:
            'The speech recogniser did not answer in time. Dictation keeps trying, and what you say is kept.',
          buttons: ['Stop Dictation', 'Show Log'],
        },
        toast: {
          sentence: 'The speech recogniser did not answer in time. N s of speech is kept.',
          buttons: ['Retry Transcription', 'Save Audio…', 'Show Log'],
        },
        before: '',
        text: rig.fixture('list').text,
      },
    );
  });

  for (const fault of ['server-error', 'tcp-reset'] as const) {
    test(`${fault} in the middle of a turn costs no word`, async () => {
      const { window } = rig;
      const emulator = await rig.serve({ fault, session: 0, afterAudioMs: 1500 });
      await window.openDocument(`${fault}.md`);
      const shown = await window.watchStatus();
      await dictate('settings');
      assert.deepEqual(
        {
          text: await window.savedText(`${fault}.md`),
          isShown: (await shown()).some((text) => text.startsWith('Reconnecting')),
          sessions: emulator.sessions.length,
          toasts: await window.toasts.count(),
        },
        { text: rig.fixture('settings').text, isShown: true, sessions: 2, toasts: 0 },
      );
    });
  }

  test('without a Termination the last partial lands', async () => {
    const { window } = rig;
    const emulator = await rig.serve({ fault: 'terminate-without-reply' });
    await window.openDocument('no-termination.md');
    await dictate('branch', /commit/);
    const toast = await window.toast();
    const text = await window.savedText('no-termination.md');
    await showLog();
    assert.deepEqual(
      { text, toast: { ...toast, sentence: comparable(toast.sentence) } },
      {
        text: lastTranscript(emulator),
        toast: {
          sentence:
            'The speech recogniser did not confirm the end of the dictation, so check the last words. N s of speech is kept.',
          buttons: ['Retry Transcription', 'Save Audio…', 'Show Log'],
        },
      },
    );
    assert.match(text, /^Create a new branch, commit/);
  });

  test('a sox that is killed is started again', async () => {
    const { window } = rig;
    await rig.serve();
    await window.openDocument('killed.md');
    await window.clickStatus();
    await window.untilState('listening');
    const killed = rig.killRecorder();
    await rig.untilRecorder((pid) => pid !== killed);
    await rig.say('list');
    await window.clickStatus();
    await window.untilState('off');
    assert.deepEqual(
      { text: await window.savedText('killed.md'), toasts: await window.toasts.count() },
      { text: rig.fixture('list').text, toasts: 0 },
    );
  });

  test('a sox that dies again is told, and what was said before lands', async () => {
    const { window } = rig;
    await rig.serve();
    await window.openDocument('killed-twice.md');
    await window.clickStatus();
    const spoken = rig.say('branch');
    await window.untilStatusText(/commit/);
    const killed = rig.killRecorder();
    await rig.untilRecorder((pid) => pid !== killed);
    rig.killRecorder();
    const toast = await window.toast();
    await window.untilState('off');
    const text = await window.savedText('killed-twice.md');
    await spoken;
    await showLog();
    assert.deepEqual(
      { ...toast, sentence: comparable(toast.sentence) },
      {
        sentence:
          'The recording ended unexpectedly: sox was ended by SIGKILL. N s of speech is kept.',
        buttons: ['Retry Transcription', 'Save Audio…', 'Show Log'],
      },
    );
    assert.match(text, /^Create a new branch, commit/);
  });

  test('what was kept is transcribed when all is well again', async () => {
    const { window } = rig;
    await rig.serve();
    await window.openDocument('kept.md');
    const before = await window.statusText();
    await rig.workbench.runCommand('Voice Dictation: Retry Transcription');
    assert.deepEqual(
      { before: comparable(before), after: await window.untilStatusText(/^Dictate$/) },
      { before: 'N s of speech kept', after: 'Dictate' },
    );
  });

  test('after all that, dictation works', async () => {
    const { window } = rig;
    await rig.serve();
    await window.openDocument('after.md');
    await dictate('list');
    assert.equal(await window.savedText('after.md'), rig.fixture('list').text);
  });

  test('a sound server that dies is told, while dictating and at the next start', async () => {
    const { window } = rig;
    await rig.serve();
    await window.openDocument('sound.md');
    await window.clickStatus();
    await window.untilState('listening');
    await rig.microphone.killServer();
    const during = await window.toast();
    await showLog();
    await window.clickStatus();
    const next = await window.toast();
    await showLog();
    assert.deepEqual(
      [during, next].map(({ sentence, buttons }) => ({ sentence: comparable(sentence), buttons })),
      [
        {
          sentence:
            "The sound system of this computer does not answer: sox FAIL formats: can't open input `default': can not open audio device: Connection refused.",
          buttons: ['Try Again', 'Show Log'],
        },
        {
          sentence:
            "The sound system of this computer does not answer: sox FAIL formats: can't open input `default': can not open audio device: Connection refused.",
          buttons: ['Try Again', 'Show Log'],
        },
      ],
    );
  });

  test('the log has states and reasons, but neither the key nor a spoken word', () => {
    const log = readLog(rig.host.logDir);
    assert.match(log, /run failed: key-rejected/);
    for (const secret of [EMULATOR_KEY, 'branch', 'settings file', 'function']) {
      assert.ok(!log.includes(secret), `the log has "${secret}"`);
    }
  });
});

/** Without the server's list of models, and numbers of seconds. */
function comparable(sentence: string): string {
  return sentence.replace(/'universal-streaming-english'.*$/, '…').replace(/\d+ s /, 'N s ');
}

function lastTranscript(emulator: Emulator): unknown {
  const sent = emulator.sessions.flatMap((session) => session.sent);
  const texts = sent.map((message) =>
    typeof message === 'object' && message !== null
      ? (Reflect.get(message, 'transcript') as unknown)
      : undefined,
  );
  return texts.findLast((text) => text !== undefined);
}

function readLog(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('Voice Dictation.log'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}
