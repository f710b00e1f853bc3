import { transform } from 'esbuild';
import { readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { runVisibly } from './programs';
import { REPOSITORY } from './repository';

/** The rooms that can be tested without VS Code. */
const ROOMS = ['core', 'text', 'dictation', 'recognition', 'audio'];
const MINIMUM_LINES_PERCENT = 95;
const MINIMUM_BRANCHES_PERCENT = 90;

const RAW = path.join(REPOSITORY, 'coverage/raw');

/** From now on, every Node process started by this one leaves its coverage. */
export async function startCoverage(): Promise<void> {
  await rm(RAW, { recursive: true, force: true });
  process.env['NODE_V8_COVERAGE'] = RAW;
}

/** Ends what {@link startCoverage} began. */
export function stopCoverage(): void {
  delete process.env['NODE_V8_COVERAGE'];
}

/**
 * Prints the coverage of the rooms that can be tested without VS Code.
 *
 * @returns whether it reaches the minimum; a module that no test loads counts as uncovered
 */
export async function checkCoverage(): Promise<boolean> {
  const typesOnly = await modulesWithoutCode();
  return runVisibly(process.execPath, [
    require.resolve('c8/bin/c8.js'),
    'report',
    `--temp-directory=${RAW}`,
    '--all',
    '--src=src',
    ...ROOMS.map((room) => `--include=src/${room}/**`),
    ...typesOnly.map((file) => `--exclude=${file}`),
    '--exclude-after-remap',
    '--reporter=text',
    '--check-coverage',
    `--lines=${String(MINIMUM_LINES_PERCENT)}`,
    `--branches=${String(MINIMUM_BRANCHES_PERCENT)}`,
    '--functions=0',
    '--statements=0',
  ]);
}

/** Modules of types are never loaded, so they would count as uncovered. */
async function modulesWithoutCode(): Promise<readonly string[]> {
  const files = ROOMS.flatMap((room) =>
    readdirSync(path.join(REPOSITORY, 'src', room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `src/${room}/${file}`),
  );
  const empty: string[] = [];
  for (const file of files) {
    const source = await readFile(path.join(REPOSITORY, file), 'utf8');
    const { code } = await transform(source, { loader: 'ts', legalComments: 'none' });
    if (code.trim() === '') empty.push(file);
  }
  return empty;
}
