import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSnippet, plainSnippet } from '../../../src/text/snippet';

const SNIPPETS = {
  Greeting: 'Dear all,\n',
  loop: 'for (const ${1:each} of $2) {}',
  path: 'C:\\\\a',
};

test('a snippet that is nothing but text is written as it stands', () => {
  assert.equal(plainSnippet('greeting', SNIPPETS), 'Dear all,\n');
});

test('a snippet that only an editor can expand, or that there is not, is not written', () => {
  assert.deepEqual(
    ['loop', 'path', 'farewell'].map((name) => plainSnippet(name, SNIPPETS)),
    [undefined, undefined, undefined],
  );
});

test('a snippet is found by its name, however that is written', () => {
  const snippets = { 'for-loop': 'for', 'Log Line': 'log', '': 'empty', Größe: 'size' };
  assert.deepEqual(
    ['For loop.', 'forloop', 'log line', 'LogLine!', 'größe', 'loop', '', '...'].map((name) =>
      findSnippet(name, snippets),
    ),
    ['for', 'for', 'log', 'log', 'size', undefined, undefined, undefined],
  );
});

test('a snippet that is nothing but text is found by the same names', () => {
  const snippets = { 'log-line': 'log', 'sign-off': 'Best,\nAnn', 'Log Café': 'café' };
  assert.deepEqual(
    ['log line', 'Log-Line.', 'sign off', 'signoff', 'log cafe\u0301'].map((name) =>
      plainSnippet(name, snippets),
    ),
    ['log', 'log', 'Best,\nAnn', 'Best,\nAnn', 'café'],
  );
});
