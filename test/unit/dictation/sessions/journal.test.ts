import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import { Journal } from '../../../../src/dictation/sessions/journal';

test('frames keep the number they were recorded with, whatever is covered', () => {
  const journal = new Journal();
  for (let n = 0; n < 10; n++) journal.append(Uint8Array.of(n));
  journal.coverThrough(249);
  assert.deepEqual(
    {
      start: journal.startIndex,
      end: journal.endIndex,
      keptMs: journal.keptMs,
      covered: journal.at(3),
      first: journal.at(4),
      last: journal.at(9),
      next: journal.at(10),
    },
    {
      start: 4,
      end: 10,
      keptMs: 300,
      covered: undefined,
      first: Uint8Array.of(4),
      last: Uint8Array.of(9),
      next: undefined,
    },
  );
});

test('it is full at its limit, and not any more when something is covered', () => {
  const journal = new Journal(100);
  journal.append(Uint8Array.of(0));
  assert.equal(journal.isFull, false);
  journal.append(Uint8Array.of(1));
  assert.equal(journal.isFull, true);
  journal.coverThrough(50);
  assert.equal(journal.isFull, false);
});

test('what is final stays a while, and longer when that is asked for, but never more than a full journal', () => {
  const journal = new Journal(150_000);
  const lengths: number[] = [];
  const say = (frames: number): void => {
    for (let n = 0; n < frames; n++) journal.append(Uint8Array.of(n % 256));
  };
  say(2900);
  journal.coverThrough(2800 * 50);
  lengths.push(journal.withPast.length);
  journal.keepPast();
  say(500);
  journal.coverThrough(3300 * 50);
  lengths.push(journal.withPast.length, journal.keptMs);
  assert.deepEqual(lengths, [2500, 3000, 5000]);
});

test('property: covering never forgets audio after the covered moment and never goes back', () => {
  const step = fc.oneof(
    fc.constant({ append: true, runMs: 0 }),
    fc.record({ append: fc.constant(false), runMs: fc.integer({ min: -100, max: 3000 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const journal = new Journal();
      let appended = 0;
      let coveredMs = 0;
      for (const { append, runMs } of steps) {
        if (append) journal.append(Uint8Array.of(appended++));
        else {
          journal.coverThrough(runMs);
          coveredMs = Math.max(coveredMs, Math.min(runMs, appended * 50));
        }
        const kept = Array.from({ length: appended }, (_, n) => n).filter((n) => journal.at(n));
        const expected = Array.from({ length: appended }, (_, n) => n).filter(
          (n) => (n + 1) * 50 > coveredMs,
        );
        assert.deepEqual(kept, expected);
      }
    }),
  );
});
