import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CURLY } from '../../../../src/text/syntax/curly';
import { dialectOf } from '../../../../src/text/syntax/languages';
import { MARKUP } from '../../../../src/text/syntax/markup';
import { SCRIPTS } from '../../../../src/text/syntax/scripts';

test('each programming language has one row', () => {
  const ids = [...CURLY, ...SCRIPTS, ...MARKUP].flatMap(([each]) => each.split(' '));
  assert.deepEqual(
    ids.filter((id, i) => ids.indexOf(id) !== i),
    [],
  );
});

test('languages that are read alike have their spaces alike', () => {
  const dialects = {
    plain: ['kotlin', 'java', 'markdown', 'html', 'unheard-of', undefined],
    shell: ['shellscript', 'fish', 'dockerfile', 'dotenv'],
    python: ['python', 'starlark', 'cython', 'snakemake'],
    javascript: ['javascript', 'typescriptreact', 'vue', 'svelte'],
    css: ['css', 'scss', 'less', 'sass', 'stylus', 'postcss'],
    pointer: ['c', 'cpp', 'cuda-cpp', 'objective-c', 'php', 'perl'],
    go: ['go'],
    bars: ['rust', 'ruby', 'crystal'],
    yaml: ['yaml', 'dockercompose', 'github-actions-workflow', 'helm'],
  };
  const found = Object.entries(dialects).map(([dialect, ids]) => [
    dialect,
    ids.filter((id) => dialectOf(id) === dialect),
  ]);
  assert.deepEqual(Object.fromEntries(found), dialects);
});
