// A connection that is lost, cannot be opened, or of which the recogniser tells something.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../src/core/failure';
import { settle } from '../../contracts/virtual-clock';
import { audioMs, NO_LEAKS, Rig, soundMs } from './rig';

test('a connection lost in mid-turn: the microphone goes on, and the next session gets the audio', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.deliver(audioMs(950));
  rig.session.turn({ order: 0, transcript: 'Kept wor' });
  const error = new DictationError('connection-lost', { retryable: true });
  await rig.clock.advance(1000);
  rig.session.end({ kind: 'failed', error });
  assert.deepEqual(rig.controller.state, {
    kind: 'reconnecting',
    sinceMs: 0,
    partial: 'Kept wor',
    keptSinceMs: 0,
    error,
  });
  assert.equal(rig.recorder.isRecording, true);
  await rig.clock.advance(250);
  rig.session.begin();
  assert.equal(rig.session.audio.length, 32000);
  assert.equal(rig.controller.state.kind, 'listening');
  rig.session.turn({ order: 0, transcript: 'Kept words.', isEnd: true });
  await settle();
  assert.deepEqual(rig.document, ['Kept words.']);
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a failure that a retry cannot mend keeps what was recognised and turns the microphone off', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.turn({ order: 0, transcript: 'Kept words' });
  const error = new DictationError('account-refused');
  rig.session.end({ kind: 'failed', error });
  await settle();
  assert.deepEqual(rig.document, ['Kept words']);
  assert.deepEqual(rig.controller.state, { kind: 'idle', failure: error });
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('another model than the one asked for is told', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.session.begin({ model: 'universal-3-5-pro' });
  assert.deepEqual(rig.notices, [
    { kind: 'model-mismatch', asked: 'universal-3-6-pro', running: 'universal-3-5-pro' },
  ]);
  rig.controller.cancel();
});

test('a connection that cannot be opened is told at once, once, and tried on', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.recorder.deliver(audioMs(500));
  const error = new DictationError('connection-refused', { retryable: true });
  for (let i = 0; i < 3; i++) {
    rig.session.end({ kind: 'failed', error });
    await rig.clock.advance(5000);
  }
  assert.deepEqual(rig.notices, [{ kind: 'cannot-connect', error, keptMs: 500 }]);
  assert.deepEqual(rig.controller.state, {
    kind: 'reconnecting',
    sinceMs: 0,
    partial: '',
    keptSinceMs: -500,
    error,
  });
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a lost connection is told when it is gone for ten seconds, and not when it is back before', async () => {
  const rig = new Rig();
  await rig.listen();
  const error = new DictationError('connection-lost', { retryable: true });
  rig.session.end({ kind: 'failed', error });
  await rig.clock.advance(9000);
  rig.session.begin();
  await rig.clock.advance(20_000);
  assert.deepEqual(rig.notices, []);
  rig.session.end({ kind: 'failed', error });
  await rig.clock.advance(20_000);
  assert.deepEqual(
    rig.notices.map(({ kind }) => kind),
    ['cannot-connect'],
  );
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a recogniser that hears nobody speak for long is told of, unless it has heard them before', async () => {
  const notices: unknown[] = [];
  for (const probabilities of [
    [0.01, 0.02, 0.09, 0.01],
    [0.01, 0.99, 0.01, 0.01, 0.01, 0.01],
  ]) {
    const rig = new Rig();
    await rig.controller.start();
    rig.session.begin();
    rig.recorder.deliver(soundMs(50));
    for (const probability of probabilities) rig.session.hint({ kind: 'speech', probability });
    notices.push(rig.soundProblems);
    rig.controller.cancel();
    await settle();
  }
  assert.deepEqual(notices, [['no-speech'], []]);
});

test('what the provider warns of is told once each, a few at the most', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.session.begin();
  for (const text of ['a', 'b', 'a', 'c', 'd', 'b']) rig.session.hint({ kind: 'warning', text });
  assert.deepEqual(
    rig.notices,
    ['a', 'b', 'c'].map((text) => ({ kind: 'recogniser-warning', text })),
  );
  rig.controller.cancel();
  await settle();
});
