// What `npm run package` made: nothing missing, nothing else, and it works where nothing else is.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import manifest from '../../package.json';
import { enginesOfThisComputer } from '../../src/recognition/on-device/engines';
import { packagedExtension, platformPackage } from '../harness/packaged-extension';
import { readmeWithPictures } from '../harness/readme-pictures';
import { REPOSITORY } from '../harness/repository';
import { unzip } from './zip';

/** README's picture is fetched by everyone who looks at the extension. */
const SCREENSHOT_BUDGET_BYTES = 200 * 1024;

/** All of it: bundles, what they know of words, pictures, documents. */
const BUDGET_BYTES = 478 * 1024;

const files = unzip(readFileSync(packagedExtension()));

/** What esbuild.js writes beside the bundles. */
const metafile = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../out/metafile.json'), 'utf8'),
) as {
  readonly outputs: Readonly<
    Record<string, { imports: readonly { path: string; external?: boolean }[] }>
  >;
};

/** What the bundles load that is neither in them nor in Node and the editor. */
const foreign = [
  ...new Set(
    Object.values(metafile.outputs).flatMap(({ imports }) => imports.map((each) => each.path)),
  ),
].filter((name) => !isBuiltin(name) && name !== 'vscode');

test('the package has exactly these files', () => {
  const bundles = Object.keys(metafile.outputs).map((output) => `extension/${output}`);
  const data = foreign.filter((name) => name.endsWith('.json'));
  const pictures = JSON.stringify(manifest).match(/media\/walkthrough\/[\w-]+\.svg/g);
  assert.deepEqual(
    [...files.keys()].toSorted(),
    [
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/changelog.md',
      'extension/dist/LICENSES.txt',
      'extension/media/icon.png',
      'extension/media/screenshot.png',
      'extension/package.json',
      'extension/package.nls.json',
      ...['de', 'es', 'fr', 'ja', 'zh-cn'].flatMap((language) => [
        `extension/package.nls.${language}.json`,
        `extension/l10n/bundle.l10n.${language}.json`,
      ]),
      'extension/readme.md',
      ...bundles,
      ...data.map((name) => path.posix.join('extension/dist', name)),
      ...new Set(pictures?.map((name) => `extension/${name}`)),
    ].toSorted(),
  );
});

test('the package for a platform has the engine for it inside, with its licences, and nothing else more', () => {
  const [engine] = enginesOfThisComputer();
  const inside = unzip(readFileSync(platformPackage()));
  const more = [...inside.keys()].filter((name) => !files.has(name));
  const wanted = ['inventory.json', ...(engine?.package.unpacked ?? [])];
  assert.deepEqual(
    {
      more: more.toSorted(),
      missing: [...files.keys()].filter((name) => !inside.has(name)),
    },
    {
      more: [
        'extension/engine/LICENSES.txt',
        ...wanted.map((name) => `extension/engine/${String(engine?.package.id)}/${name}`),
      ].toSorted(),
      missing: [],
    },
  );
});

test('the package is small enough to be fetched in a moment', () => {
  const { size } = statSync(packagedExtension());
  assert.ok(size <= BUDGET_BYTES, `${String(size)} bytes`);
});

test('every package in the bundles comes with its licence', () => {
  const inputs = [
    ...JSON.stringify(metafile).matchAll(/"[^"]*node_modules\/((?:@[^/"]+\/)?[^/"]+)\//g),
  ];
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

test('README shows pictures of the repository where they can be had, and none that would be missing', () => {
  const readme = readFileSync(path.join(REPOSITORY, 'README.md'), 'utf8');
  const shown = (text: string): readonly string[] =>
    [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, to = '']) => to);
  const [first, ...others] = shown(readme);
  assert.equal(first, 'media/screenshot.png');
  assert.deepEqual(
    others,
    ['walkthrough', 'picker', 'agent'].map((name) => `docs/pictures/${name}.png`),
  );
  assert.deepEqual(shown(readmeWithPictures(readme, 'https://pictures.example/')), [
    first,
    ...others.map((to) => `https://pictures.example/${to}`),
  ]);
  assert.deepEqual(shown(String(files.get('extension/readme.md'))), [first]);
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
  const missing = foreign
    .map((name) => path.posix.join('extension/dist', name))
    .filter((name) => !files.has(name) && !files.has(`${name}.js`));
  assert.ok(foreign.length > 0);
  assert.deepEqual(missing, []);
});
