import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendsFormattedTwice } from '../../../../src/recognition/assemblyai/models';

test('only Universal-Streaming models, and perhaps unknown ones, send a turn twice', () => {
  assert.deepEqual(
    (['pro', 'universal-streaming', 'whisper', 'unknown'] as const).filter(sendsFormattedTwice),
    ['universal-streaming', 'unknown'],
  );
});
