import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageFolder } from '../../harness/packaged-extension';
import { REPOSITORY } from '../../harness/repository';

/**
 * Packages the bundles that stand in `dist`, with another manifest.
 *
 * @param into a folder of its own
 * @returns the path of the .vsix
 */
export async function packageCopy(
  into: string,
  manifestWith: Readonly<Record<string, unknown>>,
): Promise<string> {
  const folder = path.join(into, 'ours');
  await mkdir(folder, { recursive: true });
  for (const each of ['dist', 'media', 'l10n', 'package.nls.json', '.vscodeignore']) {
    await cp(path.join(REPOSITORY, each), path.join(folder, each), { recursive: true });
  }
  await writeFile(path.join(folder, 'README.md'), 'Nothing.\n');
  const text = await readFile(path.join(REPOSITORY, 'package.json'), 'utf8');
  const manifest: unknown = JSON.parse(text);
  // Nothing is built again.
  const changed = { ...Object(manifest), scripts: undefined, ...manifestWith } as object;
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(changed));
  return packageFolder(folder, into);
}
