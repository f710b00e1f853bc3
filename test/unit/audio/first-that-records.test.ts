import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FirstThatRecords, TRY_DEADLINE_MS } from '../../../src/audio/first-that-records';
import { DictationError } from '../../../src/core/failure';
import { FakeRecorder } from '../../contracts/fake-recorder';
import { recorderContract } from '../../contracts/recorder';
import { VirtualClock } from '../../contracts/virtual-clock';

const SOUND = new Uint8Array([1, 2]);
/** More than anything that is no sound. */
const HALF_A_SECOND = new Uint8Array(16_384);

/** Three ways to record, none of which has done anything yet. */
function rig() {
  const clock = new VirtualClock();
  const started: FakeRecorder[] = [];
  const works: number[] = [];
  const endedEarly: number[] = [];
  const choices = [0, 1, 2].map((number) => ({
    start: () => {
      const recorder = new FakeRecorder();
      started.push(recorder);
      return recorder;
    },
    onWorks: () => void works.push(number),
    onEndsEarly: () => void endedEarly.push(number),
    isFinal: ({ detail }: DictationError) => detail === 'no such device',
  }));
  const [first = assert.fail(), ...rest] = choices;
  const recorder = new FirstThatRecords(first, rest.values(), clock);
  const told: string[] = [];
  let bytes = 0;
  recorder.onDidReceiveAudio(({ length }) => {
    bytes += length;
    told.push('audio');
  });
  recorder.onDidFail(({ detail }) => void told.push(detail));
  const fail = (number: number): void => {
    started[number]?.fail(
      new DictationError('microphone-unavailable', { detail: `${String(number)} failed` }),
    );
  };
  return { clock, started, works, endedEarly, recorder, told, fail, received: () => bytes };
}

describe('the first that records', () => {
  test('is the first that is tried, where it delivers; no other is started', () => {
    const { started, works, told } = rig();
    started[0]?.deliver(SOUND);
    started[0]?.deliver(SOUND);
    assert.deepEqual([told, works, started.length], [['audio', 'audio'], [0], 1]);
  });

  test('is the next where one fails before it has delivered, at once and without a word', () => {
    const { started, works, told, fail } = rig();
    fail(0);
    fail(1);
    started[2]?.deliver(SOUND);
    assert.deepEqual([told, works], [['audio'], [2]]);
    assert.deepEqual(
      started.map(({ isRecording }) => isRecording),
      [false, false, true],
    );
  });

  test('is not replaced once it has delivered: its end is the end', () => {
    const { started, told, fail } = rig();
    fail(0);
    started[1]?.deliver(SOUND);
    fail(1);
    assert.deepEqual([told, started.length], [['audio', '1 failed'], 2]);
  });

  for (const reason of ['recorder-stopped', 'recorder-no-data'] as const) {
    test(`is the next where one wrote something that was no sound: ${reason}`, () => {
      const { started, works, told } = rig();
      started[0]?.deliver(SOUND);
      started[0]?.fail(new DictationError(reason, { retryable: true }));
      started[1]?.deliver(SOUND);
      assert.deepEqual([told, works, started.length], [['audio', 'audio'], [0, 1], 2]);
    });
  }

  test('is the next where one delivers what no microphone hears, however much', () => {
    const { started, told } = rig();
    started[0]?.deliver(HALF_A_SECOND);
    started[0]?.fail(new DictationError('recorder-stopped'));
    started[1]?.deliver(SOUND);
    assert.deepEqual([told, started.length], [['audio', 'audio'], 2]);
  });

  test('begins on a whole sample, whatever the one before it wrote', () => {
    const { started, received } = rig();
    started[0]?.deliver(new Uint8Array(77));
    started[0]?.fail(new DictationError('recorder-stopped', { retryable: true }));
    const before = received();
    started[1]?.deliver(SOUND);
    assert.deepEqual([before, received()], [78, 80]);
  });

  test('says when it ends by itself soon after it has begun, and not when it does later, or the server is gone', async () => {
    const ends = async (
      afterMs: number,
      reason: 'recorder-stopped' | 'sound-server-unavailable',
    ) => {
      const { clock, started, endedEarly, told } = rig();
      started[0]?.deliver(HALF_A_SECOND);
      await clock.advance(afterMs);
      started[0]?.fail(new DictationError(reason, { retryable: true, detail: 'ended' }));
      return [told.at(-1), endedEarly];
    };
    assert.deepEqual(
      [
        await ends(1000, 'recorder-stopped'),
        await ends(10_000, 'recorder-stopped'),
        await ends(1000, 'sound-server-unavailable'),
      ],
      [
        ['ended', [0]],
        ['ended', []],
        ['ended', []],
      ],
    );
  });

  test('where none delivers, the failure of the one that was tried first is told', () => {
    const { told, fail } = rig();
    fail(0);
    fail(1);
    fail(2);
    assert.deepEqual(told, ['0 failed']);
  });

  test('where one says that none can record, no other is tried', () => {
    const { started, told } = rig();
    started[0]?.fail(new DictationError('microphone-unavailable', { detail: 'no such device' }));
    assert.deepEqual([told, started.length], [['no such device'], 1]);
  });

  test('after two that hung no third is waited for', async () => {
    const { clock, started, told, fail } = rig();
    await clock.advance(TRY_DEADLINE_MS - 1);
    fail(0);
    await clock.advance(1);
    fail(1);
    assert.deepEqual([told, started.length], [['0 failed'], 2]);
  });

  test('stop stops the one that is on, and starts no other', async () => {
    const { started, recorder, told, fail } = rig();
    fail(0);
    await recorder.stop();
    assert.deepEqual([told, started.map(({ isRecording }) => isRecording)], [[], [false, false]]);
  });

  test('what a failed one says or delivers later is not heard', () => {
    const { started, told, fail } = rig();
    fail(0);
    started[0]?.deliver(SOUND);
    fail(0);
    assert.deepEqual([told, started.length], [[], 2]);
  });
});

/** The recorder that delivers, behind one that does not. */
const behind = new WeakMap<object, FakeRecorder>();

recorderContract('FirstThatRecords', () => {
  const of = (recorder: object): FakeRecorder => behind.get(recorder) ?? assert.fail();
  return {
    start: () => {
      const [broken, working] = [new FakeRecorder(), new FakeRecorder()];
      working.tail = new Uint8Array(2);
      const choice = (recorder: FakeRecorder) => ({
        start: () => recorder,
        onWorks: () => undefined,
        onEndsEarly: () => undefined,
        isFinal: () => false,
      });
      const recorder = new FirstThatRecords(
        choice(broken),
        [choice(working)].values(),
        new VirtualClock(),
      );
      broken.fail(new DictationError('sound-server-unavailable'));
      behind.set(recorder, working);
      return recorder;
    },
    speak: (recorder) => {
      of(recorder).deliver(SOUND);
    },
    breakDown: (recorder) => {
      of(recorder).fail(new DictationError('recorder-stopped'));
      return Promise.resolve();
    },
    assertReleased: (recorder) => {
      assert.equal(of(recorder).isRecording, false);
      return Promise.resolve();
    },
  };
});
