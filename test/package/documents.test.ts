// What a person reads is what they get.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as prettier from 'prettier';
import { manifest } from '../fixtures/english-manifest';
import { REPOSITORY } from '../harness/repository';
import { SIMULATED } from '../matrix/report';
import { generatedPages } from './generated-pages';

const DOCS = path.join(REPOSITORY, 'docs');
/** A person reads it in two minutes. */
const README_BUDGET_BYTES = 9 * 1024;
const { commands } = manifest.contributes;

function page(name: string): string {
  return readFileSync(path.join(DOCS, name), 'utf8');
}

test('README is short', () => {
  const { length } = readFileSync(path.join(REPOSITORY, 'README.md'));
  assert.ok(length <= README_BUDGET_BYTES, `${String(length)} bytes`);
});

test('the page of commands lists every command, and no other', () => {
  const rows = page('commands.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  const listed = rows.flatMap((row) => {
    const [, names = ''] = row.split('|');
    return names.replaceAll(/\(.*?\)/g, '').split(',');
  });
  assert.deepEqual(
    listed.map((name) => name.trim()).toSorted(),
    commands.map(({ title }) => title).toSorted(),
  );
});

for (const [name, text] of Object.entries(generatedPages())) {
  test(`docs/${name} is what the manifest and the languages say now`, async () => {
    const options = await prettier.resolveConfig(path.join(DOCS, name));
    const made = await prettier.format(text, { ...options, parser: 'markdown' });
    if (process.env['WRITE_DOCS'] === '1') writeFileSync(path.join(DOCS, name), made);
    assert.equal(page(name), made);
  });
}

test('what docs/reliability.md says beside what the matrix measures is what its report says', () => {
  // The matrix takes minutes; who mends the page by hand hears so at once.
  assert.ok(page('reliability.md').endsWith(`\n\n${SIMULATED}\n`));
});

test('every link between the documents leads somewhere', () => {
  const names = readdirSync(DOCS).filter((name) => name.endsWith('.md'));
  const missing = names.flatMap((name) => {
    const links = [...page(name).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);
    return links.filter((to) => !/^https?:/.test(to) && !leadsSomewhere(name, to));
  });
  assert.deepEqual(missing, []);
});

function leadsSomewhere(from: string, to: string): boolean {
  const [file = '', anchor] = to.split('#');
  const target = path.join(DOCS, file === '' ? from : file);
  let text: string;
  try {
    text = readFileSync(target, 'utf8');
  } catch {
    return false; // no such page
  }
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slug(heading));
  return anchor === undefined || headings.includes(anchor);
}

/** As GitHub and VS Code make it. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\- _]/gu, '')
    .replaceAll(' ', '-');
}
