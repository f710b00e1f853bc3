import assert from 'node:assert/strict';
import type { Outcome } from './simulation';

/**
 * What must hold after every history: each recorded word was inserted exactly once and in order, or
 * is in the audio that is kept, or was dropped by a cancel; everything is closed; nothing we sent
 * was against the protocol.
 */
export function checkAccount(outcome: Outcome): void {
  const { runs, kept, state, openSockets, openMicrophones, violations } = outcome;
  const rest = { state, openSockets, openMicrophones, violations };
  assert.deepEqual(rest, {
    state: 'idle',
    openSockets: 0,
    openMicrophones: 0,
    violations: [],
  });
  assert.ok(runs.length > 0);
  for (const { recorded, inserted, wasCancelled } of runs) {
    const missing = recorded.slice(inserted.length);
    // In order, nothing twice, nothing made up, nothing left out in the middle.
    assert.deepEqual(inserted, recorded.slice(0, inserted.length));
    if (!wasCancelled) {
      assert.deepEqual(
        missing.filter((word) => !kept.includes(word)),
        [],
      );
    }
  }
}
