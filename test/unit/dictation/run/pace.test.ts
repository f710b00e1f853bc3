// How often words cost a message of the status bar, where they stand in the editor too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pace } from '../../../../src/dictation/run/pace';
import { VirtualClock } from '../../../contracts/virtual-clock';

const PARTIAL_MS = 50;

test('of twenty partials a second two are told, and the last one is not left out', async () => {
  const clock = new VirtualClock();
  let newest = 0;
  const told: number[] = [];
  const pace = new Pace(clock, 500, () => told.push(newest));
  for (let partial = 1; partial <= 45; partial++) {
    newest = partial;
    pace.ask();
    await clock.advance(PARTIAL_MS);
  }
  await clock.advance(1000);
  assert.deepEqual(told, [1, 10, 20, 30, 40, 45]);
});

test('what comes seldom is done at once, and after it was disposed, too, but not what was asked for before', async () => {
  const clock = new VirtualClock();
  const atMs: number[] = [];
  const pace = new Pace(clock, 500, () => atMs.push(clock.now()));
  const startMs = clock.now();
  pace.ask();
  await clock.advance(600);
  pace.ask();
  await clock.advance(100);
  pace.ask();
  pace.dispose();
  await clock.advance(300);
  pace.ask();
  assert.deepEqual(
    atMs.map((ms) => ms - startMs),
    [0, 600, 1000],
  );
});
