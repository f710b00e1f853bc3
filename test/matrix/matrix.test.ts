// Real sox, real sockets, and everything that can go wrong: docs/reliability.md is what came of it.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isDeepStrictEqual } from 'node:util';
import { requirePrograms } from '../harness/programs';
import { REPOSITORY } from '../harness/repository';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { startVirtualMicrophone, type VirtualMicrophone } from '../harness/virtual-microphone';
import { MICROPHONE_FAULTS } from './microphone-faults';
import { NETWORK_FAULTS } from './network-faults';
import { omission, reliabilityReport, type Result } from './report';
import { SERVER_FAULTS } from './server-faults';
import { PHASES, type MatrixFault } from './strike';
import { toneSpeech, WORDS } from './tone-speech';
import { Trial, type Cell, type Outcome } from './trial';

/** Lanes side by side, each with a sox of its own: what two cores carry without a gap in the sound. */
const LANES = Number(process.env['MATRIX_LANES'] ?? 16);
/** A computer that has much else to do carries these. */
const LEAST_LANES = 2;
/** So late, and everything was late: what the person saw says more of the computer than of the fault. */
const LATE_MS = 400;

const REPORT = path.join(REPOSITORY, 'docs/reliability.md');
const FAULTS: readonly MatrixFault[] = [...NETWORK_FAULTS, ...SERVER_FAULTS, ...MICROPHONE_FAULTS];

const NOTHING_AMISS: Omit<Outcome, 'seen'> = {
  lost: 0,
  doubled: 0,
  lostAfterRetry: 0,
  doubledAfterRetry: 0,
  microphonesOn: 0,
  openSessions: 0,
  violations: [],
};

/** Every fault in every phase; what takes long is tried side by side. */
function allCells(): readonly Cell[] {
  const only = new RegExp(process.env['MATRIX_ONLY'] ?? '');
  return FAULTS.filter(({ name }) => only.test(name))
    .toSorted((a, b) => a.seconds - b.seconds)
    .flatMap((fault) =>
      PHASES.filter((phase) => omission(fault.seen[phase]) === undefined).map((phase) => ({
        fault,
        phase,
      })),
    );
}

/**
 * PulseAudio lets five wait for their connection (`listen` in its socket-server.c); on a machine
 * that has much to do, more at once are refused.
 */
const STARTS_AT_ONCE = 5;

describe('the fault matrix', { timeout: SUITE_DEADLINE_MS }, () => {
  const results: Result[] = [];
  let heardWords = 0;
  let folder: string;
  let wav: string;
  let microphone: VirtualMicrophone;

  before(async () => {
    await requirePrograms({ sox: 'sox' });
    folder = await mkdtemp(path.join(os.tmpdir(), 'matrix-'));
    wav = path.join(folder, 'speech.wav');
    await writeFile(wav, toneSpeech());
    microphone = await startVirtualMicrophone();
    Object.assign(process.env, microphone.env);
  });

  after(async () => {
    for (const name of Object.keys(microphone.env)) Reflect.deleteProperty(process.env, name);
    await microphone.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** All of a batch hear the same speech. */
  async function run(
    cells: readonly Cell[],
    judge: (trial: Trial, outcome: PromiseSettledResult<Outcome>) => Promise<void>,
  ): Promise<void> {
    const trials = await Promise.all(cells.map((cell) => Trial.open(cell)));
    try {
      for (let i = 0; i < trials.length; i += STARTS_AT_ONCE) {
        await Promise.all(trials.slice(i, i + STARTS_AT_ONCE).map((trial) => trial.start()));
      }
      await microphone.play(wav);
      const outcomes = await Promise.allSettled(trials.map((trial) => trial.finish()));
      for (const [index, outcome] of outcomes.entries()) {
        const trial = trials[index];
        if (trial !== undefined) await judge(trial, outcome);
      }
    } finally {
      await Promise.all(trials.map((trial) => trial.close()));
    }
  }

  test('no fault loses or doubles a word, or leaves something open', async (all) => {
    const waiting = [...allCells()];
    let lanes = LANES;
    while (waiting.length > 0) {
      const lateness = monitorEventLoopDelay();
      lateness.enable();
      const again: Cell[] = [];
      await run(waiting.splice(0, lanes), async (trial, settled) => {
        const isLate = lateness.max >= LATE_MS * 1e6;
        if (isLate && lanes > LEAST_LANES && isOfTime(trial.cell, settled)) {
          again.push(trial.cell);
          return;
        }
        const { fault, phase } = trial.cell;
        await all.test(`${fault.name}, ${phase}`, () => {
          if (settled.status === 'rejected') throw settled.reason;
          const outcome = settled.value;
          results.push({ ...trial.cell, outcome });
          heardWords += trial.heardWords;
          assert.deepEqual(
            outcome,
            { seen: fault.seen[phase], ...NOTHING_AMISS },
            `${fault.name}, ${phase}\n${trial.story}`,
          );
        });
      });
      lateness.disable();
      if (again.length === 0) continue;
      waiting.push(...again);
      lanes = Math.max(LEAST_LANES, Math.floor(lanes / 2));
    }
  });

  test('nearly all that was played was heard', () => {
    assert.ok(heardWords > results.length * WORDS.length * 0.8, `${String(heardWords)} words`);
  });

  test('docs/reliability.md says what was measured', async () => {
    const measured = reliabilityReport(FAULTS, results);
    if (process.env['WRITE_DOCS'] === '1') await writeFile(REPORT, measured);
    assert.equal(await readFile(REPORT, 'utf8'), measured);
  });
});

/** Whether all that is amiss is what the person saw, or that the moment did not come: then it was a matter of time. */
function isOfTime({ fault, phase }: Cell, settled: PromiseSettledResult<Outcome>): boolean {
  if (settled.status === 'rejected') return true;
  const { seen, ...rest } = settled.value;
  return isDeepStrictEqual(rest, NOTHING_AMISS) && seen !== fault.seen[phase];
}
