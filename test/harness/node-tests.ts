import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { REPOSITORY } from './repository';
import { shuffled, type TestSelection } from './selection';
import type { Tally } from './tally';

/** The slowest file takes three minutes, and eight beside six busy processes; beyond this it hangs. */
const FILE_DEADLINE_MS = 1_200_000;

/** Why Node skips a test whose title does not have what was asked for. */
const NOT_CHOSEN = 'test name does not match pattern';

/** Which tests run, and how. */
export interface NodeTestOptions {
  /** Relative to the repository. */
  readonly folder: string;
  /** How many files at a time. */
  readonly concurrency: number;
  readonly selection: TestSelection;
  readonly print: (line: string) => void;
}

/**
 * Runs the chosen of every `*.test.ts` below a folder with node:test, each file in a process of its
 * own, and prints what fails with all that its file wrote. A skipped test, a file without tests and
 * a folder without files are failures; where tests are chosen by title, that none is found.
 */
export async function runNodeTests(options: NodeTestOptions): Promise<Tally> {
  const { folder, concurrency, selection, print } = options;
  const { file: part = '', grep, shuffle } = selection;
  const found = testFiles(path.join(REPOSITORY, folder));
  const files = shuffled(found, shuffle).filter((file) => file.includes(part));
  if (files.length === 0) {
    print(`  ✖ no test in ${folder}`);
    return { passed: 0, failed: 1 };
  }
  const heard = { passed: 0, failed: 0 };
  const outputs = new Map<string, string>();
  const failedFiles = new Set<string>();
  const fail = (name: string, file: string | undefined, detail: string) => {
    heard.failed++;
    if (file !== undefined) failedFiles.add(file);
    const place = file === undefined ? '' : ` (${path.relative(REPOSITORY, file)})`;
    print(`  ✖ ${name}${place}\n${indented(detail)}`);
  };
  const write = ({ file, message }: { file?: string; message: string }) => {
    if (file !== undefined) outputs.set(file, (outputs.get(file) ?? '') + message);
  };

  // The processes are started with our own Node options, and so read TypeScript as we do.
  const events = run({
    files,
    concurrency,
    timeout: FILE_DEADLINE_MS,
    ...(grep !== undefined && { testNamePatterns: [new RegExp(literally(grep))] }),
  });
  events.on('test:stdout', write);
  events.on('test:stderr', write);
  events.on('test:pass', ({ name, file, skip, todo, details }) => {
    if (details.type === 'suite') return;
    if (grep !== undefined && (files.includes(name) || skip === NOT_CHOSEN)) return;
    if (skip !== undefined || todo !== undefined) {
      fail(name, file, 'was skipped; a test either runs or is deleted');
    } else if (files.includes(name)) {
      fail(path.basename(name), name, 'no test ran');
    } else {
      heard.passed++;
    }
  });
  events.on('test:fail', ({ name, file, details }) => {
    // Counted where it happened.
    if (failureType(details.error) === 'subtestsFailed') return;
    fail(path.basename(name), file, inspect(details.error.cause));
  });
  events.resume();
  await finished(events);

  if (heard.passed + heard.failed === 0) {
    fail(folder, undefined, `no test has "${String(grep)}" in its title`);
  }
  for (const file of failedFiles) {
    const output = outputs.get(file);
    if (output === undefined) continue;
    print(`  ${path.relative(REPOSITORY, file)} wrote:`);
    print(indented(output.trimEnd()));
  }
  return heard;
}

function testFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file))
    .sort();
}

function failureType(error: Error): unknown {
  return 'failureType' in error ? error.failureType : undefined;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '      ');
}
