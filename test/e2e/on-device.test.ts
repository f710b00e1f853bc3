// A person without a key: one question, one click, and what they say is in the document.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { after, afterEach, before, test } from 'node:test';
import path from 'node:path';
import type { Emulator } from '../emulator/emulator';
import { describeAlone } from '../harness/alone';
import { until } from '../harness/until';
import { startMirrorServer, type MirrorServer } from '../harness/mirror-server';
import { engineMirror, TINY_FOLDER } from '../harness/on-device';
import { spelledOut } from '../harness/word-errors';
import { startRig, type Rig } from './rig';

describeAlone(import.meta.filename, 'without a key', () => {
  let rig: Rig;
  let mirror: MirrorServer;
  let emulator: Emulator;
  before(async () => {
    mirror = await startMirrorServer(await engineMirror());
    rig = await startRig();
    emulator = await rig.serve();
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
  });
  afterEach((context) => rig.afterTest(context));

  /** Says a sentence into a new document; resolves with what stands there at the end. */
  async function dictate(name: string, id: string, answer?: () => Promise<void>): Promise<string> {
    const { window } = rig;
    await window.openDocument(name);
    await window.clickStatus();
    await answer?.();
    await window.untilStatusText(/^Listening on this computer/);
    await rig.say(id);
    await window.clickStatus();
    await window.untilState('off');
    return window.savedText(name);
  }

  test('the first sentence takes one question, and nothing is sent', async () => {
    const { page } = rig.workbench;
    let answers: readonly string[] = [];
    const text = await dictate('first.md', 'list', async () => {
      const choices = page.locator('.quick-input-widget .monaco-list-row');
      await choices.first().waitFor();
      await rig.screenshot('who-listens');
      const names = (await choices.all()).map((row) => row.locator('.label-name').first());
      answers = await Promise.all(names.map((name) => name.innerText()));
      await choices.filter({ hasText: 'On This Computer' }).click();
    });
    await rig.screenshot('on-this-computer');
    assert.deepEqual(
      {
        answers,
        text: spelledOut(text),
        // Written as a sentence is, although the double knows small letters only.
        isSentence: /^\p{Lu}.*[.]$/u.test(text.trim()),
        sessions: emulator.sessions.length,
        fetched: new Set(mirror.requests.map(({ path: each }) => path.posix.basename(each))).size,
      },
      {
        answers: ['On This Computer', 'AssemblyAI', 'Not Now'],
        text: spelledOut(rig.fixture('list').text),
        isSentence: true,
        sessions: 0,
        fetched: 1,
      },
    );
  });

  test('the next one asks nothing and fetches nothing', async () => {
    const { length } = mirror.requests;
    const text = await dictate('second.md', 'meeting');
    assert.deepEqual(
      { text: spelledOut(text), requests: mirror.requests.length },
      { text: spelledOut(rig.fixture('meeting').text), requests: length },
    );
  });

  test('a recording is heard here, too, and nothing is sent', async () => {
    const { window, workbench } = rig;
    const { page } = workbench;
    await copyFile(rig.fixture('fox').path, path.join(rig.host.workspace, 'fox.wav'));
    await workbench.runCommand('View: Show Explorer');
    const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'fox.wav' });
    await workbench.chooseFromContextMenu(file, 'Transcribe Audio File');
    const choices = page.locator('.quick-input-widget .monaco-list-row');
    await choices.filter({ hasText: 'New Document' }).click();
    await window.untilStatusText(/^Dictate$/);
    const shown = page.locator('.editor-group-container.active .view-lines').first();
    const heard = await until('the words', async () => {
      const now = (await shown.innerText()).replaceAll('\u00a0', ' ');
      return now.includes('dog') ? now : undefined;
    });
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    assert.deepEqual(
      { text: spelledOut(heard), sessions: emulator.sessions.length },
      { text: spelledOut(rig.fixture('fox').text), sessions: 0 },
    );
  });

  test('its process is killed in mid-sentence, and no word is lost or doubled', async () => {
    const { window } = rig;
    await window.openDocument('killed.md');
    await window.clickStatus();
    await window.untilStatusText(/^Listening on this computer/);
    const spoken = rig.say('fox');
    await window.untilStatusText(/brown/);
    const pids = recognisers(path.join(rig.host.dataDir, 'tmp'));
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await spoken;
    await window.clickStatus();
    await window.untilState('off');
    const text = await window.savedText('killed.md');
    assert.deepEqual(
      { killed: pids.length, text: spelledOut(text) },
      { killed: 1, text: spelledOut(rig.fixture('fox').text) },
    );
  });
});

/** The processes with an engine that have `temporary` as their folder for temporary files. */
function recognisers(temporary: string): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => isRecogniser(pid, temporary)).map(Number);
}

function isRecogniser(pid: string, temporary: string): boolean {
  try {
    const isOurs = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/recogniser.js');
    const environment = isOurs ? readFileSync(`/proc/${pid}/environ`, 'utf8') : '';
    return environment.split('\0').includes(`TMPDIR=${temporary}`);
  } catch {
    // It ended while we looked.
    return false;
  }
}
