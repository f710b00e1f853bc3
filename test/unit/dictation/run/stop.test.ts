import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { POST_ROLL_MS } from '../../../../src/dictation/run/microphone';
import { settle } from '../../../contracts/virtual-clock';
import { audioMs, NO_LEAKS, Rig, soundMs } from '../rig';

/** A syllable takes several frames of this; between them the room is heard. */
async function hear(rig: Rig, sound: (ms: number) => Uint8Array, ms: number): Promise<void> {
  for (let n = 0; n < ms / 50; n++) {
    await rig.clock.advance(50);
    rig.recorder.deliver(sound(50));
  }
}

async function spoken(): Promise<Rig> {
  const rig = new Rig();
  await rig.listen();
  await hear(rig, audioMs, 1000);
  await hear(rig, soundMs, 500);
  return rig;
}

describe('after the stop key', () => {
  test('where nobody speaks, the microphone is off as soon as what was made before the key has come', async () => {
    const rig = await spoken();
    await hear(rig, audioMs, 1000);
    const stopMs = rig.clock.now();
    rig.controller.stop();
    await hear(rig, audioMs, 50);
    assert.equal(rig.recorder.isRecording, true);
    await hear(rig, audioMs, 50);
    assert.equal(rig.recorder.isRecording, false);
    await settle();
    assert.deepEqual(rig.recorder.stops, [stopMs]);
    assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
    rig.session.end();
    await settle();
    assert.deepEqual(rig.leaks, NO_LEAKS);
  });

  const speaking: Readonly<Record<string, (rig: Rig) => Promise<void>>> = {
    'somebody speaks': (rig) => hear(rig, soundMs, 100),
    'somebody has just spoken': (rig) => hear(rig, audioMs, 100),
    'somebody begins to speak at the key': async (rig) => {
      await hear(rig, audioMs, 1000);
      rig.controller.stop();
      await hear(rig, soundMs, 100);
    },
    'the recogniser still hears words that we do not': async (rig) => {
      await hear(rig, audioMs, 1000);
      rig.session.turn({ order: 0, transcript: 'softly' });
    },
  };
  for (const [who, speak] of Object.entries(speaking)) {
    test(`where ${who}, the whole post-roll is recorded, and until its end`, async () => {
      const rig = await spoken();
      await speak(rig);
      const stopMs = rig.clock.now();
      rig.controller.stop();
      for (let frames = 0; rig.recorder.isRecording; frames++) {
        assert.ok(frames <= POST_ROLL_MS / 50);
        await hear(rig, audioMs, 50);
      }
      await settle();
      const [until] = rig.recorder.stops;
      assert.equal(until, undefined);
      assert.ok(rig.clock.now() - stopMs >= POST_ROLL_MS - 100);
      rig.controller.cancel();
    });
  }

  test('a turn that is final is no sign that somebody speaks still', async () => {
    const rig = await spoken();
    await hear(rig, audioMs, 1000);
    rig.session.turn({ order: 0, transcript: 'Said.', isEnd: true });
    rig.controller.stop();
    await hear(rig, audioMs, 100);
    assert.equal(rig.recorder.isRecording, false);
    rig.controller.cancel();
  });

  test('before enough of the room is known, the whole post-roll is recorded', async () => {
    const rig = new Rig();
    await rig.listen();
    await hear(rig, audioMs, 500);
    rig.controller.stop();
    await hear(rig, audioMs, POST_ROLL_MS - 50);
    assert.equal(rig.recorder.isRecording, true);
    await hear(rig, audioMs, 50);
    assert.equal(rig.recorder.isRecording, false);
    rig.controller.cancel();
  });
});
