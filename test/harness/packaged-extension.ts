import { existsSync } from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import manifest from '../../package.json';
import { engineMirror } from './on-device';
import { runScript, runVisibly } from './programs';
import { REPOSITORY } from './repository';

/**
 * The file that `npm run package` has made.
 *
 * @throws {Error} naming the command when it has not
 */
export function packagedExtension(): string {
  return made(`${manifest.name}-${manifest.version}.vsix`, 'npm run package');
}

/** This platform, as vsce calls it. */
const PLATFORM = `${process.platform}-${process.arch}`;

/**
 * The file that `npm run package -- --target …` has made for this platform, with an engine inside.
 *
 * @throws {Error} naming the command when it has not
 */
export function platformPackage(): string {
  const file = `${manifest.name}-${PLATFORM}-${manifest.version}.vsix`;
  return made(file, `npm run package -- --target ${PLATFORM}`);
}

function made(name: string, command: string): string {
  const file = path.join(REPOSITORY, name);
  if (!existsSync(file)) throw new Error(`${file} is missing; type: ${command}`);
  return file;
}

/**
 * Makes {@link platformPackage}. As it makes the bundles anew, nothing else may use them meanwhile.
 *
 * @returns whether it could be made
 */
export async function packageForPlatform(): Promise<boolean> {
  const script = path.join(import.meta.dirname, 'package.ts');
  const what = ['--target', PLATFORM, '--source', await engineMirror()];
  return runVisibly(process.execPath, [...process.execArgv, script, ...what], { cwd: REPOSITORY });
}

/**
 * Packages the extension as it stands, as `npm run package` does, and says what it prints.
 *
 * @returns the path of the file
 * @throws {Error} when it cannot be built
 */
export async function packageExtension(): Promise<string> {
  if (!(await runScript('package')))
    throw new Error('The extension could not be built; see above.');
  return packagedExtension();
}

/**
 * Packages another extension, which has no licence and needs no packages, for a test to have beside ours.
 *
 * @returns the path of the .vsix, which is made in `into`
 */
export async function packageFolder(folder: string, into: string): Promise<string> {
  const packagePath = path.join(into, `${path.basename(folder)}.vsix`);
  await createVSIX({
    cwd: folder,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
  return packagePath;
}
