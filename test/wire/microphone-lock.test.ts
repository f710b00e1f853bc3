import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { SILENCE_LIMIT_MS } from '../../src/storage/microphone-claims';
import { MicrophoneLock } from '../../src/storage/microphone-lock';
import { VirtualClock } from '../contracts/virtual-clock';
import { endProcess } from '../harness/processes';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { RecordingLog } from './session-support';

type Order = 'acquire' | 'take over' | 'compete' | 'give back';

/** One window: a process of its own. */
class Window {
  readonly process: ChildProcess;
  private readonly heard: unknown[] = [];
  private onHeard: () => void = () => undefined;

  constructor(folder: string, diary: string, name: string) {
    const program = path.join(import.meta.dirname, 'microphone-window.ts');
    this.process = fork(program, [folder, diary, name]);
    this.process.on('message', (message) => {
      this.heard.push(message);
      this.onHeard();
    });
  }

  /** The next thing that the window tells; the test's deadline is the limit. */
  async next(): Promise<unknown> {
    while (this.heard.length === 0) {
      await new Promise<void>((resolve) => {
        this.onHeard = resolve;
      });
    }
    return this.heard.shift();
  }

  async does(order: Order): Promise<unknown> {
    this.process.send(order);
    return this.next();
  }

  /** Tries until it gets the microphone: giving back takes a moment to be on disk. */
  async gets(): Promise<void> {
    while ((await this.does('acquire')) !== true);
  }
}

