// What a stop loses of what was said before it, in samples of a sound that numbers them.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { BuiltInRecorder } from '../../src/audio/find-program';
import { createRecorderFactory } from '../../src/audio/start-recorder';
import type { Recorder } from '../../src/core/recorder';
import { RECORDERS } from '../../src/core/settings';
import { systemClock } from '../../src/ui/system-clock';
import { builtInRecorder } from '../harness/pvrecorder';
import type { SoundServerName } from '../harness/sound-servers';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { startVirtualMicrophone, type VirtualMicrophone } from '../harness/virtual-microphone';
import { DEFAULTS, endAll, silentLog, Watch } from './audio-support';
import { startRamp, type Ramp } from './ramp';

const { sampleRate } = DEFAULTS;

/** 10 ms: less than any sound of a language. */
const MOST_LOST_SAMPLES = sampleRate / 100;

/** Enough to know how late a recorder is. */
const RECORDED_BYTES = 1 * sampleRate * 2;

/**
 * How late a recorder is shows while it records, where the computer lets it once. Where that is busy all
 * the time, it is tried again; what was lost before the tail was waited for was more in every try.
 */
const MOST_TRIES = 8;

for (const server of ['PulseAudio', 'PipeWire'] satisfies readonly SoundServerName[]) {
  describe(`on ${server}`, { timeout: SUITE_DEADLINE_MS }, () => {
    let builtIn: BuiltInRecorder;
    let microphone: VirtualMicrophone;
    let ramp: Ramp;
    const recorders: Recorder[] = [];

    before(async () => {
      builtIn = await builtInRecorder();
      microphone = await startVirtualMicrophone(server);
      ramp = await startRamp({ ...process.env, ...microphone.env });
    });
    after(async () => {
      await ramp.stop();
      await microphone.stop();
    });
    afterEach(() => endAll(recorders.splice(0)));

    for (const recorder of RECORDERS.filter((n) => server === 'PipeWire' || n !== 'pw-record')) {
      test(`a stop of ${recorder} loses at most 10 ms of what was said before it`, async () => {
        const tries: (number | undefined)[] = [];
        const isEnough = (lost: number | undefined): boolean =>
          lost !== undefined && lost <= MOST_LOST_SAMPLES;
        while (tries.length < MOST_TRIES && !tries.some(isEnough)) {
          const start = createRecorderFactory({
            clock: systemClock,
            log: silentLog,
            env: { ...process.env, ...microphone.env },
            builtIn,
          });
          const recording = start({ ...DEFAULTS, recorder });
          recorders.push(recording);
          const watch = new Watch(recording);
          await Promise.race([watch.received(RECORDED_BYTES), watch.failed]);
          const beside = ramp.heardBeside();
          await recording.stop();
          tries.push(ramp.lost(beside, watch.audio, sampleRate));
        }
        assert.ok(tries.some(isEnough), `samples lost: ${tries.join(', ')}`);
      });
    }
  });
}
