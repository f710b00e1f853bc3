import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** In a family of names that the extension's own child processes get, too (child-environment.ts). */
const MARK = 'LC_VOICE_DICTATION_TEST_RUN';

/** Marks this process' environment, and so every process that will be started by it. Linux only. */
export function markDescendants(): void {
  process.env[MARK] = randomUUID();
}

/** @returns command lines of the marked processes that still run, ourselves aside */
export function leftovers(): readonly string[] {
  const mark = process.env[MARK];
  if (process.platform !== 'linux' || mark === undefined) return [];
  return (
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .filter((name) => read(name, 'environ').includes(`${MARK}=${mark}`))
      .map((name) => read(name, 'cmdline').replaceAll('\0', ' ').trim())
      // tsx translates our own files through one of these; it ends with us.
      .filter((command) => command !== '' && !/\besbuild --service=/.test(command))
  );
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // The process ended while we looked, or is another user's.
    return '';
  }
}
