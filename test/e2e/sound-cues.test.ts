// Cues in a window whose loudspeaker is its microphone: what they are, and that no word comes of them.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { EMULATOR_KEY } from '../emulator/emulator';
import { cuePlayer, type CuePlayer } from '../fixtures/cue-player';
import { findProgram } from '../harness/programs';
import { until } from '../harness/until';
import { spelledOut } from '../harness/word-errors';
import { startRig, type Rig } from './rig';

describe('sound cues', { timeout: 280_000 }, () => {
  let rig: Rig;
  let player: CuePlayer;
  before(async () => {
    player = await cuePlayer((await findProgram('pacat')) ?? assert.fail('pacat is missing'));
    rig = await startRig({
      env: { PATH: player.path },
      settings: { 'voiceDictation.soundCues': true },
    });
  });
  after(async () => {
    await rig.stop();
    await player.remove();
  });
  afterEach((context) => rig.afterTest(context));

  const untilPlayed = (...cues: readonly string[]): Promise<true> =>
    until(cues.join(), async () =>
      (await player.played()).join() === cues.join() ? true : undefined,
    );

  test('are heard by the microphone, and what is said stands alone', async () => {
    const { window } = rig;
    await rig.serve();
    await window.openDocument('cues.md');
    await window.clickStatus();
    await window.keyInput.fill(EMULATOR_KEY);
    await window.keyInput.press('Enter');
    await window.untilStatusText(/^Listening/);
    await untilPlayed('start');
    await rig.say('list');
    await window.untilStatusText(/empty/);
    await rig.screenshot('sound-cues');
    await window.clickStatus();
    await window.untilState('off');
    await untilPlayed('start', 'end');
    assert.equal(
      spelledOut(await window.savedText('cues.md')),
      spelledOut(rig.fixture('list').text),
    );
  });
});
