// What sox does only in bad hours, played by small programs named sox.
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import {
  KILL_DEADLINE_MS,
  NO_DATA_DEADLINE_MS,
  STOP_DEADLINE_MS,
  TAIL_DEADLINE_MS,
} from '../../src/audio/process-recorder';
import { createRecorderFactory } from '../../src/audio/start-recorder';
import type { Recorder } from '../../src/core/recorder';
import { VirtualClock } from '../contracts/virtual-clock';
import { SUITE_DEADLINE_MS } from '../harness/until';
import {
  DEFAULTS,
  endAll,
  fakeSox,
  processGone,
  silentLog,
  recorderProcesses,
  told,
  Watch,
  type FakeSox,
} from './audio-support';

/** Records until it is told to stop, at once and without ceremony. */
const RECORD = `
  setInterval(() => process.stdout.write('ab'), 5);
`;

describe('SoxRecorder', { timeout: SUITE_DEADLINE_MS }, () => {
  const programs: FakeSox[] = [];
  const clocks: VirtualClock[] = [];
  const recorders: Recorder[] = [];

  async function program(script: string): Promise<string> {
    const sox = await fakeSox(script);
    programs.push(sox);
    return sox.path;
  }

  function start(soxPath: string): { recorder: Recorder; watch: Watch; clock: VirtualClock } {
    const clock = new VirtualClock();
    clocks.push(clock);
    const recorder = createRecorderFactory({ clock, log: silentLog })({ ...DEFAULTS, soxPath });
    recorders.push(recorder);
    return { recorder, watch: new Watch(recorder), clock };
  }

  afterEach(async () => {
    await endAll(recorders.splice(0));
    for (const sox of programs.splice(0)) await sox.remove();
    assert.deepEqual(await recorderProcesses(), []);
    for (const clock of clocks.splice(0)) assert.equal(clock.pending, 0);
  });

  test('a configured sox that is not there is missing, once the caller can listen', async () => {
    const { recorder, watch } = start('/nonexistent/sox');
    assert.deepEqual(watch.failures, []);
    assert.deepEqual(told(await watch.failed), {
      reason: 'recorder-missing',
      detail: '/nonexistent/sox',
    });
    await recorder.stop();
    recorder.dispose();
  });

  test('a missing sox is not reported to someone who has stopped or disposed', async () => {
    const stopped = start('/nonexistent/sox');
    await stopped.recorder.stop();
    const disposed = start('/nonexistent/sox');
    disposed.recorder.dispose();
    await disposed.clock.advance(1);
    assert.deepEqual([...stopped.watch.failures, ...disposed.watch.failures], []);
  });

  test('a sox that cannot be spawned is missing and throws nothing', async () => {
    const soxPath = await program('#!/nonexistent/interpreter\n');
    assert.deepEqual(told(await start(soxPath).watch.failed), {
      reason: 'recorder-missing',
      detail: `spawn ${soxPath} ENOENT`,
    });
  });

  test('a device name that no process can be given is a failure, not an exception', async () => {
    const recorder = createRecorderFactory({ clock: new VirtualClock(), log: silentLog })({
      ...DEFAULTS,
      soxPath: await program(RECORD),
      device: 'a\0b',
    });
    const { reason } = await new Watch(recorder).failed;
    assert.equal(reason, 'unexpected');
  });

  test('all audio is delivered before stop resolves, however much comes at the end', async () => {
    const tailBytes = 1_000_001;
    const { recorder, watch, clock } = start(
      await program(`
        const alive = setInterval(() => undefined, 1000);
        process.on('SIGTERM', () => {
          clearInterval(alive);
          process.stdout.write(Buffer.alloc(${String(tailBytes)}, 'z'));
        });
        process.stdout.write('first');
      `),
    );
    await watch.received();
    const stopped = recorder.stop();
    await clock.advance(TAIL_DEADLINE_MS);
    await stopped;
    assert.deepEqual(
      { bytes: watch.audio.length, end: watch.audio.toString().slice(-1) },
      { bytes: 'first'.length + tailBytes, end: 'z' },
    );
    assert.deepEqual(watch.failures, []);
  });

  test('a sox that records on after a stop is told to end once what was said before has come', async () => {
    const ended = `process.on('SIGTERM', () => process.stdout.write('the end', () => process.exit()));`;
    const { recorder, watch, clock } = start(await program(`${ended} ${RECORD}`));
    await watch.received();
    const stopped = recorder.stop();
    await clock.advance(TAIL_DEADLINE_MS - 1);
    assert.equal((await recorderProcesses()).length, 1);
    await clock.advance(1);
    await stopped;
    assert.match(watch.audio.toString(), /the end$/);
  });

  test('a stop that ends with an exit code is still a stop', async () => {
    const { recorder, watch, clock } = start(
      await program(`${RECORD} process.on('SIGTERM', () => process.exit(1));`),
    );
    await watch.received();
    const stopped = recorder.stop();
    await clock.advance(TAIL_DEADLINE_MS);
    await stopped;
    assert.deepEqual(watch.failures, []);
  });

  test('a sox that ignores SIGTERM is killed when its time is up, and stop resolves', async () => {
    const { recorder, watch, clock } = start(
      await program(`process.on('SIGTERM', () => process.stdout.write('ignored')); ${RECORD}`),
    );
    await watch.received();
    const stopped = recorder.stop();
    await clock.advance(TAIL_DEADLINE_MS);
    const before = watch.audio.length;
    await watch.received(before + 'ignored'.length);
    await clock.advance(STOP_DEADLINE_MS - 1);
    assert.equal((await recorderProcesses()).length, 1);
    await clock.advance(1);
    await stopped;
    assert.deepEqual(watch.failures, []);
  });

  test('a sox that delivers nothing in time is killed and reported', async () => {
    const { watch, clock } = start(await program('setInterval(() => undefined, 1000);'));
    await clock.advance(NO_DATA_DEADLINE_MS - 1);
    assert.equal((await recorderProcesses()).length, 1);
    await clock.advance(1);
    const { reason, retryable } = await watch.failed;
    assert.deepEqual({ reason, retryable }, { reason: 'recorder-no-data', retryable: true });
  });

  test('a sox that falls silent in mid-flight is killed and reported', async () => {
    const { watch, clock } = start(
      await program(`process.stdout.write('a'); setInterval(() => undefined, 1000);`),
    );
    await clock.advance(NO_DATA_DEADLINE_MS - 1);
    await watch.received();
    await clock.advance(NO_DATA_DEADLINE_MS - 1);
    assert.deepEqual(watch.failures, []);
    await clock.advance(1);
    const { reason } = await watch.failed;
    assert.equal(reason, 'recorder-no-data');
  });

  test('what a sox that falls silent has said is told without the path of its program', async () => {
    const said = String.raw`C:\\Users\\Zoë\\sox.exe FAIL formats: no input`;
    const { watch, clock } = start(
      await program(
        `process.stderr.write('${said}\\n', () => process.stdout.write('a')); setInterval(() => undefined, 1000);`,
      ),
    );
    await watch.received();
    // What was written before is read in the same turn.
    await setImmediate();
    await clock.advance(NO_DATA_DEADLINE_MS);
    const { reason, detail } = await watch.failed;
    assert.deepEqual(
      { reason, detail },
      { reason: 'recorder-no-data', detail: 'sox.exe FAIL formats: no input' },
    );
  });

  test('a stop before the first audio is no lack of audio', async () => {
    const { recorder, watch, clock } = start(await program('setInterval(() => undefined, 1000);'));
    await recorder.stop();
    await clock.advance(NO_DATA_DEADLINE_MS);
    assert.deepEqual(watch.failures, []);
  });

  test('an exit with code 0 that nobody asked for is a failure, after the last audio', async () => {
    const { watch } = start(await program(`process.stdout.write('abc');`));
    assert.deepEqual(told(await watch.failed), {
      reason: 'recorder-stopped',
      detail: 'sox ended with exit code 0',
    });
    assert.equal(watch.audio.toString(), 'abc');
  });

  test('of a flood on standard error only the end is kept', async () => {
    const { watch } = start(
      await program(`
        for (let i = 0; i < 20000; i++) process.stderr.write('sox says number ' + i + '\\n');
        process.stderr.write('sox FAIL at last\\n');
        process.exitCode = 2;
      `),
    );
    assert.deepEqual(told(await watch.failed), {
      reason: 'microphone-unavailable',
      detail: 'sox says number 19998\nsox says number 19999\nsox FAIL at last',
    });
  });

  test('sound that was lost because nobody fetched it in time is told in the log', async () => {
    const words = 'sox WARN coreaudio: coreaudio: unhandled buffer overrun.  Data discarded.';
    const soxPath = await program(`process.stderr.write('${words}\\n', () => process.exit(0));`);
    const warnings: string[] = [];
    const recorder = createRecorderFactory({
      clock: new VirtualClock(),
      log: { ...silentLog, warn: (line) => warnings.push(line) },
    })({ ...DEFAULTS, soxPath });
    recorders.push(recorder);
    assert.equal((await new Watch(recorder).failed).reason, 'recorder-stopped');
    assert.deepEqual(warnings, ['sox has lost sound: the computer is too busy for it']);
  });

  test('the string that node-record-lpcm16 emits as an error becomes an Error, as the cause', async () => {
    const { watch } = start(await program('process.exitCode = 3;'));
    const { cause } = await watch.failed;
    assert.ok(cause instanceof Error);
    assert.match(cause.message, /has exited with error code 3/);
  });

  test('dispose ends a sox that ignores SIGTERM, too', async () => {
    const { recorder, watch } = start(
      await program(`process.on('SIGTERM', () => undefined); ${RECORD}`),
    );
    await watch.received();
    recorder.dispose();
    const before = watch.audio;
    await recorder.stop();
    assert.deepEqual(watch.audio, before);
  });

  test('a sox that is a script is stopped within its deadlines together with what it started', async () => {
    // The shell dies of SIGTERM, its child keeps standard output open: `close` would never come.
    const { recorder, watch, clock } = start(
      await program(
        `#!/bin/sh\n"${process.execPath}" -e "console.log(process.pid); ${RECORD.trim()}"; true\n`,
      ),
    );
    await watch.received('1\n'.length);
    const pid = Number.parseInt(watch.audio.toString(), 10);
    const stopped = recorder.stop();
    await clock.advance(TAIL_DEADLINE_MS + STOP_DEADLINE_MS);
    await stopped;
    await processGone(pid);
    assert.deepEqual(watch.failures, []);
  });

  test('stop resolves even when the end of sox is never reported', async () => {
    const { recorder, clock, watch } = start(
      await program(`process.on('SIGTERM', () => undefined); ${RECORD}`),
    );
    await watch.received();
    const stopped = recorder.stop();
    // All deadlines pass in one go, before the operating system can report anything.
    await clock.advance(TAIL_DEADLINE_MS + STOP_DEADLINE_MS + KILL_DEADLINE_MS);
    await stopped;
    assert.deepEqual(watch.failures, []);
  });
});
