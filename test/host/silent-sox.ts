import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A recorder that starts and delivers nothing. */
export interface SilentSox {
  /** For the setting `recording.soxPath`. */
  readonly path: string;
  remove(): Promise<void>;
}

export async function silentSox(): Promise<SilentSox> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'silent-sox-'));
  const file = path.join(folder, 'sox');
  await writeFile(file, '#!/bin/sh\nexec sleep 60\n');
  await chmod(file, 0o755);
  return { path: file, remove: () => rm(folder, { recursive: true }) };
}
