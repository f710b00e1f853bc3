import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_KEYTERMS } from '../../../src/core/keyterms';
import { WORKSPACE_VOCABULARY, type Settings } from '../../../src/core/settings';
import { vocabularyUse, withVocabulary } from '../../../src/core/vocabulary-use';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings';

function settings(recognition: Partial<Settings['recognition']>): Settings {
  return { ...DEFAULT_SETTINGS, recognition: { ...DEFAULT_SETTINGS.recognition, ...recognition } };
}

const INCLUDED = { keyterms: 'included' } as const;

test('words are used where they cost nothing, and elsewhere after asking', () => {
  assert.deepEqual(
    (['included', 'extra', 'no'] as const).map((keyterms) => [
      keyterms,
      ...WORKSPACE_VOCABULARY.map((setting) => vocabularyUse(setting, keyterms)),
    ]),
    [
      ['included', 'on', 'on', 'off'],
      ['extra', 'ask', 'on', 'off'],
      ['no', 'off', 'off', 'off'],
    ],
  );
});

test("the person's own terms come first, and no term comes twice", () => {
  const own = settings({ keyterms: ['Kubernetes', 'foo bar'] });
  assert.deepEqual(
    withVocabulary(own, ['get user name', 'Foo Bar', 'x'.repeat(51)], INCLUDED),
    settings({ keyterms: ['Kubernetes', 'foo bar', 'get user name'] }),
  );
});

test('there are no more terms than the setting takes', () => {
  const names = Array.from({ length: 150 }, (_, i) => `name ${String(i)}`);
  const { keyterms } = withVocabulary(settings({ keyterms: ['own'] }), names, INCLUDED).recognition;
  assert.deepEqual(keyterms, ['own', ...names].slice(0, MAX_KEYTERMS));
});

test('without consent the settings stay as they are', () => {
  const own = settings({});
  assert.equal(withVocabulary(own, ['get user name'], { keyterms: 'extra' }), own);
});
