// A real window on PipeWire, which current desktops run, and on PulseAudio.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { EMULATOR_KEY } from '../emulator/emulator';
import type { SoundServerName } from '../harness/sound-servers';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { type Rig, startRig } from './rig';
import { wordEnds } from './word-ends';

/** What is told where the only microphone is unplugged: PipeWire records the loudspeaker then. */
const UNPLUGGED: Readonly<Record<SoundServerName, string>> = {
  PulseAudio: 'The microphone could not be opened: it is not connected.',
  PipeWire:
    'No microphone is connected, and what the loudspeaker plays would be recorded in its place: Monitor of vspk Audio/Sink sink.',
};

for (const soundServer of ['PulseAudio', 'PipeWire'] satisfies readonly SoundServerName[]) {
  describe(`on ${soundServer}`, { timeout: SUITE_DEADLINE_MS }, () => {
    let rig: Rig;
    before(async () => {
      rig = await startRig({ soundServer });
    });
    after(() => rig.stop());
    afterEach((context) => rig.afterTest(context));

    test('the first sentence lands', async () => {
      const { window } = rig;
      await rig.serve();
      await window.openDocument('first.md');
      await window.pressToggle();
      await window.giveKey(EMULATOR_KEY);
      await window.untilState('listening');
      await rig.say('fox');
      await window.pressToggle();
      await window.untilState('off');
      assert.equal(await window.savedText('first.md'), rig.fixture('fox').text);
    });

    test('no word is lost when dictation is stopped in the middle of a sentence', async () => {
      const { window, recognisers } = rig;
      await rig.serve();
      await window.openDocument('middle.md');
      const { path: wav, text } = rig.fixture('branch');
      const ends = await wordEnds(recognisers, wav);
      await window.pressToggle();
      await window.untilState('listening');
      const spokenAtMs = Date.now();
      const spoken = rig.say('branch');
      await window.untilStatusText(/branch/);
      await window.pressToggle();
      const stoppedAtMs = Date.now() - spokenAtMs;
      await window.untilState('off');
      await spoken;
      const landed = await window.savedText('middle.md');
      const said = ends.filter((endMs) => endMs <= stoppedAtMs).length;
      // On a computer that is slow to show them, all have been said by then.
      assert.ok(
        text.startsWith(landed) && landed.split(' ').length >= said,
        `${String(said)} words were said at the key press, and this landed: ${landed}`,
      );
    });

    test('a connection that is cut in the middle of a turn costs no word', async () => {
      const { window } = rig;
      const { text } = rig.fixture('settings');
      await rig.serve({ fault: 'tcp-reset', session: 0, afterAudioMs: 1500 });
      await window.openDocument('cut.md');
      await window.pressToggle();
      await window.untilState('listening');
      await rig.say('settings');
      await window.pressToggle();
      await window.untilState('off');
      assert.equal(await window.savedText('cut.md'), text);
    });

    // Last: there is no microphone after it.
    test('a microphone that is unplugged is told, and what was said before lands', async () => {
      const { window, microphone } = rig;
      await rig.serve();
      await window.openDocument('unplugged.md');
      await window.pressToggle();
      await window.untilState('listening');
      await rig.say('fox');
      await microphone.unloadSource();
      const toast = await window.toast();
      await rig.screenshot(`unplugged-${soundServer}`);
      await window.untilState('off');
      assert.deepEqual(
        { toast, text: await window.savedText('unplugged.md') },
        {
          toast: {
            sentence: UNPLUGGED[soundServer],
            buttons: ['Choose Microphone', 'Try Again', 'Show Log'],
          },
          text: rig.fixture('fox').text,
        },
      );
    });
  });
}
