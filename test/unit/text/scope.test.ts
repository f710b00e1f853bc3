import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../harness/properties';
import { scopeAt, type ScopeAt } from '../../../src/text/scope';
import { SCOPE_TABLE } from './scope-table';

const ROWS = Object.values(SCOPE_TABLE).flat();
const LANGUAGES = [...new Set(ROWS.map(([languageId]) => languageId))];

for (const [name, rows] of Object.entries(SCOPE_TABLE)) {
  test(`scope table, ${String(rows.length)} rows: ${name}`, () => {
    assert.deepEqual(
      rows.map(([languageId, document]) => {
        const left = document.slice(0, document.lastIndexOf('|'));
        return [languageId, document, scopeAt(left, languageId).within];
      }),
      rows,
    );
  });
}

test('only code is written as code', () => {
  assert.deepEqual(
    ROWS.map(([languageId, document]) => {
      const { scope, within } = scopeAt(document.slice(0, document.lastIndexOf('|')), languageId);
      return [scope, within];
    }),
    ROWS.map(([, , within]) => [within === 'code' ? 'code' : 'prose', within]),
  );
});

test('a comment tells what opened it, and where in its line', () => {
  const rows: readonly (readonly [string, string, ScopeAt['comment']])[] = [
    ['typescript', '  // note', { kind: 'line', open: '//', openedAt: 2 }],
    ['typescript', 'a = "//"; // note', { kind: 'line', open: '//', openedAt: 10 }],
    ['typescript', '/** note', { kind: 'block', open: '/*', openedAt: 0 }],
    ['typescript', '\n/**\n * note', { kind: 'block', open: '/*', openedAt: undefined }],
    ['python', '\ta = 1  # note', { kind: 'line', open: '#', openedAt: 8 }],
    ['python', '  """Note', { kind: 'docString', open: '"""', openedAt: 2 }],
    ['python', "  r'''Note\n", { kind: 'docString', open: "'''", openedAt: undefined }],
    ['python', 'a = """text', undefined],
    ['python', 'a = "text', undefined],
    ['python', 'a = 1', undefined],
    ['html', '<!-- note', { kind: 'block', open: '<!--', openedAt: 0 }],
    ['bat', '  rem note', { kind: 'line', open: 'rem', openedAt: 2 }],
    ['lua', '--[==[ note', { kind: 'block', open: '--[==[', openedAt: 0 }],
    ['git-commit', 'Fix it.', undefined],
  ];
  assert.deepEqual(
    rows.map(([languageId, left]) => [languageId, left, scopeAt(left, languageId).comment]),
    rows,
  );
});

const PIECES = (
  '// /* */ # #! -- --[[ ]] {- -} (* *) <!-- --> <? <?php ?> <script> </script> <a > ``` ~~~ --- ' +
  '" \' ` """ \'\'\' f" r#" "# @" $" ${ #{ \\( $( { } ( ) [ ] / \\ <<EOF EOF =begin =end ; % ! rem a 1 _'
).split(' ');
const piece = fc.oneof(
  fc.constantFrom(...PIECES, ' ', '\n', '\t', '\r\n', "it's"),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const document = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const language = fc.constantFrom(...LANGUAGES);

test('every text of every language has a scope, and the same each time', () => {
  fc.assert(
    fc.property(document, language, (left, languageId) => {
      const at = scopeAt(left, languageId);
      assert.equal(at.scope, at.within === 'code' ? 'code' : 'prose');
      assert.deepEqual(scopeAt(left, languageId), at);
    }),
    { numRuns: 1500 },
  );
});

test('a line comment and its end leave code as it was', () => {
  const notes: readonly (readonly [string, string])[] = [
    ['typescript', '// '],
    ['python', '# '],
    ['shellscript', '# '],
    ['sql', '-- '],
    ['clojure', '; '],
    ['rust', '/// '],
    ['bat', 'rem '],
    ['some-new-language', '// '],
  ];
  fc.assert(
    fc.property(document, fc.constantFrom(...notes), document, (left, [languageId, mark], note) => {
      const code = `${left}\n`;
      fc.pre(scopeAt(code, languageId).within === 'code');
      const commented = `${code}${mark}${note.replaceAll('\n', '')}`;
      assert.equal(scopeAt(commented, languageId).within, 'comment');
      assert.deepEqual(scopeAt(`${commented}\n`, languageId), scopeAt(code, languageId));
    }),
    { numRuns: 1000 },
  );
});

test('a text that repeats one mark is read as fast as another', () => {
  for (const languageId of LANGUAGES) {
    for (const mark of PIECES) assert.ok(scopeAt(mark.repeat(800), languageId).within);
  }
});

test('of a text in which more begins than in any that is written, only the end is read', () => {
  const nested = (depth: number): string => `${'/* '.repeat(depth)}${'*/ '.repeat(depth - 1)}x`;
  assert.deepEqual(
    [2, 5000, 30_000].map((depth) => scopeAt(nested(depth), 'rust').within),
    ['comment', 'comment', 'code'],
  );
});
