import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { extensionUnderTest } from './extension-under-test';

suite('activation', () => {
  test('leaves dictation idle', async () => {
    const { api } = await extensionUnderTest();
    assert.deepEqual(api.controller.state, { kind: 'idle' });
  });

  test('loads one file: the code of network and places waits for the first dictation', async () => {
    const { extension } = await extensionUnderTest();
    const folder = extension.extensionPath;
    const loaded = Object.keys(createRequire(__filename).cache)
      .filter((file) => file.startsWith(folder + path.sep))
      .map((file) => path.relative(folder, file))
      // The tests themselves, and what they bring along.
      .filter((file) => !/^(out|node_modules)\b/.test(file))
      // What is read when the window is at rest: a line that the recorder needs, and the tooltip.
      .filter((file) => !/\b(?:dictation-recorder|status-details)\.js$/.test(file));
    assert.deepEqual(loaded, [path.join('dist', 'extension.js')]);
  });
});