describe('one microphone across windows', { timeout: SUITE_DEADLINE_MS }, () => {
  let root: string;
  let folder: string;
  let diary: string;
  const windows: Window[] = [];

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'microphone-'));
    folder = path.join(root, 'made', 'when needed');
    diary = path.join(root, 'diary');
  });

  afterEach(async () => {
    for (const { process } of windows.splice(0)) {
      process.kill('SIGCONT');
      await endProcess(process);
    }
    await rm(root, { recursive: true, force: true });
  });

  async function open(...names: readonly string[]): Promise<readonly Window[]> {
    const opened = names.map((name) => new Window(folder, diary, name));
    windows.push(...opened);
    for (const window of opened) assert.equal(await window.next(), 'ready');
    return opened;
  }

  async function written(): Promise<readonly string[]> {
    return (await readFile(diary, 'utf8')).trim().split('\n');
  }

  test('the second window is refused until the first has given back', async () => {
    const [a, b] = await open('a', 'b');
    assert.deepEqual([await a?.does('acquire'), await b?.does('acquire')], [true, false]);
    assert.equal(await a?.does('give back'), 'given back');
    await b?.gets();
    assert.deepEqual(await written(), ['a has', 'a lets go', 'b has']);
  });

  test('a window that takes over has the microphone when the other one has let it go', async () => {
    const [a, b] = await open('a', 'b');
    await a?.does('acquire');
    assert.equal(await b?.does('take over'), true);
    assert.equal(await a?.next(), 'asked back');
    assert.equal(await a?.does('take over'), true);
    assert.deepEqual(await written(), ['a has', 'a lets go', 'b has', 'b lets go', 'a has']);
  });

  test('of windows that start at the same moment, at no time two have it', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const opened = await open(...names);
    const times = await Promise.all(opened.map((window) => window.does('compete')));
    const lines = await written();
    const alternating = lines
      .filter((_, i) => i % 2 === 0)
      .flatMap((line) => {
        const [name = ''] = line.split(' ');
        return [`${name} has`, `${name} lets go`];
      });
    assert.deepEqual(lines, alternating);
    const total = times.reduce((sum: number, count) => sum + Number(count), 0);
    assert.equal(total, lines.length / 2);
    assert.ok(total >= 4, `${String(total)} of 240 starts got it`);
    // However many claims there were, two files are left.
    assert.equal((await readdir(folder)).length, 2);
  });

  test('of windows that take over at the same moment, at no time two have it, and all get it', async () => {
    const opened = await open('a', 'b', 'c');
    assert.deepEqual(await Promise.all(opened.map((window) => window.does('take over'))), [
      true,
      true,
      true,
    ]);
    const lines = await written();
    assert.deepEqual(
      lines.map((line) => line.slice(2)),
      ['has', 'lets go', 'has', 'lets go', 'has'],
    );
    assert.deepEqual(lines[0]?.[0], lines[1]?.[0]);
    assert.deepEqual(lines[2]?.[0], lines[3]?.[0]);
  });

  test('a window that was killed has lost it', async () => {
    const [a, b] = await open('a', 'b');
    await a?.does('acquire');
    const exit = once(a?.process ?? assert.fail(), 'exit');
    a?.process.kill('SIGKILL');
    await exit;
    assert.equal(await b?.does('acquire'), true);
  });

  test('a window that does not beat has lost it, and hears so when it is awake again', async () => {
    const [a, b] = await open('a', 'b');
    await a?.does('acquire');
    a?.process.kill('SIGSTOP');
    const beat = new Date(Date.now() - SILENCE_LIMIT_MS - 1);
    await utimes(path.join(folder, '1'), beat, beat);
    assert.equal(await b?.does('acquire'), true);
    a?.process.kill('SIGCONT');
    assert.equal(await a?.next(), 'asked back');
  });

  test('a window that crashed while it claimed is waited for no longer than for a beat', async () => {
    const [a] = await open('a');
    assert.equal(await a?.does('acquire'), true);
    await a?.does('give back');
    await writeFile(path.join(folder, '2'), '');
    assert.equal(await a?.does('acquire'), false);
    const beat = new Date(Date.now() - SILENCE_LIMIT_MS - 1);
    await utimes(path.join(folder, '2'), beat, beat);
    assert.equal(await a?.does('acquire'), true);
  });

  test('claims from the largest number on are still one window at a time', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, '999999999'), '');
    await utimes(path.join(folder, '999999999'), 0, 0);
    const names = ['a', 'b', 'c'];
    const opened = await open(...names);
    assert.deepEqual(await Promise.all(opened.map((window) => window.does('take over'))), [
      true,
      true,
      true,
    ]);
    const lines = (await written()).map((line) => line.slice(2));
    assert.deepEqual(lines, ['has', 'lets go', 'has', 'lets go', 'has']);
  });

  test('a request that was there before the claim does not end it, and none writes where a link leads', async () => {
    await mkdir(folder, { recursive: true });
    const elsewhere = path.join(root, 'elsewhere');
    await writeFile(elsewhere, 'precious');
    for (const number of [1, 2]) {
      await symlink(elsewhere, path.join(folder, `${String(number)}.request`));
    }
    const [a, b] = await open('a', 'b');
    assert.equal(await a?.does('acquire'), true);
    assert.equal(await b?.does('take over'), true);
    assert.equal(await a?.next(), 'asked back');
    assert.equal(await readFile(elsewhere, 'utf8'), 'precious');
  });

  test('what windows tell each other is for the owner only, also where the folder was open before', async () => {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    const [a, b] = await open('a', 'b');
    await a?.does('acquire');
    await b?.does('take over');
    const names = ['', ...(await readdir(folder))];
    const modes = await Promise.all(
      names.map(async (name) => (await stat(path.join(folder, name))).mode & 0o77),
    );
    assert.deepEqual(
      modes,
      names.map(() => 0),
    );
  });

  test('two runs of one window share the microphone until the last of them lets go', async () => {
    const clock = new VirtualClock();
    const log = new RecordingLog();
    const lock = new MicrophoneLock({ folder, clock, log });
    const [b] = await open('b');
    const holds = [await lock.acquire({ takeOver: false }), await lock.acquire({ takeOver: true })];
    for (const hold of holds) {
      assert.equal(await b?.does('acquire'), false);
      assert.ok(hold !== 'taken');
      hold.dispose();
      hold.dispose();
    }
    // At once again: what it gave back itself does not stand in its way.
    assert.notEqual(await lock.acquire({ takeOver: false }), 'taken');
    lock.dispose();
    assert.deepEqual([clock.pending, log.lines], [0, []]);
  });

  test('where the folder cannot be used, dictation goes on and the log says why', async () => {
    const file = path.join(root, 'a-file');
    await writeFile(file, '');
    const log = new RecordingLog();
    const lock = new MicrophoneLock({
      folder: path.join(file, 'folder'),
      clock: new VirtualClock(),
      log,
    });
    const hold = await lock.acquire({ takeOver: false });
    assert.ok(hold !== 'taken');
    hold.dispose();
    assert.match(log.lines.join(), /^other windows cannot see that this one records: .*ENOTDIR/);
  });
});

describe('a folder of claims with foreign things in it', () => {
  let root: string;
  let folder: string;

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'microphone-'));
    folder = path.join(root, 'claims');
  });

  afterEach(async () => {
    await rm(root, { recursive: true, force: true });
  });

  for (const name of ['999999999', '999999999999999', '9999999999999999', '1']) {
    for (const kind of ['a file', 'a folder', 'a link'] as const) {
      test(`${kind} named ${name} does not lock dictation`, async () => {
        await mkdir(folder, { recursive: true });
        const planted = path.join(folder, name);
        await writeFile(path.join(root, 'elsewhere'), String(process.pid));
        if (kind === 'a folder') await mkdir(planted);
        else if (kind === 'a link') await symlink(path.join(root, 'elsewhere'), planted);
        else await writeFile(planted, '999999999999');
        const lock = new MicrophoneLock({
          folder,
          clock: new VirtualClock(),
          log: new RecordingLog(),
        });
        for (let starts = 0; starts < 3; starts++) {
          const hold = await lock.acquire({ takeOver: starts === 1 });
          assert.ok(hold !== 'taken');
          const asked: unknown[] = [];
          hold.onDidAskBack(() => asked.push(starts));
          await new Promise(setImmediate);
          assert.deepEqual(asked, []);
          hold.dispose();
        }
        assert.equal(await readFile(path.join(root, 'elsewhere'), 'utf8'), String(process.pid));
      });
    }
  }
});
