import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GERMAN } from '../../../../src/text/languages/de';
import { ENGLISH } from '../../../../src/text/languages/en';
import { SPANISH } from '../../../../src/text/languages/es';
import { FRENCH } from '../../../../src/text/languages/fr';
import { ITALIAN } from '../../../../src/text/languages/it';
import { parseNumber } from '../../../../src/text/languages/numbers';

const GRAMMARS = { en: ENGLISH, de: GERMAN, es: SPANISH, fr: FRENCH, it: ITALIAN };

const CASES: readonly (readonly [keyof typeof GRAMMARS, string, number | undefined])[] = [
  ['en', '42', 42],
  ['en', '1,234', 1234],
  ['en', '1 234', 1234],
  ['en', '1,23', undefined],
  ['en', '9999999', 9999999],
  ['en', 'nineteen', 19],
  ['en', 'forty-two', 42],
  ['en', 'a hundred', 100],
  ['en', 'one hundred and seven', 107],
  ['en', 'three hundred twelve', 312],
  ['en', 'twelve hundred', 1200],
  ['en', 'two thousand and twenty', 2020],
  ['en', 'nine thousand nine hundred ninety nine', 9999],
  ['en', 'ten thousand', undefined],
  ['en', 'four two', 42],
  ['en', 'one zero two four', 1024],
  ['en', 'forty twelve', undefined],
  ['en', 'two forty', undefined],
  ['en', 'and', undefined],
  ['en', 'two pigs', undefined],
  ['en', '', undefined],
  ['de', 'eins', 1],
  ['de', 'siebzehn', 17],
  ['de', 'einundzwanzig', 21],
  ['de', 'zwei und vierzig', 42],
  ['de', 'hundertfünf', 105],
  ['de', 'dreihundertsechsundsechzig', 366],
  ['de', 'eintausendzweihundertvierunddreißig', 1234],
  ['de', 'zweitausend', 2000],
  ['de', '1.234', 1234],
  ['es', 'dieciséis', 16],
  ['es', 'veintidós', 22],
  ['es', 'cuarenta y dos', 42],
  ['es', 'cien', 100],
  ['es', 'ciento uno', 101],
  ['es', 'setecientas quince', 715],
  ['es', 'mil doscientos treinta y cuatro', 1234],
  ['es', 'nueve mil novecientos noventa y nueve', 9999],
  ['fr', 'dix-sept', 17],
  ['fr', 'vingt et un', 21],
  ['fr', 'soixante et onze', 71],
  ['fr', 'soixante-douze', 72],
  ['fr', 'quatre-vingts', 80],
  ['fr', 'quatre-vingt-dix-neuf', 99],
  ['fr', 'nonante-neuf', 99],
  ['fr', 'deux cents', 200],
  ['fr', 'mille deux cent trente-quatre', 1234],
  ['it', 'diciassette', 17],
  ['it', 'ventuno', 21],
  ['it', 'quarantadue', 42],
  ['it', 'cinquantotto', 58],
  ['it', 'cento', 100],
  ['it', 'centocinque', 105],
  ['it', 'duecentoquarantatré', 243],
  ['it', 'mille duecento trentaquattro', 1234],
  ['it', 'duemila', 2000],
  ['it', 'novemilanovecentonovantanove', 9999],
  ['it', 'una', 1],
  ['it', 'diecimila', undefined],
];

test(`the table of ${String(CASES.length)} numbers holds`, () => {
  assert.deepEqual(
    CASES.map(([language, text]) => [
      language,
      text,
      parseNumber(text, GRAMMARS[language].numbers),
    ]),
    CASES,
  );
});

test('every number up to 9999 is understood as English says it', () => {
  const { values } = ENGLISH.numbers;
  const wordFor = new Map(Object.entries(values).map(([word, value]) => [value, word]));
  const spell = (n: number): string => {
    if (n >= 1000) return `${spell(Math.floor(n / 1000))} thousand ${spell(n % 1000)}`;
    if (n >= 100) return `${spell(Math.floor(n / 100))} hundred ${spell(n % 100)}`;
    if (n === 0) return '';
    return wordFor.get(n) ?? `${wordFor.get(n - (n % 10)) ?? ''}-${wordFor.get(n % 10) ?? ''}`;
  };
  const wrong = Array.from({ length: 9999 }, (_, i) => i + 1).filter(
    (n) => parseNumber(spell(n), ENGLISH.numbers) !== n,
  );
  assert.deepEqual(wrong, []);
});
