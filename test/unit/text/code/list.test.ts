import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeWordList } from '../../../../src/text/code/list';
import { LANGUAGES } from '../../../../src/text/languages/languages';
import { writeCode } from '../../../../src/text/code/write-code';
import type { ListedCommand } from '../../../../src/core/listed-command';
import { inEnglish } from '../../../../src/core/phrase';

const IDS = LANGUAGES.map(({ id }) => id);

test('the list has formatters with an example, and symbols with every phrase', () => {
  const list = codeWordList(['en', 'de']);
  assert.deepEqual(
    list
      .filter(({ phrase }) =>
        ['camel', 'over', 'not equals', 'eckige klammer auf'].includes(phrase),
      )
      .map((command) => ({ ...command, description: inEnglishAll(command) })),
    [
      {
        group: 'formatter',
        phrase: 'camel',
        alternatives: [],
        description: '“camel get user name” writes getUserName',
        language: 'en',
      },
      {
        group: 'formatter',
        phrase: 'over',
        alternatives: [],
        description: 'Ends a name where other words follow',
        language: 'en',
      },
      {
        group: 'symbol',
        phrase: 'not equals',
        alternatives: ['not equal', 'bang equals', 'bang equal', 'not equal to', 'is not equal to'],
        description: 'Writes !=',
        language: 'en',
      },
      {
        group: 'formatter',
        phrase: 'camel',
        alternatives: ['kamel'],
        description: '“camel get user name” writes getUserName',
        language: 'de',
      },
      {
        group: 'symbol',
        phrase: 'eckige klammer auf',
        alternatives: ['öffnende eckige klammer', 'eckige klammer öffnen'],
        description: 'Writes [',
        language: 'de',
      },
    ],
  );
});

test('every phrase of the list writes in code what the list says', () => {
  for (const language of IDS) {
    for (const command of codeWordList([language])) {
      const { group, phrase, alternatives } = command;
      const description = inEnglishAll(command);
      const said = group === 'symbol' ? [phrase, ...alternatives] : [];
      const written = /^Writes (\S+)$/u.exec(description)?.[1];
      for (const one of written === undefined ? [] : said) {
        assert.equal(writeCode(one, { spokenLanguages: [language] }), written, one);
      }
      const example = /^“(.*)” writes (.*)$/u.exec(description);
      if (example !== null) {
        const [, spoken = '', name] = example;
        assert.equal(writeCode(spoken, { spokenLanguages: [language] }), name);
      }
    }
  }
});

test('unknown languages, and none, are English', () => {
  assert.deepEqual(
    [codeWordList(['ja']), codeWordList([])],
    [codeWordList(['en']), codeWordList(['en'])],
  );
});

function inEnglishAll({ description }: ListedCommand): string {
  return description.map(inEnglish).join('; ');
}
