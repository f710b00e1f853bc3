import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A process that ignores SIGTERM this long is stuck; PulseAudio needs up to 1.6 s to unload. */
const TERMINATE_DEADLINE_MS = 4000;

/** Whether the process is over, whatever way. */
export function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Ends a child process: SIGTERM, then SIGKILL after {@link TERMINATE_DEADLINE_MS}. Resolves when it is gone. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), TERMINATE_DEADLINE_MS);
  await exit;
  clearTimeout(timer);
}

/**
 * Ends a child that was spawned `detached`, and everything in its process group: SIGTERM, then
 * SIGKILL for what is left after {@link TERMINATE_DEADLINE_MS}. Resolves when the child is gone.
 */
export async function endProcessGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  if (!hasEnded(child)) {
    const exit = once(child, 'exit');
    signalGroup(child.pid, 'SIGTERM');
    const group = child.pid;
    const timer = setTimeout(() => {
      signalGroup(group, 'SIGKILL');
    }, TERMINATE_DEADLINE_MS);
    await exit;
    clearTimeout(timer);
  }
  // The leader is gone; what it started may not be.
  signalGroup(child.pid, 'SIGKILL');
}

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // ESRCH: nothing of the group is left.
  }
}
