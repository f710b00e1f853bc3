import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../harness/properties';
import { scopeAt } from '../../../src/text/scope';
import { continuationOf, wrapText } from '../../../src/text/wrap';

/** The line before the text, the text, what stands behind it, the continuation; what is written. */
type WrapRow = readonly [
  lineLeft: string,
  text: string,
  lineRight: string,
  continuation: string,
  wrapped: string,
];

const AT_TWENTY: Readonly<Record<string, readonly WrapRow[]>> = {
  'a line is broken at the last space before the column': [
    ['', 'one two three', '', '', 'one two three'],
    ['', '', '', '', ''],
    ['', 'one two three four', '', '', 'one two three four'],
    ['', 'one two three four 20', '', '', 'one two three four\n20'],
    ['', 'one two three four x', '', '', 'one two three four x'],
    [
      '',
      'one two three four five six seven eight',
      '',
      '',
      'one two three four\nfive six seven eight',
    ],
    ['// ', 'one two three four five', '', '// ', 'one two three\n// four five'],
    ['  # ', 'one two three four five', '', '  # ', 'one two three\n  # four five'],
    ['// one two', ' three four five', '', '// ', ' three\n// four five'],
    ['// one two three', ' four', '', '// ', '\n// four'],
    [' * ', 'one two three four five', '', ' * ', 'one two three\n * four five'],
    ['/** ', 'one two three four five', '', ' * ', 'one two three\n * four five'],
    ['', 'one  two  three  four', '', '', 'one  two  three\nfour'],
  ],
  'a word that is longer than a line stands alone': [
    ['', 'a-word-that-is-longer-than-a-line', '', '', 'a-word-that-is-longer-than-a-line'],
    ['// ', 'a-word-longer-than-a-line one', '', '// ', 'a-word-longer-than-a-line\n// one'],
    ['// one', ' a-word-longer-than-a-line', '', '// ', '\n// a-word-longer-than-a-line'],
    ['/** ', 'a-word-longer-than-a-line', '', ' * ', 'a-word-longer-than-a-line'],
    [
      'x = 1; a = 2; b = 3; // ',
      'one two',
      '',
      '                     // ',
      'one\n                     // two',
    ],
  ],
  'what is there already does not change': [
    ['// a line that is much too long', ' one two', '', '// ', '\n// one two'],
    ['// a line that is much too long ', 'one two', '', '// ', '\n// one two'],
    ['// a line that is too (', 'one two', '', '// ', 'one\n// two'],
    ['// one two', ' three ', 'four five', '// ', ' three '],
    ['// one two three', ' four ', 'five', '// ', '\n// four '],
    ['// one two three', '. ', 'Four', '// ', '. '],
    ['// (one two', ' three four', ')', '// ', ' three\n// four'],
    ['// (one two', ' thirteen', ')', '// ', '\n// thirteen'],
    ['// (one two', ' thirteen', '', '// ', ' thirteen'],
    ['// one two', ' seventeen ', 'x', '// ', ' seventeen '],
  ],
  'a line break of its own starts a line at its first column': [
    ['// one two', ' three\nfour five six seven', '', '// ', ' three\nfour five six seven'],
    [
      '',
      'one two three\n\nfour five six seven eight',
      '',
      '',
      'one two three\n\nfour five six seven\neight',
    ],
    ['one two three four', '\nfive', '', '', '\nfive'],
    ['one two three four', ' \n five', '', '', ' \n five'],
  ],
  'no line begins with a mark': [
    ['', 'This change resolves #123', '', '', 'This change\nresolves #123'],
    ['', 'one two three four - five', '', '', 'one two three four -\nfive'],
    ['', 'it was the year of 1986. It was', '', '', 'it was the year\nof 1986. It was'],
    [' * ', 'one two three four @param', '', ' * ', 'one two three\n * four @param'],
    ['', 'one two three fours - five', '', '', 'one two three\nfours - five'],
    ['', 'one two three four -five', '', '', 'one two three four\n-five'],
  ],
  'columns are counted as an editor does': [
    ['\t// ', 'one two three four', '', '\t// ', 'one two three\n\t// four'],
    ['', 'é é é é é é é é é é é', '', '', 'é é é é é é é é é é\né'],
    ['', '漢字漢字漢 漢字漢字漢', '', '', '漢字漢字漢\n漢字漢字漢'],
    ['', '😀😀😀😀😀 😀😀😀😀', '', '', '😀😀😀😀😀 😀😀😀😀'],
    ['// one two three', '\u202f? Four', '', '// ', '\u202f?\n// Four'],
    ['// «one two three', '\u202f»', '', '// ', '\u202f»'],
    ['', 'one\u00a0two three\u00a0four five', '', '', 'one\u00a0two three\u00a0four\nfive'],
  ],
};

