import assert from 'node:assert/strict';
import { test } from 'node:test';
import { symbolsIn } from '../../../../src/editor/words/symbol-names';

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
  assert.deepEqual(
    symbolsIn(answer).map(({ name }) => name),
    ['UserList', 'größe', 'add', 'size'],
  );
});

test('a symbol of a list tells where it is', () => {
  const uri = { path: '/a.ts' };
  assert.deepEqual(symbolsIn([{ name: 'render', location: { uri } }]), [{ name: 'render', uri }]);
});

test('without a language service there are none', () => {
  assert.deepEqual([symbolsIn(undefined), symbolsIn('no'), symbolsIn([])], [[], [], []]);
});
