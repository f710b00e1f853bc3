import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import { changeOf } from '../../../../src/editor/polish/change';

test('only what differs changes, and no character is cut', () => {
  assert.deepEqual(
    [
      changeOf('um fix it', 'fix it'),
      changeOf('fix it', 'fix it.'),
      changeOf('say 👩‍💻', 'say 👩'),
      changeOf('e', 'e\u0301'),
      changeOf('aa', 'aaa'),
      changeOf('same', 'same'),
    ],
    [
      { offset: 0, removed: 'um ', text: '' },
      { offset: 6, removed: '', text: '.' },
      { offset: 4, removed: '👩‍💻', text: '👩' },
      { offset: 0, removed: 'e', text: 'e\u0301' },
      { offset: 2, removed: '', text: 'a' },
      { offset: 4, removed: '', text: '' },
    ],
  );
});

test('a change makes the one text of the other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\r\n', '👩‍💻', '👩', '\u0301') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { offset, removed, text: put } = changeOf(before, after);
      assert.equal(before.slice(offset, offset + removed.length), removed);
      assert.equal(before.slice(0, offset) + put + before.slice(offset + removed.length), after);
    }),
  );
});
