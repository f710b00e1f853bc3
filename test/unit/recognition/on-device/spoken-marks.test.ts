// A mark that is said to a model on this computer is in the text, once, whatever the model makes of it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ModelWriting } from '../../../../src/recognition/on-device/models';
import { styleOf, written } from '../../text/written';
import { finalsOfTurns } from './heard-session';

/** What stands in an empty document after these turns. */
async function textOf(
  turns: readonly string[],
  writes: ModelWriting,
  language: string,
): Promise<string> {
  const said = turns.map((turn) => [turn, 'pause'] as const);
  const settings = { languages: [language], formatTurns: true };
  const finals = await finalsOfTurns(said, settings, writes);
  const texts = finals.map(({ text }) => text);
  return written({}, texts, styleOf([language]));
}

type Row = readonly [language: string, turns: readonly string[], written: string];

const HABITS: Readonly<Record<string, readonly [writes: ModelWriting, rows: readonly Row[]]>> = {
  'the word, in a model that has words only': [
    'words',
    [
      ['en', ['we need tests', 'comma', 'and docs'], 'We need tests, and docs.'],
      ['en', ['does it scale question mark'], 'Does it scale?'],
      [
        'en',
        ['the first line', 'new line', 'the second line'],
        'The first line.\nThe second line.',
      ],
      ['en', ['wait open paren twenty five seconds close paren'], 'Wait (25 seconds).'],
      ['en', ['the oxford comma is a matter of taste'], 'The oxford comma is a matter of taste.'],
      [
        'de',
        ['wir brauchen tests strichpunkt texte später fragezeichen'],
        'Wir brauchen tests; texte später?',
      ],
      ['es', ['está listo', 'nueva línea', 'sigue'], 'Está listo.\nSigue.'],
      ['fr', ['tout va bien point d’interrogation'], 'Tout va bien\u202f?'],
    ],
  ],
  'the word, in a model that writes sentences': [
    'sentences',
    [
      ['en', ['Does it scale question mark.'], 'Does it scale?'],
      ['en', ['We need tests.', 'Comma.', 'And docs.'], 'We need tests, and docs.'],
      [
        'en',
        ['The first line.', 'New line.', 'The second line.'],
        'The first line.\nThe second line.',
      ],
      [
        'de',
        ['Brauchen wir Tests Strichpunkt Texte später Fragezeichen.'],
        'Brauchen wir Tests; Texte später?',
      ],
      ['es', ['Está listo.', 'Nueva línea.', 'Sigue.'], 'Está listo.\nSigue.'],
      ['fr', ['Tout va bien point d’interrogation.'], 'Tout va bien\u202f?'],
    ],
  ],
  'the mark itself': [
    'sentences',
    [
      ['en', ['We need tests, and docs.'], 'We need tests, and docs.'],
      ['en', ['We need tests.', ',', 'And docs.'], 'We need tests, and docs.'],
      ['en', ['Does it scale?', '?'], 'Does it scale?'],
    ],
  ],
};

for (const [habit, [writes, rows]] of Object.entries(HABITS)) {
  describe(`a spoken mark that comes as ${habit}`, () => {
    for (const [language, turns, text] of rows) {
      test(`${language}: ${turns.join(' | ')}`, async () => {
        assert.equal(await textOf(turns, writes, language), text);
      });
    }
  });
}
