import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { REPOSITORY } from './repository';

/** Another extension, made of one of the fixtures. */
export interface Companion {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * Bundles another extension.
 *
 * @param fixture the folder in `test/fixtures` with its `package.json` and `main.ts`
 */
export async function buildCompanion(fixture: string): Promise<Companion> {
  const source = path.join(REPOSITORY, 'test/fixtures', fixture);
  const parent = await mkdtemp(path.join(os.tmpdir(), 'companion-'));
  const folder = path.join(parent, fixture);
  await build({
    entryPoints: [path.join(source, 'main.ts')],
    outfile: path.join(folder, 'main.js'),
    bundle: true,
    platform: 'node',
    external: ['vscode'],
  });
  await copyFile(path.join(source, 'package.json'), path.join(folder, 'package.json'));
  return { folder, remove: () => rm(parent, { recursive: true, force: true }) };
}
