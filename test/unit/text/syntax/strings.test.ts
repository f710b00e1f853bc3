import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scopeAt } from '../../../../src/text/scope';

test('behind a string that a prefix opened there is code again', () => {
  const rows: readonly (readonly [languageId: string, left: string])[] = [
    ['csharp', 'var a = $"{x} and y" + '],
    ['scala', 'val a = s"Hello, ${x}!" + '],
    ['dart', "var a = r'C:\\' + "],
    ['cpp', 'auto a = R"a-b(x)a-b" + '],
    ['rust', 'let a = cr#"x"# + '],
    ['swift', 'let a = #/x"/# + '],
    ['perl', "my $a = s/it's/x/r . $h{s} . $y . "],
    ['perl', 'my %h = (y => 1, q => 2); sub m { '],
    ['ruby', "a = %w[it's] + x % 2 + "],
    ['haskell', 'a = [x|x<-xs] ++ '],
    ['shellscript', "cat <<'A B' > x\nit's\nA B\nx="],
  ];
  assert.deepEqual(
    rows.map(([languageId, left]) => [languageId, left, scopeAt(left, languageId).within]),
    rows.map(([languageId, left]) => [languageId, left, 'code']),
  );
});

test('a slash behind a comment opens what it would open without it', () => {
  assert.deepEqual(
    ['return // why\n  /it', 'return ( // why\n  <p>it', 'a /* b */ / it'].map(
      (left) => scopeAt(left, 'typescriptreact').within,
    ),
    ['code', 'document', 'code'],
  );
});
