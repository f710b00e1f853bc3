import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CostLimit } from '../../../../src/dictation/cost/cost-guard';
import {
  costStopMessage,
  costWarningMessage,
  namesPriceMessage,
} from '../../../../src/ui/messages/cost-messages';

test('every limit is told in a sentence with buttons, before and when it ends dictation', () => {
  const limits: readonly CostLimit[] = ['silence', 'duration', 'budget'];
  const messages = [...limits.map(costWarningMessage), ...limits.map(costStopMessage)];
  assert.deepEqual(
    messages.map(({ sentence, nextSteps }) => [sentence, ...nextSteps.map(({ label }) => label)]),
    [
      [
        'Nobody has spoken for a while: dictation stops within a minute.',
        'Extend',
        'Stop Dictation',
      ],
      [
        'Dictation reaches its longest duration and stops within a minute.',
        'Extend',
        'Stop Dictation',
      ],
      ['80 % of the daily budget for dictation is spent.', 'Show Usage', 'Open Settings'],
      [
        'Dictation was stopped, because nobody has spoken for a while.',
        'Start Dictation',
        'Open Settings',
      ],
      ['Dictation was stopped after its longest duration.', 'Start Dictation', 'Open Settings'],
      ['The daily budget for dictation is spent.', 'Continue', 'Show Usage', 'Open Settings'],
    ],
  );
});

test('names that may cost extra are used only once the person says so', () => {
  const key = 'vocabulary.fromWorkspace';
  assert.deepEqual(namesPriceMessage('universal-streaming-english'), {
    severity: 'information',
    sentence:
      'Names from this workspace can be sent to the recogniser, so that it expects them. With the model universal-streaming-english that may cost extra (US$ 0.04 an hour on Universal-Streaming models).',
    nextSteps: [
      { kind: 'change-setting', label: 'Use Them', key, value: 'on' },
      { kind: 'change-setting', label: 'Never', key, value: 'off' },
    ],
  });
});
