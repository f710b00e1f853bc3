/** Whether a process of this computer runs. A process id may by now belong to another program. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, and is not ours.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
