/**
 * `npm run package`: the .vsix. With `-- --target linux-x64` (or another of vsce's platforms) one for that
 * platform, with the engine inside that recognises speech on it, and for Windows with a recorder;
 * `--source PLACE` fetches them from a mirror. With `VOICE_DICTATION_PICTURES`, an address that ends in `/`, README shows its
 * pictures from there, as the Marketplace needs it; without, only the one that is in the package. With
 * `VOICE_DICTATION_REPORTS`, an address, VS Code's issue reporter takes reports there: package.json names none, because
 * nobody knows yet where the repository will be public.
 */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { enginesFor } from '../../src/recognition/on-device/engines';
import { openSource } from '../../src/recognition/on-device/store/source';
import { Store } from '../../src/recognition/on-device/store/store';
import { systemClock } from '../../src/ui/system-clock';
import manifest from '../../package.json';
import { runVisibly } from './programs';
import { fetchAddOn, hasBuiltInRecorder, type AddOnPlatform } from './pvrecorder';
import { readmeWithPictures } from './readme-pictures';
import { REPOSITORY } from './repository';

/** Where the extension looks for an engine that came with it; only while a package is made. */
const ENGINE_FOLDER = path.join(REPOSITORY, 'engine');

/** Where the extension looks for a recorder that came with it; only while a package is made. */
const RECORDER_FOLDER = path.join(REPOSITORY, 'recorder');

/** The recorder's package comes without its licence. */
const RECORDER_LICENCE = `pvrecorder (https://github.com/Picovoice/pvrecorder), Copyright Picovoice Inc., is under the
Apache License 2.0, below. It has miniaudio (https://miniaud.io) by David Reid inside, which is public domain.

`;

/** The engine's packages come without their licences. */
const LICENCES = `sherpa-onnx (https://github.com/k2-fsa/sherpa-onnx) is under the Apache License 2.0, below. It has
ONNX Runtime (https://github.com/microsoft/onnxruntime) inside, Copyright (c) Microsoft Corporation, under
the MIT License.

`;

/** What `.vscodeignore` chooses from. */
const PACKED =
  /^(?:dist|engine|recorder|media|l10n|package(?:\.nls.*)?\.json|README\.md|CHANGELOG\.md|LICENSE|\.vscodeignore)$/;
const RECURSIVE = { recursive: true, force: true } as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { target: { type: 'string' }, source: { type: 'string', default: '' } },
  });
  const { target, source } = values;
  try {
    if (target !== undefined) await addEngine(target, source);
    if (target !== undefined && hasBuiltInRecorder(target)) await addRecorder(target, source);
    const bundle = ['esbuild.js', '--production'];
    if (!(await runVisibly(process.execPath, bundle, { cwd: REPOSITORY }))) {
      throw new Error('The bundles could not be built; see above.');
    }
    await pack(target);
  } finally {
    for (const folder of [ENGINE_FOLDER, RECORDER_FOLDER]) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** Makes the package of a copy, whose README shows no picture that its reader has not. */
async function pack(target: string | undefined): Promise<void> {
  const copy = await mkdtemp(path.join(os.tmpdir(), 'package-'));
  try {
    for (const name of await readdir(REPOSITORY)) {
      if (PACKED.test(name))
        await cp(path.join(REPOSITORY, name), path.join(copy, name), RECURSIVE);
    }
    const reports = process.env['VOICE_DICTATION_REPORTS'] ?? '';
    for (const name of await readdir(copy, { recursive: true })) {
      if (!/^(?:package[^/\\]*|l10n[/\\].*)\.json$/.test(name)) continue;
      // Nobody reads it there: without the white space in which it is written.
      const texts = JSON.parse(await readFile(path.join(copy, name), 'utf8')) as object;
      const isNamed = name === 'package.json' && reports !== '';
      const packed = { ...texts, ...(isNamed && { bugs: { url: reports } }) };
      await writeFile(path.join(copy, name), JSON.stringify(packed));
    }
    const readme = await readFile(path.join(REPOSITORY, 'README.md'), 'utf8');
    const shown = readmeWithPictures(readme, process.env['VOICE_DICTATION_PICTURES'] ?? '');
    await writeFile(path.join(copy, 'README.md'), shown);
    const { name, version } = manifest;
    const parts = [name, ...(target === undefined ? [] : [target]), version];
    await createVSIX({
      cwd: copy,
      packagePath: path.join(REPOSITORY, `${parts.join('-')}.vsix`),
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
      ...(target !== undefined && { target }),
    });
  } finally {
    await rm(copy, RECURSIVE);
  }
}

/** Puts the recorder for a platform where the extension looks for it. */
async function addRecorder(target: AddOnPlatform, place: string): Promise<void> {
  const source = openSource(place, (url, init) => fetch(url, init));
  await fetchAddOn(target, source, path.join(RECORDER_FOLDER, 'pv_recorder.node'));
  await writeFile(path.join(RECORDER_FOLDER, 'LICENSE.txt'), await withApache(RECORDER_LICENCE));
}

/** What is to be said of a package, and the licence that it is under. */
async function withApache(words: string): Promise<string> {
  // TypeScript is under the same licence, and brings its text.
  return (
    words + (await readFile(path.join(REPOSITORY, 'node_modules/typescript/LICENSE.txt'), 'utf8'))
  );
}

/** Puts the best engine of a platform where the extension looks for it. */
async function addEngine(target: string, place: string): Promise<void> {
  const [platform = '', architecture = ''] = target.split('-');
  // Alpine has no glibc; of the others each new one will do.
  const glibc = platform === 'linux' ? '9.0' : '';
  const [engine] = enginesFor({ platform, architecture, glibc });
  if (engine === undefined) throw new Error(`no engine for ${target}`);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'engine-'));
  try {
    const store = new Store({ folder, clock: systemClock });
    const home = await store.fetch(engine.package, {
      source: openSource(place, (url, init) => fetch(url, init)),
      signal: new AbortController().signal,
      onBytes: () => undefined,
    });
    await cp(home, path.join(ENGINE_FOLDER, engine.package.id), { recursive: true });
    await writeFile(path.join(ENGINE_FOLDER, 'LICENSES.txt'), await withApache(LICENCES));
  } finally {
    await rm(folder, { recursive: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
