import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RunningSettings } from '../../../../src/recognition/assemblyai/running-settings';
import { recognition } from './settings-fixture';

const UNIVERSAL = 'universal-streaming-english';

function running(model: string) {
  return new RunningSettings(recognition({ model }), '', () => undefined, { isRefused: false });
}

test('what ends before the shortened silence is taken back may have ended by it', () => {
  const settings = running(UNIVERSAL);
  settings.endTurn();
  settings.turnEnded(1800);
  assert.deepEqual(
    [1490, 1810, 2000, 2200].map((saidMs) => settings.shortestPauseMs(saidMs, 3000)),
    // Words may be told up to 320 ms late.
    [50, 50, 50, 400],
  );
});

test('without times, what is told soon after it is taken back may have ended by it', () => {
  const settings = running(UNIVERSAL);
  settings.endTurn();
  settings.turnEnded(1800);
  assert.deepEqual(
    [2000, 4000, 5000].map((sentMs) => settings.shortestPauseMs(undefined, sentMs)),
    [50, 50, 400],
  );
});

test('where nobody asked, or a model is asked otherwise, no silence was shortened', () => {
  const asked = running('universal-3-6-pro');
  asked.endTurn();
  for (const settings of [asked, running(UNIVERSAL)]) settings.turnEnded(1800);
  assert.deepEqual(
    [asked, running(UNIVERSAL)].map((settings) => settings.shortestPauseMs(100, 1800)),
    [128, 400],
  );
});
