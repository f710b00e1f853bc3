// Who publishes the extension is said in the manifest alone: it is another one day.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import manifest from '../../package.json';
import { REPOSITORY } from '../harness/repository';

const ID = `${manifest.publisher}.${manifest.name}`;

test('no code names the publisher', () => {
  const src = path.join(REPOSITORY, 'src');
  const naming = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => readFileSync(path.join(src, file), 'utf8').includes(ID));
  assert.deepEqual(naming, []);
});

test('the documented API belongs to the publisher of the manifest', () => {
  const named = ['voice-dictation.d.ts', 'sample.ts'].map((file) => {
    const text = readFileSync(path.join(REPOSITORY, 'docs/api', file), 'utf8');
    return /getExtension<VoiceDictationApi>\(\s*'([^']+)'/.exec(text)?.[1];
  });
  assert.deepEqual(named, [ID, ID]);
});
