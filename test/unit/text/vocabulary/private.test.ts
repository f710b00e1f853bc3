import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isPrivateFile, looksRandom } from '../../../../src/text/vocabulary/private';

test('files that hold secrets by custom are private, in whatever folder and case', () => {
  const files = [
    '.env',
    '/app/.env.local',
    'C:\\app\\production.ENV',
    'server.pem',
    'id_rsa.pub',
    '/home/me/.ssh/config',
    '/home/me/.aws/config',
    'secrets/db.ts',
    '.npmrc',
    'client_secret.json',
    'credentials',
    'terraform.tfstate.backup',
  ];
  assert.deepEqual(
    files.filter((file) => !isPrivateFile(file)),
    [],
  );
});

test('files that are about secrets, or only sound like it, are not private', () => {
  const files = [
    'environment.ts',
    'env.ts',
    'password-field.tsx',
    'credential-store.ts',
    'keys.ts',
    'package.json',
    '/secretsanta/list.ts',
    'docs/passwords.md',
  ];
  assert.deepEqual(files.filter(isPrivateFile), []);
});

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
