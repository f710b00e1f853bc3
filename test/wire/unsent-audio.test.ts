import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdir,
  mkdtemp,
  readdir,
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
import { Emitter } from '../../src/core/events';
import type { KeptAudio } from '../../src/core/kept-audio';
import { encodeKeptAudio } from '../../src/storage/kept-audio-file';
import { recoveredAudioMessage } from '../../src/ui/messages/kept-audio-messages';
import { textsLetGoMessage } from '../../src/ui/messages/text-messages';
import { SharedFiles } from '../../src/storage/shared-files';
import { LOOK_MS, SharedStorage } from '../../src/ui/shared-storage';
import { BEAT_MS } from '../../src/storage/orphan-files';
import { LIFETIME_MS, UnsentAudio } from '../../src/storage/unsent-audio';
import { EMPTY_CLIPBOARD } from '../contracts/fake-clipboard';
import { settle, VirtualClock } from '../contracts/virtual-clock';
import { SETTINGS } from '../unit/ui/settings-fixture';
import { RecordingLog } from './session-support';
import { keptAudio } from '../fixtures/kept-audio';

const FRAME_BYTES = 1600;
const HOUR_MS = 3_600_000;

/** Told apart by the loudness of its only frame. */
function audio(byte: number): KeptAudio {
  return keptAudio([new Uint8Array(FRAME_BYTES).fill(byte)]);
}

function bytesOf(found: readonly KeptAudio[]): readonly (number | undefined)[] {
  return found.map(({ frames }) => frames[0]?.[0]);
}

