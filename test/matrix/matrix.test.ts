// Real sox, real sockets, and everything that can go wrong: docs/reliability.md is what came of it.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { requirePrograms } from '../harness/programs';
import { REPOSITORY } from '../harness/repository';
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

/** In batches, so that what takes long takes long side by side. */
function batches(): readonly (readonly Cell[])[] {
  const only = new RegExp(process.env['MATRIX_ONLY'] ?? '');
  const cells = FAULTS.filter(({ name }) => only.test(name))
    .toSorted((a, b) => a.seconds - b.seconds)
    .flatMap((fault) =>
      PHASES.filter((phase) => omission(fault.seen[phase]) === undefined).map((phase) => ({
        fault,
        phase,
      })),
    );
  return Array.from({ length: Math.ceil(cells.length / LANES) }, (_, n) =>
    cells.slice(n * LANES, (n + 1) * LANES),
  );
}

/**
 * PulseAudio lets five wait for their connection (`listen` in its socket-server.c); on a machine
 * that has much to do, more at once are refused.
 */
const STARTS_AT_ONCE = 5;

describe('the fault matrix', { timeout: 600_000 }, () => {
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

  /** All cells of a batch hear the same speech. */
  async function run(
    cells: readonly Cell[],
    judge: (trial: Trial, done: Promise<Outcome> | undefined) => Promise<void>,
  ): Promise<void> {
    const trials = await Promise.all(cells.map((cell) => Trial.open(cell)));
    try {
      for (let i = 0; i < trials.length; i += STARTS_AT_ONCE) {
        await Promise.all(trials.slice(i, i + STARTS_AT_ONCE).map((trial) => trial.start()));
      }
      await microphone.play(wav);
      const outcomes = trials.map((trial) => trial.finish());
      // Each is judged in its turn; until then nobody listens.
      for (const outcome of outcomes) outcome.catch(() => undefined);
      for (const [index, trial] of trials.entries()) await judge(trial, outcomes[index]);
    } finally {
      await Promise.all(trials.map((trial) => trial.close()));
    }
  }

  for (const [n, cells] of batches().entries()) {
    test(`batch ${String(n + 1)}`, async (batch) => {
      await run(cells, async (trial, done) => {
        const { fault, phase } = trial.cell;
        await batch.test(
          `${fault.name}, ${phase}: no word is lost or doubled, and everything is closed`,
          async () => {
            const outcome = await done;
            if (outcome === undefined) throw new Error('never tried');
            results.push({ ...trial.cell, outcome });
            heardWords += trial.heardWords;
            assert.deepEqual(
              outcome,
              { seen: fault.seen[phase], ...NOTHING_AMISS },
              `${fault.name}, ${phase}\n${trial.story}`,
            );
          },
        );
      });
    });
  }

  test('nearly all that was played was heard', () => {
    assert.ok(heardWords > results.length * WORDS.length * 0.8, `${String(heardWords)} words`);
  });

  test('docs/reliability.md says what was measured', async () => {
    const measured = reliabilityReport(FAULTS, results);
    if (process.env['WRITE_DOCS'] === '1') await writeFile(REPORT, measured);
    assert.equal(await readFile(REPORT, 'utf8'), measured);
  });
});
