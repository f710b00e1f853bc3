// The real engine behind the real chain of sessions: whatever its process does, each word lands once.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Clock } from '../../src/core/clock';
import type { ChildProgram } from '../../src/recognition/on-device/recogniser-process';
import { systemClock } from '../../src/ui/system-clock';
import { speechFixtures, speechPcm } from '../fixtures/speech';
import { CHILD_PROGRAM, TINY_HEARS } from '../harness/on-device';
import { dictateTo, OnDeviceRig } from '../harness/on-device-rig';
import { REPOSITORY } from '../harness/repository';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { spelledOut } from '../harness/word-errors';

/** A second is a quarter of one: a process that hangs is found out soon. */
const HASTY: Clock = {
  now: () => systemClock.now(),
  schedule: (delayMs, callback) => systemClock.schedule(delayMs / 4, callback),
};

/** The engine's process, which can be made to fail; with little memory, so that it has none left soon. */
const MORTAL: ChildProgram = {
  file: path.join(REPOSITORY, 'test/harness/mortal-child.ts'),
  execArgv: [...(CHILD_PROGRAM.execArgv ?? []), '--max-old-space-size=96'],
};

/** The processes of the engine that this process has started. */
function engines(): readonly number[] {
  const own = `/proc/${String(process.pid)}/task/${String(process.pid)}/children`;
  return readFileSync(own, 'utf8').trim().split(' ').filter(isEngine).map(Number);
}

function isEngine(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(MORTAL.file);
  } catch {
    // It ended while we looked.
    return false;
  }
}

describe('dictating on this computer', { timeout: SUITE_DEADLINE_MS }, () => {
  let rig: OnDeviceRig;
  let said: string;
  let pcm: Buffer;
  before(async () => {
    rig = await OnDeviceRig.make({ clock: HASTY, program: MORTAL });
    const { fixtures } = await speechFixtures();
    const texts = TINY_HEARS.map((id) => fixtures.find((each) => each.id === id)?.text);
    said = spelledOut(texts.join(' '));
    const pause = Buffer.alloc(32 * 1200);
    const spoken = await Promise.all(TINY_HEARS.map((id) => speechPcm(id)));
    pcm = Buffer.concat(spoken.flatMap((each) => [Buffer.alloc(32 * 300), each, pause]));
  });
  after(() => rig.close());

  /** Dictates, and does something to the process at some frames, which it does not outlive. */
  async function disturbed(signal: NodeJS.Signals, frames: readonly number[]): Promise<string> {
    const ready = await rig.makeReady();
    const struck = new Set<number>();
    const { text, failure } = await dictateTo(ready, pcm, (index) => {
      if (!frames.includes(index)) return;
      for (const pid of engines()) {
        struck.add(pid);
        process.kill(pid, signal);
      }
    });
    assert.deepEqual([failure, struck.size > 0], [undefined, frames.length > 0]);
    assert.deepEqual(
      engines().filter((pid) => struck.has(pid)),
      [],
    );
    return spelledOut(text);
  }

  test('undisturbed, every word is right', async () => {
    assert.equal(await disturbed('SIGKILL', []), said);
  });

  for (const frames of [[60], [95, 190], [40, 140, 260]]) {
    test(`its process is killed in frame ${frames.join(', ')}`, async () => {
      assert.equal(await disturbed('SIGKILL', frames), said);
    });
  }

  test('its process tells that it failed', async () => {
    assert.equal(await disturbed('SIGUSR2', [60, 190]), said);
  });

  test('its process has no memory left', async () => {
    assert.equal(await disturbed('SIGWINCH', [95]), said);
  });

  test('its process hangs', async () => {
    assert.equal(await disturbed('SIGSTOP', [120]), said);
  });
});