describe('audio that was not transcribed when its window closed', () => {
  let root: string;
  let folder: string;
  let nowMs: number;

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'unsent-'));
    folder = path.join(root, 'unsent');
    nowMs = 1_000_000;
  });

  afterEach(async () => {
    await rm(root, { recursive: true, force: true });
  });

  /** A window, and the person's hand on the setting. */
  function open(options: { pid?: number; isAllowed?: boolean; limitBytes?: number } = {}) {
    const { isAllowed = true, ...rest } = options;
    let settings = { ...SETTINGS, privacy: { ...SETTINGS.privacy, keepUnsentAudio: isAllowed } };
    const changes = new Emitter<void>();
    const log = new RecordingLog();
    const clock = new VirtualClock();
    const unsent = new UnsentAudio({
      folder,
      clock,
      log,
      settings: { peek: () => settings, onDidChange: changes.event },
      now: () => nowMs,
      ...rest,
    });
    const switchOff = (): void => {
      settings = { ...SETTINGS, privacy: { ...SETTINGS.privacy, keepUnsentAudio: false } };
      changes.fire();
    };
    return { unsent, log, clock, switchOff };
  }

  /** A window with all that it shares with others, and who is told what was left. */
  function window({ isAllowed = true } = {}) {
    const clock = new VirtualClock();
    const settings = { ...SETTINGS, privacy: { ...SETTINGS.privacy, keepUnsentAudio: isAllowed } };
    const options = {
      clipboard: EMPTY_CLIPBOARD,
      folder: root,
      clock,
      log: new RecordingLog(),
      settings: { peek: () => settings, onDidChange: new Emitter<void>().event },
    };
    let files: SharedFiles | undefined;
    const shared = new SharedStorage({
      ...options,
      load: () => Promise.resolve((files ??= new SharedFiles(options))),
    });
    const adopted: KeptAudio[] = [];
    const offered: unknown[] = [];
    const recover = (): Promise<void> =>
      shared.recover(
        { adoptKeptAudio: (found) => adopted.push(...found) },
        {
          offerKeptText: () => offered.push('text'),
          tell: (say) => {
            offered.push(say({ recoveredAudioMessage, textsLetGoMessage }).sentence);
            return Promise.resolve();
          },
        },
      );
    const dispose = (): void => {
      shared.dispose();
      files?.dispose();
    };
    return {
      shared,
      clock,
      adopted,
      offered,
      recover,
      dispose,
      isLoaded: () => files !== undefined,
    };
  }

  async function deadProcess(): Promise<number> {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'exit');
    return child.pid ?? 0;
  }

  test('is offered by the next window, oldest first, whole', async () => {
    open().unsent.save([audio(1), { ...audio(2), replayed: { untilMs: 240, words: ['end'] } }]);
    nowMs += 1;
    open().unsent.save([audio(3)]);
    const found = await open().unsent.recover();
    const [, second] = found;
    assert.deepEqual(
      [bytesOf(found), second?.replayed, second?.recording],
      [[1, 2, 3], { untilMs: 240, words: ['end'] }, audio(2).recording],
    );
  });

  test('is for the owner only', async () => {
    open().unsent.save([audio(1)]);
    const [name = ''] = await readdir(folder);
    const modes = [await stat(folder), await stat(path.join(folder, name))].map(({ mode }) =>
      (mode & 0o777).toString(8),
    );
    assert.deepEqual(modes, ['700', '600']);
  });

  test('of two windows that start at the same moment, one offers it', async () => {
    open().unsent.save([1, 2, 3, 4, 5].map(audio));
    const windows = [process.pid, process.ppid].map((pid) => open({ pid }).unsent);
    const found = await Promise.all(windows.map((window) => window.recover()));
    assert.deepEqual(
      found.flatMap(bytesOf).toSorted((a = 0, b = 0) => a - b),
      [1, 2, 3, 4, 5],
    );
  });

  test('that a living window has claimed is left alone; that of a dead one is taken over', async () => {
    open().unsent.save([audio(1), audio(2)]);
    const [first = '', second = ''] = (await readdir(folder)).sort();
    for (const [name, pid] of [
      [first, process.ppid],
      [second, await deadProcess()],
    ]) {
      await rename(
        path.join(folder, String(name)),
        path.join(folder, `${String(name)}.${String(pid)}`),
      );
    }
    assert.deepEqual(bytesOf(await open().unsent.recover()), [2]);
  });

  test('is deleted as soon as it is transcribed or saved', async () => {
    open().unsent.save([audio(1), audio(2)]);
    const [first, second] = await open().unsent.recover();
    first?.copy?.forget();
    first?.copy?.forget();
    const left = await readdir(folder);
    second?.copy?.forget();
    assert.deepEqual([left.length, await readdir(folder)], [1, []]);
  });

  test('is left again when the window that offered it closes, as old as it was', async () => {
    open().unsent.save([audio(1)]);
    const before = await readdir(folder);
    nowMs += HOUR_MS;
    const { unsent } = open();
    unsent.save([...(await unsent.recover()), audio(2)]);
    const after = await readdir(folder);
    assert.deepEqual([after.length, before.every((name) => after.includes(name))], [2, true]);
    assert.deepEqual(bytesOf(await open().unsent.recover()), [1, 2]);
  });

  test('that was tried again in part is left as its rest, once, and the rest may fill the disk as the whole did', async () => {
    const whole = { ...audio(1), frames: [...audio(1).frames, ...audio(2).frames] };
    open().unsent.save([whole]);
    const { unsent } = open({ limitBytes: encodeKeptAudio(whole).length });
    const [found] = await unsent.recover();
    assert.ok(found !== undefined);
    const rest = { ...found, ...audio(2), replayed: { untilMs: 10, words: ['end'] } };
    nowMs += 1;
    unsent.save([rest]);
    found.copy?.forget();
    const left = await open().unsent.recover();
    assert.deepEqual(
      [left.map(({ frames, replayed }) => ({ frames: frames.length, replayed })), bytesOf(left)],
      [[{ frames: 1, replayed: rest.replayed }], [2]],
    );
  });

  test('that was tried again in part is left whole where its rest cannot be written', async () => {
    const whole = { ...audio(1), frames: [...audio(1).frames, ...audio(2).frames] };
    open().unsent.save([whole]);
    const { unsent, log } = open({ limitBytes: 10 });
    const [found] = await unsent.recover();
    assert.ok(found !== undefined);
    nowMs += 1;
    unsent.save([{ ...found, ...audio(2) }]);
    found.copy?.forget();
    assert.equal(log.lines.length, 1);
    assert.match(log.lines.join(), /^audio not kept on disk: EDQUOT at /);
    assert.deepEqual(
      (await open().unsent.recover()).map(({ frames }) => frames.length),
      [2],
    );
  });

  test('is deleted after 24 hours, by a window that starts then', async () => {
    open().unsent.save([audio(1)]);
    nowMs += LIFETIME_MS;
    open().unsent.save([audio(2)]);
    nowMs += 1;
    assert.deepEqual(bytesOf(await open().unsent.recover()), [2]);
    assert.equal((await readdir(folder)).length, 1);
  });

  for (const aheadMs of [1000, 300 * 24 * HOUR_MS]) {
    test(`that was saved under a clock ${String(aheadMs / HOUR_MS)} hours ahead is offered, and has 24 hours, too`, async () => {
      nowMs += aheadMs;
      open().unsent.save([audio(1), audio(2)]);
      const deadPid = await deadProcess();
      const [, second = ''] = (await readdir(folder)).sort();
      await rename(path.join(folder, second), path.join(folder, `${second}.${String(deadPid)}`));
      nowMs -= aheadMs;
      const { unsent } = open();
      const found = await unsent.recover();
      unsent.save(found);
      nowMs += LIFETIME_MS + 1;
      assert.deepEqual(
        [bytesOf(found), bytesOf(await open().unsent.recover()), await readdir(folder)],
        [[1, 2], [], []],
      );
    });
  }

  test('that is claimed is beaten for, and not when it is left or let go', async () => {
    open().unsent.save([audio(1), audio(2)]);
    const { unsent, clock } = open();
    const [first, second] = await unsent.recover();
    const names = await readdir(folder);
    for (const name of names) await utimes(path.join(folder, name), 1, 1);
    await clock.advance(BEAT_MS);
    for (const name of names) {
      while ((await stat(path.join(folder, name))).mtimeMs === 1000) await settle();
    }
    first?.copy?.forget();
    unsent.save(second === undefined ? [] : [second]);
    // What looks for what is too old goes on; nothing else does.
    assert.equal(clock.pending, 1);
    unsent.dispose();
    assert.equal(clock.pending, 0);
  });

  test('is not read where a link leads, and a folder does not hinder', async () => {
    open().unsent.save([audio(3)]);
    await writeFile(path.join(root, 'elsewhere'), encodeKeptAudio(audio(1)));
    await symlink(path.join(root, 'elsewhere'), path.join(folder, `${String(nowMs)}-1-7`));
    for (const time of [nowMs, 1]) await mkdir(path.join(folder, `${String(time)}-1-8`));
    nowMs += LIFETIME_MS;
    assert.deepEqual(bytesOf(await open().unsent.recover()), [3]);
  });

  test('is deleted after 24 hours while windows stay open, also when one of them has it', async () => {
    open().unsent.save([audio(1)]);
    const { unsent, clock } = open();
    await unsent.recover();
    nowMs += LIFETIME_MS + 1;
    await clock.advance(HOUR_MS);
    // The clock does not wait for the disk.
    while ((await readdir(folder)).length > 0) await new Promise(setImmediate);
    unsent.dispose();
    assert.equal(clock.pending, 0);
  });

  test('is written when the window closes, before dictation ends, and offered with its length', async () => {
    let written: readonly string[] = [];
    const first = window();
    await first.shared.acquireMicrophone({ takeOver: false });
    await first.shared.close({
      unsentAudio: [audio(1), audio(2)],
      shutdown: async () => {
        written = await readdir(folder);
      },
    });
    first.dispose();
    const second = window();
    await second.recover();
    second.dispose();
    assert.deepEqual(
      [written.length, bytesOf(second.adopted), second.offered, second.isLoaded()],
      [2, [1, 2], [recoveredAudioMessage(100).sentence], true],
    );
  });

  test('loads nothing where there is none, and is looked for each hour while it may be kept', async () => {
    const forbidden = window({ isAllowed: false });
    await forbidden.recover();
    const waiting = window();
    await waiting.recover();
    const atStart = [waiting.isLoaded(), waiting.clock.pending];
    await waiting.clock.advance(LOOK_MS);
    while (waiting.clock.pending === 0) await settle();
    const anHourLater = [waiting.isLoaded(), waiting.clock.pending];
    const other = window();
    await other.shared.acquireMicrophone({ takeOver: false });
    await other.shared.close({ unsentAudio: [audio(1)], shutdown: () => Promise.resolve() });
    other.dispose();
    await waiting.clock.advance(LOOK_MS);
    while (waiting.adopted.length === 0) await settle();
    waiting.dispose();
    assert.deepEqual(
      { atStart, anHourLater, found: bytesOf(waiting.adopted), left: waiting.clock.pending },
      { atStart: [false, 1], anHourLater: [false, 1], found: [1], left: 0 },
    );
    assert.deepEqual([forbidden.isLoaded(), forbidden.clock.pending], [false, 0]);
  });

  test('is not written unless the person allows it', async () => {
    open({ isAllowed: false }).unsent.save([audio(1)]);
    await assert.rejects(readdir(folder), { code: 'ENOENT' });
  });

  test('is deleted when the person forbids it, and offered once more', async () => {
    open().unsent.save([audio(1)]);
    const { unsent, switchOff } = open();
    await unsent.recover();
    switchOff();
    const whenSwitchedOff = await readdir(folder);
    open().unsent.save([audio(2)]);
    const found = await open({ isAllowed: false }).unsent.recover();
    assert.deepEqual([whenSwitchedOff, bytesOf(found), await readdir(folder)], [[], [2], []]);
  });

  test('fills no more of the disk than the limit: the newest is kept, and the log says so', async () => {
    const fileBytes = encodeKeptAudio(audio(1)).length;
    const { unsent, log } = open({ limitBytes: 3 * fileBytes - 1 });
    unsent.save([audio(1), audio(2), audio(3)]);
    assert.equal(log.lines.length, 1);
    assert.match(log.lines.join(), /^audio not kept on disk: EDQUOT at /);
    assert.deepEqual(bytesOf(await open().unsent.recover()), [2, 3]);
  });

  test('that a crash left half written is deleted, and other files are not touched', async () => {
    await mkdir(folder);
    for (const name of [`${String(nowMs)}-1-0.${String(await deadProcess())}`, 'notes.txt']) {
      await writeFile(path.join(folder, name), '{"untilMs":0');
    }
    const { unsent, log } = open();
    assert.deepEqual(
      [await unsent.recover(), await readdir(folder), log.lines],
      [[], ['notes.txt'], []],
    );
  });

  test('on a disk that refuses is logged, and nothing fails', async () => {
    await writeFile(folder, '');
    const { unsent, log } = open();
    unsent.save([audio(1)]);
    assert.deepEqual([await unsent.recover(), log.lines.length], [[], 3]);
    unsent.dispose();
  });

  test('costs nothing where there never was any', async () => {
    const { unsent, log, clock } = open({ isAllowed: false });
    unsent.save([]);
    assert.deepEqual([await unsent.recover(), log.lines, clock.pending], [[], [], 0]);
    await assert.rejects(readdir(folder), { code: 'ENOENT' });
    unsent.dispose();
  });
});
