import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rememberedRecorder } from '../../../src/ui/remembered-recorder';

function rig(stored?: unknown) {
  let value = stored;
  const logged: string[] = [];
  const memory = rememberedRecorder(
    {
      get: () => value,
      update: (_key, next) => {
        if (next === 'refuse') return Promise.reject(new Error('a full disk'));
        value = next;
        return Promise.resolve();
      },
    },
    { warn: (line) => void logged.push(line) },
  );
  return { memory, logged };
}

test('which recorder works is remembered, and forgotten', () => {
  const { memory } = rig();
  const known = { insteadOf: '/usr/bin/sox', works: 'parec' } as const;
  memory.set(known);
  assert.deepEqual(memory.get(), known);
  memory.set(undefined);
  assert.equal(memory.get(), undefined);
});

test('what is no memory of this version is none', () => {
  for (const stored of [
    'parec',
    null,
    {},
    { insteadOf: '/usr/bin/sox', works: 'gst-launch-1.0' },
    { insteadOf: 7, works: 'parec' },
  ]) {
    assert.equal(rig(stored).memory.get(), undefined);
  }
});
