import { execFile, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY } from './repository';

const execFileAsync = promisify(execFile);

/** How a person installs Debian packages. */
export const APT_GET_INSTALL = 'apt-get update && apt-get install -y --no-install-recommends';

/** Long enough for the slowest of our short-lived programs (flite on a busy machine). */
const RUN_DEADLINE_MS = 60_000;

/**
 * @throws {Error} naming the apt-get line when one of `programs` (program → Debian package) is missing
 */
export async function requirePrograms(programs: Readonly<Record<string, string>>): Promise<void> {
  const missing: string[] = [];
  for (const [program, debianPackage] of Object.entries(programs)) {
    if ((await findProgram(program)) === undefined) missing.push(debianPackage);
  }
  if (missing.length === 0) return;
  const packages = [...new Set(missing)].join(' ');
  throw new Error(`Missing programs; type: ${APT_GET_INSTALL} ${packages}`);
}

/** @returns the absolute path of a program on PATH, or nothing */
export async function findProgram(program: string): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    if (folder === '') continue;
    const file = path.join(folder, program);
    try {
      await access(file, constants.X_OK);
      return file;
    } catch {
      // Not here: the next folder.
    }
  }
  return undefined;
}

/**
 * Runs a short-lived program to its end.
 *
 * @returns its standard output
 * @throws {Error} with its standard error when it fails or takes longer than a minute
 */
export async function run(
  program: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): Promise<string> {
  const { stdout } = await execFileAsync(program, args, {
    ...options,
    timeout: RUN_DEADLINE_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/**
 * Runs a program whose output the person reads as it comes; it must have deadlines of its own.
 *
 * @param options.priority as `os.setPriority` takes it
 * @returns whether it succeeded
 */
export async function runVisibly(
  program: string,
  args: readonly string[],
  {
    priority,
    ...options
  }: {
    readonly env?: NodeJS.ProcessEnv;
    readonly cwd?: string;
    readonly priority?: number | undefined;
  } = {},
): Promise<boolean> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
  if (priority !== undefined && child.pid !== undefined) os.setPriority(child.pid, priority);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code === 0);
    });
  });
}

/**
 * Runs a script of package.json, its output in ours.
 *
 * @param priority of the process, as `os.setPriority` takes it
 * @returns whether it ended well
 */
export function runScript(script: string, priority?: number): Promise<boolean> {
  // On Windows npm is a script that only a shell starts; npm itself tells where its program is.
  const npm = process.env['npm_execpath'];
  const args = ['run', '--silent', script];
  const options = { cwd: REPOSITORY, priority };
  return npm === undefined
    ? runVisibly('npm', args, options)
    : runVisibly(process.execPath, [npm, ...args], options);
}
