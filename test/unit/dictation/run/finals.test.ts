// How finals come to the place: in order, once, and told where they cannot.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../../src/core/failure';
import { POST_ROLL_MS } from '../../../../src/dictation/run/microphone';
import { FORMATTED_TURN_DEADLINE_MS } from '../../../../src/recognition/assemblyai/turn-reader';
import { settle } from '../../../contracts/virtual-clock';
import { NO_LEAKS, Rig } from '../rig';

test('when no server ever confirms the end, the last partial is inserted and the reason shown', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.turn({ order: 0, transcript: 'Half a sentence' });
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  const error = new DictationError('termination-timeout', { retryable: true });
  await rig.clock.advance(5000);
  rig.session.end({ kind: 'failed', error });
  for (let i = 0; i < 2; i++) {
    await rig.clock.advance(1000);
    rig.session.begin();
    rig.session.turn({ order: 0, transcript: 'Half a sentence' });
    await rig.clock.advance(5000);
    rig.session.end({ kind: 'failed', error });
  }
  await settle();
  assert.equal(rig.sessions.length, 3);
  assert.deepEqual(rig.document, ['Half a sentence']);
  assert.deepEqual(rig.controller.state, { kind: 'idle', failure: error });
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('the unformatted text of an ended turn is inserted when the formatted one does not come in time', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.turn({ order: 0, transcript: 'raw text', isEnd: true, awaitsFormatting: true });
  await rig.clock.advance(FORMATTED_TURN_DEADLINE_MS - 1);
  assert.deepEqual(rig.document, []);
  await rig.clock.advance(1);
  assert.deepEqual(rig.document, ['raw text']);
  rig.session.turn({ order: 0, transcript: 'Raw text.', isEnd: true });
  await settle();
  assert.deepEqual(rig.document, ['raw text']);
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('partials of the next turn do not keep an ended turn waiting for ever', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.turn({ order: 0, transcript: 'raw', isEnd: true, awaitsFormatting: true });
  for (let i = 0; i < 4; i++) {
    await rig.clock.advance(FORMATTED_TURN_DEADLINE_MS / 2);
    rig.session.turn({ order: 1, transcript: `next ${String(i)}` });
  }
  await settle();
  assert.deepEqual(rig.document, ['raw']);
  rig.controller.cancel();
});

test('what cannot be inserted is handed over in a notice, and later finals are still tried', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.target.outcome = 'read-only';
  rig.session.turn({ order: 0, transcript: 'First.', isEnd: true });
  await settle();
  rig.target.outcome = 'inserted';
  rig.session.turn({ order: 1, transcript: 'Second.', isEnd: true });
  await settle();
  assert.deepEqual(rig.notices, [
    { kind: 'text-not-inserted', text: 'First.', outcome: 'read-only' },
  ]);
  assert.deepEqual(rig.document, ['Second.']);
  rig.controller.cancel();
});

test('whoever fails over one final does not keep the next ones, or the end, from coming', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.noteOutcomeFails = true;
  rig.session.turn({ order: 0, transcript: 'One.', isEnd: true });
  rig.session.turn({ order: 1, transcript: 'Two.', isEnd: true });
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  rig.session.end();
  await settle();
  assert.deepEqual([rig.document, rig.controller.state.kind], [['One.', 'Two.'], 'idle']);
});
