import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDay } from '../../../src/core/local-day';

test('a day is the local one', () => {
  assert.equal(localDay(new Date(2026, 0, 5, 23, 59)), '2026-01-05');
});
