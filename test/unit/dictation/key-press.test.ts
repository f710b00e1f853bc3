// The microphone is on when the key is pressed: what else a run needs is looked for beside it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PREPARATION_DEADLINE_MS } from '../../../src/dictation/early-recording';
import { POST_ROLL_MS } from '../../../src/dictation/run/microphone';
import { DictationError } from '../../../src/core/failure';
import { settle } from '../../contracts/virtual-clock';
import { audioMs, NO_LEAKS, Rig, SETTINGS, soundMs } from './rig';

const NEVER = new Promise<never>(() => undefined);

/** What a run waits for, by name, and how to make it never come. */
const WAITS: Readonly<Record<string, (rig: Rig) => void>> = {
  'the place': (rig) => {
    rig.openTarget = () => NEVER;
  },
  'what keeps words out of the place': (rig) => {
    rig.prepareTarget = (target) => {
      target.problem = NEVER;
    };
  },
  'the key': (rig) => {
    rig.authorize = () => NEVER;
  },
  'the code': (rig) => {
    rig.loadRunCode = () => NEVER;
  },
  'the right to record': (rig) => {
    rig.acquireMicrophone = () => NEVER;
  },
  'the names': (rig) => {
    rig.watchNames = () => NEVER;
  },
};

/** How much sound the newest session was sent, ms. */
function heardMs({ session }: Rig): number {
  return session.audio.length / audioMs(1).length;
}

/** Why dictation is idle. */
function reasonOf({ controller: { state } }: Rig): string | undefined {
  return state.kind === 'idle' ? (state.failure?.reason ?? 'no failure') : state.kind;
}

describe('at the key press', () => {
  for (const how of ['start', 'toggle'] as const) {
    test(`the recorder is asked for in the same turn, before anything is awaited (${how})`, () => {
      const rig = new Rig();
      for (const never of Object.values(WAITS)) never(rig);
      void rig.controller[how]();
      assert.deepEqual([rig.recorder.isRecording, rig.kinds], [true, ['idle', 'starting']]);
      rig.controller.dispose();
    });
  }

  for (const [what, never] of Object.entries(WAITS)) {
    test(`while ${what} is waited for it records, and nothing is sent`, async () => {
      const rig = new Rig();
      never(rig);
      void rig.controller.start();
      await settle();
      rig.recorder.deliver(soundMs(500));
      await settle();
      assert.deepEqual([rig.recorder.isRecording, rig.sessions.length], [true, 0]);
      assert.deepEqual(rig.controller.unsentAudio, [], 'nothing of it is to be saved');
      void rig.controller.shutdown();
      await settle();
      assert.deepEqual([rig.leaks, reasonOf(rig)], [NO_LEAKS, 'no failure']);
    });
  }

  test('what was said meanwhile is the first that the session hears', async () => {
    const rig = new Rig();
    const answer = rig.readKeyLater();
    const started = rig.controller.start();
    await settle();
    rig.recorder.deliver(soundMs(400));
    answer('key');
    await started;
    rig.session.begin();
    rig.recorder.deliver(soundMs(100));
    assert.deepEqual([heardMs(rig), rig.controller.state.kind], [500, 'listening']);
    rig.controller.cancel();
  });

  test('a recorder that cannot start is told although the rest is still waited for', async () => {
    const rig = new Rig();
    for (const never of Object.values(WAITS)) never(rig);
    const started = rig.controller.start();
    rig.recorder.fail(new DictationError('recorder-missing'));
    await started;
    assert.deepEqual([reasonOf(rig), rig.leaks], ['recorder-missing', NO_LEAKS]);
  });

  test('a preparation that never ends does not leave the microphone on', async () => {
    const rig = new Rig();
    for (const never of Object.values(WAITS)) never(rig);
    const started = rig.controller.start();
    await rig.clock.advance(PREPARATION_DEADLINE_MS);
    await started;
    assert.deepEqual([reasonOf(rig), rig.leaks], ['unexpected', NO_LEAKS]);
  });
});

