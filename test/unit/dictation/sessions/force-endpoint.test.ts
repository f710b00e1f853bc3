// The turn that the person ends: asked for when everything has been sent, and again where it is heard again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChainRig, LOST, numbers } from './chain-rig';

test('the turn is asked to end at once where everything has been sent', () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(4);
  rig.chain.forceEndpoint();
  rig.chain.forceEndpoint();
  rig.record(2);
  assert.deepEqual(rig.askedAfter, [4]);
});

for (const [name, begins] of [
  ['has not begun', false],
  ['does not keep up', true],
] as const) {
  test(`the turn is asked to end with what had been said by then, where the session ${name}`, () => {
    const rig = new ChainRig();
    if (begins) rig.session.begin();
    rig.session.isCongested = true;
    rig.record(4);
    rig.chain.forceEndpoint();
    rig.record(3);
    rig.chain.forceEndpoint();
    rig.record(1);
    assert.deepEqual(rig.askedAfter, []);
    rig.session.isCongested = false;
    if (begins) rig.chain.advance();
    else rig.session.begin();
    assert.deepEqual(rig.askedAfter, [4, 7]);
    assert.deepEqual(rig.sent, numbers(0, 8));
  });
}

test('between two sessions, the next one is asked', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(2);
  rig.session.end({ kind: 'failed', error: LOST });
  rig.record(2);
  rig.chain.forceEndpoint();
  rig.record(2);
  await rig.clock.advance(1000);
  rig.session.begin();
  assert.deepEqual([rig.sessions.length, rig.askedAfter], [2, [4]]);
});

test('a turn that is heard again is asked to end where the person ended it, until it is not heard again', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(4);
  rig.chain.forceEndpoint();
  rig.record(2);
  rig.session.end({ kind: 'failed', error: LOST });
  await rig.clock.advance(1000);
  rig.session.begin();
  assert.deepEqual(rig.askedAfter, [4]);
  rig.chain.park();
  rig.session.end();
  rig.record(60);
  rig.chain.wake(2000);
  rig.session.begin();
  assert.deepEqual([rig.sessions.length, rig.askedAfter], [3, []]);
});

test('while nobody speaks and no session is open, there is no turn to end', () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(4);
  rig.chain.park();
  rig.session.end();
  rig.record(4);
  rig.chain.forceEndpoint();
  rig.chain.wake(0);
  rig.session.begin();
  rig.record(4);
  assert.deepEqual([rig.sessions.length, rig.askedAfter], [2, []]);
});
