import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edits, Range } from '../../../../src/editor/ledger/edits';
import { moveAnchors } from '../../../../src/editor/ledger/document-state';

/** One owner's places after edits, as `start-end`. */
function moved(places: readonly Range[], edits: Edits): readonly string[] {
  const owner = {};
  const anchors = moveAnchors(new Map([[owner, places]]), edits).get(owner) ?? [];
  return anchors.map(({ start, end }) => `${String(start)}-${String(end)}`);
}

const caret = (at: number): Range => ({ start: at, end: at });

test('carets that an edit brings to one place are one, the first of them', () => {
  const edits = [{ offset: 2, removedLength: 3, text: '' }];
  assert.deepEqual(moved([caret(5), caret(0), caret(2), caret(9)], edits), ['2-2', '0-0', '6-6']);
});

test('a caret that comes to a selection is gone, the selection is not', () => {
  const edits = [{ offset: 3, removedLength: 2, text: '' }];
  assert.deepEqual(moved([caret(5), { start: 0, end: 3 }], edits), ['0-3']);
});

test('selections that touch stay two', () => {
  const places = [
    { start: 0, end: 3 },
    { start: 3, end: 6 },
  ];
  assert.deepEqual(moved(places, [{ offset: 6, removedLength: 0, text: 'x' }]), ['0-3', '3-6']);
});
