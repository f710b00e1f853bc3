import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type Mocha from 'mocha';

/** A recorder has its own deadline of a second to end; this is well beyond. */
const LEAVE_DEADLINE_MS = 5000;
const POLL_MS = 50;

/** Makes each suite fail that ends while a recorder it started still runs. */
export function checkForLeftRecorders(mocha: Mocha): void {
  mocha.suite.on('suite', (suite: Mocha.Suite) => {
    if (!(suite.parent?.root ?? false)) return;
    suite.afterAll('leaves no recorder behind', async () => {
      const deadline = Date.now() + LEAVE_DEADLINE_MS;
      while (recorders().length > 0 && Date.now() < deadline) await sleep(POLL_MS);
      assert.deepEqual(recorders(), []);
    });
  });
}

/** Command lines of our children that carry the recorder's mark in their environment; Linux only. */
function recorders(): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isRecorder(`/proc/${name}`))
    .map((name) => readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' '));
}

function isRecorder(folder: string): boolean {
  try {
    const [, parent] = /\) \S (\d+)/.exec(readFileSync(`${folder}/stat`, 'utf8')) ?? [];
    if (Number(parent) !== process.pid) return false;
    return readFileSync(`${folder}/environ`, 'utf8').includes('PULSE_LATENCY_MSEC=');
  } catch {
    // The process ended while we looked.
    return false;
  }
}
