// What becomes of a recogniser's process that ends, whatever is in it.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { DictationError } from '../../src/core/failure';
import { RecogniserProcess } from '../../src/recognition/on-device/recogniser-process';
import { systemClock } from '../../src/ui/system-clock';
import { TINY_MODEL } from '../harness/on-device';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { RecordingLog } from './session-support';

describe('a process of the recogniser', { timeout: SUITE_DEADLINE_MS }, () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'recogniser-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** Why one ends that runs this. @param then what is done to it when it is loaded */
  async function endOf(script: string, then: (pid: number) => void): Promise<DictationError> {
    const file = path.join(folder, 'child.js');
    await writeFile(file, script);
    const child = new RecogniserProcess({
      clock: systemClock,
      log: new RecordingLog(),
      program: { file },
      load: { engine: { kind: 'native', file }, model: TINY_MODEL, threads: 1 },
    });
    const ended = new Promise<DictationError>((resolve) => {
      child.onDidEnd(resolve);
    });
    if ((await child.loaded) === undefined) then(child.pid ?? assert.fail());
    return ended;
  }

  test('that is killed may be replaced at once: somebody speaks', async () => {
    const { reason, retryable, retryAfterMs } = await endOf(
      'process.on("message", () => process.send({ kind: "loaded" }));',
      (pid) => process.kill(pid, 'SIGKILL'),
    );
    assert.deepEqual([reason, retryable, retryAfterMs], ['recogniser-stopped', true, 0]);
  });

  test('that ends before the model is loaded is not tried again', async () => {
    const { reason, retryable } = await endOf('process.exit(1);', () => undefined);
    assert.deepEqual([reason, retryable], ['recogniser-unusable', false]);
  });
});
