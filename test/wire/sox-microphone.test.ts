// The real sox on the virtual microphone.
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { createRecorderFactory } from '../../src/audio/start-recorder';
import type { Recorder } from '../../src/core/recorder';
import type { RecordingSettings } from '../../src/core/settings';
import { systemClock } from '../../src/ui/system-clock';
import { requirePrograms } from '../harness/programs';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { startVirtualMicrophone, type VirtualMicrophone } from '../harness/virtual-microphone';
import {
  DEFAULTS,
  endAll,
  processGone,
  silentLog,
  recorderProcesses,
  told,
  Watch,
} from './audio-support';
import { assertHeardToItsEnd, isSilent, toneThenEnd } from './tones';

describe('SoxRecorder with sox on a microphone', { timeout: SUITE_DEADLINE_MS }, () => {
  let microphone: VirtualMicrophone;
  let folder: string;
  let tone: string;
  const recorders: Recorder[] = [];

  before(async () => {
    await requirePrograms({ sox: 'sox', ps: 'procps' });
    microphone = await startVirtualMicrophone();
    folder = await mkdtemp(path.join(os.tmpdir(), 'sox-microphone-'));
    tone = await toneThenEnd(folder);
  });

  after(async () => {
    await microphone.stop();
    await rm(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    await endAll(recorders.splice(0));
    assert.deepEqual(await recorderProcesses(), []);
  });

  function start(
    settings: Partial<RecordingSettings> = {},
    env: NodeJS.ProcessEnv = {},
  ): { recorder: Recorder; watch: Watch } {
    const recorder = createRecorderFactory({
      clock: systemClock,
      log: silentLog,
      env: { ...process.env, ...microphone.env, ...env },
    })({ ...DEFAULTS, recorder: 'sox', ...settings });
    recorders.push(recorder);
    return { recorder, watch: new Watch(recorder) };
  }

  for (const sampleRate of [8000, 16000, 44100, 48000] as const) {
    test(`what is played is recorded as ${String(sampleRate)} raw 16-bit samples a second, to its end`, async () => {
      const { recorder, watch } = start({ sampleRate });
      await watch.received();
      await microphone.play(tone);
      await recorder.stop();
      assertHeardToItsEnd(watch.audio, sampleRate);
      assert.notEqual(watch.audio.toString('latin1', 0, 4), 'RIFF');
      assert.deepEqual(watch.failures, []);
    });
  }

  test('a device is chosen by its name', async () => {
    const { recorder, watch } = start({ device: 'vspk.monitor' }, { PULSE_SOURCE: 'nonexistent' });
    await watch.received();
    await recorder.stop();
    assert.deepEqual(watch.failures, []);
  });

  test('an unknown device is an unavailable microphone', async () => {
    assert.deepEqual(told(await start({ device: 'headset' }).watch.failed), {
      reason: 'microphone-unavailable',
      detail: 'it is not connected',
    });
  });

  test('a sound server that is not there is unavailable, with the words of sox', async () => {
    const { watch } = start({}, { PULSE_SERVER: `unix:${folder}/none` });
    assert.deepEqual(told(await watch.failed), {
      reason: 'sound-server-unavailable',
      detail: `sox FAIL formats: can't open input  \`default': can not open audio device: Connection refused`,
    });
  });

  test('a machine without any sound has no sound server', async () => {
    // Nothing chooses a driver, and neither PulseAudio nor ALSA finds a device.
    const { reason } = await start(
      {},
      {
        PULSE_SERVER: `unix:${folder}/none`,
        AUDIODRIVER: undefined,
        ALSA_CONFIG_PATH: '/dev/null',
      },
    ).watch.failed;
    assert.equal(reason, 'sound-server-unavailable');
  });

  test('a killed sox is a stopped recorder', async () => {
    const { watch } = start();
    await watch.received();
    for (const pid of await recorderProcesses()) process.kill(pid, 'SIGKILL');
    assert.deepEqual(told(await watch.failed), {
      reason: 'recorder-stopped',
      detail: 'sox was ended by SIGKILL',
    });
  });

  test('low latency is asked for in the environment of sox, not in ours', async () => {
    const { recorder, watch } = start();
    await watch.received();
    const [pid = 0] = await recorderProcesses();
    const environment = (await readFile(`/proc/${String(pid)}/environ`, 'latin1')).split('\0');
    await recorder.stop();
    assert.deepEqual(
      environment.filter((variable) => variable.startsWith('PULSE_LATENCY_MSEC=')),
      ['PULSE_LATENCY_MSEC=30'],
    );
    assert.equal(process.env['PULSE_LATENCY_MSEC'], undefined);
  });

  test('sox does not learn the key that the editor was started with', async () => {
    const { recorder, watch } = start({}, { ASSEMBLYAI_API_KEY: 'a secret' });
    await watch.received();
    const [pid = 0] = await recorderProcesses();
    const environment = await readFile(`/proc/${String(pid)}/environ`, 'latin1');
    await recorder.stop();
    assert.doesNotMatch(environment, /a secret/);
    assert.match(environment, /\0PATH=/);
  });

  test('a muted microphone is silence, not a failure', async () => {
    await microphone.mute(true);
    const { recorder, watch } = start();
    await watch.received(8192);
    await recorder.stop();
    await microphone.mute(false);
    assert.ok(isSilent(watch.audio));
    assert.deepEqual(watch.failures, []);
  });

  test('sox dies when the editor is killed, and DEBUG shows nothing of the environment', async () => {
    const editor = fork(path.join(__dirname, 'audio-editor.ts'), {
      env: {
        ...process.env,
        ...microphone.env,
        DEBUG: '*',
        DEBUG_DEPTH: '9',
        SECRET_KEY: 'not-to-be-shown',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let printed = '';
    editor.stdout?.on('data', (text: Buffer) => (printed += text.toString()));
    editor.stderr?.on('data', (text: Buffer) => (printed += text.toString()));
    await once(editor, 'message');
    const [pid = 0] = await recorderProcesses(editor.pid);
    const closed = once(editor, 'close');
    editor.kill('SIGKILL');
    await processGone(pid);
    await closed;
    assert.match(printed, /Started recording/);
    assert.doesNotMatch(printed, /not-to-be-shown/);
  });

  // Last: there is no microphone after it.
  test('a sound server that dies is a failure, whatever sox does then', async () => {
    const { watch } = start();
    await watch.received();
    await microphone.killServer();
    const { reason } = await watch.failed;
    // sox exits with 0, or hangs: libpulse 16.1 sometimes deadlocks when its server dies.
    assert.ok(['sound-server-unavailable', 'recorder-no-data'].includes(reason), reason);
  });
});
