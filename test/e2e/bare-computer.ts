import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { RECORDERS } from '../../src/core/settings';
import { findProgram } from '../harness/programs';

/** What records, and what installs it: the window's are ours. */
const NOT_THERE: readonly string[] = [...RECORDERS, 'sox_ng', 'apt-get', 'sudo'];

/** How a recorder is installed there, as it is told. */
export const INSTALLS_ONE = `This installs one: ${['update', 'install -y sox libsox-fmt-pulse']
  .map((what) => `${process.getuid?.() === 0 ? '' : 'sudo '}apt-get ${what}`)
  .join(' && ')}`;

/**
 * A folder for PATH with every program of this computer but those, and a way to get sox.
 *
 * @param recorders that it has all the same
 */
export async function computerWithoutRecorder(recorders: readonly string[] = []): Promise<string> {
  const bin = await mkdtemp(path.join(os.tmpdir(), 'newcomer-'));
  for (const name of await readdir('/usr/bin')) {
    const isThere = !NOT_THERE.includes(name) || recorders.includes(name);
    if (isThere) await symlink(`/usr/bin/${name}`, path.join(bin, name));
  }
  const sox = (await findProgram('sox')) ?? assert.fail('sox is not installed');
  const scripts = {
    sudo: 'exec "$@"',
    'apt-get': `echo "apt-get $*"; case "$1" in install) ln -s '${sox}' '${bin}/sox';; esac`,
  };
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(path.join(bin, name), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(bin, name), 0o755);
  }
  return bin;
}
