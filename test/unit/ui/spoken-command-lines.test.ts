import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spokenCommandSections } from '../../../src/ui/spoken-command-lines';
import { phrase } from '../../../src/core/phrase';

const COMMA = {
  group: 'punctuation',
  phrase: 'comma',
  alternatives: [],
  description: [phrase('Writes {0}', ',')],
  language: 'en',
} as const;
const SCRATCH = {
  group: 'command',
  phrase: 'scratch that',
  alternatives: ['strike that'],
  description: [phrase('Takes the last utterance back')],
  language: 'en',
} as const;

test('commands are listed by kind, with what else can be said', () => {
  assert.deepEqual(spokenCommandSections([COMMA, SCRATCH]), [
    {
      heading: 'Commands',
      lines: [
        {
          label: 'scratch that',
          description: 'Takes the last utterance back',
          detail: 'or: strike that',
        },
      ],
    },
    { heading: 'Punctuation', lines: [{ label: 'comma', description: 'Writes ,' }] },
  ]);
});

test('where it acts and what else can be said have a line of their own, beside the phrase is no room', () => {
  const paren = {
    ...COMMA,
    phrase: 'open parenthesis',
    alternatives: ['open paren', 'left paren'],
    description: [phrase('Writes {0}', '('), phrase('inside a sentence too: {0}', 'open paren')],
  };
  assert.deepEqual(
    spokenCommandSections([paren]).flatMap(({ lines }) => lines),
    [
      {
        label: 'open parenthesis',
        description: 'Writes (',
        detail: 'inside a sentence too: open paren · or: open paren, left paren',
      },
    ],
  );
});

test('with several languages, each line tells its own', () => {
  const german = { ...COMMA, phrase: 'Komma', language: 'de' };
  assert.deepEqual(
    spokenCommandSections([COMMA, german]).flatMap(({ lines }) => lines),
    [
      { label: 'comma', description: 'Writes , (en)' },
      { label: 'Komma', description: 'Writes , (de)' },
    ],
  );
});
