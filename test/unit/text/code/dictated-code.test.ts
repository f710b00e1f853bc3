import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeCode } from '../../../../src/text/code/write-code';

type Row = readonly [said: string, written: string];

/** Asserts what each line says in one programming language. */
function check(languageId: string, rows: readonly Row[]): void {
  assert.deepEqual(
    rows.map(([said]) => [said, writeCode(said, { languageId })]),
    rows,
  );
}

test('a keyword of the line parts two names, and is no word of the first one', () => {
  check('typescript', [
    ['class pascal user extends pascal base open brace', 'class User extends Base {'],
    ['export class pascal foo implements pascal bar', 'export class Foo implements Bar'],
    ['class pascal user profile extends base', 'class UserProfile extends base'],
    ['import camel react from quote react quote', 'import react from "react"'],
    ['for open paren const snake my item of camel all items', 'for (const my_item of allItems'],
    ['camel search and replace', 'searchAndReplace'],
    ['camel read from file open paren', 'readFromFile('],
    ['const camel end of line equals', 'const endOfLine ='],
  ]);
  check('python', [
    ['from foo import pascal bar as pascal baz', 'from foo import Bar as Baz'],
    ['except pascal value error as error colon', 'except ValueError as error:'],
    ['from snake my module import snake my func', 'from my_module import my_func'],
    ['if snake is done and snake is ready colon', 'if is_done and is_ready:'],
    ['for snake my item in snake all items colon', 'for my_item in all_items:'],
    ['snake is in list', 'is_in_list'],
  ]);
  check('rust', [
    ['impl pascal display for pascal user open brace', 'impl Display for User {'],
    ['impl pascal display for string open brace', 'impl Display for string {'],
  ]);
  check('go', [
    ['type pascal user struct open brace', 'type User struct {'],
    ['type pascal shape interface open brace', 'type Shape interface {'],
  ]);
});

test('a comma of the recogniser’s stands in brackets and queries, a colon where code has one', () => {
  check('typescript', [
    ['Foo, open paren, a, b, close paren.', 'foo(a, b)'],
    ['foo open paren bar open paren a close paren, b close paren', 'foo(bar(a), b)'],
    ['foo open paren 1, 2 close paren', 'foo(1, 2)'],
    ['foo open paren camel user name, camel user id close paren', 'foo(userName, userId)'],
    ['const open brace data, error close brace equals', 'const { data, error } ='],
    ['let x: number equals five', 'let x: number = 5'],
    ['if open paren x, and y, close paren', 'if (x and y)'],
    ['foo open paren await, x close paren', 'foo(await x)'],
    ['Return, x.', 'return x'],
    ['foo open paren a, comma, b close paren', 'foo(a, b)'],
  ]);
  check('sql', [
    ['Select name, age from users.', 'select name, age from users'],
    ['Select id, name, email from users, orders.', 'select id, name, email from users, orders'],
    ['Select name, from users.', 'select name from users'],
  ]);
  check('yaml', [
    ['Name: build.', 'name: build'],
    ['name colon build', 'name: build'],
  ]);
  check('css', [
    ['Color: red.', 'color: red'],
    ['width: 10px;', 'width: 10px;'],
  ]);
  check('shellscript', [['Git add, foo.', 'git add foo']]);
});

test('a function may be called like a keyword', () => {
  check('rust', [['pub fn new open paren close paren', 'pub fn new()']]);
});

test('"at" is the sign where a line begins with one, and between a package and its version', () => {
  check('python', [
    ['at property', '@property'],
    ['at app dot route open paren quote slash quote close paren', '@app.route("/")'],
    ['at sign property', '@property'],
    ['x equals y at z', 'x = y at z'],
  ]);
  check('typescript', [['at component open paren open brace', '@component({']]);
  check('css', [
    [
      'at media open paren max dash width colon six hundred p x close paren',
      '@media (max-width: 600px)',
    ],
    ['at import quote a dot css quote semicolon', '@import "a.css";'],
  ]);
  check('shellscript', [
    ['npm install at types slash node', 'npm install @types/node'],
    ['npm install react at eighteen', 'npm install react@18'],
    ['npx create dash next dash app at latest', 'npx create-next-app@latest'],
    ['ssh anna at example dot com', 'ssh anna@example.com'],
    ['echo look at that', 'echo look at that'],
  ]);
  check('yaml', [
    ['uses colon actions slash checkout at v four', 'uses: actions/checkout@v4'],
    ['run colon look at it', 'run: look at it'],
  ]);
  check('go', [['at property', 'at property']]);
});

