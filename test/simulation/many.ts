import { build } from 'esbuild';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { endProcess } from '../harness/processes';

/** What a worker is asked for: see `test/simulation/worker.ts`. */
interface Share {
  readonly runs: number;
  readonly seed: number;
}

/** Small enough for progress every few seconds, and for a seed that repeats a failure quickly. */
const RUNS_PER_SHARE = 500;

/** What a worker throws away lives for a moment: with more room for that, hardly any of it is looked at. */
const WORKER_OPTIONS = ['--max-semi-space-size=64'];

/** Makes the worker one file of plain JavaScript in `folder`: what tsx adds to each function costs a tenth. */
async function buildWorker(folder: string): Promise<string> {
  const outfile = path.join(folder, 'worker.cjs');
  await build({
    entryPoints: [path.join(__dirname, 'worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * Tries the simulation's property on all cores; each share of {@link RUNS_PER_SHARE} runs has the
 * next seed. Stops at the first counterexample.
 *
 * @returns whether it always held
 */
export async function simulateMany(
  runs: number,
  seed: number,
  print: (line: string) => void,
): Promise<boolean> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'soak-'));
  const workerFile = await buildWorker(folder);
  const startedMs = Date.now();
  let next = 0;
  let done = 0;
  let counterexample: string | undefined;

  function nextShare(): Share | undefined {
    const from = next * RUNS_PER_SHARE;
    if (counterexample !== undefined || from >= runs) return undefined;
    return { runs: Math.min(RUNS_PER_SHARE, runs - from), seed: seed + next++ };
  }

  async function work(): Promise<void> {
    const worker = fork(workerFile, { execArgv: WORKER_OPTIONS });
    const exit = once(worker, 'exit').then(() => {
      throw new Error('a worker ended before its work was done');
    });
    // Ours to end when all is done.
    exit.catch(() => undefined);
    try {
      for (let share = nextShare(); share !== undefined; share = nextShare()) {
        const report = await Promise.race([ask(worker, share), exit]);
        done += share.runs;
        const perSecond = Math.round((done * 1000) / (Date.now() - startedMs));
        print(`${String(done)} of ${String(runs)} runs, ${String(perSecond)} a second`);
        if (report !== '') counterexample ??= `seed ${String(share.seed)}: ${report}`;
      }
    } finally {
      await endProcess(worker);
    }
  }

  try {
    await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  } finally {
    await rm(folder, { recursive: true });
  }
  if (counterexample === undefined) {
    print(`the property held in all ${String(done)} runs from seed ${String(seed)} on`);
    return true;
  }
  print(
    `${counterexample}\n(again: SIMULATION_SEED and SIMULATION_RUNS=${String(RUNS_PER_SHARE)})`,
  );
  return false;
}

/** @returns the counterexample, '' if there is none */
async function ask(worker: ChildProcess, share: Share): Promise<string> {
  const answer = new Promise((resolve) => worker.once('message', resolve));
  worker.send(share);
  return String(await answer);
}
