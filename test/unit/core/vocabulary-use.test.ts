import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_KEYTERMS, WORKSPACE_VOCABULARY, type Settings } from '../../../src/core/settings';
import { vocabularyUse, withVocabulary } from '../../../src/core/vocabulary-use';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings';

function settings(recognition: Partial<Settings['recognition']>): Settings {
  return { ...DEFAULT_SETTINGS, recognition: { ...DEFAULT_SETTINGS.recognition, ...recognition } };
}

test('words are used where they cost nothing, and elsewhere after asking', () => {
  const models = ['universal-3-6-pro', 'universal-streaming-english', 'whisper-rt', 'new-model'];
  assert.deepEqual(
    models.map((model) => [
      model,
      ...WORKSPACE_VOCABULARY.map((setting) => vocabularyUse(setting, model)),
    ]),
    [
      ['universal-3-6-pro', 'on', 'on', 'off'],
      ['universal-streaming-english', 'ask', 'on', 'off'],
      ['whisper-rt', 'off', 'off', 'off'],
      ['new-model', 'ask', 'on', 'off'],
    ],
  );
});

test("the person's own terms come first, and no term comes twice", () => {
  const own = settings({ keyterms: ['Kubernetes', 'foo bar'] });
  assert.deepEqual(
    withVocabulary(own, ['get user name', 'Foo Bar', 'x'.repeat(51)]),
    settings({ keyterms: ['Kubernetes', 'foo bar', 'get user name'] }),
  );
});

test('there are no more terms than AssemblyAI takes', () => {
  const names = Array.from({ length: 150 }, (_, i) => `name ${String(i)}`);
  const { keyterms } = withVocabulary(settings({ keyterms: ['own'] }), names).recognition;
  assert.deepEqual(keyterms, ['own', ...names].slice(0, MAX_KEYTERMS));
});

test('without consent the settings stay as they are', () => {
  const model = settings({ model: 'universal-streaming-english' });
  assert.equal(withVocabulary(model, ['get user name']), model);
});
