import assert from 'node:assert/strict';
import { test } from 'node:test';
import { symbolNames } from '../../../../src/editor/words/symbol-names';

test('names are taken from a tree of symbols, with their parameters left out', () => {
  const answer = [
    { name: 'UserList', children: [{ name: 'add(User, int)' }, { name: 'size', children: [] }] },
    { name: "it('works') callback" },
    { name: '<function>' },
    { name: 'id' },
    { name: 7 },
    undefined,
    { name: 'größe' },
  ];
  assert.deepEqual(symbolNames(answer), ['UserList', 'größe', 'add', 'size']);
});

test('without a language service there are none', () => {
  assert.deepEqual([symbolNames(undefined), symbolNames('no'), symbolNames([])], [[], [], []]);
});
