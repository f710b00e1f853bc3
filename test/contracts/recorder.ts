import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { DictationError } from '../../src/core/failure';
import type { Recorder } from '../../src/core/recorder';
import { settle } from './virtual-clock';

/** How the suite starts one kind of {@link Recorder} and plays the world around it. */
export interface RecorderHarness {
  /** Starts a recording in the current tick. */
  start(): Recorder;
  /** Sees to it that the recording hears something from now on. */
  speak(recorder: Recorder): void;
  /** Ends the recording as only an accident does; resolves when it has been told to end. */
  breakDown(recorder: Recorder): Promise<void>;
  /** Rejects when the microphone is still open. */
  assertReleased(recorder: Recorder): Promise<void>;
}

/** An event of a recorder, as the suite compares them: audio without its content. */
type Told = 'audio' | DictationError['reason'];

/** Real processes answer within a second, on a machine that has nothing else to do. */
const TEST_DEADLINE = { timeout: 30_000 };

/** What every {@link Recorder} does: the port's doc comments as tests. */
export function recorderContract(name: string, harness: () => RecorderHarness): void {
  describe(`${name} keeps the contract of a recorder`, TEST_DEADLINE, () => {
    let world: RecorderHarness;
    let recorder: Recorder;
    let told: Told[];
    let waiting: { readonly until: (event: Told) => boolean; readonly done: () => void }[];

    function tell(event: Told): void {
      told.push(event);
      for (const wait of waiting.filter(({ until }) => until(event))) wait.done();
    }

    async function next(until: (event: Told) => boolean): Promise<void> {
      await new Promise<void>((done) => waiting.push({ until, done }));
    }

    const heard = (): Promise<void> => {
      const audio = next((event) => event === 'audio');
      world.speak(recorder);
      return audio;
    };
    const failed = (): Promise<void> => next((event) => event !== 'audio');

    beforeEach(() => {
      told = [];
      waiting = [];
      world = harness();
      recorder = world.start();
      assert.deepEqual(told, []);
      recorder.onDidReceiveAudio((bytes) => {
        assert.ok(bytes instanceof Uint8Array && bytes.length > 0);
        tell('audio');
      });
      recorder.onDidFail(({ reason }) => {
        tell(reason);
      });
    });

    afterEach(async () => {
      recorder.dispose();
      await recorder.stop();
      await world.assertReleased(recorder);
    });

    test('audio is delivered from the start on', async () => {
      await heard();
    });

    test('an end that nobody asked for is one failure, after the last audio', async () => {
      await heard();
      const failure = failed();
      await world.breakDown(recorder);
      await failure;
      await settle();
      assert.deepEqual(
        told.filter((event) => event !== 'audio'),
        told.slice(-1),
      );
      await world.assertReleased(recorder);
    });

    test('when stop resolves the microphone is free and nothing more is delivered', async () => {
      await heard();
      await recorder.stop();
      await world.assertReleased(recorder);
      const before = told.length;
      await world.breakDown(recorder);
      await settle();
      assert.deepEqual(told, Array<Told>(before).fill('audio'));
    });

    test('stop may be called again, while stopping and afterwards', async () => {
      await heard();
      await Promise.all([recorder.stop(), recorder.stop()]);
      await recorder.stop();
      assert.ok(told.every((event) => event === 'audio'));
    });

    test('stop in the tick of the start is no failure', async () => {
      await recorder.stop();
      assert.ok(told.every((event) => event === 'audio'));
    });

    test('stop after a failure resolves', async () => {
      await heard();
      const failure = failed();
      await world.breakDown(recorder);
      await failure;
      await recorder.stop();
    });

    test('dispose stops at once: no event is delivered any more, stop still resolves', async () => {
      await heard();
      recorder.dispose();
      const before = told.length;
      world.speak(recorder);
      await world.breakDown(recorder);
      await recorder.stop();
      recorder.dispose();
      await settle();
      assert.deepEqual(told, Array<Told>(before).fill('audio'));
    });

    test('dispose while stopping delivers nothing more, and stop resolves', async () => {
      await heard();
      const stopped = recorder.stop();
      recorder.dispose();
      const before = told.length;
      await stopped;
      assert.deepEqual(told, Array<Told>(before).fill('audio'));
    });

    test('a listener that is disposed hears nothing more', async () => {
      let pieces = 0;
      const subscription = recorder.onDidReceiveAudio(() => {
        pieces++;
        subscription.dispose();
      });
      await heard();
      await heard();
      assert.equal(pieces, 1);
    });
  });
}
