import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  parseSelection,
  selectionEnvironment,
  selectionFrom,
  shuffled,
} from '../../harness/selection';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

test('an order belongs to its seed, and keeps every item once', () => {
  const orders = [1, 2, 3, 1].map((seed) => shuffled(NAMES, seed));
  assert.deepEqual(orders[0], orders[3]);
  assert.equal(new Set(orders.map(String)).size, 3);
  assert.deepEqual(
    orders.map((order) => order.toSorted()),
    orders.map(() => NAMES),
  );
});

test('without a seed the order stays', () => {
  assert.deepEqual(shuffled(NAMES, undefined), NAMES);
});

test('a selection has what was said, and a seed has to be a number', () => {
  assert.deepEqual(
    [parseSelection({}), parseSelection({ file: 'a', grep: 'b', shuffle: '7' })],
    [{}, { file: 'a', grep: 'b', shuffle: 7 }],
  );
  assert.throws(() => parseSelection({ shuffle: 'x' }), /--shuffle x: a whole number/);
});

test('a selection reaches another process through its environment', () => {
  const selections = [{}, { file: 'a', grep: 'b c', shuffle: 0 }];
  assert.deepEqual(
    selections.map((selection) => selectionFrom(selectionEnvironment(selection))),
    selections,
  );
});
