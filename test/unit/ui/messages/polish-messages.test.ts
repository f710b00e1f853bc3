import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolishProblem } from '../../../../src/core/polish';
import {
  notPolishedMessage,
  nothingPolishedMessage,
} from '../../../../src/ui/messages/polish-messages';

const PROBLEMS: readonly PolishProblem[] = [
  'no-model',
  'not-allowed',
  'used-up',
  'endpoint-invalid',
  'endpoint-failed',
  'model-failed',
  'too-slow',
  'irreplaceable',
];

test('what was not polished says that it stays, why, and what to do', () => {
  const messages = PROBLEMS.map((problem) => notPolishedMessage(problem));
  for (const { sentence, nextSteps } of messages) {
    assert.match(sentence, /^What you said was not polished, and stays as it is: .+\.$/u);
    assert.ok(nextSteps.length > 1 && nextSteps.length <= 3);
    assert.equal(nextSteps.at(-1)?.label, 'Show Log');
  }
  assert.equal(new Set(messages.map(({ sentence }) => sentence)).size, PROBLEMS.length);
});

test('where there is nothing to restore, the setting is offered', () => {
  assert.deepEqual(
    nothingPolishedMessage().nextSteps.map(({ label }) => label),
    ['Open Setting'],
  );
});
