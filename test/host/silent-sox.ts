import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { configure, until } from './extension-under-test';
import { recorders } from './world';

/** A recorder that records a silent room, on a computer with or without a microphone. */
export interface SilentSox {
  /** For the setting `recording.soxPath`. */
  readonly path: string;
  remove(): Promise<void>;
}

export async function silentSox(): Promise<SilentSox> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'silent-sox-'));
  const file = path.join(folder, 'sox');
  const room = path.join(folder, 'room.raw');
  await writeFile(room, Buffer.alloc(3200, Buffer.from([4, 0, 0xfc, 0xff])));
  await writeFile(file, `#!/bin/sh\nwhile :; do cat '${room}'; sleep 0.1; done\n`);
  await chmod(file, 0o755);
  return { path: file, remove: () => rm(folder, { recursive: true }) };
}

/** Lets the suite that calls it, behind its own `teardown`, have a microphone that hears nothing. */
export function recordSilence(): void {
  let sox: SilentSox;
  let restore: () => Promise<void>;
  setup(async () => {
    sox = await silentSox();
    restore = await configure({ 'recording.soxPath': sox.path });
  });
  teardown(async () => {
    await restore();
    await sox.remove();
  });
}

/** Resolves when a start asks for the API key: it lets go of the microphone then. */
export async function untilKeyIsAsked(): Promise<void> {
  await until('the question for the key', () =>
    Promise.resolve(recorders().length === 0 || undefined),
  );
}
