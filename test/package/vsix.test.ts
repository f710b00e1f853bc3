// What `npm run package` made: nothing missing, nothing else, and it works where nothing else is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { packagedExtension } from '../harness/packaged-extension';
import { unzip } from './zip';

/** README's picture is fetched by everyone who looks at the extension. */
const SCREENSHOT_BUDGET_BYTES = 200 * 1024;

const files = unzip(readFileSync(packagedExtension()));

test('the package has exactly these files', () => {
  assert.deepEqual([...files.keys()].toSorted(), [
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/changelog.md',
    'extension/dist/LICENSES.txt',
    'extension/dist/data/common-words.json',
    'extension/dist/data/de.json',
    'extension/dist/data/en.json',
    'extension/dist/data/es.json',
    'extension/dist/data/fr.json',
    'extension/dist/data/it.json',
    'extension/dist/data/letter-tables.json',
    'extension/dist/data/other-languages.json',
    'extension/dist/diagnose.js',
    'extension/dist/dialogs.js',
    'extension/dist/dictate.js',
    'extension/dist/dictation-recorder.js',
    'extension/dist/extension.js',
    'extension/dist/recogniser.js',
    'extension/media/icon.png',
    'extension/media/screenshot.png',
    'extension/package.json',
    'extension/readme.md',
  ]);
});

test('every package in the bundles comes with its licence', () => {
  const metafile = readFileSync(path.join(import.meta.dirname, '../../out/metafile.json'), 'utf8');
  const inputs = [...metafile.matchAll(/"[^"]*node_modules\/((?:@[^/"]+\/)?[^/"]+)\//g)];
  const packages = new Set(inputs.map(([, name = '']) => name));
  const licences = String(files.get('extension/dist/LICENSES.txt'));
  const listed = [...licences.matchAll(/^(\S+) \d[^ ]* \((?:MIT|ISC)\)$/gm)];
  assert.deepEqual(
    listed.map(([, name]) => name),
    [...packages].toSorted(),
  );
  assert.ok(packages.has('ws') && packages.has('node-record-lpcm16'));
  assert.equal(licences.match(/AS IS/g)?.length, listed.length);
});

test('the picture is small, and README shows it', () => {
  const size = files.get('extension/media/screenshot.png')?.length ?? Infinity;
  assert.ok(size < SCREENSHOT_BUDGET_BYTES, `${String(size)} bytes`);
  assert.match(String(files.get('extension/readme.md')), /\]\(media\/screenshot\.png\)/);
});

test('what README and CHANGELOG link to is in the package, or on the web', () => {
  const names = new Set([...files.keys()].map((name) => name.replace('extension/', '')));
  const texts = ['extension/readme.md', 'extension/changelog.md'].map((name) => {
    return String(files.get(name));
  });
  const links = texts.flatMap((text) => [...text.matchAll(/\]\(([^)\s]+)/g)].map(([, to]) => to));
  const missing = links.filter((to = '') => !/^(?:https:|#)/.test(to) && !names.has(to));
  assert.deepEqual(missing, []);
  assert.ok(links.length > 0);
});

test('the bundles ask for nothing that is not in the package, or in every editor', () => {
  const metafile: unknown = JSON.parse(
    readFileSync(path.join(import.meta.dirname, '../../out/metafile.json'), 'utf8'),
  );
  const asked = [...JSON.stringify(metafile).matchAll(/"path":"([^"]+)"[^{}]*"external":true/g)];
  const foreign = asked
    .map(([, name = '']) => name)
    .filter(
      (name) =>
        !isBuiltin(name) && !['vscode', './dictate', './diagnose', './dialogs'].includes(name),
    )
    .filter((name) => !files.has(path.posix.join('extension/dist', name)));
  assert.ok(asked.length > 0);
  assert.deepEqual(foreign, []);
});
