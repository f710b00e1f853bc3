import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import { Caret, hasMoved, isSamePlace } from '../../../../src/editor/agents/caret';

/** Row and column behind `written`, from the top left corner. */
function placeBehind(written: string): readonly [number, number] {
  const caret = new Caret();
  caret.write(`\u001b[H${written}`);
  const { row, column } = caret.place;
  assert.deepEqual([row.origin, column.origin], [0, 0], JSON.stringify(written));
  return [row.offset, column.offset];
}

test('what moves the caret of a terminal is followed, and nothing else', () => {
  const rows: readonly (readonly [string, readonly [number, number]])[] = [
    ['abc', [0, 3]],
    ['a\r\nb', [1, 1]],
    ['a\nb', [1, 2]],
    ['ab\b', [0, 1]],
    ['\b', [0, 0]],
    ['a\tb', [0, 9]],
    ['日本 é 👍🏽', [0, 9]],
    ['\u001b[3;5H', [2, 4]],
    ['\u001b[;5f', [0, 4]],
    ['\u001b[2B\u001b[3C\u001b[A\u001b[D', [1, 2]],
    ['\u001b[7;7H\u001b[2E', [8, 0]],
    ['\u001b[7;7H\u001b[2F', [4, 0]],
    ['\u001b[9G\u001b[4d', [3, 8]],
    ['abc\u001b7def\u001b8', [0, 3]],
    ['abc\u001b[sdef\u001b[u', [0, 3]],
    ['abc\u001b[>1u\u001b[?u\u001b[<u', [0, 3]],
    ['\u001b[1;38;5;174mab\u001b[0m\u001b[K\u001b[?25h\u001b[?2026h', [0, 2]],
    ['\u001b]0;✳ Claude Code\u0007ab', [0, 2]],
    ['\u001b]8;;https://example.com\u001b\\ab\u001b]8;;\u001b\\', [0, 2]],
    ['\u001bP>|xterm\u001b\\\u001b_Gi=31;AAAA\u001b\\ab', [0, 2]],
    ['\u001b(B\u000fab', [0, 2]],
    ['abc\u001b[L', [0, 0]],
    ['a\u001bDb\u001bMc\u001bEd', [1, 1]],
    ['abc\u001b[2;9r', [0, 0]],
  ];
  assert.deepEqual(
    rows.map(([written]) => [written, placeBehind(written)]),
    rows,
  );
});

test('another screen, and a tab from nowhere, lead to places that nobody knows', () => {
  const caret = new Caret();
  caret.write('\u001b[?1049h');
  const start = caret.place;
  caret.write('\tab');
  const [tabbed] = [caret.place];
  caret.write('\u001b[H\u001b[?1049h');
  const other = caret.place;
  caret.write('\u001b[?1049l');
  assert.deepEqual(
    [
      hasMoved(start, tabbed),
      isSamePlace(start, tabbed),
      isSamePlace(other, caret.place),
      hasMoved(other, caret.place),
    ],
    [false, false, false, false],
  );
});

test('a program may write in any pieces', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\u001b[2;3H',
      '\u001b[5A',
      '\u001b]0;a title\u0007',
      '\u001b[38;5;1m',
      '\r\n',
      '\u001b7',
    ),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(piece), fc.array(fc.nat(40)), (pieces, cuts) => {
      const all = [...new Intl.Segmenter().segment(pieces.join(''))].map(({ segment }) => segment);
      const whole = new Caret();
      const cut = new Caret();
      for (const caret of [whole, cut]) caret.write('\u001b[H');
      whole.write(all.join(''));
      let at = 0;
      for (const length of cuts) {
        cut.write(all.slice(at, at + length).join(''));
        at += length;
      }
      cut.write(all.slice(at).join(''));
      assert.equal(isSamePlace(whole.place, cut.place), true);
    }),
  );
});