describe('what forbids a dictation ends the recording at once, and what was said goes nowhere', () => {
  const FORBIDS: Readonly<Record<string, (rig: Rig) => void>> = {
    'key-missing': (rig) => {
      rig.authorize = () => Promise.resolve(undefined);
    },
    'dictating-elsewhere': (rig) => {
      rig.isMicrophoneTaken = true;
    },
    'target-missing': (rig) => {
      rig.openTarget = () => Promise.reject(new DictationError('target-missing'));
    },
    'target-read-only': (rig) => {
      rig.prepareTarget = (target) => {
        target.problem = Promise.resolve('target-read-only');
      };
    },
    'no failure': (rig) => {
      rig.settings = { ...SETTINGS, cost: { ...SETTINGS.cost, dailyBudget: 0 } };
    },
  };
  // Only the provider knows whether it has its key, and whether it costs anything.
  const TOLD_BY_THE_CODE = ['key-missing', 'no failure'];
  for (const [reason, forbid] of Object.entries(FORBIDS)) {
    test(reason, async () => {
      const rig = new Rig();
      // What else is waited for does not delay it.
      rig.watchNames = () => NEVER;
      if (!TOLD_BY_THE_CODE.includes(reason)) rig.loadRunCode = () => NEVER;
      forbid(rig);
      const started = rig.controller.start();
      rig.recorder.deliver(soundMs(200));
      await started;
      assert.deepEqual(
        {
          reason: reasonOf(rig),
          leaks: rig.leaks,
          sessions: rig.sessions.length,
          unsent: rig.controller.unsentAudio,
          kept: rig.controller.keptAudio,
        },
        { reason, leaks: NO_LEAKS, sessions: 0, unsent: [], kept: [] },
      );
    });
  }

  test('another window that takes over before the run has begun', async () => {
    const rig = new Rig();
    rig.authorize = () => NEVER;
    const started = rig.controller.start();
    await settle();
    rig.holds[0]?.askBack();
    await started;
    assert.deepEqual([reasonOf(rig), rig.leaks], ['dictating-elsewhere', NO_LEAKS]);
  });
});

describe('a question for the key', () => {
  test('turns the microphone off and gives it back; it is on again when there is a key', async () => {
    const rig = new Rig();
    const answer = rig.askForKey();
    const started = rig.controller.start();
    rig.recorder.deliver(soundMs(200));
    await settle();
    const whileAsked = rig.leaks;
    answer('key');
    await started;
    rig.session.begin();
    rig.recorder.deliver(soundMs(100));
    assert.deepEqual(
      [whileAsked, rig.recorders.map((each) => each.isRecording), heardMs(rig)],
      [{ ...NO_LEAKS, targets: 1, watched: 1 }, [false, true], 100],
    );
    rig.controller.cancel();
    await settle();
    assert.deepEqual(rig.leaks, NO_LEAKS);
  });

  test('is asked once the microphone records, and not at all where it does not', async () => {
    const asked: string[] = [];
    const rig = new Rig();
    rig.authorize = async ({ mayAsk }) => {
      asked.push((await mayAsk()) ? 'asked' : 'not asked');
      return undefined;
    };
    const failing = rig.controller.start();
    await settle();
    assert.deepEqual(asked, []);
    rig.recorder.fail(new DictationError('microphone-unavailable'));
    await failing;
    await settle();
    assert.deepEqual([reasonOf(rig), asked], ['microphone-unavailable', ['not asked']]);
    const recording = rig.controller.start();
    await settle();
    rig.recorder.deliver(soundMs(50));
    await recording;
    assert.deepEqual(
      [reasonOf(rig), asked, rig.leaks],
      ['key-missing', ['not asked', 'asked'], NO_LEAKS],
    );
  });

  test('is not asked where another window has the microphone', async () => {
    const rig = new Rig();
    rig.isMicrophoneTaken = true;
    let isAsked = false;
    rig.authorize = async ({ mayAsk }) => {
      isAsked = await mayAsk();
      return undefined;
    };
    await rig.controller.start();
    assert.deepEqual([reasonOf(rig), isAsked], ['dictating-elsewhere', false]);
  });
});

