import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { languageItems } from '../../../../src/ui/messages/language-messages';

describe('the list of languages', () => {
  test('has those that are set first, in their order, and the others by name', () => {
    const items = languageItems(['de', 'en'], 'en');
    assert.deepEqual(items.slice(0, 3), [
      { label: 'German', description: 'de', picked: true, code: 'de' },
      { label: 'English', description: 'en', picked: true, code: 'en' },
      { label: 'Afrikaans', description: 'af', picked: false, code: 'af' },
    ]);
    const others = items.slice(2).map(({ label }) => label);
    assert.deepEqual(
      others,
      others.toSorted((a, b) => a.localeCompare(b, 'en')),
    );
    assert.equal(items.length, 32);
  });

  test('is in the words of the person’s own language', () => {
    assert.equal(languageItems(['en'], 'de')[0]?.label, 'Englisch');
  });

  test('keeps what we do not know, once', () => {
    const items = languageItems(['tlh', 'tlh', 'no such code'], 'en');
    assert.deepEqual(
      items.slice(0, 2).map(({ label, code, picked }) => [label, code, picked]),
      [
        ['Klingon', 'tlh', true],
        ['no such code', 'no such code', true],
      ],
    );
    assert.equal(items.length, 34);
  });
});
