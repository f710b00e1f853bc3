import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { joinAtSeam } from '../../../src/transcript/seam';

/** Text left of the anchor, the final, text right of it; what is inserted. */
const CASES: readonly (readonly [left: string, text: string, right: string, joined: string])[] = [
  // Where nothing or white space is next to it
  ['', 'Hello.', '', 'Hello.'],
  ['', '', '', ''],
  ['one', ' \n\t ', 'two', ''],
  ['', '  Hello.  ', '', 'Hello.'],
  ['one ', 'two', '', 'two'],
  ['one\t', 'two', '', 'two'],
  ['one\u00a0', 'two', '', 'two'],
  ['    ', 'two', '', 'two'],
  ['one\n', 'two', '\nthree', 'two'],
  ['one', 'two', ' three', ' two'],
  ['one', 'two', '\n', ' two'],
  // After and before words
  ['one', 'two', '', ' two'],
  ['one', 'two', 'three', ' two '],
  ['', 'one', 'two', 'one '],
  ['one ', 'two', 'three', 'two '],
  ['état', 'été', 'âge', ' été '],
  ['line 1', 'two', '3', ' two '],
  ['done 😀', 'two', '😀', ' two '],
  ['one\ntwo', 'three', '', ' three'],
  ['one', 'two\nthree', 'four', ' two\nthree '],
  ['"one\ntwo"', 'three', '', 'three'],
  // After closing punctuation
  ['One.', 'Two.', '', ' Two.'],
  ['One!', 'Two', '', ' Two'],
  ['One?', 'Two', '', ' Two'],
  ['one,', 'two', '', ' two'],
  ['one;', 'two', '', ' two'],
  ['one:', 'two', '', ' two'],
  ['one…', 'two', '', ' two'],
  ['(one)', 'two', '', ' two'],
  ['[one]', 'two', '', ' two'],
  ['{one}', 'two', '', ' two'],
  ['5%', 'two', '', ' two'],
  ['x =', 'two', '', ' two'],
  // Before closing punctuation
  ['one ', 'two', '.', 'two'],
  ['one', 'two', ', three', ' two'],
  ['one', 'two', '!', ' two'],
  ['one', 'two', '?', ' two'],
  ['one', 'two', ';', ' two'],
  ['one', 'two', ': three', ' two'],
  ['one', 'two', '…', ' two'],
  ['f(a,', 'b', ',c)', ' b'],
  ['one', 'two', '.three()', ' two'],
  ['one', ', two', '', ', two'],
  ['one', '. Two', '', '. Two'],
  ['one', '?', '', '?'],
  ['Bob', "'s house", '', "'s house"],
  ['Bob', '’s house', '', '’s house'],
  ['', 'Bob', "'s house", 'Bob'],
  // Words that begin like punctuation
  ['use', '.NET here', '', ' .NET here'],
  ['add', '-5', '', ' -5'],
  ['cd', '/etc', '', ' /etc'],
  // Brackets
  ['(', 'one', ')', 'one'],
  ['[', 'one', ']', 'one'],
  ['{', 'one', '}', 'one'],
  ['f(', 'one', ', b)', 'one'],
  ['see', '(one)', '', ' (one)'],
  ['', 'see', '(one)', 'see '],
  ['see', 'one (', 'two)', ' one ('],
  ['¿', 'Qué', '?', 'Qué'],
  ['Hola. ¡', 'Bien', '!', 'Bien'],
  // Straight quotes
  ['"', 'one', '"', 'one'],
  ['say "', 'one', '"', 'one'],
  ['say "one"', 'two', '', ' two'],
  ['"One."', 'Two', '', ' Two'],
  ['print("', 'one', '")', 'one'],
  ['x="', 'one', '"', 'one'],
  ['["a", "', 'b', '"]', 'b'],
  ['f"', 'one', '"', 'one'],
  ['"""', 'One', '"""', 'One'],
  ['say', '"one" twice', '', ' "one" twice'],
  ['say', 'one', '"two"', ' one '],
  ['end of it."', 'Then', '', ' Then'],
  ['`', 'one', '`', 'one'],
  ['the `one`', 'two', '', ' two'],
  ["'", 'one', "'", 'one'],
  ["f('", 'one', "')", 'one'],
  ["'one'", 'two', '', ' two'],
  ["the dogs'", 'house', '', ' house'],
  ['one', 'two', "'three'", ' two '],
  // Typographic quotes
  ['“', 'one', '”', 'one'],
  ['he said, “', 'one', '” and', 'one'],
  ['“One.”', 'Two', '', ' Two'],
  ['one', 'two', '“three”', ' two '],
  ['‘', 'one', '’', 'one'],
  ['„', 'Eins', '“', 'Eins'],
  ['„Eins“', 'zwei', '', ' zwei'],
  ['»', 'Eins', '«', 'Eins'],
  ['»Eins«', 'zwei', '»drei«', ' zwei '],
  ['«\u00a0', 'un', '\u00a0»', 'un'],
  // Slash, hyphen, dashes, at, hash, money
  ['src/', 'one', '', 'one'],
  ['either', 'or', '/and', ' or'],
  ['C:\\', 'one', '', 'one'],
  ['well-', 'known', '', 'known'],
  ['', 'well', '-known', 'well'],
  ['one—', 'two', '—three', 'two'],
  ['one –', 'two', ' – three', ' two'],
  ['snake_', 'case', '_here', 'case'],
  ['@', 'one', '', 'one'],
  ['#', 'one', '', 'one'],
  ['C#', 'code', '', ' code'],
  ['costs $', '5', '', '5'],
  ['costs 5€', 'now', '', ' now'],
  // Markdown and HTML
  ['**', 'one', '**', 'one'],
  ['so **', 'one', '** two', 'one'],
  ['**one**', 'two', '', ' two'],
  ['', 'one', '**two**', 'one '],
  [' *', 'one', '', ' one'],
  ['~~', 'one', '~~', 'one'],
  ['<p>', 'One', '</p>', 'One'],
  ['<b>one</b>', 'two', '<b>three</b>', ' two '],
  ['- ', 'one', '', 'one'],
  ['// ', 'one', '', 'one'],
  // Scripts without spaces
  ['今日は', '晴れです', '。', '晴れです'],
  ['你好。', '世界', '', '世界'],
  ['你好', '世界', '朋友', '世界'],
  ['カー', 'ブーム', '', 'ブーム'],
  ['สวัสดี', 'ครับ', '', 'ครับ'],
  ['使用', 'Python', '写', ' Python '],
  ['「', 'はい', '」', 'はい'],
  ['Hello，', 'world', '', 'world'],
  ['안녕', '하세요', '', ' 하세요'],
];

