// Retry Transcription: what is kept of runs that failed is heard again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../src/core/failure';
import { POST_ROLL_MS } from '../../../src/dictation/run/microphone';
import { settle } from '../../contracts/virtual-clock';
import { NO_LEAKS, Rig, soundMs } from './rig';

test('a run that fails with audio unsent keeps it, and a retry transcribes it to where the person is', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.deliver(soundMs(4950));
  const error = new DictationError('key-rejected');
  rig.session.end({ kind: 'failed', error });
  await settle();
  assert.deepEqual(rig.controller.state, { kind: 'idle', failure: error, keptMs: 5000 });
  await rig.controller.retryTranscription();
  await rig.clock.advance(POST_ROLL_MS);
  assert.equal(rig.recorders.length, 1);
  rig.session.begin();
  assert.equal(rig.session.audio.length, 5000 * 32);
  assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
  rig.session.turn({ order: 0, transcript: 'Not lost.', isEnd: true });
  rig.session.end();
  await settle();
  assert.deepEqual(rig.document, ['Not lost.']);
  assert.deepEqual(rig.controller.state, { kind: 'idle' });
  assert.deepEqual([rig.controller.keptAudio, rig.leaks], [[], NO_LEAKS]);
});

test('a retry that fails keeps the audio for the next one; several are retried one after the other', async () => {
  const rig = new Rig();
  const error = new DictationError('account-refused');
  for (const seconds of [2, 3]) {
    await rig.listen();
    rig.recorder.deliver(soundMs(seconds * 1000 - 50));
    rig.session.end({ kind: 'failed', error });
    await settle();
  }
  await rig.controller.retryTranscription();
  rig.session.end({ kind: 'failed', error });
  await settle();
  assert.deepEqual(rig.controller.state, { kind: 'idle', failure: error, keptMs: 5000 });
  await rig.controller.retryTranscription();
  for (const text of ['First.', 'Second.']) {
    await rig.clock.advance(POST_ROLL_MS);
    rig.session.begin();
    rig.session.turn({ order: 0, transcript: text, isEnd: true });
    rig.session.end();
    await settle();
  }
  assert.deepEqual(rig.document, ['First.', 'Second.']);
  assert.deepEqual([rig.controller.state, rig.leaks], [{ kind: 'idle' }, NO_LEAKS]);
});

test('a retry without anything kept does nothing', async () => {
  const rig = new Rig();
  await rig.controller.retryTranscription();
  assert.deepEqual(rig.kinds, ['idle']);
});

test('kept audio as long as a journal can be is transcribed by a retry', async () => {
  const rig = new Rig();
  await rig.controller.start();
  const error = new DictationError('connection-refused', { retryable: true });
  rig.session.end({ kind: 'failed', error });
  for (let minute = 0; minute < 10; minute++) rig.recorder.deliver(soundMs(60_000));
  await settle();
  assert.equal(rig.kinds.at(-1), 'idle');
  await rig.controller.retryTranscription();
  await rig.clock.advance(POST_ROLL_MS);
  rig.session.begin();
  await rig.clock.advance(500_000);
  assert.equal(rig.session.audio.length, 600_000 * 32);
  assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
  rig.session.end();
  await settle();
  assert.deepEqual([rig.controller.state, rig.controller.keptAudio], [{ kind: 'idle' }, []]);
});
