// Every recorder on both sound servers: what they promise, and that they hear what is said.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { BuiltInRecorder } from '../../src/audio/find-program';
import { createRecorderFactory } from '../../src/audio/start-recorder';
import { RECORDERS } from '../../src/core/settings';
import { DictationError } from '../../src/core/failure';
import type { Recorder } from '../../src/core/recorder';
import { systemClock } from '../../src/ui/system-clock';
import { FakeRecorder } from '../contracts/fake-recorder';
import { recorderContract } from '../contracts/recorder';
import { builtInRecorder } from '../harness/pvrecorder';
import { requirePrograms } from '../harness/programs';
import type { SoundServerName } from '../harness/sound-servers';
import { startVirtualMicrophone, type VirtualMicrophone } from '../harness/virtual-microphone';
import { DEFAULTS, RECORDER_PACKAGES, recorderProcesses, silentLog } from './audio-support';

for (const server of ['PulseAudio', 'PipeWire'] satisfies readonly SoundServerName[]) {
  describe(`on ${server}`, () => {
    let microphone: VirtualMicrophone;
    let builtIn: BuiltInRecorder;
    before(async () => {
      builtIn = await builtInRecorder();
      await requirePrograms(RECORDER_PACKAGES);
      microphone = await startVirtualMicrophone(server);
    });
    after(() => microphone.stop());

    // PulseAudio does not speak PipeWire's language.
    const names = RECORDERS.filter((name) => server === 'PipeWire' || name !== 'pw-record');
    for (const recorder of names) {
      recorderContract(recorder, () => ({
        start: () =>
          createRecorderFactory({
            clock: systemClock,
            log: silentLog,
            env: { ...process.env, ...microphone.env },
            builtIn,
          })({ ...DEFAULTS, recorder }),
        // A microphone hears something always, be it silence.
        speak: () => undefined,
        breakDown: async () => {
          for (const pid of await recorderProcesses()) process.kill(pid, 'SIGKILL');
        },
        assertReleased: async () => {
          assert.deepEqual(await recorderProcesses(), []);
        },
      }));
    }
  });
}

recorderContract('FakeRecorder', () => {
  const fake = (recorder: Recorder): FakeRecorder => {
    assert.ok(recorder instanceof FakeRecorder);
    return recorder;
  };
  return {
    start: () => {
      const recorder = new FakeRecorder();
      recorder.tail = new Uint8Array(2);
      return recorder;
    },
    speak: (recorder) => {
      fake(recorder).deliver(new Uint8Array(2));
    },
    breakDown: (recorder) => {
      fake(recorder).fail(new DictationError('recorder-stopped'));
      return Promise.resolve();
    },
    assertReleased: (recorder) => {
      assert.equal(fake(recorder).isRecording, false);
      return Promise.resolve();
    },
  };
});
