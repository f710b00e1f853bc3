// A computer on which nothing records yet, from the first key press to the first sentence.
import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { RECORDERS } from '../../src/core/settings';
import { EMULATOR_KEY } from '../emulator/emulator';
import { findProgram } from '../harness/programs';
import { startRig, type Rig } from './rig';

/** What records, and what installs it: the window's are ours. */
const NOT_THERE: readonly string[] = [...RECORDERS, 'sox_ng', 'apt-get', 'sudo'];

/** A folder for PATH with every program of this computer but those, and a way to get sox. */
async function computerWithoutRecorder(): Promise<string> {
  const bin = await mkdtemp(path.join(os.tmpdir(), 'newcomer-'));
  for (const name of await readdir('/usr/bin')) {
    if (!NOT_THERE.includes(name)) await symlink(`/usr/bin/${name}`, path.join(bin, name));
  }
  const sox = (await findProgram('sox')) ?? assert.fail('sox is not installed');
  const scripts = {
    sudo: 'exec "$@"',
    'apt-get': `echo "apt-get $*"; case "$1" in install) ln -s '${sox}' '${bin}/sox';; esac`,
  };
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(path.join(bin, name), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(bin, name), 0o755);
  }
  return bin;
}

describe('where nothing records', { timeout: 200_000 }, () => {
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
    const { window, workbench } = rig;
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
    await window.keyInput.fill(EMULATOR_KEY);
    await workbench.page.keyboard.press('Enter');
    await window.untilState('listening');
    await rig.say('fox');
    await window.pressToggle();
    await window.untilState('off');
    assert.deepEqual(
      { toast, isKeyAsked, text: await window.savedText('newcomer.md') },
      {
        toast: {
          sentence: 'No program that records the microphone was found.',
          buttons: ['Install sox', 'Open Settings', 'Show Log'],
        },
        isKeyAsked: false,
        text: rig.fixture('fox').text,
      },
    );
  });
});
