// A computer on which nothing records yet, from the first key press to the first sentence.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { after, afterEach, before, describe, test } from 'node:test';
import { EMULATOR_KEY } from '../emulator/emulator';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { computerWithoutRecorder, INSTALLS_ONE } from './bare-computer';
import { type Rig, startRig } from './rig';

describe('where sox is not, and another recorder is', { timeout: SUITE_DEADLINE_MS }, () => {
  let bin: string;
  let rig: Rig;
  before(async () => {
    bin = await computerWithoutRecorder(['parec']);
    rig = await startRig({ env: { PATH: bin, VSCODE_CLI: '1' } });
  });
  after(async () => {
    await rig.stop();
    await rm(bin, { recursive: true, force: true });
  });
  afterEach((context) => rig.afterTest(context));

  test('the first sentence lands with nothing installed', async () => {
    const { window } = rig;
    await rig.serve();
    await window.openDocument('without-sox.md');
    await window.pressToggle();
    await window.giveKey(EMULATOR_KEY);
    await window.untilState('listening');
    const recorders = rig.recorders().map((pid) => programOf(pid));
    await rig.say('fox');
    await window.pressToggle();
    await window.untilState('off');
    assert.deepEqual(
      { recorders, text: await window.savedText('without-sox.md') },
      { recorders: ['parec'], text: rig.fixture('fox').text },
    );
  });
});

describe('where nothing records', { timeout: SUITE_DEADLINE_MS }, () => {
  let bin: string;
  let rig: Rig;
  before(async () => {
    bin = await computerWithoutRecorder();
    // Else the window would take its PATH from a login shell.
    rig = await startRig({ env: { PATH: bin, VSCODE_CLI: '1' } });
  });
  after(async () => {
    await rig.stop();
    await rm(bin, { recursive: true, force: true });
  });
  afterEach((context) => rig.afterTest(context));

  test('one button installs a recorder, and the sentence lands where the caret was', async () => {
    const { window } = rig;
    await rig.serve();
    await window.openDocument('newcomer.md');
    await window.pressToggle();
    const toast = await window.toast();
    const isKeyAsked = await window.keyInput.isVisible();
    await rig.screenshot('nothing-records');
    await window.pressToastButton('Install sox');
    // What is missing next is asked for next.
    await window.keyInput.waitFor();
    await rig.screenshot('recorder-installed');
    await window.giveKey(EMULATOR_KEY);
    await window.untilState('listening');
    await rig.say('fox');
    await window.pressToggle();
    await window.untilState('off');
    assert.deepEqual(
      { toast, isKeyAsked, text: await window.savedText('newcomer.md') },
      {
        toast: {
          sentence: `No program that records the microphone was found. ${INSTALLS_ONE}`,
          buttons: ['Install sox', 'Open Settings', 'Show Log'],
        },
        isKeyAsked: false,
        text: rig.fixture('fox').text,
      },
    );
  });
});

/** Which program a process runs. */
function programOf(pid: number): string {
  return readFileSync(`/proc/${String(pid)}/comm`, 'utf8').trim();
}
