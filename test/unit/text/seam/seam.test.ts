import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import { joinAtSeam, owedStop } from '../../../../src/text/seam/seam';
import { SEAM_TABLE } from './seam-table';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja', 'zh', 'th'];

for (const { name, language, known = [], rows } of SEAM_TABLE) {
  test(`seam table, ${String(rows.length)} rows: ${name}`, () => {
    const keepsCase = (word: string): boolean => known.includes(word);
    assert.deepEqual(
      rows.map(([left, text, right]) => [
        left,
        text,
        right,
        joinAtSeam({ left, text, right, language, keepsCase }),
      ]),
      rows,
    );
  });
}

function stringOf(characters: string, minLength: number): fc.Arbitrary<string> {
  const unit = fc.constantFrom(...Array.from(characters));
  return fc.string({ unit, minLength, maxLength: 6 });
}

const neighbour = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  stringOf(' \t\n.,!?:;()[]{}"\'`“”‘’«»¿/-–—_@#$*~<>abA1é世ก', 0),
  fc.constantFrom(
    'I like ',
    'I like it (',
    'One. ',
    ' very much.',
    ') and so on',
    '// This comment is wrapped at some column and\n// ',
    '\n// goes on here.',
  ),
);
const language = fc.constantFrom(...LANGUAGES);

test('nothing of the text changes but the case of its first letter and its final full stop', () => {
  const dictated = fc.oneof(neighbour, fc.string({ unit: 'binary', maxLength: 8 }));
  fc.assert(
    fc.property(neighbour, dictated, neighbour, language, (left, text, right, code) => {
      const joined = joinAtSeam({ left, text, right, language: code }).trim();
      const spoken = text.trim();
      const isCased = joined.toLowerCase() === spoken.toLowerCase();
      const lost = owedStop({ left, text, right, language: code });
      assert.ok(isCased || (joined + lost).toLowerCase() === spoken.toLowerCase());
      assert.equal(/\p{L}(.*)$/su.exec(joined + lost)?.[1], /\p{L}(.*)$/su.exec(spoken)?.[1]);
      assert.match(lost, /^(?:|[.。．｡।]|[^\S\n]?[?!？！؟]+)$/u);
    }),
    { numRuns: 2000 },
  );
});

test('a space is set only where there is none, and not at the ends of a line', () => {
  fc.assert(
    fc.property(neighbour, neighbour, neighbour, language, (left, text, right, code) => {
      const joined = joinAtSeam({ left, text, right, language: code });
      const before = joined.slice(0, joined.length - joined.trimStart().length);
      const behind = joined.slice(joined.trimEnd().length);
      const isSpace = (space: string): boolean => space === ' ' || space === '\u202f';
      assert.ok(before === '' || (isSpace(before) && /\S$/u.test(left)));
      assert.ok(behind === '' || (isSpace(behind) && /^\S/u.test(right)));
    }),
    { numRuns: 2000 },
  );
});

/** What stands between `left` and `right` when the finals are inserted one after the other. */
function insertAll(left: string, finals: readonly string[], right: string, code: string): string {
  let written = '';
  let space = '';
  let owed = '';
  for (const text of finals) {
    const seam = { left: left + written, text, right: space + right, language: code, owed };
    const joined = joinAtSeam(seam);
    // The anchor stands behind the words, before the space that parts them from what follows.
    const words = joined.trimEnd();
    written += words;
    space = joined.slice(words.length) + space;
    owed = owedStop(seam);
  }
  return written + space;
}

const word = fc.oneof(stringOf('abxyzäñ', 2), fc.constantFrom('API', 'I', '2024', 'userName'));

test('sentences inserted one by one stand as they do inserted at once', () => {
  const sentence = fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom('.', '!', '?', '…'))
    .map(([words, end]) => capital(words.join(' ')) + end);
  const sentences = fc.array(sentence, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(neighbour, sentences, neighbour, language, (left, finals, right, code) => {
      const once = insertAll(left, [finals.join(' ')], right, code);
      assert.equal(insertAll(left, finals, right, code), once);
    }),
    { numRuns: 2000 },
  );
});

test('a sentence that the recogniser cuts into turns with capitals stands as one', () => {
  // A word that nobody knows keeps its capital: it may be a name.
  const known = fc.constantFrom('apples', 'and', 'quickly', 'is', 'running', 'iPhone');
  const words = fc.array(known, { minLength: 1, maxLength: 4 }).map((some) => some.join(' '));
  const turns = fc.array(words, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      neighbour,
      turns,
      fc.constantFrom('', '.', '?'),
      neighbour,
      (left, all, end, right) => {
        const once = insertAll(left, [capital(all.join(' ')) + end], right, 'en');
        const finals = all.map((text, i) => capital(text) + (i === all.length - 1 ? end : ''));
        assert.equal(insertAll(left, finals, right, 'en'), once);
      },
    ),
    { numRuns: 2000 },
  );
});

/** As a recogniser begins a sentence. */
function capital(text: string): string {
  return /^\p{Ll}+(?!\p{L})/u.test(text) ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}
