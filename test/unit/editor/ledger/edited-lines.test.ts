import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EditedLines } from '../../../../src/editor/ledger/edited-lines';

test('edited lines keep their place while lines come and go above them', () => {
  const lines = new EditedLines();
  lines.note({ startLine: 10, endLine: 10, text: 'x' });
  lines.note({ startLine: 20, endLine: 20, text: 'one\ntwo' });
  lines.note({ startLine: 2, endLine: 2, text: '\n\n' });
  lines.note({ startLine: 12, endLine: 13, text: '' });
  assert.deepEqual(lines.all, [21, 22, 2, 3, 4, 12]);
});

test('a line that is edited again is the newest, and the newest fifty are kept', () => {
  const lines = new EditedLines();
  for (let line = 0; line < 60; line++) lines.note({ startLine: line, endLine: line, text: '' });
  lines.note({ startLine: 30, endLine: 30, text: '' });
  assert.deepEqual([lines.all.length, lines.all[0], lines.all.at(-1)], [50, 10, 30]);
});
