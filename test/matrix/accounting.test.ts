import assert from 'node:assert/strict';
import { test } from 'node:test';
import { account } from './accounting';
import type { ToneWord } from './tone-speech';

function heard(...texts: readonly string[]): readonly ToneWord[] {
  return texts.map((text) => {
    const isWhole = !text.startsWith('~');
    return { text: text.replace('~', ''), startMs: 0, endMs: 0, isWhole };
  });
}

test('a word that is in neither the text nor the kept audio is lost', () => {
  const said = heard('alpha', 'bravo', 'charlie', 'delta.');
  assert.deepEqual(account(said, ['alpha', 'delta']), { lost: 2, doubled: 0 });
  assert.deepEqual(account(said, ['alpha', 'delta'], ['charlie']), { lost: 1, doubled: 0 });
});

test('a word that is in the text twice, or out of order, or was never said, is doubled', () => {
  const said = heard('alpha', 'bravo', 'charlie');
  const twice = ['alpha', 'bravo', 'bravo', 'charlie'];
  assert.deepEqual(account(said, twice), { lost: 0, doubled: 1 });
  assert.deepEqual(account(said, ['bravo', 'alpha', 'charlie']), { lost: 1, doubled: 1 });
  assert.deepEqual(account(said, ['alpha', 'bravo', 'charlie', 'golf']), { lost: 0, doubled: 1 });
});

test('a word that the microphone did not deliver whole may be in the text or not', () => {
  const said = heard('alpha', '~bravo', 'charlie');
  assert.deepEqual(account(said, ['alpha', 'charlie']), { lost: 0, doubled: 0 });
  assert.deepEqual(account(said, ['alpha', 'bravo', 'charlie']), { lost: 0, doubled: 0 });
});

test('the same sentence said again is not doubled', () => {
  const said = heard('alpha', 'bravo', 'alpha', 'bravo');
  assert.deepEqual(account(said, ['alpha', 'bravo', 'alpha', 'bravo']), { lost: 0, doubled: 0 });
  assert.deepEqual(account(said, ['alpha', 'bravo', 'bravo']), { lost: 1, doubled: 0 });
});
