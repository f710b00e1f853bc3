import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadOnce } from '../../../src/core/load-once';

test('what was loaded is shared, and a failure is tried again', async () => {
  let loads = 0;
  const load = loadOnce(() => {
    loads++;
    return loads === 1 ? Promise.reject(new Error('half installed')) : Promise.resolve(loads);
  });
  const failed = [load(), load()];
  for (const each of failed) await assert.rejects(each, /half installed/);
  assert.deepEqual([await Promise.all([load(), load()]), await load(), loads], [[2, 2], 2, 2]);
});