describe('a stop before the run has begun', () => {
  test('ends the recording after the post-roll, and what was said lands', async () => {
    const rig = new Rig();
    const answer = rig.readKeyLater();
    const started = rig.controller.start();
    await settle();
    rig.recorder.deliver(soundMs(400));
    rig.controller.stop();
    rig.recorder.tail = soundMs(50);
    assert.deepEqual([rig.recorder.isRecording, rig.kinds.at(-1)], [true, 'finalizing']);
    await rig.clock.advance(POST_ROLL_MS);
    assert.equal(rig.recorder.isRecording, false);
    answer('key');
    await started;
    rig.session.begin();
    await settle();
    assert.deepEqual([heardMs(rig), rig.session.calls.at(-1)], [450, { kind: 'terminate' }]);
    rig.session.turn({ order: 0, transcript: 'Yes.', isEnd: true });
    rig.session.end();
    await settle();
    assert.deepEqual([rig.document, reasonOf(rig), rig.leaks], [['Yes.'], 'no failure', NO_LEAKS]);
  });

  test('opens no session where nothing was recorded', async () => {
    const rig = new Rig();
    const started = rig.controller.start();
    rig.controller.stop();
    await rig.clock.advance(POST_ROLL_MS);
    await started;
    assert.deepEqual([rig.sessions.length, reasonOf(rig), rig.leaks], [0, 'no failure', NO_LEAKS]);
  });

  test('asks for no key', async () => {
    const rig = new Rig();
    rig.authorize = async ({ mayAsk }) => ((await mayAsk()) ? 'typed' : undefined);
    const started = rig.controller.start();
    rig.controller.stop();
    await started;
    assert.deepEqual([reasonOf(rig), rig.leaks], ['key-missing', NO_LEAKS]);
  });

  test('lets the next start record at once; the words come in order', async () => {
    const rig = new Rig();
    const answer = rig.readKeyLater();
    void rig.controller.start();
    await settle();
    rig.recorder.deliver(soundMs(400));
    rig.controller.stop();
    void rig.controller.start();
    // No word twice: only one microphone is on.
    assert.deepEqual(
      rig.recorders.map((each) => each.isRecording),
      [false, true],
    );
    rig.recorder.deliver(soundMs(50));
    answer('key');
    await settle();
    const [first, second] = rig.sessions;
    for (const session of rig.sessions) session.begin();
    second?.turn({ order: 0, transcript: 'Second.', isEnd: true });
    await settle();
    assert.deepEqual(rig.document, []);
    first?.turn({ order: 0, transcript: 'First.', isEnd: true });
    first?.end();
    await settle();
    assert.deepEqual([rig.document, rig.kinds.at(-1)], [['First.', 'Second.'], 'listening']);
    rig.controller.cancel();
    await settle();
    assert.deepEqual(rig.leaks, NO_LEAKS);
  });

  test('cancelled after all, nothing is left', async () => {
    const rig = new Rig();
    rig.authorize = () => NEVER;
    void rig.controller.start();
    rig.recorder.deliver(soundMs(400));
    rig.controller.stop();
    void rig.controller.start();
    await settle();
    rig.controller.cancel();
    await settle();
    assert.deepEqual([reasonOf(rig), rig.leaks], ['no failure', NO_LEAKS]);
  });
});

test('a start in the post-roll of the last run turns its microphone off in the same turn', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.controller.stop();
  const started = rig.controller.start();
  assert.deepEqual(
    rig.recorders.map((each) => each.isRecording),
    [false, true],
  );
  // The claim of the last run is not given back in between: no other window gets it.
  assert.equal(rig.holds[0]?.isDisposed, false);
  await started;
  rig.recorder.deliver(audioMs(50));
  assert.deepEqual([rig.sessions.length, rig.holds.length], [2, 2]);
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('words wait for all runs before, also where one in between came to nothing', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  const [first] = rig.sessions;
  await rig.controller.start();
  rig.recorder.fail(new DictationError('microphone-unavailable'));
  await settle();
  await rig.listen();
  rig.session.turn({ order: 0, transcript: 'Third.', isEnd: true });
  await settle();
  assert.deepEqual(rig.document, []);
  first?.turn({ order: 0, transcript: 'First.', isEnd: true });
  first?.end();
  await settle();
  assert.deepEqual(rig.document, ['First.', 'Third.']);
  rig.controller.cancel();
});
