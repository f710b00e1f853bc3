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
