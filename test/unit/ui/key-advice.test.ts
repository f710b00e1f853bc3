import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeyAdvice } from '../../../src/ui/key-advice';

/** Windows of one computer, one after the other. */
function computer(stored?: unknown): {
  readonly told: readonly string[];
  readonly openWindow: () => KeyAdvice;
} {
  const told: string[] = [];
  const values = new Map<string, unknown>([['keyAdvice', stored]]);
  const storage = {
    get: (key: string) => values.get(key),
    update: (key: string, value: unknown) => {
      values.set(key, value);
      return Promise.resolve();
    },
  };
  const tell = (advice: string): void => void told.push(advice);
  return { told, openWindow: () => new KeyAdvice({ storage, tell }) };
}

test('a key that never arrives is told with the third dictation that is begun without it, once', () => {
  const { told, openWindow } = computer();
  const window = openWindow();
  const counts = Array.from({ length: 5 }, () => {
    window.startedWithoutKey();
    return told.length;
  });
  const next = openWindow();
  for (let i = 0; i < 5; i++) next.startedWithoutKey();
  assert.deepEqual([counts, told], [[0, 0, 1, 1, 1], ['unheard']]);
});

test('who has used the key once is told nothing, in no window', () => {
  const { told, openWindow } = computer();
  openWindow().keyArrived();
  const window = openWindow();
  for (let i = 0; i < 5; i++) window.startedWithoutKey();
  assert.deepEqual(told, []);
});

test('a terminal that keeps the key is told once, whatever else was', () => {
  const { told, openWindow } = computer('nonsense');
  const window = openWindow();
  window.keyArrived();
  window.keptFromTerminals();
  window.keptFromTerminals();
  openWindow().keptFromTerminals();
  assert.deepEqual(told, ['kept-from-terminals']);
});
