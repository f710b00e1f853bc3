import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import { type Extent, moveAnchor } from '../../../../src/editor/ledger/edits';

const CASES: readonly (readonly [
  name: string,
  anchor: readonly [start: number, end: number],
  change: readonly [offset: number, removedLength: number, insertedLength: number],
  moved: readonly [start: number, end: number],
])[] = [
  ['typing before the anchor shifts it', [10, 10], [3, 0, 2], [12, 12]],
  ['deleting before the anchor shifts it back', [10, 10], [3, 4, 0], [6, 6]],
  ['typing at the anchor stays before it', [10, 10], [10, 0, 2], [12, 12]],
  ['typing behind the anchor leaves it', [10, 10], [11, 0, 2], [10, 10]],
  ['deleting up to the anchor shifts it back', [10, 10], [6, 4, 0], [6, 6]],
  ['completing the word before the anchor takes it along', [10, 10], [6, 4, 9], [15, 15]],
  ['replacing what follows the anchor leaves it', [10, 10], [10, 4, 9], [10, 10]],
  ['deleting what follows the anchor leaves it', [10, 10], [10, 4, 0], [10, 10]],
  ['deleting around the anchor moves it to where that was', [10, 10], [6, 8, 0], [6, 6]],
  ['replacing the whole text keeps the offset', [10, 10], [0, 20, 30], [10, 10]],
  ['replacing the whole text by less moves it to the end', [10, 10], [0, 20, 5], [5, 5]],
  ['typing before a selection shifts it', [10, 14], [3, 0, 2], [12, 16]],
  ['typing at the start of a selection does not join it', [10, 14], [10, 0, 2], [12, 16]],
  ['typing at the end of a selection does not join it', [10, 14], [14, 0, 2], [10, 14]],
  ['typing behind a selection leaves it', [10, 14], [15, 0, 2], [10, 14]],
  ['typing in a selection keeps only its end', [10, 14], [12, 0, 2], [16, 16]],
  ['replacing a selection keeps only the new end', [10, 14], [10, 4, 2], [12, 12]],
  [
    'deleting over the end of a selection keeps only the start of that',
    [10, 14],
    [12, 6, 0],
    [12, 12],
  ],
  ['deleting over the start of a selection keeps only its end', [10, 14], [8, 4, 0], [10, 10]],
];

for (const [name, [start, end], [offset, removedLength, insertedLength], moved] of CASES) {
  test(name, () => {
    assert.deepEqual(moveAnchor({ start, end }, { offset, removedLength, insertedLength }), {
      start: moved[0],
      end: moved[1],
    });
  });
}

/**
 * The model: a text in which marker characters stand where the anchor is. `own` inserts a final at
 * the anchor; an edit by the person replaces real characters, and goes before the marker when it
 * stands exactly there.
 */
type Action =
  | { readonly kind: 'own'; readonly length: number }
  | {
      readonly kind: 'person';
      readonly at: number;
      readonly removed: number;
      readonly inserted: number;
    };

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('own' as const), length: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    kind: fc.constant('person' as const),
    at: fc.nat(),
    removed: fc.nat({ max: 6 }),
    inserted: fc.nat({ max: 6 }),
  }),
);

test('the anchor stands where a marker in the text would, through any edits', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 30 }),
      fc.nat(),
      fc.array(action, { maxLength: 30 }),
      (text, place, actions) => {
        const position = place % (text.length + 1);
        let left = text.slice(0, position);
        let right = text.slice(position);
        let anchor = { start: position, end: position };
        for (const step of actions) {
          const change = toChange(step, anchor.start, left.length + right.length);
          anchor = moveAnchor(anchor, change);
          [left, right] = applyAroundMarker(left, right, change);
          assert.deepEqual(anchor, { start: left.length, end: left.length });
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('a selection is replaced whole while untouched, and not at all once touched', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 20 }), fc.nat({ max: 20 })),
      fc.array(action, { maxLength: 20 }),
      ([before, selected, after], actions) => {
        // `s` is selected text, `.` the rest, `p` what the person types.
        let text = '.'.repeat(before) + 's'.repeat(selected) + '.'.repeat(after);
        let anchor = { start: before, end: before + selected };
        for (const step of actions) {
          const { offset, removedLength, insertedLength } = toChange(step, 0, text.length);
          anchor = moveAnchor(anchor, { offset, removedLength, insertedLength });
          text =
            text.slice(0, offset) + 'p'.repeat(insertedLength) + text.slice(offset + removedLength);
          const replaced = text.slice(anchor.start, anchor.end);
          assert.ok(replaced === '' || replaced === 's'.repeat(selected), replaced);
          assert.ok(0 <= anchor.start && anchor.start <= anchor.end && anchor.end <= text.length);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

function toChange(step: Action, anchor: number, textLength: number): Extent {
  if (step.kind === 'own') {
    return { offset: anchor, removedLength: 0, insertedLength: step.length };
  }
  const offset = step.at % (textLength + 1);
  const removedLength = Math.min(step.removed, textLength - offset);
  return { offset, removedLength, insertedLength: step.inserted };
}

/** The texts left and right of the marker after `change`. */
function applyAroundMarker(left: string, right: string, change: Extent): [string, string] {
  const { offset, removedLength } = change;
  const inserted = 'x'.repeat(change.insertedLength);
  const end = offset + removedLength;
  if (end <= left.length) return [left.slice(0, offset) + inserted + left.slice(end), right];
  const behind = right.slice(end - left.length);
  if (offset >= left.length) {
    return [left, right.slice(0, offset - left.length) + inserted + behind];
  }
  // The replaced text held the marker: it keeps its offset in the new text, as far as that goes.
  const kept = Math.min(left.length - offset, inserted.length);
  return [left.slice(0, offset) + inserted.slice(0, kept), inserted.slice(kept) + behind];
}
