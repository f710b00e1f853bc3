import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { promisify } from 'node:util';
import {
  BEAT_MS,
  OrphanFiles,
  SECOND_LOOK_MS,
  SILENCE_LIMIT_MS,
} from '../../src/storage/orphan-files';
import { settle, VirtualClock } from '../contracts/virtual-clock';

const LONG_AGO = new Date(Date.now() - SILENCE_LIMIT_MS - 100_000);

describe('files that outlive their window', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'orphans-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  /** A window of a computer that has been on for ever; the owner of a file is its extension. */
  function open(upSinceMs = 0) {
    const clock = new VirtualClock();
    const ownerOf = (name: string) => {
      const owner = path.extname(name).slice(1);
      return owner === 'txt' ? undefined : owner === '' ? ('nobody' as const) : Number(owner);
    };
    const orphans = new OrphanFiles({ folder, clock, ownerOf, upSinceMs });
    const doubtedAt: number[] = [];
    orphans.onDidDoubt(() => doubtedAt.push(clock.now()));
    return { orphans, clock, doubtedAt };
  }

  async function leave(name: string | number, beat = new Date()): Promise<string> {
    const file = path.join(folder, String(name));
    await writeFile(file, '');
    await utimes(file, beat, beat);
    return file;
  }

  async function deadProcess(): Promise<number> {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'exit');
    return child.pid ?? 0;
  }

  test('are found when nobody has them, their process is gone, or had the number that is ours', async () => {
    const alive = `a.${String(process.ppid)}`;
    const orphans = ['b', `c.${String(await deadProcess())}`, `d.${String(process.pid)}`];
    for (const name of [alive, ...orphans, 'notes.txt']) await leave(name);
    assert.deepEqual(await open().orphans.find(), orphans);
  });

  test('are found when their process has a number that none can have', async () => {
    for (const pid of ['0', '9999999999']) await leave(`a.${pid}`);
    assert.deepEqual(await open().orphans.find(), ['a.0', 'a.9999999999']);
  });

  test('are found when they are older than the last start of the computer', async () => {
    const name = `a.${String(process.ppid)}`;
    await leave(name, new Date(Date.now() - 2000));
    assert.deepEqual(
      [await open().orphans.find(), await open(Date.now() - 1000).orphans.find()],
      [[], [name]],
    );
  });

  test('are left alone as long as their window beats, which it does only while it has some', async () => {
    const { orphans, clock } = open();
    const name = `a.${String(process.pid)}`;
    const file = await leave(name, LONG_AGO);
    orphans.hold(name);
    assert.deepEqual([await orphans.find(), clock.pending], [[], 1]);
    for (let beats = 0; beats < 3; beats++) {
      await utimes(file, LONG_AGO, LONG_AGO);
      await clock.advance(BEAT_MS);
      while (Date.now() - (await stat(file)).mtimeMs > SILENCE_LIMIT_MS) await settle();
    }
    assert.deepEqual([orphans.letGo(name), orphans.letGo(name), clock.pending], [true, false, 0]);
  });

  test('of a window that slept are left alone, when it beats as soon as it is awake again', async () => {
    const file = await leave(`a.${String(process.ppid)}`, LONG_AGO);
    const { orphans, clock, doubtedAt } = open();
    const found = [await orphans.find()];
    await utimes(file, new Date(), new Date());
    await clock.advance(SECOND_LOOK_MS);
    found.push(await orphans.find());
    assert.deepEqual([found, doubtedAt, clock.pending], [[[], []], [SECOND_LOOK_MS], 0]);
  });

  for (const [when, beat] of [
    ['for an hour', LONG_AGO],
    ['but in the future', new Date(Date.now() + 3 * SILENCE_LIMIT_MS)],
  ] as const) {
    test(`of a window that has not beaten ${when}, nor while it was watched, are found`, async () => {
      const name = `a.${String(process.ppid)}`;
      await leave(name, beat);
      const { orphans, clock, doubtedAt } = open();
      const first = await orphans.find();
      await clock.advance(SECOND_LOOK_MS);
      assert.deepEqual(
        [first, doubtedAt, await orphans.find(), clock.pending],
        [[], [SECOND_LOOK_MS], [name], 0],
      );
    });
  }

  test('are plain files: no link, no folder, no pipe is one, and they do not hinder', async () => {
    const outside = await mkdtemp(path.join(os.tmpdir(), 'outside-'));
    try {
      await writeFile(path.join(outside, 'secret'), 'secret');
      await symlink(path.join(outside, 'secret'), path.join(folder, 'a'));
      await mkdir(path.join(folder, 'b'));
      await promisify(execFile)('mkfifo', [path.join(folder, 'c')]);
      await leave('d');
      assert.deepEqual(await open().orphans.find(), ['d']);
    } finally {
      await rm(outside, { recursive: true });
    }
  });

  test('that another window takes away in this moment do not hinder', async () => {
    for (const name of ['a', 'b', 'c']) await leave(name);
    const { orphans } = open();
    const finding = orphans.find();
    await rm(path.join(folder, 'b'));
    const found = await finding;
    assert.deepEqual(
      found.filter((name) => name !== 'b'),
      ['a', 'c'],
    );
    assert.deepEqual(await readdir(folder), ['a', 'c']);
  });

  test('are looked for without making a folder', async () => {
    await rm(folder, { recursive: true });
    assert.deepEqual(await open().orphans.find(), []);
    await assert.rejects(readdir(folder), { code: 'ENOENT' });
  });
});
