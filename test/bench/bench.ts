/**
 * `npm run bench`: this extension beside what people would use in its place, in one run. Writes
 * docs/benchmarks.json, and of it docs/benchmarks.md, its plots and README's table.
 *
 *   npm run bench [-- --runs 5] [--only PART,PART]
 *   npm run bench -- --profile WHAT   where the extension host's time goes; see profile.ts
 *   npm run bench -- --write     only makes the page, the plots and the table anew
 */
import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Closers } from '../harness/closers';
import { REPOSITORY } from '../harness/repository';
import { documents } from './documents';
import { profile } from './profile';
import { PARTS, TOGETHER, type PartName } from './parts/parts';
import { Notes, readResults, writeResults, type PartResult, type Samples } from './results';

/** What a part's process has measured, and why not all. */
interface Outcome {
  readonly samples: Samples;
  readonly missing?: string;
}

/** An unhurried machine is given twice what an idle one needs, and a little. */
const PATIENCE = 2;
const LEAST_PATIENCE_MS = 60_000;
/** A part that has not come to its end. */
const UNFINISHED = 'unfinished';
/** How often a part tells what it has, for when it has to be ended. */
const TELL_MS = 5000;
/** Until what a part has started is closed. */
const CLOSE_DEADLINE_MS = 20_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' },
      only: { type: 'string' },
      write: { type: 'boolean', default: false },
      part: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const runs = Number(values.runs);
  if (!(runs >= 1)) throw new Error(`--runs ${values.runs}: not a number from 1 on`);
  if (values.part !== undefined) {
    await runPart(nameOf(values.part), runs);
    return;
  }
  const names = values.only?.split(',').map(nameOf) ?? (Object.keys(PARTS) as PartName[]);
  if (values.profile !== undefined) await makeProfile(values.profile);
  else if (!values.write) await measureAll(names, runs);
  for (const [file, text] of Object.entries(await documents(readResults()))) {
    await writeFile(path.join(REPOSITORY, file), text);
  }
}

async function measureAll(names: readonly PartName[], runs: number): Promise<void> {
  for (const group of groupsOf(names)) {
    const measured = await Promise.all(
      group.map(async (name) => [name, await measure(name, runs)] as const),
    );
    // At once: what is measured outlives an end of the whole.
    await writeResults({ ...readResults(), ...Object.fromEntries(measured) });
  }
}

/** For the page, too: by a profile it tells why something that was wanted is not reached. */
async function makeProfile(what: string): Promise<void> {
  const [closers, notes] = [new Closers(), new Notes()];
  const begun = begin();
  await profile(what, closers, notes).finally(() => closers.closeAll());
  const made = { ...begun(), runs: 1, samples: notes.samples };
  await writeResults({ ...readResults(), [`profile-${what}`]: made });
}

/** @returns what is known of a part when it is over */
function begin(): () => Pick<PartResult, 'at' | 'seconds' | 'load' | 'machine'> {
  const startedMs = performance.now();
  const [load = 0] = os.loadavg();
  return () => ({
    at: new Date().toISOString().slice(0, 16).replace('T', ' '),
    seconds: Math.round((performance.now() - startedMs) / 1000),
    load: Number(load.toFixed(2)),
    machine: machine(),
  });
}

/** In their order; those that may run together do. */
function groupsOf(names: readonly PartName[]): readonly (readonly PartName[])[] {
  const groups = names.map((name) => TOGETHER.find((each) => each.includes(name)) ?? [name]);
  return [...new Set(groups.map((group) => group.join()))].map((group) =>
    names.filter((name) => group.split(',').includes(name)),
  );
}

function nameOf(text: string): PartName {
  const name = (Object.keys(PARTS) as PartName[]).find((each) => each === text);
  if (name === undefined) throw new Error(`${text}: none of ${Object.keys(PARTS).join(', ')}`);
  return name;
}

/** Runs a part in a process of its own; whatever becomes of it, the others follow. */
async function measure(name: PartName, runs: number): Promise<PartResult> {
  const begun = begin();
  const patienceMs = PARTS[name].seconds * 1000 * PATIENCE * Math.max(1, runs / 5);
  const child = fork(import.meta.filename, ['--part', name, '--runs', String(runs)], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
  });
  let ending = 'its process ended';
  let outcome: Outcome = { samples: {}, missing: UNFINISHED };
  child.on('message', (message) => {
    // Sent by `runPart`, again and again: what it has when it is over counts.
    outcome = message as Outcome;
  });
  await new Promise<void>((resolve) => {
    const timer = setTimeout(
      () => {
        ending = 'it took too long';
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), CLOSE_DEADLINE_MS).unref();
      },
      Math.max(LEAST_PATIENCE_MS, patienceMs),
    );
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  const told = begun();
  const missing = outcome.missing === UNFINISHED ? ending : outcome.missing;
  const why = missing === undefined ? '' : `, MISSING: ${missing}`;
  console.log(`${name}: ${String(told.seconds)} s${why}`);
  return { ...told, runs, samples: outcome.samples, ...(missing !== undefined && { missing }) };
}

/** In the part's own process. */
async function runPart(name: PartName, runs: number): Promise<void> {
  const [closers, notes] = [new Closers(), new Notes()];
  process.once('SIGTERM', () => {
    void closers.closeAll().finally(() => process.exit(1));
  });
  setInterval(() => {
    process.send?.({ samples: notes.samples, missing: UNFINISHED } satisfies Outcome);
  }, TELL_MS).unref();
  let missing: string | undefined;
  try {
    await PARTS[name].measure({ runs, notes, closers });
  } catch (error) {
    console.error(error);
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    missing = line;
  }
  await closers.closeAll().catch((error: unknown) => {
    console.error(error);
  });
  const outcome: Outcome = { samples: notes.samples, ...(missing !== undefined && { missing }) };
  process.send?.(outcome, () => process.exit());
}

/** On what it was measured. */
function machine(): string {
  const [cpu] = os.cpus();
  return `${String(os.availableParallelism())} × ${cpu?.model ?? 'unknown'}, ${os.type()} ${os.release()}, Node ${process.version}`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
