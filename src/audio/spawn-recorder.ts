import { spawn, type SpawnOptions } from 'node:child_process';
import { childEnvironment } from '../core/child-environment';
import type { RecorderChild, RecorderCommand } from './recorder-program';

/** Starts a recorder that needs nothing but its command. */
export function spawnRecorder({ cmd, args, spawnOptions }: RecorderCommand): RecorderChild {
  return spawn(cmd, args, { ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * What a recorder is spawned with: what {@link childEnvironment} lets through and messages that are
 * not translated, because failures are told by them.
 *
 * @param more variables that it needs besides
 */
export function recorderSpawnOptions(
  env: NodeJS.ProcessEnv,
  more: Readonly<Record<string, string>> = {},
): SpawnOptions {
  return { windowsHide: true, env: { ...childEnvironment(env), LC_ALL: 'C', ...more } };
}
