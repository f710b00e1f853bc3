import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { extensionUnderTest } from './extension-under-test';

/** The sources of dist/extension.js, from what esbuild.js writes beside each bundle. */
function inputsOf(metafile: string): readonly string[] {
  const parsed: unknown = JSON.parse(metafile);
  const bundle = member(member(parsed, 'outputs'), 'dist/extension.js');
  return Object.keys(members(member(bundle, 'inputs')));
}

function member(value: unknown, name: string): unknown {
  return members(value)[name];
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  assert.ok(typeof value === 'object' && value !== null);
  return { ...value };
}

suite('activation', () => {
  test('leaves dictation idle', async () => {
    const { api } = await extensionUnderTest();
    assert.deepEqual(api.controller.state, { kind: 'idle' });
  });

  test('loads one file: microphone and network code wait for the first dictation', async () => {
    const { extension } = await extensionUnderTest();
    const folder = extension.extensionPath;
    const loaded = Object.keys(createRequire(__filename).cache)
      .filter((file) => file.startsWith(folder + path.sep))
      .map((file) => path.relative(folder, file))
      // The tests themselves, and what they bring along.
      .filter((file) => !/^(out|node_modules)\b/.test(file));
    assert.deepEqual(loaded, [path.join('dist', 'extension.js')]);
  });

  test('evaluates modules of these rooms only', async () => {
    const { extension } = await extensionUnderTest();
    const inputs = inputsOf(
      readFileSync(path.join(extension.extensionPath, 'out/metafile.json'), 'utf8'),
    );
    // A file of `src` itself, or the room that a file is in, sub-rooms included.
    const rooms = inputs.map((file) => file.split('/').slice(0, 2).join('/'));
    assert.deepEqual([...new Set(rooms)].toSorted(), [
      'src/core',
      'src/dictation',
      'src/extension.ts',
      'src/lazy-writer.ts',
      'src/storage',
      'src/ui',
    ]);
  });
});
