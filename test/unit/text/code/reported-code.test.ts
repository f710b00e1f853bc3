import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose, type WritingStyle } from '../../../../src/text/compose';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings';

function style(
  languages: readonly string[] = ['en'],
  identifiers: readonly string[] = [],
): WritingStyle {
  return {
    insertion: DEFAULT_SETTINGS.insertion,
    languages,
    identifiers,
    variables: { selection: '', clipboard: '', date: '' },
  };
}

/** What finals write one behind the other, each in the scope that is said. */
function written(
  languageId: string,
  finals: readonly (string | readonly ['prose', string])[],
  how = style(),
): string {
  let left = '';
  let stop = '';
  for (const final of finals) {
    const [scope, text] = typeof final === 'string' ? (['code', final] as const) : final;
    const composed = compose(text, { left, right: '', scope, languageId, stop }, how);
    left = left.slice(0, left.length - composed.replacedStop.length) + composed.text;
    ({ stop } = composed);
  }
  return left;
}

type Row = readonly [languageId: string, said: string, written: string];

function check(rows: readonly Row[], how = style()): void {
  assert.deepEqual(
    rows.map(([languageId, said]) => [languageId, said, written(languageId, [said], how)]),
    rows,
  );
}

test('what the recogniser has written as code already stays', () => {
  check([
    ['typescript', 'foo(bar)', 'foo(bar)'],
    ['typescript', 'Foo(bar).', 'foo(bar)'],
    ['typescript', 'foo().', 'foo()'],
    ['typescript', 'items[0]', 'items[0]'],
    ['typescript', 'return foo(bar, baz).', 'return foo(bar, baz)'],
    ['typescript', 'x equals items[0].name', 'x = items[0].name'],
    ['typescript', 'foo(bar(1)) plus one', 'foo(bar(1)) + 1'],
    ['python', 'print(f(x)).', 'print(f(x))'],
    // What decorates prose goes, as before.
    ['typescript', 'foo (bar).', 'foo bar'],
    ['typescript', '(foo)', 'foo'],
  ]);
});

test('a statement and a block that the recogniser has written stay whole', () => {
  check([
    ['typescript', 'foo(bar);', 'foo(bar);'],
    ['typescript', 'Items.push(x);', 'items.push(x);'],
    ['typescript', 'x equals { a: 1 }', 'x = { a: 1 }'],
    ['typescript', 'Call foo(bar); then', 'call foo(bar) then'],
    ['typescript', 'return foo;', 'return foo;'],
    ['typescript', 'const a = {};', 'const a = {};'],
    ['typescript', 'foo(bar)[0];', 'foo(bar)[0];'],
    ['rust', 'let x colon i thirty two equals five', 'let x: i32 = 5'],
    ['rust', 'x as u sixty four', 'x as u64'],
    ['rust', 'i thirty two', 'i 32'],
  ]);
});

test('an ordinary word that names a formatter is a word where it would change nothing', () => {
  check([
    ['go', 'func pascal load open paren path string close paren', 'func Load(path string)'],
    ['python', 'return path', 'return path'],
    ['typescript', 'path user name', 'user/name'],
    ['typescript', 'snake user', 'user'],
  ]);
});

test('a folder that the recogniser has written stays, and one behind a quoted argument is one of its own', () => {
  check([
    ['shellscript', 'git add .', 'git add .'],
    ['shellscript', 'cp a.txt ..', 'cp a.txt ..'],
    ['shellscript', 'find . -name foo.', 'find . -name foo'],
    ['shellscript', 'grep dash r quote foo quote dot', 'grep -r "foo" .'],
    ['shellscript', 'cat log dot txt', 'cat log.txt'],
    ['shellscript', 'Git status.', 'git status'],
  ]);
});

test('operators said in pieces are one, and an expression in JSX is held by its braces', () => {
  check([
    ['typescript', 'x greater than greater than greater than one', 'x >>> 1'],
    ['typescript', 'x greater than greater than equals one', 'x >>= 1'],
    ['typescript', 'x greater than greater than greater than equals one', 'x >>>= 1'],
    ['typescript', 'x less than less than equals two', 'x <<= 2'],
    ['typescript', 'x and and equals y', 'x &&= y'],
    ['typescript', 'x double question mark equals y', 'x ??= y'],
    ['typescript', 'x modulo equals three', 'x %= 3'],
    ['typescript', 'x ampersand equals y', 'x &= y'],
    ['rust', 'zero dot dot equals n', '0..=n'],
    ['shellscript', 'cat less than less than less than x', 'cat <<< x'],
    ['shellscript', 'git log dash dash since equals yesterday', 'git log --since=yesterday'],
    ['shellscript', 'git diff head dot dot main', 'git diff HEAD..main'],
    ['shellscript', 'cd dot dot', 'cd ..'],
    ['python', 'x equals items open bracket colon minus one close bracket', 'x = items[:-1]'],
  ]);
  const jsx = (left: string, right: string): string => {
    const place = { left, right, scope: 'code', languageId: 'typescriptreact' } as const;
    return left + compose('User dot name.', place, style()).text + right;
  };
  assert.equal(jsx('return <p>{', '}</p>;'), 'return <p>{user.name}</p>;');
  assert.equal(jsx('const f = () =>{', '}'), 'const f = () =>{ user.name }');
});

