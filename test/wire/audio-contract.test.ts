import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { createSoxRecorderFactory } from '../../src/audio/start-recorder';
import { DictationError } from '../../src/core/failure';
import type { Recorder } from '../../src/core/recorder';
import { systemClock } from '../../src/ui/system-clock';
import { FakeRecorder } from '../contracts/fake-recorder';
import { recorderContract } from '../contracts/recorder';
import { startVirtualMicrophone, type VirtualMicrophone } from '../harness/virtual-microphone';
import { DEFAULTS, silentLog, soxProcesses } from './audio-support';

let microphone: VirtualMicrophone;
before(async () => {
  microphone = await startVirtualMicrophone();
});
after(() => microphone.stop());

recorderContract('SoxRecorder', () => ({
  start: () =>
    createSoxRecorderFactory({
      clock: systemClock,
      log: silentLog,
      env: { ...process.env, ...microphone.env },
    })(DEFAULTS),
  // A microphone hears something always, be it silence.
  speak: () => undefined,
  breakDown: async () => {
    for (const pid of await soxProcesses()) process.kill(pid, 'SIGKILL');
  },
  assertReleased: async () => {
    assert.deepEqual(await soxProcesses(), []);
  },
}));

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
