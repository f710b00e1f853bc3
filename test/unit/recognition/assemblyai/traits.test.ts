import assert from 'node:assert/strict';
import { test } from 'node:test';
import { traitsOf } from '../../../../src/recognition/assemblyai/traits';

test('the price of Pro models includes keyterms, Whisper takes none, and other models may cost extra', () => {
  const models = ['universal-3-6-pro', 'universal-streaming-english', 'whisper-rt', 'new-model'];
  assert.deepEqual(
    models.map((model) => traitsOf(model).keyterms),
    ['included', 'extra', 'no', 'extra'],
  );
});
