// Recorders that are there and do not record, and what else lies about sound.
import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { createRecorderFactory } from '../../src/audio/start-recorder';
import type { Recorder } from '../../src/core/recorder';
import { Microphone } from '../../src/dictation/run/microphone';
import { systemClock as clock } from '../../src/ui/system-clock';
import { SUITE_DEADLINE_MS, until } from '../harness/until';
import { DEFAULTS, endAll, processGone, silentLog, Watch } from './audio-support';

/** What the other recorder writes, at about the pace of a microphone, for as long as it runs: whole samples. */
const SOUND = 'sound of the other one. ';
const RECORDS = `setInterval(() => process.stdout.write(${JSON.stringify(SOUND.repeat(30))}), 20);`;

/** Two thirds of a second of sound: more than anything that is no sound. */
const SHORT_SOUND = "process.stdout.write(Buffer.alloc(20_000, 'x'))";

const BROKEN: readonly (readonly [what: string, script: string])[] = [
  ['prints its help and is content', 'for (let i = 0; i < 91; i++) console.log("  --option ", i);'],
  ['says nothing and is content', ''],
  ['complains and fails', 'console.error("sox FAIL"); process.exitCode = 1;'],
  ['crashes', 'process.kill(process.pid, "SIGSEGV"); setInterval(() => undefined, 1000);'],
  ['hangs', 'setInterval(() => undefined, 1000);'],
  ['writes three bytes and hangs', 'console.log("ab"); setInterval(() => undefined, 1000);'],
  [
    'is another program, and floods',
    `const lines = Buffer.alloc(65_537, 'y');
     const write = () => { while (process.stdout.write(lines)); process.stdout.once('drain', write); };
     write();`,
  ],
];

/** What may go by the name of pactl. */
const PACTLS: readonly (readonly [what: string, script: string])[] = [
  ['fails', 'process.exit(1);'],
  ['hangs, and does not end when it is told to', 'process.on("SIGTERM", () => undefined);'],
  [
    'tells nonsense',
    'console.log("Source Output #\\n\\tSource: (null)\\n\\n{\\"a\\": (null)}"); process.exit();',
  ],
  ['talks without end', 'setInterval(() => console.log("Event \'change\' on source #1"), 0);'],
];

let folder: string;
const recorders: Recorder[] = [];
before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'broken-'));
});
afterEach(() => endAll(recorders.splice(0)));
// One that was just asked may still write.
after(() => rm(folder, { recursive: true, force: true, maxRetries: 9 }));

async function program(name: string, script: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), `#!${process.execPath}\n${script}\n`);
  await chmod(path.join(folder, name), 0o755);
}

/** Starts recorders with nothing but the programs of a folder. */
function factory(bin: string): ReturnType<typeof createRecorderFactory> {
  const env = { ...process.env, PATH: path.join(folder, bin) };
  return createRecorderFactory({ clock, log: silentLog, env });
}

describe('a sox in PATH', { timeout: SUITE_DEADLINE_MS }, () => {
  for (const [index, [what, script]] of BROKEN.entries()) {
    test(`that ${what} gives way to the next recorder, whose samples are whole`, async () => {
      const bin = `bin${String(index)}`;
      await program(`${bin}/sox`, script);
      await program(`${bin}/parec`, RECORDS);
      const recorder = factory(bin)(DEFAULTS);
      recorders.push(recorder);
      const watch = new Watch(recorder);
      const at = await until('the sound of the other one', () => {
        const found = watch.audio.indexOf(SOUND);
        return found < 0 ? undefined : found;
      });
      assert.deepEqual([watch.failures, at % 2], [[], 0]);
    });
  }

  test('that ends soon after it has begun is replaced by the next, in mid-sentence and from then on', async () => {
    await program('unsteady/sox', `${SHORT_SOUND}; process.exitCode = 1;`);
    await program('unsteady/parec', RECORDS);
    const start = factory('unsteady');
    const failures: string[] = [];
    for (const expectsSox of [true, false]) {
      const frames: Buffer[] = [];
      const microphone = new Microphone((settings) => start(settings), DEFAULTS);
      microphone.onDidRecord((frame) => void frames.push(Buffer.from(frame)));
      microphone.onDidFail(({ reason }) => void failures.push(reason));
      microphone.open();
      try {
        const sound = await until('the sound of the other one', () => {
          const heard = Buffer.concat(frames).toString('latin1');
          return heard.includes(SOUND) ? heard : undefined;
        });
        assert.equal(sound.startsWith('x'), expectsSox);
      } finally {
        await microphone.stop();
        microphone.dispose();
      }
    }
    assert.deepEqual(failures, []);
  });

  test('that floods, and is the only one, is told', async () => {
    const [, flood] = BROKEN.at(-1) ?? assert.fail();
    await program('flood/sox', flood);
    const recorder = factory('flood')(DEFAULTS);
    recorders.push(recorder);
    const { reason, detail } = await new Watch(recorder).failed;
    assert.deepEqual(
      [reason, detail],
      ['recorder-stopped', 'sox delivers more than a microphone hears'],
    );
  });

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

describe('a pactl in PATH', { timeout: SUITE_DEADLINE_MS }, () => {
  for (const [index, [what, script]] of PACTLS.entries()) {
    test(`that ${what} costs no sound, and nothing of it stays`, async () => {
      const bin = `pactl${String(index)}`;
      const asked = path.join(folder, bin, 'asked');
      await program(`${bin}/parec`, RECORDS);
      await program(
        `${bin}/pactl`,
        `require('node:fs').appendFileSync(${JSON.stringify(asked)}, process.pid + '\\n');
         setInterval(() => undefined, 1000);
         ${script}`,
      );
      const recorder = factory(bin)({ ...DEFAULTS, device: 'a name that "lies" (null)' });
      recorders.push(recorder);
      const watch = new Watch(recorder);
      // One that watches, and two lists.
      const pids = async (): Promise<readonly string[]> =>
        (await readFile(asked, 'utf8').catch(() => '')).trim().split('\n');
      await until('all questions', async () => ((await pids()).length >= 3 ? true : undefined));
      await watch.received(watch.audio.length + 2000);
      await recorder.stop();
      assert.deepEqual([watch.failures, watch.audio.includes(SOUND)], [[], true]);
      for (const pid of await pids()) await processGone(Number(pid));
    });
  }
});
