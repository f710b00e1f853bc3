import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellingOnce, type Memory } from '../../../src/storage/told-once';

test('a text is news once on this computer, in whatever window, and only its hash is kept', () => {
  const kept = new Map<string, unknown>();
  const memory: Memory = {
    get: (key) => kept.get(key),
    update: (key, value) => {
      kept.set(key, value);
      return Promise.resolve();
    },
  };
  const [one, other] = [tellingOnce(memory), tellingOnce(memory)];
  assert.deepEqual(
    [one('Jon'), one('Jon'), other('Jon'), other('another'), one('another')],
    [true, false, false, true, false],
  );
  assert.doesNotMatch(JSON.stringify([...kept]), /Jon|another/u);
});

test('what is kept in a shape of somebody else is nothing', () => {
  const isNews = tellingOnce({ get: () => 'x', update: () => Promise.resolve() });
  assert.deepEqual([isNews('a'), isNews('a')], [true, false]);
});
