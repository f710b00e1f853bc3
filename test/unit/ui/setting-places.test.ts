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
      ['WorkspaceFolder', true, 6],
      ['Workspace', true, 5],
      ['Global', true, 4],
      ['WorkspaceFolder', false, 3],
      ['Workspace', false, 2],
      ['Global', false, 1],
    ],
  );
});

test('what nobody has set, or nobody knows, is the person’s own', () => {
  const own = { level: 'Global', isForLanguage: false };
  assert.deepEqual(
    [undefined, { key: 'a' }].map((found) => whereItHolds(found)),
    [own, own],
  );
});
