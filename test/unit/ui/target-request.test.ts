import assert from 'node:assert/strict';
import { test } from 'node:test';
import { targetRequest } from '../../../src/ui/target-request';

test('a command that is given nothing, or nothing about a target, asks for no place', () => {
  for (const argument of [undefined, null, {}, { scheme: 'file', path: '/a.md' }]) {
    assert.deepEqual(targetRequest(argument), {});
  }
});

test('a target is asked for by its name', () => {
  assert.deepEqual(targetRequest({ target: 'terminal' }), { kind: 'terminal' });
  assert.deepEqual(targetRequest({ target: 'sourceControl' }), { kind: 'sourceControl' });
});

test('how the words are written is asked for by name, with a target or without', () => {
  assert.deepEqual([{ target: 'terminal', scope: 'prose' }, { scope: 'code' }].map(targetRequest), [
    { kind: 'terminal', scope: 'prose' },
    { scope: 'code' },
  ]);
});

test('what names no target or scope there is, is refused', () => {
  for (const argument of [
    'terminal',
    7,
    { target: 'terminal', scope: 'poem' },
    { scope: 1 },
    { target: 'printer' },
    { target: undefined },
  ]) {
    assert.equal(targetRequest(argument), undefined);
  }
});
