// A run that begins while the one before it still drains.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../src/core/failure';
import { POST_ROLL_MS } from '../../../src/dictation/run/microphone';
import { settle } from '../../contracts/virtual-clock';
import { NO_LEAKS, Rig } from './rig';

test('a second start while one run is on does nothing', async () => {
  const rig = new Rig();
  await Promise.all([rig.controller.start(), rig.controller.start()]);
  await rig.controller.start();
  assert.equal(rig.recorders.length, 1);
  rig.controller.cancel();
});

test('a run started while the last one drains records at once, and its words come after', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  const [first] = rig.sessions;
  await rig.listen();
  assert.equal(rig.controller.state.kind, 'listening');
  rig.session.turn({ order: 0, transcript: 'Second run.', isEnd: true });
  await settle();
  assert.deepEqual(rig.document, []);
  first?.turn({ order: 0, transcript: 'First run.', isEnd: true });
  first?.end();
  await settle();
  assert.deepEqual(rig.document, ['First run.', 'Second run.']);
  assert.equal(rig.controller.state.kind, 'listening');
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a draining run that fails while the next one listens is told without disturbing it', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  const [first] = rig.sessions;
  await rig.listen();
  const error = new DictationError('termination-timeout');
  first?.end({ kind: 'failed', error });
  await settle();
  assert.deepEqual(rig.notices, [{ kind: 'earlier-run-failed', error, keptMs: 0 }]);
  assert.equal(rig.controller.state.kind, 'listening');
  rig.controller.cancel();
});

test('while an earlier run drains, a start that comes to nothing is not idle: it can still be cancelled', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  const started = rig.controller.start();
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  await started;
  assert.deepEqual([rig.controller.state.kind, rig.sessions.length], ['finalizing', 1]);
  rig.session.turn({ order: 0, transcript: 'Landed.', isEnd: true });
  rig.session.end();
  await settle();
  assert.deepEqual(
    [rig.document, rig.controller.state, rig.leaks],
    [['Landed.'], { kind: 'idle' }, NO_LEAKS],
  );
});

test('a start that fails while an earlier run drains shows its reason when that one is through', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  rig.authorize = () => Promise.resolve(undefined);
  await rig.controller.start();
  assert.equal(rig.kinds.at(-1), 'finalizing');
  rig.session.end();
  await settle();
  const state = rig.states.at(-1);
  assert.equal(state?.kind === 'idle' ? state.failure?.reason : state?.kind, 'key-missing');
  assert.deepEqual(rig.leaks, NO_LEAKS);
});
