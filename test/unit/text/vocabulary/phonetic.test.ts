import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phoneticKey } from '../../../../src/text/vocabulary/phonetic';

test('words that are taken for each other have one key', () => {
  const pairs = [
    ['write', 'right'],
    ['sync', 'sink'],
    ['two', 'to'],
    ['one', 'won'],
    ['cache', 'cash'],
    ['know', 'no'],
    ['phase', 'faze'],
    ['site', 'sight'],
    ['whole', 'hole'],
    ['edge', 'ej'],
    ['scene', 'seen'],
    ['knot', 'not'],
  ];
  assert.deepEqual(
    pairs.filter((pair) => new Set(pair.map(phoneticKey)).size > 1),
    [],
  );
});

test('words that sound different have different keys', () => {
  const words = ['get', 'set', 'user', 'name', 'buffer', 'token', 'parse', 'chain', 'thread'];
  assert.equal(new Set(words.map(phoneticKey)).size, words.length);
});

test('what has no letters sounds like nothing', () => {
  assert.equal(phoneticKey('42'), '');
});
