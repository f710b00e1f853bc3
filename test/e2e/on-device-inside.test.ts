// The package for a platform brings its engine: without a key and without any download, what is said is in the
// document.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { describeAlone } from '../harness/alone';
import { TINY_FOLDER } from '../harness/on-device';
import { platformPackage } from '../harness/packaged-extension';
import { spelledOut } from '../harness/word-errors';
import { startRig, type Rig } from './rig';

describeAlone(import.meta.filename, 'with the package for this platform', () => {
  let rig: Rig;
  before(async () => {
    rig = await startRig({ package: platformPackage() });
    await rig.configure({
      'voiceDictation.recognition.provider': 'onDevice',
      'voiceDictation.onDevice.modelFolder': TINY_FOLDER,
    });
  });
  after(() => rig.stop());
  afterEach((context) => rig.afterTest(context));

  test('the engine inside hears the first sentence, with nothing asked and nothing fetched', async () => {
    const { window, host } = rig;
    await window.openDocument('inside.md');
    await window.clickStatus();
    await window.untilStatusText(/^Listening on this computer/);
    await rig.say('list');
    await window.clickStatus();
    await window.untilState('off');
    const text = await window.savedText('inside.md');
    const stored = await readdir(host.dataDir, { recursive: true });
    const fetched = stored.filter((name) => name.includes('on-device') && name.endsWith('.node'));
    assert.deepEqual(
      { text: spelledOut(text), fetched: fetched.map((name) => path.basename(name)) },
      { text: spelledOut(rig.fixture('list').text), fetched: [] },
    );
  });
});
