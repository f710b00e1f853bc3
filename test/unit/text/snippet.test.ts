import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainSnippet } from '../../../src/text/snippet';

const SNIPPETS = {
  Greeting: 'Dear all,\n',
  loop: 'for (const ${1:each} of $2) {}',
  path: 'C:\\\\a',
};

test('a snippet that is nothing but text is written as it stands', () => {
  assert.equal(plainSnippet(SNIPPETS, 'greeting'), 'Dear all,\n');
});

test('a snippet that only an editor can expand, or that there is not, is not written', () => {
  assert.deepEqual(
    ['loop', 'path', 'farewell'].map((name) => plainSnippet(SNIPPETS, name)),
    [undefined, undefined, undefined],
  );
});
