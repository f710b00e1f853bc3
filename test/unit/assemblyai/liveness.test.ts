import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Liveness, PING_INTERVAL_MS, SILENCE_LIMIT_MS } from '../../../src/assemblyai/liveness';
import { VirtualClock } from '../../contracts/virtual-clock';

function watch(): { clock: VirtualClock; liveness: Liveness; events: string[] } {
  const clock = new VirtualClock();
  const events: string[] = [];
  const note = (what: string) => (): void => {
    events.push(`${what} at ${String(clock.now())}`);
  };
  return { clock, events, liveness: new Liveness(clock, note('ping'), note('silence')) };
}

test('it asks at once and then at intervals; answers keep it quiet', async () => {
  const { clock, liveness, events } = watch();
  for (let i = 0; i < 10; i++) {
    liveness.answered();
    await clock.advance(PING_INTERVAL_MS);
  }
  assert.deepEqual(
    events,
    Array.from({ length: 11 }, (_, i) => `ping at ${String(i * PING_INTERVAL_MS)}`),
  );
  liveness.dispose();
  assert.equal(clock.pending, 0);
});

test('a server that answered before and then says nothing at all is reported, once', async () => {
  const { clock, liveness, events } = watch();
  liveness.answered();
  await clock.advance(10 * PING_INTERVAL_MS);
  const silences = events.filter((event) => event.startsWith('silence'));
  assert.deepEqual(silences, [`silence at ${String(4 * PING_INTERVAL_MS)}`]);
  assert.ok(4 * PING_INTERVAL_MS >= SILENCE_LIMIT_MS);
  assert.equal(clock.pending, 0);
});

test('messages are signs of life too', async () => {
  const { clock, liveness, events } = watch();
  liveness.answered();
  for (let i = 0; i < 10; i++) {
    await clock.advance(PING_INTERVAL_MS);
    liveness.heard();
  }
  assert.ok(events.every((event) => event.startsWith('ping')));
  liveness.dispose();
});

test('a server that never answers pings is not judged by them', async () => {
  const { clock, liveness, events } = watch();
  await clock.advance(20 * PING_INTERVAL_MS);
  assert.ok(events.every((event) => event.startsWith('ping')));
  liveness.dispose();
});
