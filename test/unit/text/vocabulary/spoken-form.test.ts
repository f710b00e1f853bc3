import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spokenForm, spokenWords } from '../../../../src/text/vocabulary/spoken-form';

/** A name as it is written, and as it is said. */
const CASES: readonly (readonly [written: string, said: string])[] = [
  ['getUserName', 'get user name'],
  ['GetUserName', 'get user name'],
  ['get_user_name', 'get user name'],
  ['get-user-name', 'get user name'],
  ['_isServer', 'is server'],
  ['$element', 'element'],
  ['MAX_RETRIES', 'max retries'],
  ['HTTPServer', 'HTTP server'],
  ['parseURLs', 'parse URLs'],
  ['innerHTML', 'inner HTML'],
  ['utf8', 'utf 8'],
  ['UTF8', 'utf 8'],
  ['base64Decode', 'base 64 decode'],
  ['i18n', 'i18n'],
  ['A11y', 'a11y'],
  ['user-list.tsx', 'user list dot tsx'],
  ['.gitignore', 'gitignore'],
  ['@scope/my-package', 'scope my package'],
  ['größeÄndern', 'größe ändern'],
  ['名前', '名前'],
  ['__', ''],
];

test(`the table of ${String(CASES.length)} spoken names holds`, () => {
  assert.deepEqual(
    CASES.map(([written]) => [written, spokenForm(written)]),
    CASES,
  );
});

test('a name that cannot be said has no words', () => {
  assert.deepEqual(spokenWords('$_'), []);
});
