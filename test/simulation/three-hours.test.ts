import './patience';
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';

/** What must not be passed. */
const LIMITS = {
  /** A turn, and the silence that ends it. */
  longestJournalMs: 10_000,
  /** Three round trips: nobody reads that fast. */
  longestReconnectMs: 500,
  heapGrowthBytes: 5 * 1024 * 1024,
  externalGrowthBytes: 5 * 1024 * 1024,
} as const;

test('three hours of dictation lose no word to an expired session, and memory does not grow', async () => {
  const child = fork(path.join(__dirname, 'three-hours.ts'), {
    execArgv: ['--import', 'tsx', '--expose-gc'],
  });
  const exit = once(child, 'exit');
  const answer: unknown[] = await Promise.race([once(child, 'message'), exit]);
  await exit;
  const measured = entries(answer[0]);
  const isLimit = (name: string): boolean => name in LIMITS;
  assert.deepEqual(Object.fromEntries(measured.filter(([name]) => !isLimit(name))), {
    spoken: 18_768,
    inserted: 18_768,
    wrong: 0,
    sessions: 2,
    expiries: 1,
    notices: 0,
    failures: 0,
  });
  for (const [name, limit] of Object.entries(LIMITS)) {
    const value = Number(measured.find(([measure]) => measure === name)?.[1]);
    assert.ok(value <= limit, `${name}: ${String(value)}`);
  }
});

function entries(message: unknown): readonly (readonly [string, unknown])[] {
  return typeof message === 'object' && message !== null ? Object.entries(message) : [];
}
