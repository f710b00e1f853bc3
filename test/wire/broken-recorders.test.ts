// A sox that is there and does not record, as strangers have it; another recorder is there, too.
import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { createRecorderFactory } from '../../src/audio/start-recorder';
import type { Recorder } from '../../src/core/recorder';
import { systemClock as clock } from '../../src/ui/system-clock';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { DEFAULTS, endAll, silentLog, Watch } from './audio-support';

/** What the other recorder writes, for as long as it runs. */
const SOUND = 'sound of the other one ';
/** More than anything that is no sound. */
const ENOUGH_BYTES = 100_000;

const BROKEN: readonly (readonly [what: string, script: string])[] = [
  ['prints its help and is content', 'for (let i = 0; i < 90; i++) console.log("  --option ", i);'],
  ['says nothing and is content', ''],
  ['complains and fails', 'console.error("sox FAIL"); process.exitCode = 1;'],
  ['hangs', 'setInterval(() => undefined, 1000);'],
];

describe('a sox in PATH', { timeout: SUITE_DEADLINE_MS }, () => {
  let folder: string;
  const recorders: Recorder[] = [];
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'broken-'));
  });
  afterEach(() => endAll(recorders.splice(0)));
  after(() => rm(folder, { recursive: true, force: true }));

  async function program(name: string, script: string): Promise<void> {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), `#!${process.execPath}\n${script}\n`);
    await chmod(path.join(folder, name), 0o755);
  }

  for (const [index, [what, script]] of BROKEN.entries()) {
    test(`that ${what} gives way to the next recorder`, async () => {
      const bin = `bin${String(index)}`;
      await program(`${bin}/sox`, script);
      await program(
        `${bin}/parec`,
        `setInterval(() => process.stdout.write(${JSON.stringify(SOUND.repeat(100))}), 5);`,
      );
      const env = { ...process.env, PATH: path.join(folder, bin) };
      const recorder = createRecorderFactory({ clock, log: silentLog, env })(DEFAULTS);
      recorders.push(recorder);
      const watch = new Watch(recorder);
      await watch.received(ENOUGH_BYTES);
      assert.deepEqual([watch.failures, watch.audio.toString().endsWith(SOUND)], [[], true]);
    });
  }

  test('is never one of the folder that is open: relative entries of PATH, and a relative path, are no places', async () => {
    await program('workspace/sox', 'require("fs").writeFileSync("ran", "");');
    const cwd = process.cwd();
    process.chdir(path.join(folder, 'workspace'));
    try {
      const env = { ...process.env, PATH: `.::bin:${path.delimiter}./` };
      const start = createRecorderFactory({ clock, log: silentLog, env });
      const reasons: string[] = [];
      for (const soxPath of ['', 'sox', './sox']) {
        const recorder = start({ ...DEFAULTS, recorder: 'sox', soxPath });
        recorders.push(recorder);
        reasons.push((await new Watch(recorder).failed).reason);
      }
      assert.deepEqual(reasons, Array(3).fill('recorder-missing'));
    } finally {
      process.chdir(cwd);
    }
  });

  test('needs neither a home nor a variable of the desktop', async () => {
    await program('homeless/sox', `setInterval(() => process.stdout.write('abcd'), 5);`);
    const env = { PATH: path.join(folder, 'homeless') };
    const recorder = createRecorderFactory({ clock, log: silentLog, env })({
      ...DEFAULTS,
      device: 'Mikrofon "Größe" 🎤\nzwei',
    });
    recorders.push(recorder);
    const watch = new Watch(recorder);
    await watch.received(8);
    assert.deepEqual(watch.failures, []);
  });
});
