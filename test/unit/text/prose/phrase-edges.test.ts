import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phraseAtEnd, phraseAtStart } from '../../../../src/text/prose/phrase-edges';

const PHRASES = new Set(['comma', 'question mark', 'mark', "point d'interrogation", 'new line']);

const ROWS: readonly (readonly [text: string, atStart: string, atEnd: string])[] = [
  ['comma and question mark', 'comma', 'question mark'],
  ['Question-mark, comma', 'Question-mark', 'comma'],
  ['point d’interrogation', 'point d’interrogation', 'point d’interrogation'],
  ['commas and benchmark', '', ''],
  ['new\nline', '', ''],
  ['new line ', 'new line', ''],
  ['a mark-up', '', ''],
  ['', '', ''],
];

for (const [text, atStart, atEnd] of ROWS) {
  test(`the longest phrases at the edges of ${JSON.stringify(text)} are found as they are written`, () => {
    assert.deepEqual([phraseAtStart(text, PHRASES), phraseAtEnd(text, PHRASES)], [atStart, atEnd]);
  });
}
