import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import {
  identifiersIn,
  MAX_TEXT_LENGTH,
  namesIn as allNames,
} from '../../../../src/text/vocabulary/identifiers';
import { FILES } from './secret-set';

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
    'ten(0xCafe, 1e10foo, `eleven \\` twelve`, /four"teen/g, "fifteen"); thirteen()',
  ].join('\n');
  assert.deepEqual(namesIn(code), ['one', 'six', 'ten', 'thirteen']);
});

test('in languages with hash comments a hash begins one, and three quotes a text', () => {
  const code = 'alpha = beta  # gamma\n"""delta\nepsilon"""\nzeta // eta';
  assert.deepEqual(namesIn(code, 'python'), ['alpha', 'beta', 'zeta', 'eta']);
});

test('what stands behind a mark that is not closed may be anything, and is left out', () => {
  assert.deepEqual(namesIn('alpha /* beta'), ['alpha']);
  assert.deepEqual(namesIn("alpha 'beta\ngamma"), ['alpha', 'gamma']);
});

test('of prose only what a heading has in backticks is an identifier', () => {
  const prose = [
    '# Call `renderItems(items)` with userName',
    'See `fooBar` or MAX_SIZE.',
    '```ts',
    '# `inFence`',
    '```',
    '## `userList`',
  ].join('\n');
  assert.deepEqual(namesIn(prose, 'markdown'), ['renderItems', 'items', 'userList']);
  assert.deepEqual([namesIn(prose, 'plaintext'), namesIn('Call userName', 'scminput')], [[], []]);
  assert.deepEqual(namesIn('userName MAX_SIZE', 'a-language-nobody-knows'), []);
});

test('between the tags of JSX is text, in braces code', () => {
  const code = 'const row = <TableRow onPick={pickRow}>Patient Mustermann {fullName}</TableRow>;';
  assert.deepEqual(namesIn(code, 'typescriptreact'), [
    'row',
    'TableRow',
    'onPick',
    'pickRow',
    'fullName',
  ]);
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

test('of any text of any format, every name is told where it stands', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(
      ...'\n | \t|: |=|"|\'|`|# |//|/*|*/|<a b=|</a>|{|}|(|)|[|]|- |>|$|;|,'.split('|'),
    ),
    fc.constantFrom(
      'userName',
      'FROM',
      'ENV',
      'create table',
      'COPY t FROM stdin;',
      'key',
      'function',
    ),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  const languages = FILES.map(([, languageId]) => languageId);
  fc.assert(
    fc.property(text, fc.constantFrom(...languages), (content, languageId) => {
      for (const { name, at } of allNames(content, languageId)) {
        assert.equal(content.slice(at, at + name.length), name);
      }
    }),
    { numRuns: 3000 },
  );
});
