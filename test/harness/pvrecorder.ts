import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { BuiltInRecorder } from '../../src/audio/find-program';
import { PVRECORDER_VERSION } from '../../src/audio/pvrecorder/pvrecorder';
import { unpackNpmTarball } from '../../src/recognition/on-device/store/npm-tarball';
import type { Package } from '../../src/recognition/on-device/store/package';
import { openSource, type Source } from '../../src/recognition/on-device/store/source';
import { Store } from '../../src/recognition/on-device/store/store';
import { systemClock } from '../../src/ui/system-clock';
import { cachedFolder } from './cache';
import { run } from './programs';
import { REPOSITORY } from './repository';
import { withoutNpmAndEditor } from './vscode/environment';

const NAME = '@picovoice/pvrecorder-node';
const VERSION = PVRECORDER_VERSION;
const FILE = `picovoice-pvrecorder-node-${VERSION}.tgz`;

/** The recorder that comes with the extension on Windows (docs/audio.md §8), as it is published. */
const PVRECORDER: Package = {
  id: `pvrecorder-node-${VERSION}`,
  files: [
    {
      name: FILE,
      bytes: 4_001_506,
      sha256: '5583478a603468a3c0cf44a691705d389a3ba970b04b940d9bc66158701cb37c',
      url: `https://registry.npmjs.org/${NAME}/-/pvrecorder-node-${VERSION}.tgz`,
    },
  ],
};

/** Its add-ons, by vsce's name of the platform they are for; Linux' is the tests' only. */
const ADD_ONS = {
  'win32-x64': 'lib/windows/amd64/pv_recorder.node',
  'win32-arm64': 'lib/windows/arm64/pv_recorder.node',
  'linux-x64': 'lib/linux/x86_64/pv_recorder.node',
} as const;

/** One of those platforms. */
export type AddOnPlatform = keyof typeof ADD_ONS;

/** What the process runs that records, by which it is known. */
export const PVRECORDER_PROGRAM = 'pvrecorder.js';

/** Whether the extension for a platform has a recorder inside. */
export function hasBuiltInRecorder(target: string): target is AddOnPlatform {
  return target.startsWith('win32-') && target in ADD_ONS;
}

/** Fetches the recorder and writes the add-on of a platform to `file`; what comes is known by its hash. */
export async function fetchAddOn(
  platform: AddOnPlatform,
  source: Source,
  file: string,
): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'pvrecorder-'));
  try {
    const home = await new Store({ folder, clock: systemClock }).fetch(PVRECORDER, {
      source,
      signal: new AbortController().signal,
      onBytes: () => undefined,
    });
    const name = ADD_ONS[platform];
    await mkdir(path.join(folder, path.dirname(name)), { recursive: true });
    await unpackNpmTarball(path.join(home, FILE), [name], folder);
    await mkdir(path.dirname(file), { recursive: true });
    await cp(path.join(folder, name), file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** An add-on for tests, fetched by npm into the cache at first use. */
export async function cachedAddOn(platform: AddOnPlatform): Promise<string> {
  const folder = await cachedFolder(`${PVRECORDER.id}-${platform}`, async (target) => {
    const packed = await mkdtemp(path.join(os.tmpdir(), 'pvrecorder-'));
    try {
      const to = path.join(packed, PVRECORDER.id);
      await mkdir(to);
      await run('npm', ['pack', '--silent', `${NAME}@${VERSION}`, '--pack-destination', to], {
        cwd: packed,
        env: withoutNpmAndEditor(process.env),
      });
      const source = openSource(packed, () => Promise.reject(new Error('no network in tests')));
      await fetchAddOn(platform, source, path.join(target, 'pv_recorder.node'));
    } finally {
      await rm(packed, { recursive: true });
    }
  });
  return path.join(folder, 'pv_recorder.node');
}

/** A bundle of some of the sources in the cache: what reads them is as quick to start as what is shipped. */
export async function cachedBundle(entry: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(REPOSITORY, entry)],
    bundle: true,
    platform: 'node',
    target: 'node20',
    write: false,
  });
  const text = outputFiles[0]?.text ?? '';
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const folder = await cachedFolder(`bundle-${name}-${hash}`, (target) =>
    writeFile(path.join(target, name), text),
  );
  return path.join(folder, name);
}

/** The recorder that comes with the extension, from the sources and for this computer. */
export async function builtInRecorder(): Promise<BuiltInRecorder> {
  return {
    addOn: await cachedAddOn('linux-x64'),
    program: await cachedBundle('src/audio/pvrecorder/child/main.ts', PVRECORDER_PROGRAM),
  };
}
