import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import { applyEdits, inSequence, moveAnchor, extentOf } from '../../../../src/editor/ledger/edits';
import { splitAtSeats, type Seat } from '../../../../src/editor/ledger/seats';

/** The text with `|` at the place, after its lines from `from` to `to` (exclusive) became `lines`. */
function replaced(marked: string, from: number, to: number, lines: readonly string[]): string {
  const place = marked.indexOf('|');
  const text = marked.replace('|', '');
  const all = text.split('\n');
  const offset = all.slice(0, from).join('\n').length + (from === 0 ? 0 : 1);
  const removed = all.slice(from, to).join('\n');
  const before = text.slice(0, place).split('\n');
  const line = before.length - 1;
  const left = before.at(-1) ?? '';
  const seat: Seat = { offset: place, line, left, right: (all[line] ?? '').slice(left.length) };
  const edit = { offset, removedLength: removed.length, text: lines.join('\n'), line: from };
  const edits = inSequence(splitAtSeats(edit, [seat]));
  const result = applyEdits(text, edits);
  assert.equal(result, applyEdits(text, [edit]));
  const { end } = edits.reduce((anchor, each) => moveAnchor(anchor, extentOf(each)), {
    start: place,
    end: place,
  });
  return `${result.slice(0, end)}|${result.slice(end)}`;
}

test('a place stays in its line where a replacement of many lines holds that still', () => {
  assert.deepEqual(
    [
      replaced('a\nb\nsame|\nd\ne', 0, 5, ['A', 'b', 'same', 'd', 'E']),
      replaced('a\nb\nsa|me\nd\ne', 0, 5, ['A', 'new', 'b', 'same', 'E']),
      replaced('x\nsame\nb\nsame|\ne', 0, 5, ['X', 'same', 'b', 'same', 'E']),
      replaced('a\n  some words|\nd', 0, 3, ['A', '  some words, and more', 'D']),
      replaced('a\nb|\nc', 0, 3, ['A', 'B']),
    ],
    [
      'A\nb\nsame|\nd\nE',
      'A\nnew\nb\nsa|me\nE',
      'X\nsame\nb\nsame|\nE',
      'A\n  some words|, and more\nD',
      'A\nB|',
    ],
  );
});

test('cut or not, an edit makes the same text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', ' '), maxLength: 40 });
  fc.assert(
    fc.property(
      text,
      text,
      fc.array(fc.nat(40), { maxLength: 3 }),
      fc.nat(40),
      (old, text_, at, to) => {
        const seats = at.map((each) => {
          const offset = Math.min(each, old.length);
          const before = old.slice(0, offset).split('\n');
          const left = before.at(-1) ?? '';
          const right = /^[^\n]*/u.exec(old.slice(offset))?.[0] ?? '';
          return { offset, line: before.length - 1, left, right };
        });
        const removedLength = Math.min(to, old.length);
        const edit = { offset: 0, removedLength, text: text_, line: 0 };
        const edits = splitAtSeats(edit, seats);
        assert.equal(applyEdits(old, inSequence(edits)), applyEdits(old, [edit]));
      },
    ),
    { numRuns: 2000 },
  );
});
