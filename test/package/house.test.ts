// The rooms of the house: each has a rule, and no rule is about nothing.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, test } from 'node:test';
import ts from 'typescript';
import { REPOSITORY } from '../harness/repository';

interface Rule {
  readonly name: string;
  readonly from: { readonly path?: string; readonly pathNot?: string };
  readonly to: { readonly path?: string | readonly string[]; readonly pathNot?: unknown };
}

const rules: unknown = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const FORBIDDEN = (rules as { readonly forbidden: readonly Rule[] }).forbidden;

const FILES = readdirSync(path.join(REPOSITORY, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.ts'));

/** What a file imports of `src`, types and what is loaded late included. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(path.join(REPOSITORY, file), 'utf8');
  return ts
    .preProcessFile(text)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => `${path.posix.join(path.posix.dirname(file), fileName)}.ts`);
}

function listOf(pattern: unknown): readonly string[] {
  return [pattern].flat().filter((each) => typeof each === 'string');
}

describe('the rooms', () => {
  test('each folder has a rule of its own of what it may import', () => {
    const folders = [...new Set(FILES.map((file) => path.posix.dirname(file)))];
    const free = folders
      .filter((folder) => folder !== 'src')
      .filter((folder) => {
        const parent = path.posix.dirname(folder);
        return !FORBIDDEN.some(({ from, to }) => {
          if (from.path === undefined || listOf(to.path)[0]?.startsWith('^src/') !== true) {
            return false;
          }
          const pattern = new RegExp(from.path);
          return pattern.test(`${folder}/a.ts`) && !pattern.test(`${parent}/a.ts`);
        });
      });
    assert.deepEqual(free, []);
  });

  test('each rule is about files that are there', () => {
    const vacuous = FORBIDDEN.filter(({ from, to }) =>
      [...listOf(from.path), ...listOf(from.pathNot), ...listOf(to.path)]
        .filter((pattern) => pattern.startsWith('^src/'))
        // Only the entry and its halves stand in the folder itself: that no other does is the rule.
        .filter((pattern) => pattern !== '^src/[^/]+$')
        .some((pattern) => {
          const matches = new RegExp(pattern.replace('$1', '[^/]+'));
          return !FILES.some((file) => matches.test(file));
        }),
    );
    assert.deepEqual(
      vacuous.map(({ name }) => name),
      [],
    );
  });

  test('what a rule allows is what somebody does', () => {
    const unused = FORBIDDEN.flatMap(({ name, from, to }) => {
      if (!Array.isArray(to.pathNot) || from.path === undefined) return [];
      const room = new RegExp(from.path);
      const imported = FILES.filter((file) => room.test(file)).flatMap(importsOf);
      // The first is the room itself.
      return listOf(to.pathNot)
        .slice(1)
        .filter((pattern) => !imported.some((file) => new RegExp(pattern).test(file)))
        .map((pattern) => `${name}: ${pattern}`);
    });
    assert.deepEqual(unused, []);
  });
});

describe('CONTRIBUTING', () => {
  const text = readFileSync(path.join(REPOSITORY, 'CONTRIBUTING.md'), 'utf8');
  const walks = text.split(/^## /mu).find((section) => section.startsWith('Walks')) ?? '';
  const code = [...walks.matchAll(/`([^`]+)`/gu)].map(([, each = '']) => each);
  const sources = FILES.map((file) => readFileSync(path.join(REPOSITORY, file), 'utf8'));

  /** `name`, or `Owner.member`: both in the file that declares the owner. */
  function isInCode(name: string): boolean {
    const [owner = '', member] = name.split('.');
    const has = (text: string, word: string): boolean =>
      new RegExp(String.raw`(?<![\w-])${word}(?![\w-])`, 'u').test(text);
    if (member === undefined) return sources.some((text) => has(text, owner));
    const declares = new RegExp(String.raw`(?:class|interface) ${owner}\b`, 'u');
    return sources.some((text) => declares.test(text) && has(text, member));
  }

  test('walks through the house, by ten lines each at most', () => {
    const lines = walks.split(/^### /mu).slice(1);
    assert.deepEqual(
      lines.map((walk) => [
        walk.split('\n')[0],
        walk
          .split('\n')
          .slice(1)
          .filter((line) => line !== '').length <= 10,
      ]),
      ['A frame', 'A partial', 'A setting', 'A failure'].map((name) => [name, true]),
    );
  });

  test('names files in its walks that are there', () => {
    const files = code.filter((each) => /^[\w./-]+\.(?:ts|json)$/u.test(each));
    const missing = files.filter(
      (file) =>
        !existsSync(path.join(REPOSITORY, file)) && !existsSync(path.join(REPOSITORY, 'src', file)),
    );
    assert.deepEqual([files.length > 5, missing], [true, []]);
  });

  test('names nothing in its walks that the code does not have', () => {
    const names = code.filter((each) => !/[/]|\.(?:ts|json)$/u.test(each));
    const missing = names.filter((name) => !isInCode(name));
    assert.deepEqual([names.length > 20, missing], [true, []]);
  });
});
