import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorCode, field, isRecord } from '../../../src/core/unknown';

test('only an object that is no array has fields that may be told apart', () => {
  const values: readonly unknown[] = [{}, { a: 1 }, new Error('x'), [], null, undefined, 'a', 1];
  assert.deepEqual(values.map(isRecord), [true, true, true, false, false, false, false, false]);
});

test('a field of what has none is undefined, whatever it is', () => {
  const values: readonly unknown[] = [{ a: 1 }, { b: 1 }, ['a'], null, undefined, 'a', 1];
  assert.deepEqual(
    values.map((value) => field(value, 'a')),
    [1, undefined, undefined, undefined, undefined, undefined, undefined],
  );
});

test('an error’s code is a text or none', () => {
  const coded = (code: unknown): unknown => Object.assign(new Error('x'), { code });
  const errors = [coded('ENOENT'), coded(5), new Error('x'), 'ENOENT', undefined];
  assert.deepEqual(errors.map(errorCode), ['ENOENT', undefined, undefined, undefined, undefined]);
});
