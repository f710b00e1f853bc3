import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../src/core/failure';
import { recordSample, type Sample } from '../../../src/ui/record-sample';
import { FakeRecorder } from '../../contracts/fake-recorder';
import { VirtualClock } from '../../contracts/virtual-clock';
import { SETTINGS } from './settings-fixture';

/** A recording of 100 ms at 16 kHz that has begun. */
function recording(): {
  readonly recorder: FakeRecorder;
  readonly clock: VirtualClock;
  readonly cancel: AbortController;
  readonly sample: Promise<Sample | undefined>;
  readonly heard: number[];
} {
  const recorder = new FakeRecorder();
  const clock = new VirtualClock();
  const cancel = new AbortController();
  const heard: number[] = [];
  const sample = recordSample({
    clock,
    startRecorder: () => recorder,
    recording: SETTINGS.recording,
    lengthMs: 100,
    signal: cancel.signal,
    onSound: ({ peak }) => heard.push(peak),
  });
  return { recorder, clock, cancel, sample, heard };
}

const audioMs = (ms: number, sample: number): Uint8Array =>
  new Uint8Array(new Int16Array(ms * 16).fill(sample).buffer);

test('records as long as was asked for, tells how it sounds meanwhile, and stops', async () => {
  const { recorder, sample, heard } = recording();
  recorder.deliver(audioMs(70, 5));
  recorder.deliver(audioMs(70, 9));
  const { frames = [], sounds = [] } = (await sample) ?? {};
  assert.deepEqual(
    [frames.length, sounds.map(({ peak }) => peak), heard, recorder.isRecording],
    [2, [5, 9], [5, 9], false],
  );
});

test('lets the microphone wake up, and takes for a sample what comes from then on', async () => {
  const { recorder, clock, sample } = recording();
  recorder.deliver(audioMs(1000, 0));
  await clock.advance(1000);
  recorder.notice({ kind: 'overrun' });
  recorder.deliver(audioMs(100, 9));
  const { sounds = [], firstSoundMs, overruns } = (await sample) ?? {};
  assert.deepEqual(
    [sounds.map(({ peak }) => peak), firstSoundMs, overruns, recorder.isRecording],
    [[9, 9], 1000, 1, false],
  );
});

test('waits no longer for one that delivers nothing but zeros than it takes to be sure', async () => {
  const { recorder, sample } = recording();
  recorder.deliver(audioMs(5000, 0));
  const { sounds = [] } = (await sample) ?? {};
  assert.deepEqual([sounds.length, recorder.isRecording], [60, false]);
});

test('says why nothing is recorded, and leaves nothing behind', async () => {
  const { recorder, sample } = recording();
  const error = new DictationError('recorder-missing');
  recorder.fail(error);
  await assert.rejects(sample, error);
  assert.equal(recorder.isRecording, false);
});

test('ends at once when it is cancelled, without a sample', async () => {
  const { recorder, cancel, sample } = recording();
  recorder.deliver(audioMs(50, 5));
  cancel.abort();
  assert.equal(await sample, undefined);
  assert.equal(recorder.isRecording, false);
});
