import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inspect, parseArgs } from 'node:util';
import { checkCoverage, startCoverage, stopCoverage } from './coverage';
import { leftovers, markDescendants } from './leftovers';
import { runNodeTests } from './node-tests';
import { runVisibly } from './programs';
import { REPOSITORY } from './repository';
import { runHostTests } from './run-host-tests';
import { sum, type Tally } from './tally';

const PASSED: Tally = { passed: 1, failed: 0 };
const FAILED: Tally = { passed: 0, failed: 1 };

/** Speech, sockets and windows in real time: two at once is what a two-core machine carries. */
const CONCURRENCY = Math.min(2, os.availableParallelism());

interface Tier {
  readonly name: string;
  readonly run: () => Promise<Tally>;
  /** Runs only when it is asked for. */
  readonly onDemand?: boolean;
}

/** In the order of their cost; `package` builds what those below it test. */
const TIERS: readonly Tier[] = [
  { name: 'check', run: check },
  { name: 'unit', run: () => runNodeTests('test/unit', CONCURRENCY, print) },
  { name: 'wire', run: () => runNodeTests('test/wire', CONCURRENCY, print) },
  { name: 'simulation', run: () => runNodeTests('test/simulation', CONCURRENCY, print) },
  { name: 'matrix', run: () => runNodeTests('test/matrix', 1, print) },
  { name: 'build', run: async () => one(await npmRun('package')) },
  { name: 'package', run: () => runNodeTests('test/package', CONCURRENCY, print) },
  { name: 'host-newest', run: () => runHostTests({ version: 'newest', print }) },
  { name: 'host-oldest', run: () => runHostTests({ version: 'oldest', print }) },
  { name: 'e2e', run: () => runNodeTests('test/e2e', 1, print) },
  { name: 'desktop', run: desktop, onDemand: true },
];
/** The tiers whose tests together have to cover the source. */
const COVERED = ['unit', 'wire'];

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const tiers = chosen(values.only?.split(','));
  const isCoverageWhole = COVERED.every((name) => tiers.some((tier) => tier.name === name));
  const startedMs = Date.now();
  const tallies: Tally[] = [];
  markDescendants();

  for (const tier of tiers) {
    const hasCoverage = isCoverageWhole && COVERED.includes(tier.name);
    if (hasCoverage && tier.name === COVERED[0]) await startCoverage();
    tallies.push(await runTier(tier));
    if (!hasCoverage || tier.name !== COVERED.at(-1)) continue;
    stopCoverage();
    tallies.push(await runTier({ name: 'coverage', run: async () => one(await checkCoverage()) }));
  }

  const { passed, failed } = sum(tallies);
  print(`\nAll tiers took ${seconds(startedMs)}.`);
  print(`${String(passed)} passed, ${String(failed)} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function chosen(names: readonly string[] | undefined): readonly Tier[] {
  if (names === undefined) return TIERS.filter(({ onDemand }) => onDemand !== true);
  const unknown = names.filter((name) => !TIERS.some((tier) => tier.name === name));
  if (unknown.length === 0) return TIERS.filter(({ name }) => names.includes(name));
  const known = TIERS.map(({ name }) => name).join(', ');
  throw new Error(`--only ${unknown.join(', ')}: there are ${known}`);
}

/** Runs a tier to its end, whatever it throws, and fails it for processes that it leaves behind. */
async function runTier({ name, run }: Tier): Promise<Tally> {
  print(`\n── ${name}`);
  const startedMs = Date.now();
  let tally: Tally;
  try {
    tally = await run();
  } catch (error) {
    print(`  ✖ ${name} crashed\n${inspect(error)}`);
    tally = FAILED;
  }
  const left = leftovers();
  if (left.length > 0) {
    print(`  ✖ ${name} left processes running:\n${left.join('\n')}`);
    tally = sum([tally, FAILED]);
  }
  print(
    `   ${name}: ${String(tally.passed)} passed, ${String(tally.failed)} failed (${seconds(startedMs)})`,
  );
  return tally;
}

/** Each part of `npm run check` as a test of its own, so that one failing does not hide the next. */
async function check(): Promise<Tally> {
  const waiting = [...checkScripts()];
  const tallies: Tally[] = [];
  async function work(): Promise<void> {
    for (let script = waiting.shift(); script !== undefined; script = waiting.shift()) {
      const startedMs = Date.now();
      const passed = await npmRun(script);
      print(`  ${passed ? '✔' : '✖'} ${script} (${seconds(startedMs)})`);
      tallies.push(one(passed));
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return sum(tallies);
}

/** Loaded on demand: @vscode/test-electron asks for a newer Node than everything else. */
async function desktop(): Promise<Tally> {
  const { runDesktopTests } = await import('./run-desktop-tests');
  return runDesktopTests(print);
}

function checkScripts(): readonly string[] {
  const manifest = readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8');
  const found = [...manifest.matchAll(/"(check:\w+)": "/g)].map(([, script = '']) => script);
  if (found.length === 0) throw new Error('package.json has no check: scripts');
  return found;
}

function npmRun(script: string): Promise<boolean> {
  // On Windows npm is a script that only a shell starts; npm itself tells where its program is.
  const program = process.env['npm_execpath'];
  const args = ['run', '--silent', script];
  return program === undefined
    ? runVisibly('npm', args, { cwd: REPOSITORY })
    : runVisibly(process.execPath, [program, ...args], { cwd: REPOSITORY });
}

function one(passed: boolean): Tally {
  return passed ? PASSED : FAILED;
}

function seconds(startedMs: number): string {
  return `${((Date.now() - startedMs) / 1000).toFixed(1)} s`;
}

function print(line: string): void {
  console.log(line);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
