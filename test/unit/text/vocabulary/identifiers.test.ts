import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identifiersIn, MAX_TEXT_LENGTH } from '../../../../src/text/vocabulary/identifiers';

const namesIn = (text: string, languageId = 'typescript'): readonly string[] => [
  ...identifiersIn(text, languageId).keys(),
];

test('identifiers are counted in order of appearance, without keywords and short names', () => {
  const code = 'const userName = load(id);\nif (userName) return userName.first;';
  assert.deepEqual(
    [...identifiersIn(code, 'typescript')],
    [
      ['userName', 3],
      ['load', 1],
      ['first', 1],
    ],
  );
});

test('what is in comments, strings and numbers is no identifier', () => {
  const code = [
    'one(); // two "three',
    '/* four',
    'five */ six("seven \\" eight", \'nine\');',
    'ten(0xCafe, 1e10foo, `eleven \\` twelve`); thirteen <!-- fourteen -->',
  ].join('\n');
  assert.deepEqual(namesIn(code), ['one', 'six', 'ten', 'thirteen']);
});

test('in languages with hash comments a hash begins one, and three quotes a text', () => {
  const code = 'alpha = beta  # gamma\n"""delta\nepsilon"""\nzeta // eta';
  assert.deepEqual(namesIn(code, 'python'), ['alpha', 'beta', 'zeta', 'eta']);
});

test('a mark that is never closed hides nothing', () => {
  assert.deepEqual(namesIn('alpha /* beta /* gamma ` delta'), ['alpha', 'beta', 'gamma', 'delta']);
});

test('in prose only what looks like code is an identifier', () => {
  const prose =
    'Call `render(items)` with a userName or MAX_SIZE, see https://x.org/fooBar or a@bCd.';
  assert.deepEqual(namesIn(prose, 'markdown'), ['render', 'items', 'userName', 'MAX_SIZE']);
});

test('what looks like a key is no identifier', () => {
  assert.deepEqual(namesIn('token = deadbeef0123456789; x9Kq2ZvB7wXj4RtQ; tokenName'), [
    'token',
    'tokenName',
  ]);
});

test('what is beyond the length that is looked at is left out', () => {
  const text = `first${' '.repeat(MAX_TEXT_LENGTH)}second`;
  assert.deepEqual(namesIn(text), ['first']);
});
