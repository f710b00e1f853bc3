import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendsFormattedTwice, takesContext } from '../../../../src/recognition/assemblyai/models';

test('only Universal-Streaming models, and perhaps unknown ones, send a turn twice', () => {
  assert.deepEqual(
    (['pro', 'universal-streaming', 'whisper', 'unknown'] as const).filter(sendsFormattedTwice),
    ['universal-streaming', 'unknown'],
  );
});

test('only the newer Pro models make anything of a description of the place', () => {
  const models = [
    'universal-3-6-pro',
    'universal-3-5-pro',
    'u3-rt-pro',
    'universal-streaming-english',
    'whisper-rt',
    'unknown',
  ];
  assert.deepEqual(models.filter(takesContext), ['universal-3-6-pro', 'universal-3-5-pro']);
});