test('a name of the workspace may hold the words of symbols and numbers', () => {
  const names = [
    'stripTrailingComma',
    'step2',
    'dotEnvPath',
    'MAX_404_PAGES',
    'openParen',
    'utf8Length',
  ];
  check(
    [
      ['javascript', 'strip trailing comma', 'stripTrailingComma'],
      [
        'javascript',
        'return strip trailing comma open paren close paren',
        'return stripTrailingComma()',
      ],
      ['javascript', 'step two', 'step2'],
      ['javascript', 'step 2', 'step2'],
      ['javascript', 'x equals step two plus one', 'x = step2 + 1'],
      ['javascript', 'dot env path', 'dotEnvPath'],
      ['javascript', 'max four oh four pages', 'MAX_404_PAGES'],
      ['javascript', 'utf eight length', 'utf8Length'],
      // Not exactly a name: symbols and numbers.
      ['javascript', 'strip comma', 'strip,'],
      ['javascript', 'step three', 'step 3'],
      ['javascript', 'open paren x close paren', '(x)'],
    ],
    style(['en'], names),
  );
});

test('spaces are those of the language', () => {
  check([
    ['rust', 'let f equals pipe a pipe a', 'let f = |a| a'],
    ['rust', 'let f equals pipe a comma b pipe a plus b', 'let f = |a, b| a + b'],
    ['rust', 'items dot map open paren pipe x pipe x plus one close paren', 'items.map(|x| x + 1)'],
    ['rust', 'a pipe b', 'a | b'],
    ['ruby', 'items dot each do pipe x pipe', 'items.each do |x|'],
    ['typescript', 'a pipe b', 'a | b'],
    ['go', 'var m map open bracket string close bracket bool', 'var m map[string]bool'],
    ['go', 'var s open bracket close bracket int', 'var s []int'],
    [
      'go',
      'var m map open bracket string close bracket open bracket close bracket int',
      'var m map[string][]int',
    ],
    ['go', 'func f open paren s open bracket close bracket int close paren', 'func f(s []int)'],
    ['go', 'x equals items open bracket zero close bracket plus one', 'x = items[0] + 1'],
    ['yaml', 'image colon redis colon seven', 'image: redis:7'],
    ['yaml', 'name colon foo', 'name: foo'],
    ['shellscript', 'yarn add dash dash save dash exact', 'yarn add --save-exact'],
    ['shellscript', 'git push dash dash force dash with dash lease', 'git push --force-with-lease'],
    ['shellscript', 'docker run dash dash rm dash it ubuntu', 'docker run --rm -it ubuntu'],
    ['shellscript', 'git commit dash dash amend dash m', 'git commit --amend -m'],
    ['shellscript', 'ls dash l dash a', 'ls -l -a'],
    ['shellscript', 'cat a greater than greater than b', 'cat a >> b'],
    ['typescript', 'x greater than greater than two', 'x >> 2'],
    ['typescript', 'x less than less than two', 'x << 2'],
  ]);
});

test('comparisons are said in more ways than one, in every language', () => {
  check([
    ['typescript', 'a is less than or equal to b', 'a <= b'],
    ['typescript', 'a is greater than or equal to b', 'a >= b'],
    ['typescript', 'a is less than b', 'a < b'],
    ['typescript', 'a less or equal b', 'a <= b'],
    ['typescript', 'x equals two hundred and five', 'x = 205'],
    ['typescript', 'foo period bar', 'foo.bar'],
  ]);
  const said: readonly (readonly [language: string, said: string, written: string])[] = [
    ['de', 'a ist kleiner als b', 'a < b'],
    ['de', 'a ist kleiner oder gleich b', 'a <= b'],
    ['de', 'a ist größer als oder gleich b', 'a >= b'],
    ['fr', 'a est inférieur ou égal à b', 'a <= b'],
    ['fr', 'a est plus grand que b', 'a > b'],
    ['es', 'a es menor o igual que b', 'a <= b'],
    ['es', 'a es mayor que b', 'a > b'],
    ['it', 'a è minore o uguale a b', 'a <= b'],
    ['it', 'a è maggiore di b', 'a > b'],
  ];
  assert.deepEqual(
    said.map(([language, text]) => [
      language,
      text,
      written('typescript', [text], style([language])),
    ]),
    said,
  );
});

test('a string is closed by what is said in it, and code goes on', () => {
  const said = (
    language: string,
    ...finals: readonly (string | readonly ['prose', string])[]
  ): string => written('typescript', finals, style([language]));
  assert.deepEqual(
    [
      said(
        'en',
        'log open paren quote',
        ['prose', 'Done.'],
        ['prose', 'Quote close paren semicolon.'],
      ),
      said('en', 'log open paren quote', ['prose', 'Done?'], ['prose', 'Quote close paren.']),
      said('en', 'x equals quote', ['prose', 'Hello there.'], ['prose', 'Close quote semicolon.']),
      said('en', 'foo open paren quote', ['prose', 'A.'], ['prose', '"'], 'Close paren.'),
      said('en', 'foo open paren quote', ['prose', 'Quote me on this.']),
      said('en', 'x equals backtick', ['prose', 'Hi.'], ['prose', 'Backtick semicolon.']),
      said(
        'de',
        'log Klammer auf Anführungszeichen',
        ['prose', 'Fertig.'],
        ['prose', 'Anführungszeichen Klammer zu.'],
      ),
    ],
    [
      'log("Done");',
      'log("Done?")',
      'x = "Hello there";',
      'foo("A")',
      'foo("Quote me on this.',
      'x = `Hi`;',
      'log("Fertig")',
    ],
  );
});
