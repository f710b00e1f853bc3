import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Emitter } from '../../../src/core/events';
import type { Settings } from '../../../src/core/settings';
import { PAST_TEXTS, PastTexts } from '../../../src/storage/past-texts';
import { until } from '../../harness/until';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings';

let base = '';
let folder = '';

beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'voice-dictation-history-'));
  folder = path.join(base, 'history');
});
afterEach(async () => {
  await rm(base, { recursive: true });
});

/** A window's, with the setting on; `switchTo` changes it. */
function texts(keepHistory = true) {
  let isOn = keepHistory;
  const changes = new Emitter<void>();
  const settings = DEFAULT_SETTINGS;
  const none = (): void => undefined;
  const past = new PastTexts({
    folder,
    log: { debug: none, info: none, warn: none, error: none },
    settings: {
      peek: (): Settings => ({
        ...settings,
        privacy: { ...settings.privacy, keepHistory: isOn },
      }),
      onDidChange: changes.event,
    },
  });
  const switchTo = (next: boolean): void => {
    isOn = next;
    changes.fire();
  };
  return { past, switchTo };
}

async function names(): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).toSorted();
}

describe('the history on disk', () => {
  test('is read by other windows as it was written, oldest first, each text once', async () => {
    const [one, other] = [texts().past, texts().past];
    const landing = { kind: 'editor', name: 'notes.md', written: { text: 'A,' } } as const;
    one.save({ text: 'b', saidAtMs: 20, isLocal: false });
    one.save({
      text: 'a comma',
      saidAtMs: 3,
      landing: { ...landing, written: { text: 'A,', utterance: 4 } },
    });
    const found = (await other.read()).map(({ remove, ...text }) => ({
      ...text,
      ...(typeof remove !== 'function' && { remove }),
    }));
    other.save({ text: 'own', saidAtMs: 30 });
    assert.deepEqual(
      [found, await other.read(), (await one.read()).map(({ text }) => text)],
      [
        [
          { text: 'a comma', saidAtMs: 3, landing },
          { text: 'b', saidAtMs: 20, isLocal: false },
        ],
        [],
        ['own'],
      ],
    );
  });

  test('is for its owner only', async () => {
    texts().past.save({ text: 'a', saidAtMs: 1 });
    const [name = ''] = await names();
    const modes = await Promise.all(
      [folder, path.join(folder, name)].map(async (file) => (await stat(file)).mode & 0o777),
    );
    assert.deepEqual(modes, [0o700, 0o600]);
  });

  test('is not written where the setting is off, and is deleted when it is switched off', async () => {
    const { past, switchTo } = texts();
    past.save({ text: 'once', saidAtMs: 1 });
    assert.equal((await names()).length, 1);
    switchTo(false);
    await until('nothing is left', async () => (await names()).length === 0 || undefined);
    past.save({ text: 'never', saidAtMs: 2 });
    assert.deepEqual([await names(), await past.read()], [[], []]);
  });

  test('left behind with the setting off since, is deleted by the next window', async () => {
    texts().past.save({ text: 'once', saidAtMs: 2 });
    texts(false);
    await until('nothing is left', async () => (await names()).length === 0 || undefined);
  });

  test('loses single texts, whoever wrote them, and all of them when it is cleared', async () => {
    const [one, other] = [texts().past, texts().past];
    const remove = one.save({ text: 'a', saidAtMs: 1 });
    one.save({ text: 'b', saidAtMs: 2 });
    one.save({ text: 'c', saidAtMs: 3 });
    remove();
    remove();
    const [b] = await other.read();
    b?.remove();
    const left = (await texts().past.read()).map(({ text }) => text);
    await other.clear();
    assert.deepEqual([left, await names()], [['c'], []]);
  });

  test('keeps the newest only', async () => {
    await mkdir(folder, { mode: 0o700 });
    for (let n = 0; n < PAST_TEXTS + 20; n++)
      await writeFile(path.join(folder, `${String(n)}-1-1.json`), '{"text":"old"}');
    texts().past.save({ text: 'new', saidAtMs: 1_000_000 });
    await until('the oldest are gone', async () =>
      (await names()).length === PAST_TEXTS ? true : undefined,
    );
    assert.equal((await names()).includes('20-1-1.json'), false);
  });

  test('leaves alone what is none of its files', async () => {
    await mkdir(folder, { mode: 0o700 });
    const others = ['notes.txt', 'x-1-1.json', '7-1-1.json', '8-1-1.json', '9-1-1.json'];
    for (const name of others.slice(0, 3)) await writeFile(path.join(folder, name), '{"text":');
    await writeFile(path.join(folder, '8-1-1.json'), '{"text":7,"kind":"editor"}');
    await symlink('/etc/hostname', path.join(folder, '9-1-1.json'));
    const { past } = texts();
    assert.deepEqual([await past.read(), await names()], [[], others.toSorted()]);
    await past.clear();
    assert.deepEqual(await names(), ['notes.txt', 'x-1-1.json']);
  });
});
