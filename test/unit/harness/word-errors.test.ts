import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordErrors } from '../../harness/word-errors';

test('the same words have no errors, whatever their capitals and punctuation', () => {
  assert.deepEqual(wordErrors('Go, forward: ten meters.', 'go forward ten meters'), {
    errors: 0,
    words: 4,
  });
});

test('a wrong, a missing and an additional word are an error each', () => {
  const errors = ['one too three', 'one three', 'one two and three', '', 'four'].map(
    (written) => wordErrors('one two three', written).errors,
  );
  assert.deepEqual(errors, [1, 1, 1, 3, 3]);
});

test('where nothing was said every word is an error', () => {
  assert.deepEqual(wordErrors('', 'he he'), { errors: 2, words: 0 });
});
