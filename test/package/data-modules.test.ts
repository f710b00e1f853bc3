// What is known of words is read from JSON beside the bundles: it must be what the source says.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fromPlain } from '../../build/from-plain';
import { REPOSITORY } from '../harness/repository';

const FOLDER = path.join(REPOSITORY, 'dist/data');

/** Which module is in which file, from what esbuild.js writes beside the bundles. */
function dataModules(): ReadonlyMap<string, string> {
  const { inputs } = parsed(path.join(REPOSITORY, 'out/metafile.json')) as {
    inputs: Record<string, { imports: { path: string }[] }>;
  };
  return new Map(
    Object.entries(inputs).flatMap(([module, { imports }]) =>
      imports
        .filter((each) => each.path.startsWith('./data/'))
        .map((each) => [path.basename(each.path), module] as const),
    ),
  );
}

function parsed(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

test('the data beside the bundles is what its modules export, sets and expressions included', async () => {
  const modules = dataModules();
  assert.deepEqual(readdirSync(FOLDER).toSorted(), [...modules.keys()].toSorted());
  assert.ok(modules.size > 0);
  for (const [name, module] of modules) {
    const exported: unknown = await import(path.join(REPOSITORY, module));
    const read = fromPlain(parsed(path.join(FOLDER, name)));
    assert.ok(typeof exported === 'object' && typeof read === 'object');
    assert.deepEqual({ ...read }, { ...exported }, name);
  }
});
