// Every recorder with the real program on both sound servers, and how one is chosen.
import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import type { BuiltInRecorder } from '../../src/audio/find-program';
import { createRecorderFactory, hasRecorder } from '../../src/audio/start-recorder';
import type { KnownRecorder, Recorder, StartRecorder } from '../../src/core/recorder';
import { RECORDERS, type RecorderName, type RecordingSettings } from '../../src/core/settings';
import { systemClock } from '../../src/ui/system-clock';
import { builtInRecorder } from '../harness/pvrecorder';
import { findProgram, requirePrograms } from '../harness/programs';
import type { SoundServerName } from '../harness/sound-servers';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { startVirtualMicrophone, type VirtualMicrophone } from '../harness/virtual-microphone';
import {
  DEFAULTS,
  endAll,
  RECORDER_PACKAGES,
  recorderProcesses,
  silentLog,
  told,
  Watch,
} from './audio-support';
import { assertHeardToItsEnd, toneThenEnd } from './tones';

/** As in every package but those for Windows. */
const NOT_BUILT_IN: BuiltInRecorder = { addOn: '/nowhere', program: '/nowhere' };

let folder: string;
let builtIn: BuiltInRecorder;
let tone: string;
let microphone: VirtualMicrophone;
const recorders: Recorder[] = [];
/** Names of the programs that were spawned, in order. */
const started: string[] = [];
/** What the computer remembers. */
let known: KnownRecorder | undefined;

function factory(env: NodeJS.ProcessEnv, builtIn = NOT_BUILT_IN): StartRecorder {
  return createRecorderFactory({
    clock: systemClock,
    log: {
      ...silentLog,
      info: (line) => {
        const name = /^(\S+) started/.exec(line)?.[1];
        if (name !== undefined) started.push(name);
      },
    },
    memory: {
      get: () => known,
      set: (next) => {
        known = next;
      },
    },
    env: { ...process.env, ...microphone.env, ...env },
    builtIn,
  });
}

function start(
  settings: Partial<RecordingSettings>,
  env: NodeJS.ProcessEnv = {},
): { recorder: Recorder; watch: Watch } {
  const builtInHere = settings.recorder === 'pvrecorder' ? builtIn : NOT_BUILT_IN;
  const recorder = factory(env, builtInHere)({ ...DEFAULTS, ...settings });
  recorders.push(recorder);
  return { recorder, watch: new Watch(recorder) };
}

before(async () => {
  await requirePrograms({ ...RECORDER_PACKAGES, ps: 'procps' });
  builtIn = await builtInRecorder();
  folder = await mkdtemp(path.join(os.tmpdir(), 'recorders-'));
  tone = await toneThenEnd(folder);
});
after(() => rm(folder, { recursive: true, force: true }));

afterEach(async () => {
  await endAll(recorders.splice(0));
  assert.deepEqual(await recorderProcesses(), []);
  started.length = 0;
  known = undefined;
});

for (const server of ['PulseAudio', 'PipeWire'] satisfies readonly SoundServerName[]) {
  // PulseAudio does not speak PipeWire's language.
  const names = RECORDERS.filter((name) => server === 'PipeWire' || name !== 'pw-record');

  describe(`on ${server}`, { timeout: SUITE_DEADLINE_MS }, () => {
    before(async () => {
      microphone = await startVirtualMicrophone(server);
    });
    after(() => microphone.stop());

    for (const recorder of names) {
      test(`${recorder} records what is played, to its end, and knows no key`, async () => {
        const { recorder: recording, watch } = start({ recorder }, { SECRET_KEY: 'a secret' });
        await watch.received();
        const [pid = 0] = await recorderProcesses();
        const environment = await readFile(`/proc/${String(pid)}/environ`, 'latin1');
        await microphone.play(tone);
        await recording.stop();
        assertHeardToItsEnd(watch.audio, DEFAULTS.sampleRate);
        assert.doesNotMatch(environment, /a secret/);
        assert.deepEqual(watch.failures, []);
      });
    }

    test('a device that is not there is never another one in silence', async () => {
      for (const recorder of names) {
        // Its devices are ALSA's.
        if (recorder === 'arecord') continue;
        const { reason } = await start({ recorder, device: 'nowhere' }).watch.failed;
        assert.equal(reason, 'microphone-unavailable', recorder);
      }
    });

    // Last: there is no microphone after it.
    test('a sound server that dies is a failure, whatever the exit code', async () => {
      const watches = names.map((recorder) => start({ recorder }).watch);
      // One that a busy computer has not let begin has failed already.
      await Promise.all(watches.map((watch) => Promise.race([watch.received(), watch.failed])));
      await microphone.killServer();
      const failures = await Promise.all(watches.map((watch) => watch.failed));
      const reasons = new Set<string>(failures.map(({ reason }) => reason));
      // ffmpeg's words are not about the server; libpulse 16.1 sometimes deadlocks when it dies.
      for (const reason of ['sound-server-unavailable', 'recorder-stopped', 'recorder-no-data']) {
        reasons.delete(reason);
      }
      assert.deepEqual([...reasons], []);
    });
  });

  test(
    `on ${server} a microphone that is unplugged is noticed, whatever is recorded instead`,
    { timeout: SUITE_DEADLINE_MS },
    async () => {
      microphone = await startVirtualMicrophone(server);
      try {
        const watches = [
          start({ recorder: 'sox', device: 'vmic' }).watch,
          start({ recorder: 'parec' }, { PULSE_SOURCE: undefined }).watch,
        ];
        await Promise.all(watches.map((watch) => watch.received()));
        await microphone.unloadSource();
        const failures = await Promise.all(watches.map((watch) => watch.failed));
        const expected = ['microphone-unavailable', 'monitor-recorded', 'recorder-stopped'];
        for (const { reason } of failures) assert.ok(expected.includes(reason), reason);
        await endAll(recorders.splice(0));
      } finally {
        await microphone.stop();
      }
    },
  );
}

