import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FloodGuard } from '../../../../src/recognition/assemblyai/flood-guard';
import { VirtualClock } from '../../../contracts/virtual-clock';

/** How many messages of `bytes` are accepted at once. */
function accepted(guard: FloodGuard, bytes: number, aheadMs = 0): number {
  let count = 0;
  while (guard.accepts(bytes, aheadMs)) count++;
  return count;
}

test('a burst is accepted, and after that only as much as time allows', async () => {
  const clock = new VirtualClock();
  const guard = new FloodGuard(clock);
  const burst = accepted(guard, 100);
  await clock.advance(5000);
  const afterFiveSeconds = accepted(guard, 100);
  await clock.advance(3_600_000);
  const afterAnHour = accepted(guard, 100);
  assert.deepEqual(
    { burst, afterFiveSeconds, afterAnHour },
    { burst: 990, afterFiveSeconds: 495, afterAnHour: 990 },
  );
});

test('a dictation of three hours with long partials ten times a second is no flood', async () => {
  const clock = new VirtualClock();
  const guard = new FloodGuard(clock);
  let refused = 0;
  for (let second = 0; second < 10_800; second++) {
    for (let i = 0; i < 10; i++) if (!guard.accepts(40_000)) refused++;
    await clock.advance(1000);
  }
  assert.equal(refused, 0);
});

test('long messages count by their length', () => {
  assert.equal(accepted(new FloodGuard(new VirtualClock()), 1_000_000), 9);
});

test('a fast server may answer a replay at once, but not more than that', async () => {
  const clock = new VirtualClock();
  const guard = new FloodGuard(clock);
  const aheadMs = 200_000;
  const atOnce = accepted(guard, 100, aheadMs);
  await clock.advance(aheadMs);
  const afterwards = accepted(guard, 100, 0);
  await clock.advance(1000);
  const aSecondLater = accepted(guard, 100, 0);
  assert.deepEqual(
    { atOnce, afterwards, aSecondLater },
    { atOnce: 20_792, afterwards: 0, aSecondLater: 99 },
  );
});
