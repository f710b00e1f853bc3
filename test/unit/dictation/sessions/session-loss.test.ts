// What ends a session, and whether and when another one follows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../../src/core/failure';
import { DRAIN_RETRY_MS } from '../../../../src/dictation/sessions/reconnect-policy';
import { ChainRig, LOST, word } from './chain-rig';

test('retries wait 250 ms doubling to 8 s, and start over once a session has ended a turn', async () => {
  const rig = new ChainRig();
  const opened: number[] = [];
  for (let i = 0; i < 7; i++) {
    const before = rig.sessions.length;
    rig.session.end({ kind: 'failed', error: LOST });
    const sinceMs = rig.clock.now();
    while (rig.sessions.length === before) {
      await rig.clock.advance(50);
    }
    opened.push(rig.clock.now() - sinceMs);
  }
  assert.deepEqual(opened, [250, 500, 1000, 2000, 4000, 8000, 8000]);
  rig.session.begin();
  rig.session.turn({ order: 0, transcript: 'It works.', isEnd: true });
  rig.session.end({ kind: 'failed', error: LOST });
  await rig.clock.advance(250);
  assert.equal(rig.sessions.length, 9);
  rig.chain.dispose();
});

for (const [name, livesMs, waitMs] of [
  ['tell an empty partial and close are opened less and less often', 0, 4000],
  ['live for a while, though nobody speaks, are replaced soon', 10_000, 250],
] as const) {
  test(`sessions that begin and ${name}`, async () => {
    const rig = new ChainRig();
    const loseOne = async (): Promise<void> => {
      rig.session.begin();
      await rig.clock.advance(livesMs);
      rig.session.turn({ order: 0 });
      rig.session.end({ kind: 'failed', error: LOST });
    };
    for (let n = 0; n < 4; n++) {
      await loseOne();
      await rig.clock.advance(8000);
    }
    const before = rig.sessions.length;
    await loseOne();
    const sinceMs = rig.clock.now();
    while (rig.sessions.length === before) await rig.clock.advance(50);
    assert.equal(rig.clock.now() - sinceMs, waitMs);
    rig.chain.dispose();
  });
}

test('an error that a retry cannot mend ends the chain at once, with the last partial', () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.session.turn({ order: 0, transcript: 'last words' });
  const error = new DictationError('key-rejected');
  rig.session.end({ kind: 'failed', error });
  assert.deepEqual(rig.finals, ['last words']);
  assert.deepEqual(rig.ends, [{ kind: 'failed', error }]);
  assert.equal(rig.clock.pending, 0);
});

test('a word that such an error may have cut is left, with its audio, for another try', () => {
  const rig = new ChainRig();
  rig.mayHaveSpeech = true;
  rig.session.begin();
  rig.record(40);
  const words = [word('last', 500, 700), word('wor', 800, 1000)];
  rig.session.turn({ order: 0, transcript: 'last wor', words });
  rig.session.end({ kind: 'failed', error: new DictationError('key-rejected') });
  assert.deepEqual(
    [rig.finals, rig.journal.startIndex, rig.chain.replayed],
    [['last'], 0, { untilMs: 700, words: ['last'] }],
  );
});

test('a session that the server ends although nobody asked is followed by another', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.session.end();
  await rig.clock.advance(250);
  assert.deepEqual(rig.events, ['begin', 'drop connection-lost']);
  assert.equal(rig.sessions.length, 2);
  rig.chain.dispose();
});

test('an expired session is replaced at once', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.session.end({
    kind: 'failed',
    error: new DictationError('session-expired', { retryable: true, retryAfterMs: 0 }),
  });
  await rig.clock.advance(0);
  assert.equal(rig.sessions.length, 2);
  rig.chain.dispose();
});

test('while draining, retries end after a while, and the audio stays in the journal', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(20);
  rig.chain.terminate();
  for (let i = 0; i < 50 && rig.ends.length === 0; i++) {
    if (rig.session.isOpen) rig.session.end({ kind: 'failed', error: LOST });
    await rig.clock.advance(DRAIN_RETRY_MS / 10);
  }
  assert.deepEqual(rig.ends, [{ kind: 'failed', error: LOST }]);
  assert.equal(rig.journal.keptMs, 1000);
  assert.equal(rig.clock.pending, 0);
});

test('an outage longer than the journal ends the chain', () => {
  const rig = new ChainRig(500);
  rig.session.begin();
  rig.record(4);
  rig.session.end({ kind: 'failed', error: LOST });
  rig.record(5);
  assert.deepEqual(rig.ends, []);
  rig.record(1);
  assert.equal(rig.clock.pending, 0);
  assert.equal(rig.journal.keptMs, 500);
  assert.deepEqual(rig.ends, [{ kind: 'failed', error: LOST }]);
});

test('ten minutes of silence in a working session do not end it, and are forgotten but for the last', async () => {
  const rig = new ChainRig(100_000);
  rig.session.begin();
  for (let second = 0; second < 150; second++) {
    rig.record(20);
    await rig.clock.advance(1000);
  }
  assert.deepEqual(rig.ends, []);
  assert.ok(rig.journal.keptMs <= 100_000);
  rig.chain.dispose();
});

test('a network that never keeps up ends the chain when the journal is full, with all that is not heard', async () => {
  const rig = new ChainRig(100_000);
  rig.session.begin();
  rig.session.isCongested = true;
  for (let second = 0; second < 110 && rig.ends.length === 0; second++) {
    rig.record(20);
    await rig.clock.advance(1000);
  }
  assert.deepEqual(
    rig.ends.map((end) => (end.kind === 'failed' ? end.error.reason : end.kind)),
    ['connection-lost'],
  );
  assert.equal(rig.journal.keptMs, 100_000);
  assert.equal(rig.clock.pending, 0);
});

test('once a session has begun, a network that refuses for a while is retried', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.session.end({ kind: 'failed', error: LOST });
  await rig.clock.advance(250);
  rig.session.end({ kind: 'failed', error: new DictationError('connection-refused') });
  await rig.clock.advance(1000);
  assert.equal(rig.sessions.length, 3);
  rig.chain.dispose();
});
