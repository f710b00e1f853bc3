// What a person reads is what they get.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import manifest from '../../package.json';
import { REPOSITORY } from '../harness/repository';

const README = readFileSync(path.join(REPOSITORY, 'README.md'), 'utf8');
const PREFIX = 'voiceDictation.';
const { commands, configuration } = manifest.contributes;
const properties: Readonly<Record<string, { readonly default: unknown }>> =
  configuration.properties;

/** The table under a heading: of each row, the cells. */
function tableOf(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = README.split(`\n## ${heading}\n`);
  const [text = ''] = section.split('\n## ');
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  return rows
    .slice(2)
    .map((row) => row.split(' | ').map((cell) => cell.replace(/^\| /, '').trim()));
}

test('README lists every command, and no other', () => {
  const listed = tableOf('Commands').flatMap(([names = '']) =>
    names.replaceAll(/\(.*?\)/g, '').split(','),
  );
  assert.deepEqual(
    listed.map((name) => name.trim()).toSorted(),
    commands.map(({ title }) => title).toSorted(),
  );
});

test('README lists every setting with its default, and no other', () => {
  const listed = tableOf('Settings').flatMap(([names = '', value = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => [name, value.replaceAll('`', '')]),
  );
  const declared = Object.entries(properties).map(([id, declaration]) => [
    id.slice(PREFIX.length),
    shown(declaration.default),
  ]);
  assert.deepEqual(listed.toSorted(), declared.toSorted());
});

/** Prices are AssemblyAI's; who they are of says more than they do. */
function shown(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  const json = JSON.stringify(value);
  return json.startsWith('{"') ? "AssemblyAI's" : json;
}
