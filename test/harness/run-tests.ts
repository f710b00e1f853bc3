import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inspect, parseArgs } from 'node:util';
import { checkCoverage, startCoverage, stopCoverage } from './coverage';
import { leftovers, markDescendants } from './leftovers';
import { runNodeTests } from './node-tests';
import { packageForPlatform } from './packaged-extension';
import { runScript } from './programs';
import { REPOSITORY } from './repository';
import { runHostTests } from './run-host-tests';
import { parseSelection, SELECTION_OPTIONS, type TestSelection } from './selection';
import { sum, type Tally } from './tally';
import type { VscodeVersion } from './vscode/install';

/** What was printed of each failure: told again at the end, which is all that a report of a long run may keep. */
const failures: string[] = [];
/** A host's version stands before its lines. */
const FAILURE = /^\s*(?:\w+\s+)?✖/;
/** Enough of a failure for what was expected and where. */
const KEPT_FAILURE_LINES = 15;

const PASSED: Tally = { passed: 1, failed: 0 };
const FAILED: Tally = { passed: 0, failed: 1 };

/** Speech, sockets and windows in real time: two at once is what a two-core machine carries. */
const CONCURRENCY = Math.min(2, os.availableParallelism());

interface Tier {
  readonly name: string;
  readonly run: (selection: TestSelection) => Promise<Tally>;
  /** Runs only when it is asked for. */
  readonly onDemand?: boolean;
  /** Only reckons: runs at the lowest priority beside the next tier, which waits for real time. */
  readonly isPatient?: boolean;
  /** The tier that it runs side by side with: neither keeps more than one core busy. */
  readonly beside?: string;
}

/** In the order of their cost; `build` makes what those below it test. */
const TIERS: readonly Tier[] = [
  { name: 'unit', run: nodeTests('test/unit', CONCURRENCY) },
  { name: 'wire', run: nodeTests('test/wire', CONCURRENCY) },
  { name: 'check', run: check, isPatient: true },
  { name: 'simulation', run: nodeTests('test/simulation', 1), isPatient: true },
  { name: 'speech', run: nodeTests('test/speech', 1), isPatient: true },
  { name: 'matrix', run: nodeTests('test/matrix', 1) },
  { name: 'build', run: build },
  { name: 'package', run: nodeTests('test/package', CONCURRENCY) },
  { name: 'host-newest', run: hostTests('newest'), beside: 'host-oldest' },
  { name: 'host-oldest', run: hostTests('oldest') },
  { name: 'e2e', run: nodeTests('test/e2e', CONCURRENCY) },
  // Makes the computer as busy as it is to be, so nothing else may run.
  { name: 'e2e-busy', run: nodeTests('test/e2e-busy', 1) },
  // 2 minutes on an idle machine, and 7.5 beside others, where one of eight ran into a deadline of Wine's own slowness:
  // so it is a job of the workflow.
  { name: 'wine', run: wine, onDemand: true },
  { name: 'desktop', run: desktop, onDemand: true },
];
/** The tiers whose tests together have to cover the source. */
const COVERED = ['unit', 'wire'];

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, ...SELECTION_OPTIONS } });
  const tiers = chosen(values.only?.split(','));
  const selection = parseSelection(values);
  const isCoverageWhole =
    selection.file === undefined &&
    selection.grep === undefined &&
    COVERED.every((name) => tiers.some((tier) => tier.name === name));
  const startedMs = Date.now();
  const tallies: Tally[] = [];
  markDescendants();

  for (const step of steps(tiers)) {
    const tier = step.at(-1)?.name ?? '';
    const hasCoverage = isCoverageWhole && COVERED.includes(tier);
    if (hasCoverage && tier === COVERED[0]) await startCoverage();
    tallies.push(await runStep(step, selection));
    if (!hasCoverage || tier !== COVERED.at(-1)) continue;
    stopCoverage();
    tallies.push(
      await runStep([{ name: 'coverage', run: async () => one(await checkCoverage()) }], selection),
    );
  }

  const { passed, failed } = sum(tallies);
  if (failures.length > 0) console.log(`\n── failed\n${failures.join('\n')}`);
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

