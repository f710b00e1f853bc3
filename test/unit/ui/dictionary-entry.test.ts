import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dictionaryChanges, dictionaryEntry, withEntry } from '../../../src/ui/dictionary-entry';
import { phrase } from '../../../src/core/phrase';

const WORD = { written: ' getUserName ', said: 'get user name' };
const TERM = { key: 'recognition.keyterms', term: 'kubectl' } as const;
const REPLACEMENT = { key: 'insertion.replacements', phrase: 'signature', text: 'Me' } as const;

test('what is said as it is written or spoken becomes a keyterm', () => {
  assert.deepEqual(
    ['get user name', 'Get User Name.', 'getUserName'].map((said) => dictionaryEntry(said, WORD)),
    Array.from({ length: 3 }, () => ({ key: 'recognition.keyterms', term: 'getUserName' })),
  );
});

test('what is said in another way is a replacement, and so is text of several lines', () => {
  const lines = { written: 'Kind regards,\nMe\n', said: 'kind regards me' };
  assert.deepEqual(
    [dictionaryEntry(' user getter ', WORD), dictionaryEntry('kind regards me', lines)],
    [
      { key: 'insertion.replacements', phrase: 'user getter', text: 'getUserName' },
      { key: 'insertion.replacements', phrase: 'kind regards me', text: 'Kind regards,\\nMe' },
    ],
  );
});

test('what is in the settings stays there', () => {
  assert.deepEqual(
    [
      withEntry(undefined, TERM),
      withEntry(['sox'], TERM),
      withEntry(['kubectl'], TERM),
      withEntry(undefined, REPLACEMENT),
      withEntry({ address: 'Here', signature: 'You' }, REPLACEMENT),
    ],
    [
      { value: ['kubectl'] },
      { value: ['sox', 'kubectl'] },
      { value: ['kubectl'] },
      { value: { signature: 'Me' } },
      { value: { address: 'Here', signature: 'Me' } },
    ],
  );
});

test('what does not fit is not added, and neither is anything to a setting that is not valid', () => {
  const full = Array.from({ length: 100 }, (_, i) => `term ${String(i)}`);
  assert.deepEqual(
    [
      withEntry(full, TERM),
      withEntry([], { ...TERM, term: 'x'.repeat(51) }),
      withEntry('sox', TERM),
      withEntry(['sox'], REPLACEMENT),
    ],
    [
      { problem: phrase('has {0} terms, the most there can be; nothing was added', 100) },
      { problem: phrase('takes at most {0} characters; nothing was added', 50) },
      { problem: phrase('must be a list of texts; nothing was added') },
      { problem: phrase('must give a text for each phrase; nothing was added') },
    ],
  );
});

/** What is written where, `[]` for a language. */
function written(...[entry, level, values]: [...Parameters<typeof dictionaryChanges>]): unknown {
  const changes = dictionaryChanges(entry, level, values);
  return 'problem' in changes
    ? changes.problem
    : changes.map(({ level: at, isForLanguage, value }) => [
        `${at}${isForLanguage ? '[]' : ''}`,
        value,
      ]);
}

test('a keyterm is added to each list of its level that stands instead of the others', () => {
  const key = TERM.key;
  const lists = {
    key,
    globalValue: ['a'],
    globalLanguageValue: ['b'],
    workspaceFolderValue: ['c'],
    workspaceFolderLanguageValue: ['d'],
  };
  assert.deepEqual(
    [
      written(TERM, 'user', undefined),
      written(TERM, 'user', lists),
      written(TERM, 'workspace', { key, globalValue: ['a'] }),
      written(TERM, 'workspace', { ...lists, workspaceValue: [] }),
      written(TERM, 'user', { ...lists, globalLanguageValue: 'b' }),
    ],
    [
      [['user', ['kubectl']]],
      [
        ['user', ['a', 'kubectl']],
        ['user[]', ['b', 'kubectl']],
      ],
      [['workspace', ['a', 'kubectl']]],
      [
        ['workspace', ['kubectl']],
        ['folder[]', ['d', 'kubectl']],
        ['folder', ['c', 'kubectl']],
      ],
      phrase('must be a list of texts; nothing was added'),
    ],
  );
});

test('a replacement is added where another one of the same phrase would stand instead of it', () => {
  const { key } = REPLACEMENT;
  assert.deepEqual(
    [
      written(REPLACEMENT, 'user', { key, globalLanguageValue: { address: 'Here' } }),
      written(REPLACEMENT, 'user', { key, globalLanguageValue: { signature: 'You' } }),
    ],
    [
      [['user', { signature: 'Me' }]],
      [
        ['user', { signature: 'Me' }],
        ['user[]', { signature: 'Me' }],
      ],
    ],
  );
});
