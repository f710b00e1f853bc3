import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import { typedPieces } from '../../../../src/editor/agents/typing';

const ESCAPE = '\u001b';
const PASTE = new RegExp(`${ESCAPE}\\[200~([^${ESCAPE}]*)${ESCAPE}\\[201~`, 'gu');

test('a single line is typed, with no control character', () => {
  assert.deepEqual(typedPieces('Fix\tit \u001b[201~ now\u0003', 'paste'), ['Fix it  now']);
});

test('each line break begins a paste', () => {
  assert.deepEqual(typedPieces('one\n\ntwo\nthree', 'paste'), [
    '\u001b[200~one\u001b[201~',
    '\u001b[200~\r\rtwo\u001b[201~',
    '\u001b[200~\rthree\u001b[201~',
  ]);
});

test('a line break alone, and one at an end', () => {
  assert.deepEqual(
    ['\n', '\n\n', 'one\n', '\ntwo'].map((text) => typedPieces(text, 'paste')),
    [
      ['\u001b[200~\r\u001b[201~'],
      ['\u001b[200~\r\r\u001b[201~'],
      ['\u001b[200~one\u001b[201~', '\u001b[200~\r\u001b[201~'],
      ['\u001b[200~\rtwo\u001b[201~'],
    ],
  );
});

test('Alt+Enter breaks lines where pastes are not taken', () => {
  assert.deepEqual(typedPieces('one\n\ntwo', 'alt-enter'), ['one', '\u001b\r\u001b\r', 'two']);
});

const PASTED = new RegExp(`^${ESCAPE}\\[200~([^]*?)(?:${ESCAPE}\\[201~|$)`, 'u');
const KEY = new RegExp(`^(?:${ESCAPE}\\[201~|${ESCAPE}\r|[^])`, 'u');

/** What a shell with bracketed paste runs of `input`, typed at its empty prompt. */
function runInShell(input: string): readonly string[] {
  const ran: string[] = [];
  let line = '';
  let rest = input;
  while (rest !== '') {
    const paste = PASTED.exec(rest);
    const key = KEY.exec(rest)?.[0] ?? '';
    if (paste !== null) line += paste[1] ?? '';
    else if (key === '\r' || key === '\n') {
      ran.push(line);
      line = '';
    } else if (!key.startsWith('\u001b')) line += key;
    rest = rest.slice((paste?.[0] ?? key).length);
  }
  return ran;
}

/** Of our own marks, cut in the middle. */
const PIECE_OF_MARK = /^(?:\[?200~|\[?20?0?|0?0?~)?$/u;

test('wherever the program quits, a shell runs nothing of the text', () => {
  const line = fc.string({ unit: fc.constantFrom('a', ' ', 'rm', '~', '[', '2', '0', '1') });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('paste', 'alt-enter'),
      fc.nat(),
      (lines, breaks, cut) => {
        const sent = typedPieces(lines.join('\n'), breaks).join('');
        const left = sent.slice(sent.length === 0 ? 0 : cut % sent.length);
        // Alt+Enter that is cut in its middle ends an empty line.
        const ran = runInShell(left).filter((one) => !PIECE_OF_MARK.test(one));
        assert.deepEqual(ran, [], JSON.stringify(left));
      },
    ),
    { numRuns: 2000 },
  );
});

test('what a program reads of the pastes is the text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 6 }), (lines) => {
      const text = lines.map((line) => line.replaceAll(/[\p{C}\s]|\[20[01]~/gu, '')).join('\n');
      const pieces = typedPieces(text, 'paste').join('');
      assert.equal(pieces.replaceAll(PASTE, '$1').replaceAll('\r', '\n'), text);
    }),
  );
});
