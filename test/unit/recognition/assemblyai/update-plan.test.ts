import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelFamily } from '../../../../src/recognition/assemblyai/models';
import {
  planUpdate,
  withUpdated,
  type UpdatePlan,
} from '../../../../src/recognition/assemblyai/update-plan';
import { recognition } from './settings-fixture';

/** Everything that a session is told, set otherwise than in {@link recognition}. */
const CHANGED = recognition({
  mode: 'max_accuracy',
  languages: ['de'],
  formatTurns: false,
  keyterms: ['sox'],
  minTurnSilenceMs: 0,
  maxTurnSilenceMs: 1,
  endOfTurnConfidenceThreshold: 0,
  vadThreshold: 0,
  filterProfanity: true,
});

test('each family is sent what it takes in a running session; the rest waits or means nothing to it', () => {
  const common = ['keyterms', 'minTurnSilenceMs', 'maxTurnSilenceMs', 'vadThreshold'] as const;
  const table: readonly (readonly [ModelFamily, UpdatePlan])[] = [
    ['pro', { sendable: ['mode', 'languages', ...common], deferred: ['filterProfanity'] }],
    [
      'universal-streaming',
      {
        sendable: ['formatTurns', 'endOfTurnConfidenceThreshold', ...common],
        deferred: ['filterProfanity'],
      },
    ],
    ['whisper', { sendable: [], deferred: [...common, 'filterProfanity'] }],
    [
      'unknown',
      {
        sendable: ['mode', 'languages', 'formatTurns', 'endOfTurnConfidenceThreshold', ...common],
        deferred: ['filterProfanity'],
      },
    ],
  ];
  for (const [family, expected] of table) {
    assert.deepEqual(planUpdate(recognition(), CHANGED, family), expected, family);
  }
});

test('a new mode sets the silences anew, so the person’s own are said again with it', () => {
  const own = recognition({ minTurnSilenceMs: 800, maxTurnSilenceMs: null });
  assert.deepEqual(
    [
      planUpdate(own, { ...own, mode: 'max_accuracy' }, 'pro'),
      planUpdate(own, { ...own, mode: 'max_accuracy' }, 'universal-streaming'),
    ],
    [
      { sendable: ['mode', 'minTurnSilenceMs'], deferred: [] },
      { sendable: [], deferred: [] },
    ],
  );
});

test('equal settings are neither sent nor deferred, lists compared by content', () => {
  const before = recognition({ keyterms: ['a'] });
  assert.deepEqual(planUpdate(before, recognition({ keyterms: ['a'] }), 'pro'), {
    sendable: [],
    deferred: [],
  });
});

test("clearing a list is sent, going back to the server's default waits for the next session", () => {
  const before = recognition({ keyterms: ['a'], vadThreshold: 0.5 });
  assert.deepEqual(planUpdate(before, recognition(), 'pro'), {
    sendable: ['keyterms'],
    deferred: ['vadThreshold'],
  });
});

test('what was sent is what runs from then on, and nothing else', () => {
  assert.deepEqual(
    withUpdated(recognition(), CHANGED, ['mode', 'vadThreshold']),
    recognition({ mode: 'max_accuracy', vadThreshold: 0 }),
  );
});