for (const [name, rows] of Object.entries(AT_TWENTY)) {
  test(`wrapped at column 20: ${name}`, () => {
    assert.deepEqual(
      rows.map(([lineLeft, text, lineRight, continuation]) => [
        lineLeft,
        text,
        lineRight,
        continuation,
        wrapText(text, { lineLeft, lineRight, column: 20, tabSize: 4, continuation }),
      ]),
      rows,
    );
  });
}

test('a line goes on as its comment, its list or its text does', () => {
  const rows: readonly (readonly [string, string, string | undefined])[] = [
    ['typescript', '// note', '// '],
    ['typescript', '  // note', '  // '],
    ['typescript', '\t//note', '\t// '],
    ['typescript', '//', '// '],
    ['typescript', '//   note', '//   '],
    ['typescript', '// - item', '//   '],
    ['typescript', '//  2. item', '//     '],
    ['typescript', 'x = 1; // note', '       // '],
    ['typescript', '\tx = "//"; // note', '\t          // '],
    ['typescript', '/** note', ' * '],
    ['typescript', '  /** note', '   * '],
    ['typescript', '  /* note', '   * '],
    ['typescript', '  /** - item', '   *   '],
    ['typescript', '/**\n * note', ' * '],
    ['typescript', '/**\n *', ' * '],
    ['typescript', '/**\n *   - item', ' *     '],
    ['typescript', '/*\n   note', '   '],
    ['typescript', '/*\n*bold* note', ''],
    ['typescript', 'x = 1', undefined],
    ['typescript', 'x = "text', undefined],
    ['typescript', 'x = `text', undefined],
    ['rust', '/// note', '/// '],
    ['rust', '    //! note', '    //! '],
    ['python', '  # note', '  # '],
    ['python', 'a = 1  # note', '       # '],
    ['python', '  """Note', '  '],
    ['python', '  r"""Note', '  '],
    ['python', '  """Note\n\n    text', '    '],
    ['python', '  """Note\n\n  - item', '    '],
    ['python', 'a = """text', undefined],
    ['clojure', ';; note', ';; '],
    ['lua', '-- note', '-- '],
    ['lua', '--[[ note', '     '],
    ['haskell', '-- | note', '-- '],
    ['vb', "''' note", "''' "],
    ['bat', 'REM note', 'REM '],
    ['html', '<!-- note', '     '],
    ['html', '  <!--\n    note', '    '],
    ['html', '<p>note', ''],
    ['markdown', 'text', ''],
    ['markdown', '- item', '  '],
    ['markdown', '  12. item', '      '],
    ['markdown', '> quote', '> '],
    ['markdown', '> - item', '>   '],
    ['markdown', '*bold*', ''],
    ['scminput', 'Fix it', ''],
    ['scminput', 'Fix it\n\n- Because', '  '],
    ['git-commit', '# note', '# '],
  ];
  assert.deepEqual(
    rows.map(([languageId, left]) => {
      const lineLeft = left.slice(left.lastIndexOf('\n') + 1);
      return [languageId, left, continuationOf(lineLeft, scopeAt(left, languageId))];
    }),
    rows,
  );
});

const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'x', 'ä', '1', 'É'),
  minLength: 1,
  maxLength: 14,
});
const words = fc.array(word, { minLength: 1, maxLength: 20 });
const column = fc.integer({ min: 8, max: 40 });
const continuation = fc.constantFrom('', '// ', ' * ', '    # ', '\t- ');
const tabSize = fc.constantFrom(2, 4, 8);

test('no line passes the column but for one word, and the lines joined are the text', () => {
  fc.assert(
    fc.property(words, column, continuation, tabSize, (spoken, ruler, marker, tab) => {
      const place = { lineLeft: marker, lineRight: '', column: ruler, tabSize: tab };
      const text = spoken.join(' ');
      const wrapped = wrapText(text, { ...place, continuation: marker });
      assert.equal(wrapped.replaceAll(`\n${marker}`, ' '), text);
      for (const line of (marker + wrapped).split('\n')) {
        const width = line.replace('\t', ' '.repeat(tab)).length;
        assert.ok(width <= ruler || !line.slice(marker.length).includes(' '), line);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a text wrapped piece by piece stands as it does wrapped at once', () => {
  const pieces = fc.array(words, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(word, pieces, column, continuation, (first, finals, ruler, marker) => {
      const start = marker + first;
      const write = (document: string, text: string): string => {
        const lineLeft = document.slice(document.lastIndexOf('\n') + 1);
        const place = { lineLeft, lineRight: '', column: ruler, tabSize: 4, continuation: marker };
        return document + wrapText(` ${text}`, place);
      };
      const texts = finals.map((final) => final.join(' '));
      assert.equal(texts.reduce(write, start), write(start, texts.join(' ')));
    }),
    { numRuns: 1000 },
  );
});
