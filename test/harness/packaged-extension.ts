import { existsSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json';
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
