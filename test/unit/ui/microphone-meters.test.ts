import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../src/core/failure';
import { MicrophoneMeters } from '../../../src/ui/microphone-meters';
import { FakeRecorder } from '../../contracts/fake-recorder';
import { SETTINGS } from './settings-fixture';

/** Meters, and the recorders that they have started, by device and in order. */
function metering(): {
  readonly meters: MicrophoneMeters;
  readonly started: readonly (readonly [device: string, recorder: FakeRecorder])[];
  readonly recording: () => readonly string[];
} {
  const started: [string, FakeRecorder][] = [];
  const meters = new MicrophoneMeters({
    startRecorder: ({ device }) => {
      const recorder = new FakeRecorder();
      started.push([device, recorder]);
      return recorder;
    },
    recording: SETTINGS.recording,
  });
  const recording = (): readonly string[] =>
    started.flatMap(([device, recorder]) => (recorder.isRecording ? [device] : []));
  return { meters, started, recording };
}

/** Milliseconds of a square wave at 16 kHz. */
function square(ms: number, amplitude: number): Uint8Array {
  const samples = new Int16Array(ms * 16);
  for (let i = 0; i < samples.length; i++) samples[i] = i % 2 === 0 ? amplitude : -amplitude;
  return new Uint8Array(samples.buffer);
}

test('each microphone has a level of its own, the loudest of the last moments', async () => {
  const { meters, started } = metering();
  await meters.follow(['a', 'b']);
  assert.deepEqual(meters.reading('a'), { kind: 'waiting' });
  const [, a] = started[0] ?? assert.fail();
  a.deliver(square(50, 3276));
  a.deliver(square(100, 100));
  const reading = meters.reading('a');
  assert.ok(reading?.kind === 'level');
  assert.equal(Math.round(reading.levelDb), -20);
  assert.deepEqual([meters.reading('b'), meters.reading('c')], [{ kind: 'waiting' }, undefined]);
});

test('zeros are waited for first, and told after three seconds', async () => {
  const { meters, started } = metering();
  await meters.follow(['a']);
  const [, a] = started[0] ?? assert.fail();
  a.deliver(square(2950, 3));
  assert.equal(meters.reading('a')?.kind, 'waiting');
  a.deliver(square(50, 3));
  assert.equal(meters.reading('a')?.kind, 'silent');
  a.deliver(square(50, 400));
  assert.equal(meters.reading('a')?.kind, 'level');
});

test('what is plugged in is recorded, too, and what is not any more is not; the others go on', async () => {
  const { meters, started, recording } = metering();
  await meters.follow(['a', 'b']);
  await meters.follow(['b', 'c']);
  assert.deepEqual([recording(), started.length], [['b', 'c'], 3]);
});

test('one that has failed is tried again with the next list', async () => {
  const { meters, started, recording } = metering();
  await meters.follow(['a']);
  started[0]?.[1].fail(new DictationError('microphone-unavailable'));
  assert.equal(meters.reading('a')?.kind, 'failed');
  await meters.follow(['a']);
  assert.deepEqual([recording(), started.length], [['a'], 2]);
});

test('the next one is started only when the last has ended: the system may allow one only', async () => {
  const { meters, recording } = metering();
  await meters.follow(['a']);
  const next = meters.follow(['b']);
  assert.deepEqual(recording().includes('b'), false);
  await next;
  assert.deepEqual(recording(), ['b']);
});

test('nobody is left recording after stop, whatever was under way', async () => {
  const { meters, recording } = metering();
  await meters.follow(['a', 'b']);
  const next = meters.follow(['c']);
  await meters.stop();
  await next;
  assert.deepEqual(recording(), []);
});
