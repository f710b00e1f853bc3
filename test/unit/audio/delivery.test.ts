import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Delivery } from '../../../src/audio/delivery';

const RATE = 16_000;
const BYTES_PER_MS = 32;

/** A recorder whose pieces of 20 ms come so late, one after another, after it began at 1000. */
function delivered(...latenessMs: readonly number[]): Delivery {
  const delivery = new Delivery(RATE);
  for (const [index, lateMs] of latenessMs.entries()) {
    delivery.add(20 * BYTES_PER_MS, 1000 + (index + 1) * 20 + lateMs);
  }
  return delivery;
}

test('nothing that has come covers no moment', () => {
  assert.equal(new Delivery(RATE).hasAllUntil(0, 0, true), false);
});

test('a piece that may come late covers what was made before it, less what is under way', () => {
  const delivery = delivered(50, 50, 50);
  // Made until 1060, come by 1110.
  assert.equal(delivery.hasAllUntil(1060, 50, false), true);
  assert.equal(delivery.hasAllUntil(1061, 50, false), false);
});

test('a piece that is flushed at the end need not be waited for', () => {
  const delivery = delivered(50, 50, 50);
  assert.deepEqual(
    [1080, 1081].map((momentMs) => delivery.hasAllUntil(momentMs, 50, true)),
    [true, false],
  );
});

test('one that lags behind, on a busy computer, is waited for by what has come, not by the time', () => {
  const delivery = delivered(50, 250);
  // At 1290 only what was made until 1040 has come.
  assert.equal(delivery.hasAllUntil(1290, 50, true), false);
  assert.equal(delivery.hasAllUntil(1060, 50, true), true);
});