/** Each tier with those before it that run beside it. */
function steps(tiers: readonly Tier[]): readonly (readonly Tier[])[] {
  const found: (readonly Tier[])[] = [];
  let step: readonly Tier[] = [];
  for (const [index, tier] of tiers.entries()) {
    step = [...step, tier];
    if (tier.isPatient === true) continue;
    if (tier.beside !== undefined && tier.beside === tiers[index + 1]?.name) continue;
    found.push(step);
    step = [];
  }
  return step.length === 0 ? found : [...found, step];
}

/** Runs the tiers of a step to their end, and fails it for processes that it leaves behind. */
async function runStep(step: readonly Tier[], selection: TestSelection): Promise<Tally> {
  const patient = step.filter(({ isPatient }) => isPatient === true);
  const others = step.filter(({ isPatient }) => isPatient !== true);
  const tallies = await Promise.all([
    inOrder(patient, selection),
    ...others.map((tier) => runTier(tier, selection)),
  ]);
  const left = leftovers();
  if (left.length === 0) return sum(tallies);
  const names = step.map(({ name }) => name).join(', ');
  print(`  ✖ ${names} left processes running:\n${left.join('\n')}`);
  return sum([...tallies, FAILED]);
}

async function inOrder(tiers: readonly Tier[], selection: TestSelection): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const tier of tiers) tallies.push(await runTier(tier, selection));
  return sum(tallies);
}

/** Runs a tier to its end, whatever it throws. */
async function runTier({ name, run }: Tier, selection: TestSelection): Promise<Tally> {
  const { shuffle } = selection;
  print(`\n── ${name}${shuffle === undefined ? '' : `, in the order of ${String(shuffle)}`}`);
  const startedMs = Date.now();
  let tally: Tally;
  try {
    tally = await run(selection);
  } catch (error) {
    print(`  ✖ ${name} crashed\n${inspect(error)}`);
    tally = FAILED;
  }
  print(
    `   ${name}: ${String(tally.passed)} passed, ${String(tally.failed)} failed (${seconds(startedMs)})`,
  );
  return tally;
}

function nodeTests(folder: string, concurrency: number): Tier['run'] {
  return (selection) => runNodeTests({ folder, concurrency, selection, print });
}

/** Both versions print at the same time, so each line has its version. */
function hostTests(version: VscodeVersion): Tier['run'] {
  return (selection) =>
    runHostTests({
      version,
      selection,
      print: (line) => {
        print(`  ${version}${line}`);
      },
    });
}

/** The package for this platform, then that for all, whose bundles stay. */
async function build(): Promise<Tally> {
  return sum([one(await packageForPlatform()), one(await runScript('package'))]);
}

/** Each part of `npm run check` as a test of its own, so that one failing does not hide the next. */
async function check(): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const script of checkScripts()) {
    const startedMs = Date.now();
    const passed = await runScript(script, os.constants.priority.PRIORITY_LOW);
    print(`  ${passed ? '✔' : '✖'} ${script} (${seconds(startedMs)})`);
    tallies.push(one(passed));
  }
  return sum(tallies);
}

/** What is fetched and made for it once is not part of a test: a busy computer takes minutes for it. */
async function wine(selection: TestSelection): Promise<Tally> {
  const { prepareWindows } = await import('../wine/windows');
  await prepareWindows();
  return nodeTests('test/wine', 1)(selection);
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

function one(passed: boolean): Tally {
  return passed ? PASSED : FAILED;
}

function seconds(startedMs: number): string {
  return `${((Date.now() - startedMs) / 1000).toFixed(1)} s`;
}

function print(line: string): void {
  if (FAILURE.test(line)) failures.push(line.split('\n').slice(0, KEPT_FAILURE_LINES).join('\n'));
  console.log(line);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
