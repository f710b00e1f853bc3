// What `npm run package` made: nothing missing, nothing else, and it works where nothing else is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { packagedExtension } from '../harness/packaged-extension';
import { run } from '../harness/programs';
import { startVirtualMicrophone } from '../harness/virtual-microphone';
import { unzip } from './zip';

/** What a person's editor may have to read at once. */
const BUNDLE_BUDGET_BYTES = 96 * 1024;
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
    'extension/dist/dictation-recorder.js',
    'extension/dist/engine.js',
    'extension/dist/extension.js',
    'extension/dist/grammars.js',
    'extension/dist/words.js',
    'extension/dist/writer.js',
    'extension/media/icon.png',
    'extension/media/screenshot.png',
    'extension/package.json',
    'extension/readme.md',
  ]);
});

test('each bundle stays within its budget', () => {
  const sizes = [...files].map(([name, { length }]) => ({ name, length }));
  const bundles = sizes.filter(({ name }) => name.endsWith('.js'));
  assert.deepEqual(
    bundles.filter(({ length }) => length > BUNDLE_BUDGET_BYTES),
    [],
  );
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

/** Records until there is audio and opens a session that nobody answers; prints what came. */
const USE_ENGINE = `
  const { createEngine } = require('./dist/engine.js');
  const clock = {
    now: () => performance.now(),
    schedule: (ms, callback) => {
      const timer = setTimeout(callback, ms);
      return { dispose: () => clearTimeout(timer) };
    },
  };
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const engine = createEngine({ clock, log });
  const recognition = {
    endpoint: 'ws://127.0.0.1:9/v3/ws', allowInsecureEndpoint: false, tokenUrl: '', model: 'm',
    mode: 'balanced', languages: [], formatTurns: true, keyterms: [], minTurnSilenceMs: null, maxTurnSilenceMs: null,
    endOfTurnConfidenceThreshold: null, vadThreshold: null, filterProfanity: false,
  };
  const format = { sampleRate: 16000, encoding: 'pcm_s16le' };
  const session = engine.connectSession({ recognition, ...format, apiKey: '' });
  session.onDidEnd((end) => console.log(end.error.message));
  session.closed.then(() => {
    const recorder = engine.startRecorder({ soxPath: '', device: '', ...format });
    recorder.onDidFail(({ message }) => console.log(message));
    const audio = recorder.onDidReceiveAudio(() => {
      audio.dispose();
      recorder.stop().then(() => console.log('audio'));
    });
  });
`;

test('the bundle records and connects from a folder that has nothing else', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'package-'));
  const microphone = await startVirtualMicrophone();
  try {
    await mkdir(path.join(folder, 'dist'));
    for (const [name, content] of files) {
      if (!name.startsWith('extension/dist/')) continue;
      await writeFile(path.join(folder, name.slice('extension/'.length)), content);
    }
    await writeFile(path.join(folder, 'use.cjs'), USE_ENGINE);
    const env = { ...process.env, ...microphone.env };
    const printed = await run(process.execPath, ['use.cjs'], { cwd: folder, env });
    assert.equal(printed, 'connection-refused: ECONNREFUSED\naudio\n');
  } finally {
    await microphone.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
