import { readdirSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import Mocha from 'mocha';
import { selectionFrom, shuffled } from '../harness/selection';
import { connectReport, reportResults } from './report';
import { guardWorld } from './world';

/** Hangs are the usual failure here; a busy machine is slow, but not this slow. */
const TEST_DEADLINE_MS = 50_000;

/** Looks at a window in which nothing has happened yet, so it is the first in every order. */
const FRESH_WINDOW = 'activation.test.js';

/**
 * VS Code calls this inside the extension host, as `extensionTestsPath`. Runs the chosen ones of
 * `*.test.js` beside it. The runner outside hears of each test over a socket; without a runner (F5
 * in VS Code) results go to the debug console.
 *
 * @throws {Error} when a test failed
 */
export async function run(): Promise<void> {
  const report = await connectReport();
  let failures: number;
  try {
    const mocha = chosenTests();
    failures = await new Promise<number>((resolve) => {
      const runner = mocha.run(resolve);
      if (report !== undefined) reportResults(runner, report);
    });
  } catch (error) {
    // A test file that throws while it is loaded.
    failures = 1;
    report?.send({ kind: 'failed', title: 'test files load', detail: inspect(error) });
  }
  await report?.end();
  if (failures > 0) throw new Error(`${String(failures)} failed`);
}

/** The chosen test files, which will be in their order as soon as they are loaded. */
function chosenTests(): Mocha {
  const { file: part = '', grep, shuffle } = selectionFrom(process.env);
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: TEST_DEADLINE_MS,
    color: false,
    ...(grep !== undefined && { grep }),
  });
  const files = readdirSync(__dirname).filter((file) => file.endsWith('.test.js'));
  const rest = shuffled(files.filter((file) => file !== FRESH_WINDOW).toSorted(), shuffle);
  for (const file of [FRESH_WINDOW, ...rest]) {
    if (file.includes(part)) mocha.addFile(path.join(__dirname, file));
  }
  let left = mocha.files.length;
  mocha.suite.on('post-require', () => {
    left--;
    if (left > 0) return;
    for (const suite of mocha.suite.suites) shuffleWithin(suite, shuffle);
    guardWorld(mocha);
  });
  return mocha;
}

function shuffleWithin(suite: Mocha.Suite, seed: number | undefined): void {
  suite.tests = shuffled(suite.tests, seed);
  suite.suites = shuffled(suite.suites, seed);
  for (const inner of suite.suites) shuffleWithin(inner, seed);
}
