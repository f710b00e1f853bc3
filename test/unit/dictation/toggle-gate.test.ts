import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ToggleGate } from '../../../src/dictation/toggle-gate';

function accepted(times: readonly number[]): readonly number[] {
  const gate = new ToggleGate();
  return times.filter((time) => gate.accepts(time));
}

test('property: a held key is one toggle, whatever its repeat delay and interval', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 150, max: 1000 }),
      fc.integer({ min: 10, max: 500 }),
      fc.nat(200),
      (delayMs, intervalMs, repeats) => {
        const times = [
          0,
          ...Array.from({ length: repeats }, (_, index) => delayMs + index * intervalMs),
        ];
        assert.deepEqual(accepted(times), [0]);
      },
    ),
  );
});

test('presses further apart than a key repeats are toggles of their own', () => {
  assert.deepEqual(accepted([0, 1050, 2100, 5000]), [0, 1050, 2100, 5000]);
});

test('a press soon after a held key was let go counts', () => {
  assert.deepEqual(accepted([0, 500, 530, 560, 1110]), [0, 1110]);
});

test('an impatient second press does not lock the third one out', () => {
  assert.deepEqual(accepted([0, 900, 1500]), [0, 1500]);
});