test(`the seam table of ${String(CASES.length)} cases holds`, () => {
  assert.deepEqual(
    CASES.map(([left, text, right]) => [left, text, right, joinAtSeam({ left, text, right })]),
    CASES,
  );
});

function stringOf(characters: string, minLength: number): fc.Arbitrary<string> {
  const unit = fc.constantFrom(...Array.from(characters));
  return fc.string({ unit, minLength, maxLength: 6 });
}

const neighbour = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  stringOf(' \t\n.,!?:;()[]{}"\'`“”‘’«»/-–—_@#$*~<>ab1é世ก', 0),
);

test('the text itself is never changed', () => {
  fc.assert(
    fc.property(neighbour, neighbour, neighbour, (left, text, right) => {
      assert.equal(joinAtSeam({ left, text, right }).trim(), text.trim());
    }),
    { numRuns: 2000 },
  );
});

test('a space is set only where there is none, and not at the ends of a line', () => {
  fc.assert(
    fc.property(neighbour, neighbour, neighbour, (left, text, right) => {
      const joined = joinAtSeam({ left, text, right });
      const space = joined.length - joined.trimStart().length;
      const spaceBehind = joined.length - joined.trimEnd().length;
      assert.ok(space === 0 || (joined.startsWith(' ') && space === 1 && /\S$/u.test(left)));
      assert.ok(spaceBehind === 0 || (spaceBehind === 1 && /^\S/u.test(right)));
    }),
    { numRuns: 2000 },
  );
});

const word = stringOf('abcxyzäñ019', 1);
const final = fc
  .tuple(
    fc.array(word, { minLength: 1, maxLength: 5 }),
    fc.constantFrom('', '.', '!', '?', ',', '…'),
  )
  .map(([words, end]) => words.join(' ') + end);

test('two finals one after the other stand as they would with one space between them', () => {
  fc.assert(
    fc.property(neighbour, final, final, neighbour, (left, first, second, right) => {
      const once = joinAtSeam({ left, text: `${first} ${second}`, right });
      const joinedFirst = joinAtSeam({ left, text: first, right });
      // The anchor stands behind the words, before the space that parts them from what follows.
      const words = joinedFirst.trimEnd();
      const space = joinedFirst.slice(words.length);
      const joinedSecond = joinAtSeam({ left: left + words, text: second, right: space + right });
      assert.equal(words + joinedSecond + space, once);
    }),
    { numRuns: 2000 },
  );
});
