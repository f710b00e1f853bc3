import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ChildProgram } from '../../src/recognition/on-device/recogniser-process';
import { enginesOfThisComputer, type EngineBuild } from '../../src/recognition/on-device/engines';
import type { EngineFiles, ModelFiles } from '../../src/recognition/on-device/messages';
import { openSource } from '../../src/recognition/on-device/store/source';
import { Store } from '../../src/recognition/on-device/store/store';
import { systemClock } from '../../src/ui/system-clock';
import { cachedFolder } from './cache';
import { run } from './programs';
import { REPOSITORY } from './repository';
import { withoutNpmAndEditor } from './vscode/environment';

/** The test double of a model that people download. */
export const TINY_FOLDER = path.join(REPOSITORY, 'test/fixtures/tiny-model');
export const TINY_MODEL: ModelFiles = {
  kind: 'nemoCtc',
  model: path.join(TINY_FOLDER, 'model.onnx'),
  tokens: path.join(TINY_FOLDER, 'tokens.txt'),
};

/**
 * Fixtures that the test double hears rightly wherever its look at the sound begins: with others it
 * mishears a letter in one of twenty places, and where a replay begins is not up to a test.
 */
export const TINY_HEARS = ['meeting', 'list', 'fox'] as const;

/** The child process as the sources have it, without a bundle. */
export const CHILD_PROGRAM: ChildProgram = {
  file: path.join(REPOSITORY, 'src/recognition/on-device/child/main.ts'),
  // Reads TypeScript; by a full path, because it runs in the folder of an engine.
  execArgv: ['--import', pathToFileURL(require.resolve('tsx')).href],
};

/**
 * A folder that is to `onDevice.source` what a firm's mirror is: this computer's engines, as they are
 * published. Fetched by npm into the cache at first use.
 */
export async function engineMirror(): Promise<string> {
  const ids = enginesOfThisComputer().map((build) => build.package.id);
  return cachedFolder(`mirror-${ids.join('-')}`, packEngines);
}

/** Lays this computer's engines into a mirror's folder, as npm packs them. */
export async function packEngines(folder: string): Promise<void> {
  for (const { package: wanted } of enginesOfThisComputer()) {
    const to = path.join(folder, wanted.id);
    await mkdir(to);
    const name = wanted.id.replace(/-([\d.]+)$/, '@$1');
    // npm names the archive as the catalogue does.
    await run('npm', ['pack', '--silent', name, '--pack-destination', to], {
      cwd: folder,
      env: withoutNpmAndEditor(process.env),
    });
  }
}

/** The installed build of a kind; nothing: there is none for this computer. */
export async function installedEngine(kind: EngineBuild['kind']): Promise<EngineFiles | undefined> {
  const build = enginesOfThisComputer().find((each) => each.kind === kind);
  if (build === undefined) return undefined;
  const mirror = await engineMirror();
  const store = new Store({ folder: `${mirror}-installed`, clock: systemClock });
  const folder = await store.fetch(build.package, {
    source: openSource(mirror, () => Promise.reject(new Error('no network in tests'))),
    signal: new AbortController().signal,
    onBytes: () => undefined,
  });
  return { kind, file: path.join(folder, build.entry) };
}
