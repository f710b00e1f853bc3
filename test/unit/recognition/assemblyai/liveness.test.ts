import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  Liveness,
  PING_INTERVAL_MS,
  SILENT_LOOKS,
} from '../../../../src/recognition/assemblyai/liveness';
import { SleepyClock } from '../../../contracts/sleepy-clock';
import { VirtualClock } from '../../../contracts/virtual-clock';

function watch() {
  const clock = new VirtualClock();
  const events: string[] = [];
  const note = (what: string) => (): void => {
    events.push(`${what} at ${String(clock.now())}`);
  };
  const bytes = { given: 0, buffered: 0 };
  const watched = {
    ping: note('ping'),
    givenBytes: () => bytes.given,
    bufferedBytes: () => bytes.buffered,
  };
  return { clock, events, bytes, liveness: new Liveness(clock, watched, note('dead')) };
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
  const silences = events.filter((event) => event.startsWith('dead'));
  assert.deepEqual(silences, [`dead at ${String(SILENT_LOOKS * PING_INTERVAL_MS)}`]);
  assert.equal(clock.pending, 0);
});

test('a server that sent a heartbeat and then nothing more is reported, whatever it makes of pings', async () => {
  const { clock, liveness, events } = watch();
  liveness.heard();
  liveness.beat();
  await clock.advance(10 * PING_INTERVAL_MS);
  assert.equal(events.at(-1), `dead at ${String(SILENT_LOOKS * PING_INTERVAL_MS)}`);
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

test('a server that speaks and never answers pings is not judged by them', async () => {
  const { clock, liveness, events } = watch();
  await clock.advance(PING_INTERVAL_MS);
  liveness.heard();
  await clock.advance(20 * PING_INTERVAL_MS);
  assert.ok(events.every((event) => event.startsWith('ping')));
  liveness.dispose();
});

test('a server that falls silent before its first answer is reported too', async () => {
  const { clock, events } = watch();
  await clock.advance(10 * PING_INTERVAL_MS);
  assert.deepEqual(events.at(-1), `dead at ${String(SILENT_LOOKS * PING_INTERVAL_MS)}`);
  assert.equal(clock.pending, 0);
});

test('a computer that slept has not listened, so nothing is dead when it wakes', async () => {
  const world = new VirtualClock();
  const sleep = { fromMs: 10, toMs: 3_600_000, clockGoesOn: true, noticedAfterMs: 0 };
  const clock = new SleepyClock(world, { ...sleep, of: 'computer' });
  const watched = {
    ping: (): void => {
      world.schedule(100, () => {
        liveness.answered();
      });
    },
    givenBytes: () => 0,
    bufferedBytes: () => 0,
  };
  let isDead = false;
  const liveness: Liveness = new Liveness(clock, watched, () => {
    isDead = true;
  });
  await world.advance(sleep.toMs + 10 * PING_INTERVAL_MS);
  assert.equal(isDead, false);
  liveness.dispose();
});

test('a buffer that does not empty is a dead connection, even where pings are not answered', async () => {
  const { clock, bytes, events } = watch();
  bytes.given = bytes.buffered = 64_000;
  await clock.advance(10 * PING_INTERVAL_MS);
  assert.deepEqual(events.at(-1), `dead at ${String(SILENT_LOOKS * PING_INTERVAL_MS)}`);
  assert.equal(clock.pending, 0);
});

test('a slow network whose buffer stays full but moves is alive', async () => {
  const { clock, bytes, events, liveness } = watch();
  bytes.buffered = 64_000;
  for (let i = 0; i < 20; i++) {
    bytes.given += 1000;
    await clock.advance(PING_INTERVAL_MS);
  }
  assert.ok(events.every((event) => event.startsWith('ping')));
  liveness.dispose();
});
