import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError, loggable } from '../../../src/core/failure';

test('a failure’s message has its reason and a code, and nobody’s words', () => {
  const rows: readonly (readonly [code: string | undefined, message: string])[] = [
    [undefined, 'server-error'],
    ['', 'server-error'],
    ['ETIMEDOUT', 'server-error (ETIMEDOUT)'],
    ['WS_ERR_INVALID_UTF8', 'server-error (WS_ERR_INVALID_UTF8)'],
    ['HTTP 502', 'server-error (HTTP 502)'],
    ['close code 1006', 'server-error (close code 1006)'],
    ['code 3006', 'server-error (code 3006)'],
    ['my password is swordfish', 'server-error'],
    ['swordfish', 'server-error'],
    ['ETIMEDOUT\nswordfish', 'server-error'],
  ];
  for (const [code, message] of rows) {
    const options = { detail: 'swordfish', ...(code === undefined ? {} : { code }) };
    const error = new DictationError('server-error', options);
    assert.deepEqual(
      [error.message, String(error), loggable(error)],
      [message, `DictationError: ${message}`, message],
    );
  }
});

test('any error is logged as what it is and where it was, without its words', () => {
  const place = /^[\w.-]+ at failure\.test\.ts:\d+:\d+$/;
  const secret = 'open /home/jane/swordfish\n    at swordfish (swordfish:1:1)';
  const errors = [
    new Error(secret),
    new TypeError(secret),
    Object.assign(new Error(secret), { code: 'ENOENT' }),
    Object.assign(new Error(secret), { code: secret, name: secret }),
    new Error(''),
  ];
  const logged = errors.map(loggable);
  for (const line of logged) assert.match(line, place);
  assert.deepEqual(
    logged.map((line) => line.split(' ')[0]),
    ['Error', 'TypeError', 'ENOENT', 'Error', 'Error'],
  );
  assert.deepEqual(['swordfish', undefined, { toString: () => 'swordfish' }].map(loggable), [
    'a thrown string',
    'a thrown undefined',
    'a thrown object',
  ]);
  const wrapped = DictationError.from(new RangeError(secret));
  assert.match(loggable(wrapped), /^unexpected, RangeError at failure\.test\.ts:\d+:\d+$/);
});
