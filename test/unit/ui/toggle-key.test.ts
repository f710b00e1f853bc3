import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createToggleKey } from '../../../src/ui/toggle-key';
import { settle } from '../../contracts/virtual-clock';

/** A toggle key on storage that holds `stored`, and what came of it. */
function keyWith(stored: unknown, refuses = false, noop = Promise.resolve()) {
  const state = { stored, logged: [] as string[] };
  const key = createToggleKey({
    storage: {
      get: () => state.stored,
      update: (_key, value) => {
        if (refuses) return Promise.reject(new Error('full'));
        state.stored = value;
        return Promise.resolve();
      },
    },
    settings: { peek: () => ({ holdToTalk: false }) },
    log: { warn: (line) => state.logged.push(line) },
    runNoop: () => noop,
  });
  return { key, state };
}

test('what was learnt is read again, and what is no pair of times is not', () => {
  const learnt = [{ delayMs: 500, intervalMs: 33 }];
  const { key } = keyWith(undefined);
  const first = key.memory.read();
  key.memory.write(learnt);
  const mixed = [null, 7, { delayMs: '500', intervalMs: 33 }, { ...learnt[0], more: true }];
  assert.deepEqual(
    {
      first,
      again: key.memory.read(),
      mixed: keyWith(mixed).key.memory.read(),
      none: keyWith({ delayMs: 1 }).key.memory.read(),
      holdToTalk: key.holdToTalk(),
    },
    { first: [], again: learnt, mixed: learnt, none: [], holdToTalk: false },
  );
});

test('storage that refuses is logged, and no more', async () => {
  const { key, state } = keyWith([], true);
  key.memory.write([{ delayMs: 500, intervalMs: 33 }]);
  await settle();
  assert.match(state.logged.join('\n'), /^key repeat not stored: Error at [\w.-]+:\d+:\d+$/);
});

test('the window has answered when its command has ended, in whatever way', async () => {
  const answers: string[] = [];
  const refused = Promise.reject(new Error('no such command'));
  keyWith([], false, new Promise(() => undefined)).key.askWindow(() => answers.push('hanging'));
  keyWith([], false).key.askWindow(() => answers.push('run'));
  keyWith([], false, refused).key.askWindow(() => answers.push('refused'));
  await settle();
  assert.deepEqual(answers, ['run', 'refused']);
});
