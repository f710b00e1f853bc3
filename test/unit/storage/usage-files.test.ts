import assert from 'node:assert/strict';
import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { UsageFiles } from '../../../src/storage/usage-files';
import { VirtualClock } from '../../contracts/virtual-clock';

let folder = '';
let clock = new VirtualClock();
const logged: string[] = [];
const log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (message: string) => {
    logged.push(message);
  },
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'voice-dictation-usage-'));
  logged.length = 0;
  clock = new VirtualClock();
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('the usage files', () => {
  test('two windows read what both wrote, in files by month', async () => {
    const inner = path.join(folder, 'storage');
    const [one, other] = [new UsageFiles(inner, clock, log), new UsageFiles(inner, clock, log)];
    assert.deepEqual(one.read(), []);
    const entries = [
      { day: '2026-10-31', model: 'pro', billedMs: 1 },
      { day: '2026-11-01', model: 'pro', billedMs: 2 },
      { day: '2026-11-01', model: 'Kroko English', billedMs: 0, freeMs: 3 },
    ] as const;
    one.append(entries[0]);
    other.append(entries[1]);
    assert.deepEqual(one.read(), entries.slice(0, 1));
    await clock.advance(5000);
    assert.deepEqual(one.read(), entries.slice(0, 2));
    one.append(entries[2]);
    assert.deepEqual([one.read(), other.read()], [entries, entries]);
    assert.deepEqual(await readdir(inner), ['usage-2026-10.jsonl', 'usage-2026-11.jsonl']);
  });

  test('the disk is not asked again and again, however often they are read', async () => {
    const entry = { day: '2026-11-01', model: 'pro', billedMs: 2 };
    const files = new UsageFiles(folder, clock, log);
    files.append(entry);
    const before = files.read();
    await rm(path.join(folder, 'usage-2026-11.jsonl'));
    const soon = files.read();
    await clock.advance(5000);
    assert.deepEqual([before, soon, files.read()], [[entry], [entry], []]);
  });

  test('a line counts for no more than the longest session, whatever a server once claimed', async () => {
    const hours = (billedMs: number): object => ({ day: '2026-11-01', model: 'pro', billedMs });
    const lines = [
      JSON.stringify(hours(9e12)),
      '{"day":"2026-11-01","model":"pro","billedMs":1e999}',
      '{"day":"2026-11-01","model":"pro","billedMs":-1e999}',
      '{"day":"2026-11-01","model":"pro","billedMs":"9e12"}',
      '{"day":"2026-11-01","model":"pro","billedMs":null}',
      '{"day":"[x](command:evil)","model":"pro","billedMs":1}',
      JSON.stringify(hours(-5)),
      JSON.stringify(hours(0)),
      JSON.stringify(hours(7000)),
    ];
    await writeFile(path.join(folder, 'usage-2026-11.jsonl'), lines.join('\n'));
    assert.deepEqual(
      new UsageFiles(folder, clock, log).read(),
      [10_800_000, 10_800_000, 7000].map(hours),
    );
  });

  test('a torn line and files that are not ours are passed over', async () => {
    const files = new UsageFiles(folder, clock, log);
    const entry = { day: '2026-11-01', model: 'pro', billedMs: 2 };
    files.append(entry);
    await appendFile(path.join(folder, 'usage-2026-11.jsonl'), 'null\n[]\n{"day":1}\n{"day":"20');
    await writeFile(path.join(folder, 'usage-2026-11.jsonl~'), 'x');
    assert.deepEqual(files.read(), [entry]);
  });

  test('are for the owner only, also those of an earlier version', async () => {
    const inner = path.join(folder, 'storage');
    const file = path.join(inner, 'usage-2026-11.jsonl');
    await mkdir(inner, { mode: 0o755 });
    await writeFile(file, '', { mode: 0o644 });
    new UsageFiles(inner, clock, log).append({ day: '2026-11-01', model: 'pro', billedMs: 2 });
    const modes = [await stat(inner), await stat(file)].map(({ mode }) => mode & 0o777);
    assert.deepEqual(modes, [0o700, 0o600]);
  });

  test('a line that a full disk cut off does not take the next one along', async () => {
    const file = path.join(folder, 'usage-2026-11.jsonl');
    await writeFile(file, '{"day":"2026-11-01","model":"p');
    const files = new UsageFiles(folder, clock, log);
    const entry = { day: '2026-11-01', model: 'pro', billedMs: 2 };
    files.append(entry);
    await clock.advance(5000);
    assert.deepEqual(files.read(), [entry]);
  });

  test('are neither read nor written where a link leads, and the log says so', async () => {
    const elsewhere = path.join(folder, 'elsewhere');
    const entry = { day: '2026-11-01', model: 'pro', billedMs: 2 };
    await writeFile(elsewhere, `${JSON.stringify(entry)}\n`);
    await symlink(elsewhere, path.join(folder, 'usage-2026-11.jsonl'));
    const files = new UsageFiles(folder, clock, log);
    await writeFile(path.join(folder, 'usage-2026-10.jsonl'), `${JSON.stringify(entry)}\n`);
    assert.deepEqual(files.read(), [entry]);
    files.append(entry);
    assert.equal(await readFile(elsewhere, 'utf8'), `${JSON.stringify(entry)}\n`);
    assert.equal(logged.length, 2);
  });

  test('a folder that cannot be written is logged and does not hinder dictation', async () => {
    const blocked = path.join(folder, 'file');
    await writeFile(blocked, '');
    const files = new UsageFiles(blocked, clock, log);
    files.append({ day: '2026-11-01', model: 'pro', billedMs: 2 });
    assert.deepEqual(files.read(), []);
    assert.match(logged.join('\n'), /^usage: not written, E[A-Z]+( at [\w.-]+:\d+:\d+)?$/);
    assert.ok(!logged.join('\n').includes(folder));
  });
});
