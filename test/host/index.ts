import { readdirSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import Mocha from 'mocha';
import { checkForLeftRecorders } from './left-recorders';
import { connectReport, reportResults } from './report';

/** Hangs are the usual failure here; a busy machine is slow, but not this slow. */
const TEST_DEADLINE_MS = 50_000;

/**
 * VS Code calls this inside the extension host, as `extensionTestsPath`. Runs every `*.test.js`
 * beside it. The runner outside hears of each test over a socket; without a runner (F5 in VS Code)
 * results go to the debug console.
 *
 * @throws {Error} when a test failed
 */
export async function run(): Promise<void> {
  const report = await connectReport();
  const grep = process.env['VOICE_DICTATION_TEST_GREP'];
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: TEST_DEADLINE_MS,
    color: false,
    ...(grep !== undefined && { grep }),
  });
  const files = readdirSync(__dirname).filter((file) => file.endsWith('.test.js'));
  for (const file of files.sort()) mocha.addFile(path.join(__dirname, file));
  checkForLeftRecorders(mocha);
  let failures: number;
  try {
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