test('letters that are spelled are the end of a name, or a unit', () => {
  check('shellscript', [
    ['cat foo dot t x t pipe grep error', 'cat foo.txt | grep error'],
    ['cat foo dot TXT', 'cat foo.txt'],
    ['chmod plus x run dot s h', 'chmod +x run.sh'],
    ['tar dash x z f a dot tar dot g z', 'tar -xzf a.tar.gz'],
    ['find dot dash name star dot t s', 'find . -name *.ts'],
  ]);
  check('typescript', [['user dot i d', 'user.id']]);
  check('css', [
    ['padding colon ten p x twenty p x semicolon', 'padding: 10px 20px;'],
    ['padding colon ten pixels semicolon', 'padding: 10px;'],
    ['width colon 10 PX semicolon', 'width: 10px;'],
    ['margin colon two REM semicolon', 'margin: 2rem;'],
    ['margin colon one point five e m semicolon', 'margin: 1.5em;'],
    [
      'grid dash template dash columns colon one f r two f r semicolon',
      'grid-template-columns: 1fr 2fr;',
    ],
    ['transition colon all zero point three seconds semicolon', 'transition: all 0.3s;'],
    ['h one comma h two open brace', 'h1, h2 {'],
  ]);
});

test('what every program of a language writes alike is written so', () => {
  check('shellscript', [
    ['LS dash LA.', 'ls -la'],
    ['RM dash RF foo.', 'rm -rf foo'],
    ['FOO equals bar npm start', 'FOO=bar npm start'],
    ['git reset dash dash hard head', 'git reset --hard HEAD'],
    ['head dash n five foo', 'head -n 5 foo'],
    ['export node underscore env equals production', 'export NODE_ENV=production'],
    ['python three dash m venv', 'python3 -m venv'],
    ['npm install react dash dom', 'npm install react-dom'],
    ['npm install dash g typescript', 'npm install -g typescript'],
    ['cd my dash project', 'cd my-project'],
    ['git checkout dash b my dash branch', 'git checkout -b my-branch'],
    ['mkdir dash p a slash b', 'mkdir -p a/b'],
    ['ls src slash star', 'ls src/*'],
    ['ls star dot txt', 'ls *.txt'],
    ['cargo run dash dash dash dash help', 'cargo run -- --help'],
    ['git commit dash m quote The API quote', 'git commit -m "The API"'],
  ]);
  check('rust', [
    ['some open paren x close paren fat arrow x comma', 'Some(x) => x,'],
    ['underscore fat arrow none comma', '_ => None,'],
    ['if let some open paren x close paren equals y open brace', 'if let Some(x) = y {'],
    [
      'let x colon vec open angle string close angle equals vec colon colon new',
      'let x: Vec<String> = Vec::new',
    ],
    ['pub fn new open paren close paren arrow self open brace', 'pub fn new() -> Self {'],
    ['x question mark semicolon', 'x?;'],
    ['some user', 'some user'],
  ]);
  check('typescript', [
    ['x equals new promise open paren', 'x = new Promise('],
    ['map less than string comma number greater than', 'Map<string, number>'],
    ['const x colon array less than string greater than equals', 'const x: Array<string> ='],
    ['a less than b', 'a < b'],
    ['if open paren i less than n and and j greater than m close paren', 'if (i < n && j > m)'],
    ['items dot map open paren', 'items.map('],
  ]);
  check('go', [
    ['ch arrow x', 'ch <- x'],
    ['v colon equals left arrow ch', 'v := <-ch'],
    ['x equals open bracket close bracket string open brace close brace', 'x = []string{}'],
    [
      'x colon equals ampersand pascal user open brace name colon quote a quote close brace',
      'x := &User{name: "a"}',
    ],
    ['chan struct open brace close brace', 'chan struct{}'],
    ['for i comma v colon equals range xs open brace', 'for i, v := range xs {'],
    ['if x equals equals five open brace', 'if x == 5 {'],
    [
      'func open paren u star pascal user close paren pascal name open paren close paren string open brace',
      'func (u *User) Name() string {',
    ],
    ['var x star int', 'var x *int'],
    ['a star b', 'a * b'],
  ]);
  check('css', [
    ['a colon hover open brace', 'a:hover {'],
    ['ul greater than li colon first dash child open brace', 'ul > li:first-child {'],
    ['colon root open brace', ':root {'],
    ['color colon red bang important semicolon', 'color: red !important;'],
    ['star open brace', '* {'],
  ]);
  check('python', [['x open bracket colon colon minus one close bracket', 'x[::-1]']]);
});
