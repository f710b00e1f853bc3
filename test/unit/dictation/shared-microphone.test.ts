import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../src/core/failure';
import { POST_ROLL_MS } from '../../../src/dictation/run/microphone';
import { settle } from '../../contracts/virtual-clock';
import { NO_LEAKS, Rig } from './rig';

test('while another window dictates, a start says so, the microphone is off again, and no session is opened', async () => {
  const rig = new Rig();
  rig.isMicrophoneTaken = true;
  await rig.controller.start();
  const { state } = rig.controller;
  assert.deepEqual(
    [state.kind === 'idle' && state.failure?.reason, rig.sessions.length, rig.leaks],
    ['dictating-elsewhere', 0, NO_LEAKS],
  );
});

test('a start that takes over gets the microphone when the other window has stopped: no word twice', async () => {
  const rig = new Rig();
  rig.isMicrophoneTaken = true;
  const started = rig.controller.start({ takeOver: true });
  const onBefore = rig.recorders.length;
  await started;
  assert.deepEqual([onBefore, rig.recorders.length], [0, 1]);
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('another window that takes over ends the run so that everything said lands', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.holds[0]?.askBack();
  assert.equal(rig.controller.state.kind, 'finalizing');
  await rig.clock.advance(POST_ROLL_MS);
  rig.session.turn({ order: 0, transcript: 'Last words.', isEnd: true });
  rig.session.end();
  await settle();
  assert.deepEqual(
    [rig.document, rig.controller.state, rig.leaks],
    [['Last words.'], { kind: 'idle' }, NO_LEAKS],
  );
});

test('the microphone is given back when it is off, before the last words have come', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.controller.stop();
  const isHeldInPostRoll = !(rig.holds[0]?.isDisposed ?? true);
  await rig.clock.advance(POST_ROLL_MS);
  await settle();
  assert.deepEqual(
    [isHeldInPostRoll, rig.holds[0]?.isDisposed, rig.controller.state.kind],
    [true, true, 'finalizing'],
  );
  rig.controller.cancel();
});

test('the microphone is given back when the sessions end by themselves, whatever the document does', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.target.insert = () => new Promise(() => undefined);
  rig.session.turn({ order: 0, transcript: 'Stuck.', isEnd: true });
  rig.session.end({ kind: 'failed', error: new DictationError('key-rejected') });
  await settle();
  assert.deepEqual([rig.holds[0]?.isDisposed, rig.controller.state.kind], [true, 'finalizing']);
  rig.controller.cancel();
});

test('a start that is given up while the microphone is asked for gives it back', async () => {
  const rig = new Rig();
  const starting = rig.controller.start();
  rig.controller.cancel();
  await starting;
  await settle();
  assert.deepEqual(
    [rig.sessions.length, rig.controller.state, rig.leaks, rig.notices],
    [0, { kind: 'idle' }, NO_LEAKS, []],
  );
});

test('a final is noted before it is inserted, and what became of it after', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.turn({ order: 0, transcript: 'One.', isEnd: true });
  const notedAtOnce = [...rig.noted];
  await settle();
  rig.target.outcome = 'read-only';
  rig.session.turn({ order: 1, transcript: 'Two.', isEnd: true });
  await settle();
  rig.controller.cancel();
  assert.deepEqual(
    [notedAtOnce, rig.noted],
    [['One.'], ['One.', 'One.: inserted', 'Two.', 'Two.: read-only']],
  );
});

test('finals that wait are dropped by cancelling, and left alone when the window closes', async () => {
  for (const [end, noted] of [
    ['cancel', ['Waits.', 'Waits.: dropped']],
    ['shutdown', ['Waits.']],
  ] as const) {
    const rig = new Rig();
    await rig.listen();
    // The next run's words wait for the end of this one.
    rig.controller.stop();
    await rig.listen();
    rig.session.turn({ order: 0, transcript: 'Waits.', isEnd: true });
    await settle();
    void rig.controller[end]();
    await settle();
    assert.deepEqual([rig.noted, rig.document, rig.leaks], [noted, [], NO_LEAKS]);
  }
});
