// What the documents say of measurements is what was measured.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { documents } from '../bench/documents';
import { readResults } from '../bench/results';
import { REPOSITORY } from '../harness/repository';

test('the page of benchmarks, its plots and README’s table are what docs/benchmarks.json says', async () => {
  for (const [name, made] of Object.entries(await documents(readResults()))) {
    const file = path.join(REPOSITORY, name);
    if (process.env['WRITE_DOCS'] === '1') writeFileSync(file, made);
    assert.equal(readFileSync(file, 'utf8'), made, `${name}; type: npm run bench -- --write`);
  }
});
