import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `ps` answers in milliseconds; a computer that hangs must not hold a final up. */
const PS_DEADLINE_MS = 1000;

/**
 * The command line of the program that has a terminal: the leader of the foreground process group of
 * the shell's own (proc_pid_stat(5): `tpgid`). On Windows there is no such thing.
 *
 * @param shellPid the process that the terminal has started, on this computer
 * @returns nothing where it cannot be told
 */
export async function foregroundCommand(
  shellPid: number,
  platform: NodeJS.Platform = process.platform,
): Promise<readonly string[] | undefined> {
  try {
    if (platform === 'linux') return await fromProc(shellPid);
    if (platform === 'darwin') return await fromPs(shellPid);
  } catch {
    // It has ended meanwhile, or another user's programs cannot be looked at.
  }
  return undefined;
}

async function fromProc(shellPid: number): Promise<readonly string[] | undefined> {
  const stat = await readFile(`/proc/${String(shellPid)}/stat`, 'utf8');
  // The second field is the program's name in parentheses, which may have any character in it.
  const group = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[5];
  if (group === undefined || !/^\d+$/u.test(group)) return undefined;
  const words = (await readFile(`/proc/${group}/cmdline`, 'utf8')).split('\0').slice(0, -1);
  return words.length === 0 ? undefined : words;
}

async function fromPs(shellPid: number): Promise<readonly string[] | undefined> {
  const group = (await ps('tpgid=', String(shellPid))).trim();
  if (!/^\d+$/u.test(group)) return undefined;
  const words = (await ps('args=', group)).trim().split(/\s+/u);
  return words[0] === '' ? undefined : words;
}

async function ps(format: string, pid: string): Promise<string> {
  const { stdout } = await run('/bin/ps', ['-o', format, '-p', pid], { timeout: PS_DEADLINE_MS });
  return stdout;
}
