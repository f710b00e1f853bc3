// What the file system is asked when a program is looked for.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileSystemProbe } from '../../src/audio/find-program';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'voice-dictation-programs-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('a file that may be executed is a program; what cannot be looked at is none, and stops no search', async () => {
  const at = (name: string): string => path.join(folder, name);
  await writeFile(at('sox'), '', { mode: 0o755 });
  await writeFile(at('notes'), '', { mode: 0o644 });
  await mkdir(at('rec'));
  await symlink('loop', at('loop'));
  const names = ['sox', 'notes', 'rec', 'loop', 'loop/sox', 'sox/sox', 'nothing'];
  assert.deepEqual(
    names.map((name) => [fileSystemProbe.isProgram(at(name)), fileSystemProbe.exists(at(name))]),
    [
      [true, true],
      [false, true],
      [false, true],
      [false, false],
      [false, false],
      [false, false],
      [false, false],
    ],
  );
  assert.deepEqual(fileSystemProbe.list(at('nothing')), []);
});
