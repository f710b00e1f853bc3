import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extensionQuestion } from '../../../../src/ui/messages/extension-messages';

test('who is asked about an extension is told its name, as text, and what it wants', () => {
  const { sentence, answer, refusal } = extensionQuestion('Notes](command:evil)\n');
  assert.deepEqual(
    [sentence.slice(0, 61), answer, refusal],
    ['“Notes] (command:evil)” wants to dictate with your microphone', 'Allow', 'Don’t Allow'],
  );
});
