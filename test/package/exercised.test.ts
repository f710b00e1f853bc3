// Every command and setting is tried by a test that runs it, or sets it, and looks at what comes of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { manifest } from '../fixtures/english-manifest';
import { REPOSITORY } from '../harness/repository';
import { COMMANDS_TRIED } from './exercised-commands';
import { SETTINGS_TRIED } from './exercised-settings';

const IDS = {
  command: manifest.contributes.commands.map(({ command }) => command),
  setting: Object.keys(manifest.contributes.configuration.properties),
};

/** Whether a test of this title stands in the file, and this in its body. */
function isThere(file: string, title: string, mark: string): boolean {
  const source = readFileSync(path.join(REPOSITORY, 'test', `${file}.test.ts`), 'utf8');
  const [, ...tests] = source.split(/\btest\(\s*(?=['"`])/);
  return tests.some((each) => each.slice(1).startsWith(title) && each.includes(mark));
}

describe('the test that tries each', () => {
  for (const [what, tried] of [
    ['command', COMMANDS_TRIED],
    ['setting', SETTINGS_TRIED],
  ] as const) {
    test(`${what} is named, and that of nothing else`, () => {
      assert.deepEqual(
        Object.keys(tried)
          .map((name) => `voiceDictation.${name}`)
          .toSorted(),
        IDS[what].toSorted(),
      );
    });

    test(`${what} is there, and tries it`, () => {
      const missing = Object.entries(tried).filter(([, trial]) => !isThere(...trial));
      assert.deepEqual(
        missing.map(([name, [file]]) => `${name}: ${file}`),
        [],
      );
    });
  }
});
