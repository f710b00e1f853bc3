import { existsSync } from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import manifest from '../../package.json';
import { runScript } from './programs';
import { REPOSITORY } from './repository';

/**
 * The file that `npm run package` has made.
 *
 * @throws {Error} naming the command when it has not
 */
export function packagedExtension(): string {
  const file = path.join(REPOSITORY, `${manifest.name}-${manifest.version}.vsix`);
  if (!existsSync(file)) throw new Error(`${file} is missing; type: npm run package`);
  return file;
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
