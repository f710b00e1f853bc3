import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import { looksRandom } from '../../../../src/text/vocabulary/random';

test('keys, tokens and hashes look random; names do not', () => {
  const random = [
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    'QZ7XKW3VJ5PGT2BNR8MD',
    'tok_x7Qz9Lk2Vb5Nw8Jd3Rt6Yp1Mc4Hf0Gs',
    'x9Kq2ZvB7wXj4RtQ',
    'a'.repeat(61),
  ];
  const names = [
    'getUserName',
    'MAX_TEXT_LENGTH',
    'isFullwidthCodePoint',
    'deadbeef',
    'facade',
    'effacedBadFacade',
    'größenänderungsknopf',
    'handleWebSocketUpgradeRequestFromUntrustedOrigin',
  ];
  assert.deepEqual([...random, ...names].filter(looksRandom), random);
});

test('nine of ten random keys of twenty characters are told from names', () => {
  const characters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'.split(
    /(?=.)/,
  );
  const key = fc
    .array(fc.constantFrom(...characters), { minLength: 20, maxLength: 20 })
    .map((all) => all.join(''));
  const keys = fc.sample(key, { numRuns: 500, seed: 1 });
  assert.ok(keys.filter(looksRandom).length >= 0.9 * keys.length);
});
