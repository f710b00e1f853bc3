import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseResult } from '../../../../src/recognition/on-device/child/sherpa';

test('marks that nobody says are left out of what an engine has heard, with their times', () => {
  const tokens = ['\u2581Hallo', '.', '<de-DE>', '\u2581<unk>', '\u2581a', '<', 'b'];
  const timestamps = tokens.map((_, i) => i);
  assert.deepEqual(parseResult({ tokens, timestamps, start_time: 2 }), {
    tokens: ['\u2581Hallo', '.', '\u2581a', '<', 'b'],
    timesMs: [2000, 3000, 6000, 7000, 8000],
  });
});

test('what is no result is nothing heard', () => {
  assert.deepEqual(
    [undefined, 'x', { tokens: ['a'] }, { tokens: 1, timestamps: [1] }].map(parseResult),
    [0, 1, 2, 3].map(() => ({ tokens: [], timesMs: [] })),
  );
});
