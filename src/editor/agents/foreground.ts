import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `ps` and `stty` answer in milliseconds; a computer that hangs must not hold a final up. */
const ANSWER_DEADLINE_MS = 1000;

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
  const { stdout } = await run('/bin/ps', ['-o', format, '-p', pid], {
    timeout: ANSWER_DEADLINE_MS,
  });
  return stdout;
}

/**
 * Whether a terminal collects lines for the program (termios(3): `ICANON`), so that nobody has read what was
 * typed since the last one: a program that has not begun to read keys, and may never come to it.
 *
 * @param shellPid as for {@link foregroundCommand}
 * @returns nothing where it cannot be told
 */
export async function isInLineMode(
  shellPid: number,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean | undefined> {
  if (platform !== 'linux') return undefined;
  try {
    const terminal = await readlink(`/proc/${String(shellPid)}/fd/0`);
    if (!terminal.startsWith('/dev/')) return undefined;
    const { stdout } = await run('stty', ['-F', terminal, '-a'], { timeout: ANSWER_DEADLINE_MS });
    return /(?:^|\s)icanon(?=[\s;]|$)/u.test(stdout);
  } catch {
    return undefined;
  }
}
