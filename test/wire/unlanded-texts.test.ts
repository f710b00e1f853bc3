import assert from 'node:assert/strict';
import { execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { Emitter } from '../../src/core/events';
import { BEAT_MS } from '../../src/storage/orphan-files';
import { UnlandedTexts } from '../../src/storage/unlanded-texts';
import { settle, VirtualClock } from '../contracts/virtual-clock';
import { endProcess } from '../harness/processes';
import { SETTINGS } from '../unit/ui/settings-fixture';
import { RecordingLog } from './session-support';

const LONG_AGO = new Date(Date.UTC(2001, 0));

function timesIn(message: unknown): readonly number[] {
  assert.ok(Array.isArray(message) && message.every((item) => typeof item === 'number'));
  return message;
}

describe('texts that have not landed', () => {
  let root: string;
  let folder: string;

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'unlanded-'));
    folder = path.join(root, 'unlanded');
  });

  afterEach(async () => {
    await rm(root, { recursive: true, force: true });
  });

  /** A window's store, and the person's hand on the setting. */
  function open(options: { isEnabled?: boolean } = {}) {
    let settings = {
      ...SETTINGS,
      privacy: { ...SETTINGS.privacy, keepUnlandedText: options.isEnabled ?? true },
    };
    const changes = new Emitter<void>();
    const log = new RecordingLog();
    const clock = new VirtualClock();
    const texts = new UnlandedTexts({
      folder,
      clock,
      log,
      settings: { peek: () => settings, onDidChange: changes.event },
    });
    const switchOff = (): void => {
      settings = { ...SETTINGS, privacy: { ...SETTINGS.privacy, keepUnlandedText: false } };
      changes.fire();
    };
    return { texts, log, clock, switchOff };
  }

  /** Makes every text on disk that of process `pid`. */
  async function leaveTo(pid: number): Promise<void> {
    for (const name of await readdir(folder)) {
      const other = name.replace(/^(\d+)-\d+-/, `$1-${String(pid)}-`);
      await rename(path.join(folder, name), path.join(folder, other));
    }
  }

  async function deadProcess(): Promise<number> {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'exit');
    return child.pid ?? 0;
  }

  async function recovered(texts: UnlandedTexts): Promise<readonly unknown[]> {
    return (await texts.recover()).map(({ text, saidAtMs }) => ({ text, saidAtMs }));
  }

  test('are on disk when saving returns, for the owner only, and gone when removed', async () => {
    const { texts } = open();
    const remove = texts.save({ text: 'Hello "world".', saidAtMs: 5 });
    const [name = ''] = await readdir(folder);
    const file = path.join(folder, name);
    const { mode } = await stat(file);
    assert.deepEqual(
      [JSON.parse(await readFile(file, 'utf8')), (mode & 0o777).toString(8)],
      [{ text: 'Hello "world".' }, '600'],
    );
    remove();
    remove();
    assert.deepEqual(await readdir(folder), []);
  });

  test('of a window that is gone are taken over, oldest first, by one window only', async () => {
    const before = open();
    for (const saidAtMs of [20, 3, 100]) before.texts.save({ text: String(saidAtMs), saidAtMs });
    await leaveTo(await deadProcess());
    const program = path.join(import.meta.dirname, 'recovering-window.ts');
    const windows = [0, 1, 2].map(() => fork(program, [folder]));
    try {
      const told = await Promise.all(windows.map((window) => once(window, 'message')));
      const times = told.map(([message]: unknown[]) => timesIn(message));
      assert.deepEqual(
        [times.flat().toSorted((x, y) => x - y), times, (await readdir(folder)).length],
        [[3, 20, 100], times.map((each) => each.toSorted((x, y) => x - y)), 3],
      );
    } finally {
      for (const window of windows) await endProcess(window);
    }
  });

  test('are offered again and again until they are removed', async () => {
    open().texts.save({ text: 'text', saidAtMs: 1 });
    const dead = await deadProcess();
    for (let starts = 0; starts < 3; starts++) {
      await leaveTo(dead);
      assert.deepEqual(await recovered(open().texts), [{ text: 'text', saidAtMs: 1 }]);
    }
  });

  test('of a living window are left alone', async () => {
    open().texts.save({ text: 'text', saidAtMs: 1 });
    await leaveTo(process.ppid);
    assert.deepEqual(await recovered(open().texts), []);
  });

  test('are beaten for while they wait, those of an earlier window too, and no longer', async () => {
    open().texts.save({ text: 'left', saidAtMs: 1 });
    const { texts, clock } = open();
    const [left] = await texts.recover();
    const remove = texts.save({ text: 'text', saidAtMs: 2 });
    const names = await readdir(folder);
    for (const name of names) await utimes(path.join(folder, name), LONG_AGO, LONG_AGO);
    await clock.advance(BEAT_MS);
    for (const name of names) {
      const file = path.join(folder, name);
      while ((await stat(file)).mtimeMs === LONG_AGO.getTime()) await settle();
    }
    remove();
    left?.remove();
    assert.deepEqual([names.length, clock.pending], [2, 0]);
  });

  test('are not taken from where a link leads, from folders or pipes, and the others still are', async () => {
    open().texts.save({ text: 'text', saidAtMs: 5 });
    const dead = await deadProcess();
    await leaveTo(dead);
    const secret = path.join(root, 'secret');
    await writeFile(secret, JSON.stringify({ text: 'a secret' }));
    const names = [1, 2, 3].map((at) => `${String(at)}-${String(dead)}-1.json`);
    const [link = '', directory = '', pipe = ''] = names.map((name) => path.join(folder, name));
    await symlink(secret, link);
    await mkdir(directory);
    await promisify(execFile)('mkfifo', [pipe]);
    const { texts, log } = open();
    assert.deepEqual([await recovered(texts), log.lines], [[{ text: 'text', saidAtMs: 5 }], []]);
    assert.deepEqual(JSON.parse(await readFile(secret, 'utf8')), { text: 'a secret' });
  });

  test('leave nothing half written on a disk that is full', async () => {
    // No file may have more than 200 blocks; a signal would say so before the system call does.
    const program = `trap '' XFSZ; ulimit -f 200; exec "$0" "$@"`;
    const file = path.join(import.meta.dirname, 'filling-disk.ts');
    const args = ['-c', program, process.execPath, '--import', 'tsx', file, folder];
    const { stdout } = await promisify(execFile)('sh', args);
    assert.match(stdout, /^text not kept on disk: EFBIG at [^\n]*\n$/);
    const names = await readdir(folder);
    assert.deepEqual(
      names.map((name) => name.split('-')[0]),
      ['2'],
    );
  });

  test('of an earlier process with our own number are taken over', async () => {
    open().texts.save({ text: 'text', saidAtMs: 1 });
    assert.deepEqual(await recovered(open().texts), [{ text: 'text', saidAtMs: 1 }]);
  });

  test('that a crash left half written are removed, and other files are not touched', async () => {
    await mkdir(folder);
    for (const name of [`1-${String(await deadProcess())}-1.json`, 'notes.txt']) {
      await writeFile(path.join(folder, name), '{"te');
    }
    const { texts, log } = open();
    assert.deepEqual(
      [await recovered(texts), await readdir(folder), log.lines],
      [[], ['notes.txt'], []],
    );
  });

  test('are looked for without making a folder', async () => {
    const { texts, log } = open();
    assert.deepEqual([await recovered(texts), log.lines], [[], []]);
    await assert.rejects(readdir(folder), { code: 'ENOENT' });
  });

  test('are never written when the person switched that off', async () => {
    const { texts } = open({ isEnabled: false });
    texts.save({ text: 'text', saidAtMs: 1 })();
    await assert.rejects(readdir(folder), { code: 'ENOENT' });
  });

  test('are deleted when the person switches that off', async () => {
    const { texts, switchOff } = open();
    texts.save({ text: 'text', saidAtMs: 1 });
    switchOff();
    assert.deepEqual(await readdir(folder), []);
  });

  test('of before it was switched off are offered once, and deleted', async () => {
    open().texts.save({ text: 'text', saidAtMs: 1 });
    await leaveTo(await deadProcess());
    const { texts } = open({ isEnabled: false });
    assert.deepEqual(
      [await recovered(texts), await readdir(folder)],
      [[{ text: 'text', saidAtMs: 1 }], []],
    );
  });

  test('on a disk that refuses are logged without their words, and nothing fails', async () => {
    await writeFile(folder, '');
    const { texts, log } = open();
    texts.save({ text: 'secret', saidAtMs: 1 })();
    assert.deepEqual([await recovered(texts), log.lines.length], [[], 2]);
    assert.doesNotMatch(log.lines.join(), /secret/);
  });
});
