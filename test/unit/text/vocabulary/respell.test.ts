import assert from 'node:assert/strict';
import { test } from 'node:test';
import { respellAll, respeller, respellInBackticks } from '../../../../src/text/vocabulary/respell';

const respell = respeller([
  'getUserName',
  '_getUserName',
  'user-list.tsx',
  'syncBuffer',
  'Serializer',
  'utf8Decoder',
  'filter',
  'filters',
  'items',
  'isIn',
  'arr',
  'reconnectPolicies',
]);

/** What is said where code is dictated, and what is written. */
const CASES: readonly (readonly [said: string, written: string])[] = [
  ['get user name', 'getUserName'],
  ['Get user name.', 'getUserName.'],
  ['call get user name, then wait', 'call getUserName, then wait'],
  ['get user, name', 'get user, name'],
  ['getusername', 'getUserName'],
  ['user list dot tsx', 'user-list.tsx'],
  ['user list tsx', 'user-list.tsx'],
  ['sink buffer', 'syncBuffer'],
  ['serialiser', 'Serializer'],
  ['serializr', 'Serializer'],
  ['UTF 8 decoder', 'utf8Decoder'],
  ['utf eight decoder', 'utf8Decoder'],
  ['get user names', 'getUserName'],
  ['reconnect policys', 'reconnectPolicies'],
  ['set user name', 'set user name'],
  ['the filter is on', 'the filter is on'],
  ['is in', 'is in'],
  ['arr', 'arr'],
  ['(get user name)', '(get user name)'],
  ['  spaces   stay ', '  spaces   stay '],
  ['', ''],
];

test(`the table of ${String(CASES.length)} respellings holds`, () => {
  assert.deepEqual(
    CASES.map(([said]) => [said, respellAll(said, respell)]),
    CASES,
  );
});

test('of two names that are said the same, the plain one is written, then the likelier', () => {
  const first = respeller(['_userName', 'user_name', 'userName']);
  assert.deepEqual(first(['user', 'name', 'here']), { text: 'user_name', length: 2 });
});

test('of two names that are near, the nearer is written', () => {
  const near = respeller(['parseBuffers', 'parseBuffet']);
  assert.deepEqual(near(['parse', 'buffers']), { text: 'parseBuffers', length: 2 });
  assert.deepEqual(near(['parse', 'buffett']), { text: 'parseBuffet', length: 2 });
});

test('names of more words than a person says, and of none, are not written', () => {
  assert.equal(respeller(['a_b_c_d_e_f_g_h_i', '$_'])(['a', 'b', 'c', 'd', 'e']), undefined);
});

test('in prose only what stands in backticks is respelled', () => {
  assert.equal(
    respellInBackticks('To get user name call `get user name` or `serialiser`.', respell),
    'To get user name call `getUserName` or `Serializer`.',
  );
});
