import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { numbersIn } from '../../../../src/text/languages/digits';

function written(text: string, language: string): string {
  const words = text.split(' ');
  for (const { from, to, text: number } of numbersIn(words, language).toReversed()) {
    words.splice(from, to - from, number);
  }
  return words.join(' ');
}

describe('numbers that a model writes in words', () => {
  const cases = [
    ['en', 'set the timeout to twenty five seconds', 'set the timeout to 25 seconds'],
    ['en', 'wait Twenty-Five, then go', 'wait 25, then go'],
    ['en', 'three hundred and twelve lines', '312 lines'],
    ['en', 'five thousand two hundred', '5200'],
    ['en', 'at half past three', 'at half past three'],
    ['en', 'one or two of them', 'one or two of them'],
    ['en', 'version three point five', 'version 3.5'],
    ['en', 'in twenty twenty six', 'in 2026'],
    ['en', 'in nineteen ninety nine', 'in 1999'],
    ['en', 'at ten thirty', 'at 10 30'],
    ['en', 'fifteen, twenty and thirty', '15, 20 and 30'],
    ['en', 'port 8080 and 25', 'port 8080 and 25'],
    ['de', 'fünfundzwanzig Zeilen', '25 Zeilen'],
    ['de', 'drei Komma fünf', '3,5'],
    ['tlh', 'twenty five', 'twenty five'],
  ] as const;
  for (const [language, said, expected] of cases) {
    test(`“${said}” (${language}) is “${expected}”`, () => {
      assert.equal(written(said, language), expected);
    });
  }
});
