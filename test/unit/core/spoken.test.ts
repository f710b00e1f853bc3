import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  areAlike,
  beginsAlike,
  Distance,
  heardIn,
  inWords,
  LETTER,
  likelyLetters,
  restOf,
} from '../../../src/core/spoken';

for (const [text, heard] of [
  ['Don’t stop!', 'don’tstop'],
  ["IT'S ‘here’, O'Brien's", 'it’shereobrien’s'],
  ["l'arbre, rock'n'roll, 'tis", 'larbrerocknrolltis'],
  ['Café, Straße', 'cafestrasse'],
  ['in 1,250 files', 'in1,250files'],
  ['one, two', 'onetwo'],
  ['$5', '5$'],
  ['कि 한국', 'कि한국'],
] as const) {
  test(`of "${text}" one hears "${heard}"`, () => {
    assert.equal(heardIn(text), heard);
  });
}

for (const [numeral, name] of [
  ['0', 'zero'],
  ['13', 'thirteen'],
  ['25', 'twenty five'],
  ['90', 'ninety'],
  ['100', 'one hundred'],
  ['415', 'four hundred fifteen'],
  ['1,250', 'one thousand two hundred fifty'],
  ['1250', 'twelve fifty'],
  ['1900', 'nineteen hundred'],
  ['2000', 'two thousand'],
  ['2026', 'twenty twenty six'],
  ['65536', 'sixty five thousand five hundred thirty six'],
  ['007', 'zero zero seven'],
  ['5551234', 'five five five one two three four'],
  ['1,000,000', 'one million'],
  ['2500000', 'two million five hundred thousand'],
  ['7,001,250,000', 'seven billion one million two hundred fifty thousand'],
  ['1,002,003', 'one million two thousand three'],
  ['3.14', 'three point one four'],
  ['10:05', 'ten zero five'],
  ['1/2', 'one two'],
  ['2.1.30', 'two point one point three zero'],
] as const) {
  test(`${numeral} is said "${name}"`, () => {
    assert.equal(inWords(numeral), name);
  });
}

for (const [text, inFull] of [
  ['It’s', 'It is'],
  ["I'LL", 'I will'],
  ['won’t', 'will not'],
  ["couldn't've", 'could not have'],
  ['O’Brien', 'OBrien'],
] as const) {
  test(`"${text}" is short for "${inFull}"`, () => {
    assert.equal(inWords(text), inFull);
  });
}

test('the letters of a name are only likely, and only as many as its script needs', () => {
  assert.equal(likelyLetters(heardIn('in 25%')), 'inTWENTYFIVEPERCENT');
  assert.equal(likelyLetters('第25', true), '第NNN');
});

for (const [text, letters, rest] of [
  ['Database.', 4, 'base.'],
  ['Café-au', 4, 'au'],
  ['我。我。', 1, '我。'],
  ['no.', 2, ''],
  ['25.', 6, 'five.'],
  ['no', 2, ''],
] as const) {
  test(`after ${String(letters)} letters of "${text}" there is "${rest}" left to say`, () => {
    assert.equal(restOf(inWords(text), letters).trim(), rest);
  });
}

/** How far `from` is from `to`, in letters. */
function distance(from: string, to: string): number {
  const distance = new Distance(to);
  for (const letter of from.split('')) distance.add(letter);
  return (distance.row.at(-1) ?? 0) / LETTER;
}

test('a letter that is another one, or not there, counts more than one of a name', () => {
  assert.deepEqual(
    [
      distance('commit', 'comet'),
      distance('five', 'FIVE'),
      distance('vier', 'FIVE') < 1,
      distance('', 'data'),
      distance('', 'FIVE') < 2,
    ],
    [2, 0, true, 4, true],
  );
});

test('what is written otherwise is alike, and what is said otherwise is not', () => {
  assert.deepEqual(
    [
      areAlike(heardIn('twenty five percent'), heardIn('25%.')),
      areAlike(heardIn('it fails'), heardIn('Open the file.')),
      areAlike(heardIn('yes'), heardIn('No.')),
    ],
    [true, false, false],
  );
});

test('a text begins alike where its beginning is for the most part what is said, however it is spelt', () => {
  assert.deepEqual(
    [
      beginsAlike(heardIn('no comet for now'), heardIn('No commit')),
      beginsAlike(heardIn('twenty five percent'), heardIn('25')),
      beginsAlike(heardIn('Open the file.'), heardIn('it')),
      beginsAlike(heardIn('No.'), heardIn('No, open the file')),
    ],
    [true, true, false, false],
  );
});
