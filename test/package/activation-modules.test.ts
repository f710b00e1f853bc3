// Start-up costs next to nothing: whatever a key press does not need at once waits for the first dictation.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { REPOSITORY } from '../harness/repository';

/** The modules of a bundle, from what esbuild.js writes beside it. */
function modulesOf(bundle: string): readonly string[] {
  const file = path.join(REPOSITORY, 'out/metafile.json');
  const outputs = member(JSON.parse(readFileSync(file, 'utf8')), 'outputs');
  const inputs = member(member(outputs, bundle), 'inputs');
  assert.ok(typeof inputs === 'object' && inputs !== null, `${file} has no ${bundle}`);
  return Object.keys(inputs).toSorted();
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** What activation needs not, and the recorder neither, which a key press must find there. */
const LATER =
  /^src\/(recognition|text|editor\/(?!agents\/terminal-executions\.ts))\/|^src\/dictation\/(run\/run|sessions\/)|-(picker|dialog|tooltip)\.ts$|\/ws\//;

test('activation evaluates what it registers, and the recorder: no network, no text, no places', () => {
  const modules = modulesOf('dist/extension.js');
  assert.deepEqual(
    {
      later: modules.filter((module) => LATER.test(module)),
      recorder: ['src/audio/start-recorder.ts', 'node_modules/node-record-lpcm16/index.js'].filter(
        (module) => !modules.includes(module),
      ),
    },
    { later: [], recorder: [] },
  );
});

test('network, runs, text and places are in the bundle of the first dictation, the recorder is not', () => {
  const modules = modulesOf('dist/dictate.js');
  const isAbout = (pattern: RegExp): boolean => modules.some((module) => pattern.test(module));
  const rooms = ['recognition', 'dictation/run', 'text', 'editor', 'audio', 'ui'];
  assert.deepEqual(
    [...rooms.filter((room) => isAbout(new RegExp(`^src/${room}/`))), isAbout(/\/ws\//)],
    ['recognition', 'dictation/run', 'text', 'editor', true],
  );
});

test('each bundle has VS Code once, and copies nothing of it', () => {
  const times = ['extension', 'dictate', 'dialogs', 'status-details'].map((bundle) => {
    const code = readFileSync(path.join(REPOSITORY, 'dist', `${bundle}.js`), 'utf8');
    return [...code.matchAll(/\(?require\("vscode"\)\)?/g)].map(([found]) => found);
  });
  assert.deepEqual(
    times,
    Array.from({ length: 4 }, () => ['require("vscode")']),
  );
});
