import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortestPauseMs, shortTurn } from '../../../../src/recognition/assemblyai/turn-silence';
import { recognition } from './settings-fixture';

function messages(minTurnSilenceMs: number | null, maxTurnSilenceMs: number | null): unknown[] {
  const { shorten, restore } = shortTurn(recognition({ minTurnSilenceMs, maxTurnSilenceMs }));
  return [JSON.parse(shorten), JSON.parse(restore)];
}

test('a turn is hurried by the shortest silence, and the person’s own silences come back', () => {
  assert.deepEqual(messages(700, 2000), [
    { type: 'UpdateConfiguration', min_turn_silence: 50, max_turn_silence: 50 },
    { type: 'UpdateConfiguration', min_turn_silence: 700, max_turn_silence: 2000 },
  ]);
});

test('where the person left it to the server, its documented defaults come back', () => {
  assert.deepEqual(messages(null, null)[1], {
    type: 'UpdateConfiguration',
    min_turn_silence: 400,
    max_turn_silence: 1280,
  });
});

for (const [family, settings, shortestMs] of [
  ['universal-streaming', {}, 400],
  ['universal-streaming', { mode: 'max_accuracy' }, 400],
  ['pro', {}, 128],
  ['pro', { mode: 'max_accuracy' }, 512],
  ['unknown', { mode: 'max_accuracy' }, 128],
  ['pro', { minTurnSilenceMs: 700 }, 700],
  ['universal-streaming', { maxTurnSilenceMs: 200 }, 200],
  ['pro', { minTurnSilenceMs: 0 }, 50],
] as const) {
  test(`with ${JSON.stringify(settings)} a ${family} model ends no turn before ${String(shortestMs)} ms of silence`, () => {
    assert.equal(shortestPauseMs(family, recognition(settings)), shortestMs);
  });
}
