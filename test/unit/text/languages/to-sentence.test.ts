import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toSentence } from '../../../../src/text/languages/to-sentence';

const WHOLE = { isStart: true, isEnd: true };

describe('words without capitals and punctuation', () => {
  const cases: readonly (readonly [words: string, language: string, sentence: string])[] = [
    ['the list is empty', 'en', 'The list is empty.'],
    ['THE LIST IS EMPTY', 'en', 'The list is empty.'],
    ["and i know i'm late on friday", 'en-GB', "And I know I'm late on Friday."],
    ['am montag im juli', 'de', 'Am Montag im Juli.'],
    ['élan vital', 'fr', 'Élan vital.'],
    ["'tis so", 'en', "'Tis so."],
    ['25 lines', 'en', '25 lines.'],
    ['4th line', 'en', '4th line.'],
    ['really ?', 'en', 'Really ?'],
    ['你好', 'zh', '你好。'],
    ['नमस्ते', 'hi', 'नमस्ते।'],
    ['สวัสดี', 'th', 'สวัสดี'],
    ['привет', 'ru', 'Привет.'],
    ['', 'en', ''],
  ];
  for (const [words, language, sentence] of cases) {
    test(`"${words}" (${language}) are written "${sentence}"`, () => {
      assert.equal(toSentence(words.split(' '), language, WHOLE).join(' '), sentence);
    });
  }

  test('get nothing where they are in the middle of a sentence', () => {
    const part = { isStart: false, isEnd: false };
    assert.deepEqual(toSentence(['and', 'i', 'go'], 'en', part), ['and', 'I', 'go']);
  });
});
