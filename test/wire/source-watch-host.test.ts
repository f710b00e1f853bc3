// A window that is killed leaves nothing behind that watches the microphone's source.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { REPOSITORY } from '../harness/repository';
import { until } from '../harness/until';

/** Watches until it is killed. */
const WINDOW = `
  const { watchSource } = require('./src/audio/source-watch');
  const { systemClock: clock } = require('./src/ui/system-clock');
  const nothing = () => undefined;
  const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
  const probe = { isProgram: () => true };
  const surroundings = { platform: 'linux', env: process.env, probe };
  watchSource({ pid: process.pid }, { surroundings, clock, log, device: '', onWrong: nothing });
  setInterval(nothing, 1000);
`;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether the shell is there that ends process `pid` with who has started it. */
async function isWatched(pid: number): Promise<boolean> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    processes.map((name) => readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.some(
    (line) => line.startsWith('/bin/sh\0-c\0read') && line.endsWith(`\0${String(pid)}\0`),
  );
}

test('what watches the source ends with a window that is killed', async (context) => {
  const bin = await mkdtemp(path.join(os.tmpdir(), 'source-watch-'));
  context.after(() => rm(bin, { recursive: true, force: true }));
  const pidFile = path.join(bin, 'pid');
  const script = `#!/bin/sh\n[ "$1" = subscribe ] && { echo $$ > '${pidFile}'; exec sleep 600; }\n`;
  await writeFile(path.join(bin, 'pactl'), script);
  await chmod(path.join(bin, 'pactl'), 0o755);
  const window = spawn(process.execPath, ['--import', 'tsx', '--eval', WINDOW], {
    cwd: REPOSITORY,
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` },
    stdio: 'ignore',
  });
  const closed = once(window, 'close');
  const pid = await until('pactl', async () => {
    const text = await readFile(pidFile, 'utf8').catch(() => '');
    return Number(text) > 0 ? Number(text) : undefined;
  });
  context.after(() => {
    if (isRunning(pid)) process.kill(pid, 'SIGKILL');
  });
  // Killed between the two spawns, the window leaves it behind, as it would any process.
  await until('the shell that ends it', async () => ((await isWatched(pid)) ? true : undefined));
  window.kill('SIGKILL');
  await closed;
  await until('its end', () => Promise.resolve(isRunning(pid) ? undefined : true));
});
