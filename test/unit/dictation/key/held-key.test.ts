// The key that starts and stops, through the controller: tapped and held.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle } from '../../../contracts/virtual-clock';
import { NO_LEAKS, Rig } from '../rig';

test('a tapped key starts, and stops at the next tap', async () => {
  const rig = new Rig();
  rig.controller.toggle();
  await rig.clock.advance(3000);
  rig.controller.toggle();
  assert.deepEqual(rig.kinds, ['idle', 'starting', 'finalizing']);
  rig.controller.cancel();
});

test('a held key dictates until it is released', async () => {
  const rig = new Rig();
  for (let i = 0; i < 40; i++) {
    rig.controller.toggle();
    await rig.clock.advance(i === 0 ? 600 : 33);
  }
  const held = [...rig.kinds];
  await rig.clock.advance(1000);
  assert.deepEqual(
    [held, rig.kinds],
    [
      ['idle', 'starting'],
      ['idle', 'starting', 'finalizing', 'idle'],
    ],
  );
  rig.controller.cancel();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a key that is held on when dictation was cancelled does not start it again', async () => {
  const rig = new Rig();
  rig.controller.toggle();
  await rig.clock.advance(600);
  rig.controller.toggle();
  rig.controller.cancel();
  for (let i = 0; i < 40; i++) {
    rig.controller.toggle();
    await rig.clock.advance(33);
  }
  await rig.clock.advance(2000);
  assert.deepEqual(rig.kinds, ['idle', 'starting', 'idle']);
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a held key ends with the controller', async () => {
  const rig = new Rig();
  rig.controller.toggle();
  await rig.clock.advance(600);
  rig.controller.toggle();
  rig.controller.dispose();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});
