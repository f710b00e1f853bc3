import assert from 'node:assert/strict';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { ClipboardLoan, GIVEN_BACK_AFTER_MS } from '../../src/editor/targets/clipboard-loan';
import { CLAIM_LIMIT_MS, ClipboardClaims } from '../../src/storage/clipboard-claims';
import { VirtualClock } from '../contracts/virtual-clock';
import { until } from '../harness/until';
import { RecordingLog } from './session-support';

/** Another process that runs, for another window. */
const OTHER_PID = process.ppid;

/** No process has it. */
const GONE_PID = 2 ** 31 - 2;

describe('a clipboard that two windows share', () => {
  let root: string;
  let folder: string;
  let clock: VirtualClock;
  let log: RecordingLog;

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'clipboard-'));
    folder = path.join(root, 'claims');
    clock = new VirtualClock();
    log = new RecordingLog();
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const claims = (pid: number): ClipboardClaims => new ClipboardClaims({ folder, clock, log, pid });

  /** Lets time pass until it is done: files answer in their own time. */
  async function passes<T>(promise: Promise<T>): Promise<number> {
    let isDone = false;
    void promise.then(() => {
      isDone = true;
    });
    const startMs = clock.now();
    await until('it to be done', async () => {
      await clock.advance(50);
      return isDone || undefined;
    });
    return clock.now() - startMs;
  }

  test('has what the person copied in the end, however close the pastes of two windows are', async () => {
    const clipboard = {
      text: 'theirs',
      readText: () => Promise.resolve(clipboard.text),
      writeText: (text: string) => {
        clipboard.text = text;
        return Promise.resolve();
      },
    };
    const pasted: string[] = [];
    const paste = (): Promise<void> => {
      pasted.push(clipboard.text);
      return Promise.resolve();
    };
    const one = new ClipboardLoan(clipboard, clock, claims(process.pid));
    const other = new ClipboardLoan(clipboard, clock, claims(OTHER_PID));
    await passes(one.paste('of one', paste));
    await passes(other.paste('of the other', paste));
    await clock.advance(GIVEN_BACK_AFTER_MS);
    await until('both to have left', async () => (await readdir(folder)).length === 0 || undefined);
    assert.deepEqual([pasted, clipboard.text], [['of one', 'of the other'], 'theirs']);
  });

  test('is not waited for where the other window is gone, hangs, or only left a file', async () => {
    await mkdir(folder, { recursive: true });
    const old = new Date(Date.now() - CLAIM_LIMIT_MS - 1000);
    await writeFile(path.join(folder, '2147483646'), '');
    await writeFile(path.join(folder, String(OTHER_PID)), '');
    await utimes(path.join(folder, String(OTHER_PID)), old, old);
    await symlink('/dev/zero', path.join(folder, '1'));
    await mkdir(path.join(folder, '0'));
    await writeFile(path.join(folder, '-1'), '');
    assert.ok((await passes(claims(process.pid).untilFree())) <= 100);
  });

  test('is waited for no longer than a paste can take, whatever the other window says', async () => {
    claims(OTHER_PID).take('text');
    assert.ok((await passes(claims(process.pid).untilFree())) <= CLAIM_LIMIT_MS + 500);
  });

  /** A clipboard with `text`, after the next window has looked what the one of that process has left. */
  async function clipboardAfter(pid: number, text: string): Promise<string> {
    const clipboard = {
      text,
      readText: () => Promise.resolve(clipboard.text),
      writeText: (written: string) => {
        clipboard.text = written;
        return Promise.resolve();
      },
    };
    claims(pid).take('what was dictated');
    await claims(process.pid).clearLeft(clipboard);
    return clipboard.text;
  }

  test('has nothing any more that a window had there when it was killed, but what was copied since', async () => {
    assert.equal(await clipboardAfter(GONE_PID, 'what was dictated'), '');
    assert.equal(await clipboardAfter(GONE_PID, 'what was copied'), 'what was copied');
    assert.deepEqual(await readdir(folder), []);
    assert.equal(await clipboardAfter(OTHER_PID, 'what was dictated'), 'what was dictated');
  });

  test('is told apart without the text, or the same for the same text, on disk', async () => {
    claims(OTHER_PID).take('what was dictated');
    claims(GONE_PID).take('what was dictated');
    const files = [OTHER_PID, GONE_PID].map((pid) =>
      readFile(path.join(folder, String(pid)), 'latin1'),
    );
    const [one = '', other = ''] = await Promise.all(files);
    assert.match(one, /^[\da-f]{32} [\da-f]{64}$/);
    assert.notEqual(one.slice(33), other.slice(33));
  });

  test('is left alone where what a window has left there cannot be read', async () => {
    await mkdir(path.join(folder, 'sub'), { recursive: true });
    await symlink('/dev/zero', path.join(folder, String(GONE_PID)));
    await writeFile(path.join(folder, '2147483645'), 'x'.repeat(5000));
    const clipboard = {
      readText: () => Promise.reject(new Error('no')),
      writeText: () => assert.fail('written to'),
    };
    await claims(process.pid).clearLeft(clipboard);
    assert.deepEqual(await readdir(folder), ['sub']);
  });

  test('is pasted from where nothing can be written', async () => {
    await writeFile(folder, 'no folder');
    const share = claims(process.pid);
    await passes(share.untilFree());
    share.take('text');
    share.leave();
    assert.ok(log.lines.every((line) => !line.includes(root)));
  });
});