describe('without a choice', { timeout: SUITE_DEADLINE_MS }, () => {
  before(async () => {
    microphone = await startVirtualMicrophone();
  });
  after(() => microphone.stop());

  /** A folder for PATH with these real programs, and these that end at once. */
  async function installed(
    real: readonly RecorderName[],
    broken: readonly RecorderName[] = [],
  ): Promise<string> {
    const bin = await mkdtemp(path.join(folder, 'bin-'));
    for (const name of real) {
      await symlink((await findProgram(name)) ?? assert.fail(), path.join(bin, name));
    }
    for (const name of broken) {
      const file = path.join(bin, name);
      await writeFile(file, `#!/bin/sh\necho ${name} does not work >&2; exit 1\n`);
      await chmod(file, 0o755);
    }
    return bin;
  }

  test('sox records where it is installed', async () => {
    await start({}).watch.received();
    assert.deepEqual([started, known], [['sox'], undefined]);
  });

  for (const [real, expected] of [
    [['parec', 'arecord', 'ffmpeg'], 'parec'],
    [['arecord', 'ffmpeg'], 'arecord'],
    [['ffmpeg'], 'ffmpeg'],
  ] as const) {
    test(`of ${real.join(', ')} the quickest records where there is no sox`, async () => {
      await start({}, { PATH: await installed(real) }).watch.received();
      assert.deepEqual([started, known], [[expected], undefined]);
    });
  }

  test('the first that works is found without a word, and remembered instead of what does not', async () => {
    const PATH = await installed(['ffmpeg', 'parec'], ['sox']);
    const first = start({}, { PATH });
    await first.watch.received();
    assert.deepEqual(
      [started.splice(0), known, first.watch.failures],
      [['sox', 'parec'], { insteadOf: path.join(PATH, 'sox'), works: 'parec' }, []],
    );
    await start({}, { PATH }).watch.received();
    assert.deepEqual(started, ['parec']);
  });

  test('what is remembered and fails is asked again, with all the others', async () => {
    const PATH = await installed(['arecord', 'sox'], ['parec']);
    known = { insteadOf: path.join(PATH, 'sox'), works: 'parec' };
    await start({}, { PATH }).watch.received();
    assert.deepEqual([started, known], [['parec', 'sox'], undefined]);
  });

  test('another sox than the one that did not work is tried before what is remembered', async () => {
    const PATH = await installed(['parec', 'sox']);
    known = { insteadOf: '/usr/local/bin/sox', works: 'parec' };
    await start({}, { PATH }).watch.received();
    assert.deepEqual([started, known], [['sox'], undefined]);
  });

  test('where none works, the words of the first are told', async () => {
    const PATH = await installed([], ['sox', 'parec', 'ffmpeg']);
    assert.deepEqual(told(await start({}, { PATH }).watch.failed), {
      reason: 'microphone-unavailable',
      detail: 'sox does not work',
    });
    assert.deepEqual([started, known], [['sox', 'parec', 'ffmpeg'], undefined]);
  });

  test('where none is installed, a recorder is missing; a chosen one is told by its name', async () => {
    const PATH = await installed(['sox']);
    assert.deepEqual(
      [
        told(await start({}, { PATH: '' }).watch.failed),
        told(await start({ recorder: 'parec' }, { PATH }).watch.failed),
      ],
      [
        { reason: 'recorder-missing', detail: '' },
        { reason: 'recorder-missing', detail: 'parec' },
      ],
    );
    assert.deepEqual(
      [hasRecorder(DEFAULTS, { PATH: '' }), hasRecorder(DEFAULTS, { PATH })],
      [false, true],
    );
  });

  test('an unknown device ends the search once the recorder has recorded a named one: another one costs time only', async () => {
    const startRecorder = factory({});
    const first = startRecorder({ ...DEFAULTS, device: 'vmic' });
    recorders.push(first);
    await new Watch(first).received();
    await first.stop();
    const second = startRecorder({ ...DEFAULTS, device: 'nowhere' });
    recorders.push(second);
    const { reason } = await new Watch(second).failed;
    assert.deepEqual([reason, started], ['microphone-unavailable', ['sox', 'sox']]);
  });

  test('where nothing is installed, the recorder that came with the extension records', async () => {
    const recording = factory({ PATH: '' }, builtIn)(DEFAULTS);
    recorders.push(recording);
    await new Watch(recording).received();
    assert.deepEqual([started, known], [['pvrecorder'], undefined]);
  });

  test('a chosen recorder is the only one', async () => {
    const PATH = await installed(['sox', 'parec'], ['ffmpeg']);
    const { reason } = await start({ recorder: 'ffmpeg' }, { PATH }).watch.failed;
    assert.deepEqual([reason, started], ['microphone-unavailable', ['ffmpeg']]);
  });
});
