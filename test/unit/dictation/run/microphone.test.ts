// A microphone that fails, is another one, or delivers nothing of use.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../../src/core/failure';
import { POST_ROLL_MS } from '../../../../src/dictation/run/microphone';
import { settle } from '../../../contracts/virtual-clock';
import { audioMs, NO_LEAKS, Rig, SETTINGS, soundMs, zerosMs } from '../rig';

test('a microphone that dies while recording is started again, and nothing recorded is lost', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.deliver(audioMs(70));
  rig.recorder.fail(new DictationError('recorder-stopped'));
  assert.equal(rig.recorders.length, 2);
  rig.recorder.deliver(audioMs(50));
  // 50 ms, 50 ms, 20 ms padded to a frame, 50 ms.
  assert.equal(rig.session.calls.length, 4);
  assert.equal(rig.controller.state.kind, 'listening');
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a microphone that dies again at once: what was recorded still lands, and the reason is shown', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.deliver(audioMs(70));
  rig.recorder.fail(new DictationError('recorder-stopped'));
  const error = new DictationError('microphone-unavailable');
  rig.recorder.fail(error);
  await settle();
  assert.equal(rig.controller.state.kind, 'finalizing');
  assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
  rig.session.turn({ order: 0, transcript: 'Said before.', isEnd: true });
  rig.session.end();
  await settle();
  assert.deepEqual(rig.document, ['Said before.']);
  assert.deepEqual(rig.controller.state, { kind: 'idle', failure: error });
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a chosen microphone that is gone for good is replaced by the default one, visibly', async () => {
  const rig = new Rig();
  rig.settings = { ...SETTINGS, recording: { ...SETTINGS.recording, device: 'usb-mic' } };
  await rig.listen();
  rig.recorder.fail(new DictationError('recorder-stopped'));
  rig.recorder.fail(new DictationError('microphone-unavailable'));
  assert.deepEqual(
    [rig.devices, rig.notices],
    [['usb-mic', 'usb-mic', ''], [{ kind: 'microphone-replaced', device: 'usb-mic' }]],
  );
  rig.recorder.deliver(audioMs(50));
  assert.equal(rig.controller.state.kind, 'listening');
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a chosen microphone that is not there is replaced at once, because somebody speaks already', async () => {
  const rig = new Rig();
  rig.settings = { ...SETTINGS, recording: { ...SETTINGS.recording, device: 'usb-mic' } };
  const started = rig.controller.start();
  await settle();
  rig.recorder.fail(new DictationError('microphone-unavailable'));
  rig.recorder.deliver(soundMs(50));
  await started;
  rig.session.begin();
  await settle();
  assert.deepEqual(
    [rig.devices, rig.notices, rig.controller.state.kind],
    [['usb-mic', ''], [{ kind: 'microphone-replaced', device: 'usb-mic' }], 'listening'],
  );
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a default microphone that cannot be opened either is a failure', async () => {
  const rig = new Rig();
  rig.settings = { ...SETTINGS, recording: { ...SETTINGS.recording, device: 'usb-mic' } };
  const started = rig.controller.start();
  await settle();
  const error = new DictationError('microphone-unavailable');
  rig.recorder.fail(new DictationError('microphone-unavailable'));
  rig.recorder.fail(error);
  await started;
  rig.session.end();
  await settle();
  assert.deepEqual(
    [rig.devices, rig.controller.state],
    [['usb-mic', ''], { kind: 'idle', failure: error }],
  );
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a microphone that worked well since its last failure gets a new chance', async () => {
  const rig = new Rig();
  await rig.listen();
  for (let i = 0; i < 3; i++) {
    rig.recorder.fail(new DictationError('recorder-stopped'));
    rig.recorder.deliver(audioMs(10_000));
  }
  assert.equal(rig.recorders.length, 4);
  assert.equal(rig.controller.state.kind, 'listening');
  rig.controller.cancel();
});

test('a microphone that cannot be opened ends the run at once', async () => {
  const rig = new Rig();
  await rig.controller.start();
  const error = new DictationError('recorder-missing');
  rig.recorder.fail(error);
  await settle();
  assert.deepEqual(rig.controller.state, { kind: 'idle', failure: error });
  assert.deepEqual(rig.session.calls, [{ kind: 'dispose' }]);
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a microphone that delivers nothing but zeros is told while dictation goes on', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.session.begin();
  rig.recorder.deliver(zerosMs(2950));
  assert.deepEqual([rig.soundProblems, rig.kinds.at(-1)], [[], 'starting']);
  rig.recorder.deliver(zerosMs(7000));
  assert.deepEqual([rig.soundProblems, rig.kinds.at(-1)], [['none'], 'listening']);
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a microphone that is understood is not called faint', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.session.begin();
  rig.recorder.deliver(soundMs(50));
  rig.session.turn({ order: 0, transcript: 'Yes', isEnd: false });
  rig.recorder.deliver(audioMs(12_000));
  assert.deepEqual(rig.soundProblems, []);
  rig.controller.cancel();
  await settle();
});

test('a microphone that is slow to wake is waited for visibly, until it is awake', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.recorder.deliver(zerosMs(450));
  const quick = rig.controller.state;
  rig.recorder.deliver(zerosMs(50));
  const slow = rig.controller.state;
  rig.recorder.deliver(audioMs(50));
  const awake = rig.controller.state;
  const starting = { kind: 'starting', sinceMs: 0 };
  assert.deepEqual(
    [quick, slow, awake],
    [starting, { ...starting, isMicrophoneAsleep: true }, starting],
  );
  rig.session.begin();
  assert.equal(rig.controller.state.kind, 'listening');
  rig.controller.cancel();
  await settle();
});

test('a default that has become another microphone is told while dictation goes on', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.notice({ kind: 'moved', label: 'Kopfhörer' });
  assert.deepEqual(
    [rig.notices, rig.controller.state.kind],
    [[{ kind: 'microphone-moved', label: 'Kopfhörer' }], 'listening'],
  );
  rig.controller.cancel();
  await settle();
});

test('how long the last words took, and that sound was lost, is known when dictation is over', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.notice({ kind: 'overrun' });
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  await settle();
  await rig.clock.advance(200);
  rig.session.end();
  await settle();
  assert.deepEqual(rig.controller.lastRun, { drainMs: POST_ROLL_MS + 200, overruns: 1 });
});

test('it listens once the microphone is awake, not while that delivers zeros', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.session.begin();
  rig.recorder.deliver(zerosMs(800));
  const asleep = rig.kinds.at(-1);
  rig.recorder.deliver(audioMs(50));
  assert.deepEqual([asleep, rig.kinds.at(-1), rig.soundProblems], ['starting', 'listening', []]);
  rig.controller.cancel();
  await settle();
});
