import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POST_ROLL_MS } from '../../../src/dictation/run/microphone';
import { followWaiting, WAITING_MS } from '../../../src/dictation/waiting';
import { settle } from '../../contracts/virtual-clock';
import { keptAudio } from '../../fixtures/kept-audio';
import { NO_LEAKS, Rig, soundMs } from './rig';

test('last words that come soon are not told of, those that take a second are, once', async () => {
  const rig = new Rig();
  let waited = 0;
  const following = followWaiting(rig.clock, rig.controller, () => {
    waited++;
  });
  await rig.listen();
  rig.controller.stop();
  await rig.clock.advance(WAITING_MS - 1);
  rig.session.end();
  await rig.clock.advance(5000);
  assert.equal(waited, 0);
  await rig.listen();
  rig.controller.stop();
  await rig.clock.advance(5000);
  assert.equal(waited, 1);
  rig.session.end();
  await settle();
  following.dispose();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('who does not want to wait keeps what has landed, and the rest for another try', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.deliver(soundMs(950));
  rig.session.turn({ order: 0, transcript: 'Hello.', isEnd: true });
  rig.recorder.deliver(soundMs(2000));
  rig.controller.leave();
  assert.equal(rig.controller.state.kind, 'listening');
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  assert.deepEqual(rig.controller.finishing?.totalMs, undefined);
  rig.controller.leave();
  await settle();
  assert.deepEqual(rig.document, ['Hello.']);
  const end = rig.states.at(-1);
  assert.ok(end?.kind === 'idle' && end.failure === undefined);
  assert.ok((end.keptMs ?? 0) >= 2000, String(end.keptMs));
  assert.deepEqual([rig.leaks, rig.controller.finishing], [NO_LEAKS, undefined]);
});

test('kept audio is told with how much of it is heard; left, none of it is lost and no other is tried', async () => {
  const rig = new Rig();
  const audio = [2000, 3000].map((ms) =>
    keptAudio(Array.from({ length: ms / 50 }, () => soundMs(50))),
  );
  rig.controller.adoptKeptAudio(audio);
  await rig.controller.retryTranscription();
  rig.session.begin();
  assert.deepEqual(rig.controller.finishing, { heardMs: 0, totalMs: 2000 });
  await rig.clock.advance(1000);
  assert.deepEqual(rig.controller.finishing, { heardMs: 1300, totalMs: 2000 });
  rig.controller.leave();
  await settle();
  assert.deepEqual(rig.controller.state, { kind: 'idle', keptMs: 5000 });
  assert.deepEqual([rig.sessions.length, rig.leaks], [1, NO_LEAKS]);
});
