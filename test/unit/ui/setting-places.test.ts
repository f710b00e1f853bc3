import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placesOf, whereItHolds } from '../../../src/ui/setting-places';

const EVERYWHERE = {
  key: 'voiceDictation.recognition.languages',
  globalValue: 1,
  workspaceValue: 2,
  workspaceFolderValue: 3,
  globalLanguageValue: 4,
  workspaceLanguageValue: 5,
  workspaceFolderLanguageValue: 6,
};

test('a value for the language of the editor holds before all others, the folder’s before the workspace’s', () => {
  assert.deepEqual(
    placesOf(EVERYWHERE).map(({ level, isForLanguage, value }) => [level, isForLanguage, value]),
    [
      ['folder', true, 6],
      ['workspace', true, 5],
      ['user', true, 4],
      ['folder', false, 3],
      ['workspace', false, 2],
      ['user', false, 1],
    ],
  );
});

test('what nobody has set, or nobody knows, is the person’s own', () => {
  const own = { level: 'user', isForLanguage: false };
  assert.deepEqual(
    [undefined, { key: 'a' }].map((found) => whereItHolds(found)),
    [own, own],
  );
});
