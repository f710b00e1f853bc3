import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../harness/properties';
import { promptText } from '../../../src/text/prompt-text';

test('a prompt gets one line in which nothing runs, completes or escapes', () => {
  assert.equal(
    promptText('git\nstatus\r\n\u2028--short\t-b\u001b[A\u0003\u0000'),
    'git status --short -b[A',
  );
});

test('whatever is said, no control character reaches a prompt', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.doesNotMatch(promptText(text), /\p{Cc}/u);
    }),
  );
});
