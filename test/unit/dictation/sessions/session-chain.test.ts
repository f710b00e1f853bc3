// The sessions of a run, one after another: what each is sent, and what of it lands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PACE_INTERVAL_MS } from '../../../../src/dictation/sessions/session-chain';
import { settle } from '../../../contracts/virtual-clock';
import { ChainRig, LOST, numbers, word } from './chain-rig';

test('frames wait for Begin, then go out in order', () => {
  const rig = new ChainRig();
  rig.record(5);
  assert.deepEqual(rig.sent, []);
  rig.session.begin();
  assert.deepEqual(rig.sent, numbers(0, 5));
  rig.record(2);
  assert.deepEqual(rig.sent, numbers(0, 7));
  rig.chain.dispose();
});

test('after a cut, the new session gets everything that no final covers, and goes on', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(40);
  // No pause can be found in such audio, so the turn is heard again.
  rig.session.turn({
    order: 0,
    transcript: 'First.',
    words: [word('First.', 200, 1000)],
    isEnd: true,
  });
  rig.session.turn({ order: 1, transcript: 'sec' });
  rig.session.end({ kind: 'failed', error: LOST });
  rig.record(10);
  await rig.clock.advance(250);
  assert.equal(rig.sessions.length, 2);
  rig.session.begin();
  assert.deepEqual(rig.sent, numbers(0, 50));
  rig.session.turn({
    order: 0,
    transcript: 'First second.',
    words: [word('First', 250, 1020), word('second.', 1200, 1500)],
    isEnd: true,
  });
  assert.deepEqual(rig.finals, ['First.', 'second.']);
  assert.deepEqual(rig.events, ['begin', 'drop connection-lost', 'begin']);
  rig.chain.dispose();
});

test('the same word said again in the same session is written again', () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(40);
  for (const order of [0, 1]) {
    rig.session.turn({
      order,
      transcript: 'no',
      words: [word('no', 200, 1000)],
      isEnd: true,
    });
  }
  assert.deepEqual(rig.finals, ['no', 'no']);
  rig.chain.dispose();
});

test('a turn that had ended and only waited for its formatted version lands at the cut', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(30);
  rig.session.turn({
    order: 0,
    transcript: 'raw text',
    words: [word('raw', 0, 400), word('text', 500, 1000)],
    isEnd: true,
    awaitsFormatting: true,
  });
  rig.session.end({ kind: 'failed', error: LOST });
  await settle();
  assert.deepEqual(rig.finals, ['raw text']);
  rig.chain.dispose();
  assert.equal(rig.clock.pending, 0);
});

test('a final without word times covers nothing that was only just sent in a replay', () => {
  const rig = new ChainRig();
  rig.record(1000);
  rig.session.begin();
  rig.session.turn({ order: 0, transcript: 'Hello.', isEnd: true });
  assert.deepEqual([rig.sent.length, rig.journal.startIndex], [1000, 0]);
  rig.chain.dispose();
});

test('what was recorded while we did not run is not taken for heard, however late it is sent', async () => {
  const rig = new ChainRig(100_000);
  rig.session.begin();
  rig.record(20);
  await rig.clock.advance(300_000);
  rig.record(2000);
  assert.deepEqual([rig.events, rig.journal.startIndex], [['begin', 'end'], 0]);
});

test('terminating sends the rest, and the server’s confirmation ends the chain', () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(3);
  rig.chain.terminate();
  assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
  rig.session.turn({ order: 0, transcript: 'Done.', isEnd: true });
  rig.session.end();
  assert.deepEqual(rig.finals, ['Done.']);
  assert.deepEqual(rig.events, ['begin', 'end']);
});

test('terminating before Begin waits for it, then sends everything and terminates', () => {
  const rig = new ChainRig();
  rig.record(3);
  rig.chain.terminate();
  assert.equal(rig.session.calls.length, 0);
  rig.session.begin();
  assert.deepEqual(rig.sent, numbers(0, 3));
  assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
  rig.chain.dispose();
});

test('a session lost while draining is retried, and its unfinished turn recognised again', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(20);
  rig.session.turn({ order: 0, transcript: 'half' });
  rig.chain.terminate();
  rig.session.end({ kind: 'failed', error: LOST });
  await rig.clock.advance(250);
  rig.session.begin();
  assert.deepEqual(rig.sent, numbers(0, 20));
  assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
  rig.session.turn({ order: 0, transcript: 'Half and half.', isEnd: true });
  rig.session.end();
  assert.deepEqual(rig.finals, ['Half and half.']);
});

test('what a long replay sent ahead is not taken for heard', async () => {
  const rig = new ChainRig(300_000);
  rig.record(5900);
  rig.session.begin();
  for (let second = 0; second < 20; second++) {
    rig.record(20);
    await rig.clock.advance(1000);
  }
  // 200 s and more were sent in 20 s; none of it is old enough to be in no unfinished turn.
  assert.equal(rig.journal.startIndex, 0);
  rig.chain.dispose();
});

test('a network that does not keep up is not given more, and gets the rest when it has', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(2);
  rig.session.isCongested = true;
  rig.record(3);
  assert.deepEqual(rig.sent, numbers(0, 2));
  rig.session.isCongested = false;
  await rig.clock.advance(PACE_INTERVAL_MS);
  assert.deepEqual(rig.sent, numbers(0, 5));
  rig.chain.dispose();
});

test('nothing of a session that was replaced is taken any more', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  const [first] = rig.sessions;
  rig.session.end({ kind: 'failed', error: LOST });
  await rig.clock.advance(250);
  first?.turn({ order: 0, transcript: 'Late.', isEnd: true });
  assert.deepEqual(rig.finals, []);
  rig.chain.dispose();
});
