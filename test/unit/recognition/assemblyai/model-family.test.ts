import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelFamily, type ModelFamily } from '../../../../src/recognition/assemblyai/model-family';

test('every model of the reference falls into its family, and new names into none', () => {
  const table: readonly (readonly [model: string, family: ModelFamily])[] = [
    ['universal-3-6-pro', 'pro'],
    ['universal-3-6', 'pro'],
    ['universal-3-5-pro', 'pro'],
    ['universal-3-7-preview', 'pro'],
    ['u3-rt-pro', 'pro'],
    ['u3-rt-pro-beta-1', 'pro'],
    ['u3-pro', 'pro'],
    ['universal-streaming-english', 'universal-streaming'],
    ['universal-streaming-multilingual', 'universal-streaming'],
    ['whisper-rt', 'whisper'],
    ['universal-4', 'unknown'],
    ['my-own-model', 'unknown'],
    ['', 'unknown'],
  ];
  for (const [model, family] of table) assert.equal(modelFamily(model), family, model);
});
