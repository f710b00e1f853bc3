import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  modelFamily,
  sendsFormattedTwice,
  takesContext,
  type ModelFamily,
} from '../../../../src/recognition/assemblyai/models';

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
