import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { packageExtension } from '../../harness/packaged-extension';
import { REPOSITORY } from '../../harness/repository';
import type { Part } from '../part';

const KIB = 1024;

/** What every person's editor loads, and what is downloaded. */
export const size: Part = {
  seconds: 20,
  async measure({ notes }) {
    const file = await packageExtension();
    const dist = path.join(REPOSITORY, 'dist');
    const bundles = readdirSync(dist).filter((name) => name.endsWith('.js'));
    const sizes = bundles.map((name) => statSync(path.join(dist, name)).size);
    for (const [n, name] of bundles.entries()) {
      notes.add('size', name, 'KiB', (sizes[n] ?? 0) / KIB);
    }
    notes.add('size', 'all of these', 'KiB', sizes.reduce((sum, each) => sum + each, 0) / KIB);
    notes.add('size', 'the .vsix', 'KiB', statSync(file).size / KIB);
  },
};
