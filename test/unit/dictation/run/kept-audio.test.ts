import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../../src/core/failure';
import type { KeptAudio } from '../../../../src/core/kept-audio';
import { audioMs as lengthMs, KEPT_LIMIT_MS } from '../../../../src/dictation/run/kept-audio';
import { NOTHING_REPLAYED } from '../../../../src/dictation/sessions/splice';
import { settle } from '../../../contracts/virtual-clock';
import { POST_ROLL_MS } from '../../../../src/dictation/run/microphone';
import { audioMs, NO_LEAKS, Rig, SETTINGS, soundMs } from '../rig';

/** Audio that tells when it is let go. */
function audio(durationMs: number, forgotten: string[] = []): KeptAudio {
  return {
    frames: Array.from({ length: durationMs / 50 }, () => soundMs(50)),
    recording: SETTINGS.recording,
    replayed: NOTHING_REPLAYED,
    copy: { forget: () => forgotten.push(String(durationMs)) },
  };
}

/** A final's only word, which ends in the middle of what is kept. */
const HALF = { text: 'Half.', startMs: 1500, endMs: 2000 };

/** From now on the person is asked for a key. @returns dismisses the question */
function askForKey(rig: Rig): () => void {
  let dismiss: () => void = () => undefined;
  const answer = new Promise<undefined>((resolve) => {
    dismiss = () => {
      resolve(undefined);
    };
  });
  rig.authorize = () => answer;
  return dismiss;
}

test('audio of an earlier window is offered in the idle state, before what this window kept', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.deliver(soundMs(1950));
  const error = new DictationError('key-rejected');
  rig.session.end({ kind: 'failed', error });
  await settle();
  const earlier = audio(3000);
  rig.controller.adoptKeptAudio([earlier]);
  assert.deepEqual(rig.controller.state, { kind: 'idle', failure: error, keptMs: 5000 });
  assert.deepEqual(
    rig.controller.keptAudio.map((each) => each === earlier),
    [true, false],
  );
});

test('audio that was saved is let go, on disk too, and what was not saved stays kept', () => {
  const rig = new Rig();
  const forgotten: string[] = [];
  const [first, second, strange] = [1000, 2000, 4000].map((ms) => audio(ms, forgotten));
  assert.ok(first !== undefined && second !== undefined && strange !== undefined);
  rig.controller.adoptKeptAudio([first, second]);
  rig.controller.releaseKeptAudio([first, strange]);
  const states = [rig.controller.state];
  rig.controller.releaseKeptAudio([second]);
  states.push(rig.controller.state);
  assert.deepEqual(
    { states, forgotten, kept: rig.controller.keptAudio },
    {
      states: [{ kind: 'idle', keptMs: 2000 }, { kind: 'idle' }],
      forgotten: ['1000', '2000'],
      kept: [],
    },
  );
});

test('a window that closes asks for all that no final covers: kept, to be retried, and being said', async () => {
  const rig = new Rig();
  const [retried, kept] = [audio(1000), audio(2000)];
  rig.controller.adoptKeptAudio([retried, kept]);
  const dismiss = askForKey(rig);
  void rig.controller.retryTranscription();
  await settle();
  assert.deepEqual(rig.controller.unsentAudio, [retried, kept]);
  rig.controller.stop();
  dismiss();
  rig.authorize = () => Promise.resolve('key');
  await rig.listen();
  rig.recorder.deliver(soundMs(2950));
  const durations = rig.controller.unsentAudio.map(({ frames }) => frames.length * 50);
  void rig.controller.shutdown();
  await settle();
  assert.deepEqual([durations, rig.leaks], [[1000, 2000, 3000], NO_LEAKS]);
});

test('silence is not asked for when the window closes', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.deliver(audioMs(900));
  assert.deepEqual(rig.controller.unsentAudio, []);
  rig.controller.cancel();
});

test('a retry that is stopped while the key is asked for keeps the audio, and does not ask again', async () => {
  const rig = new Rig();
  rig.controller.adoptKeptAudio([audio(1000)]);
  const dismiss = askForKey(rig);
  void rig.controller.retryTranscription();
  await settle();
  rig.controller.stop();
  dismiss();
  await settle();
  assert.deepEqual(
    [rig.kinds, rig.controller.state, rig.leaks],
    [['idle', 'idle', 'starting', 'idle'], { kind: 'idle', keptMs: 1000 }, NO_LEAKS],
  );
});

for (const how of ['cancel', 'shutdown'] as const) {
  for (const when of ['at once', 'while its audio is heard'] as const) {
    test(`a retry that ends ${when} by ${how} keeps all, on disk too, and is not followed by the next one`, async () => {
      const rig = new Rig();
      const forgotten: string[] = [];
      const kept = [audio(1000, forgotten), audio(2000, forgotten)];
      rig.controller.adoptKeptAudio(kept);
      await rig.controller.retryTranscription();
      if (when !== 'at once') {
        await rig.clock.advance(POST_ROLL_MS);
        rig.session.begin();
      }
      const left = rig.controller.unsentAudio;
      void rig.controller[how]();
      await settle();
      const { state, keptAudio } = rig.controller;
      assert.deepEqual(
        { left, keptAudio, same: keptAudio.map((each, i) => each === kept[i]), forgotten, state },
        {
          left: kept,
          keptAudio: kept,
          same: [true, true],
          forgotten: [],
          state: { kind: 'idle', keptMs: 3000 },
        },
      );
      assert.deepEqual([rig.sessions.length, rig.leaks], [1, NO_LEAKS]);
    });
  }
}

test('a retry that is cancelled after a final keeps all, because the words are taken back', async () => {
  const rig = new Rig();
  const forgotten: string[] = [];
  const kept = audio(4000, forgotten);
  rig.controller.adoptKeptAudio([kept]);
  await rig.controller.retryTranscription();
  await rig.clock.advance(POST_ROLL_MS);
  rig.session.begin();
  rig.session.turn({ order: 0, transcript: 'Half of it.', isEnd: true });
  await settle();
  rig.controller.cancel();
  await settle();
  assert.deepEqual([rig.controller.keptAudio, forgotten], [[kept], []]);
});

test('a window that closes after a final of a retry leaves the rest, as what is left of the copy on disk', async () => {
  const rig = new Rig();
  const pause = Array.from({ length: 10 }, () => audioMs(50));
  const { frames, ...rest } = audio(4000);
  const kept = { ...rest, frames: [...frames.slice(0, 40), ...pause, ...frames.slice(50)] };
  rig.controller.adoptKeptAudio([kept]);
  await rig.controller.retryTranscription();
  await rig.clock.advance(POST_ROLL_MS);
  rig.session.begin();
  rig.session.turn({ order: 0, transcript: 'Half.', isEnd: true, words: [HALF] });
  await settle();
  const [left] = rig.controller.unsentAudio;
  void rig.controller.shutdown();
  await settle();
  assert.ok(left !== undefined && lengthMs(left) <= 2000 && lengthMs(left) >= 1500);
  assert.equal(left.copy, kept.copy);
});

test('a retry is transcribed once, and its copy on disk is let go then', async () => {
  const rig = new Rig();
  const forgotten: string[] = [];
  rig.controller.adoptKeptAudio([audio(1000, forgotten)]);
  await rig.controller.retryTranscription();
  await rig.clock.advance(POST_ROLL_MS);
  rig.session.begin();
  rig.session.turn({ order: 0, transcript: 'Not lost.', isEnd: true });
  const before = [...forgotten];
  rig.session.end();
  await settle();
  assert.deepEqual(
    [before, forgotten, rig.controller.keptAudio, rig.document],
    [[], ['1000'], [], ['Not lost.']],
  );
});

test('a retry is heard by whom the person chooses, and so is what is kept behind it, and no run after', async () => {
  const rig = new Rig();
  rig.controller.adoptKeptAudio([audio(1000), audio(2000)]);
  await rig.controller.retryTranscription({ provider: 'onDevice' });
  for (const transcript of ['First.', 'Second.']) {
    await rig.clock.advance(POST_ROLL_MS);
    rig.session.begin();
    rig.session.turn({ order: 0, transcript, isEnd: true });
    rig.session.end();
    await settle();
  }
  await rig.listen();
  rig.controller.cancel();
  assert.deepEqual(
    [rig.document, rig.sessions.map(({ options }) => options.recognition.provider)],
    [
      ['First.', 'Second.'],
      ['onDevice', 'onDevice', SETTINGS.recognition.provider],
    ],
  );
});

test('audio that is saved while it is tried again is kept no more, though the retry fails', async () => {
  const rig = new Rig();
  rig.controller.adoptKeptAudio([audio(1000)]);
  await rig.controller.retryTranscription();
  rig.controller.releaseKeptAudio([...rig.controller.keptAudio]);
  rig.session.end({ kind: 'failed', error: new DictationError('key-rejected') });
  await settle();
  assert.deepEqual(rig.controller.keptAudio, []);
});

test('a target that refuses a retry before its first frame loses nothing', async () => {
  const rig = new Rig();
  const kept = audio(1000);
  rig.controller.adoptKeptAudio([kept]);
  rig.prepareTarget = (target) => {
    target.problem = Promise.resolve('target-missing');
  };
  await rig.controller.retryTranscription();
  await settle();
  assert.deepEqual(rig.controller.keptAudio, [kept]);
});

test('a retry between a spoken pause and the next start leaves the place to go on at', async () => {
  const rig = new Rig();
  rig.prepareTarget = (target) => {
    target.outcome = 'pause';
  };
  await rig.listen();
  rig.session.turn({ order: 0, transcript: 'Pause listening.', isEnd: true });
  await settle();
  await rig.clock.advance(POST_ROLL_MS);
  rig.session.end();
  await settle();
  rig.controller.adoptKeptAudio([audio(1000)]);
  await rig.controller.retryTranscription();
  await rig.clock.advance(POST_ROLL_MS);
  rig.session.begin();
  // Said long ago: it is not now that dictation shall pause.
  rig.session.turn({ order: 0, transcript: 'Pause listening.', isEnd: true });
  rig.session.end();
  await settle();
  const [paused, retried] = rig.targets;
  const between = [rig.controller.state, paused?.isDisposed, retried?.isDisposed];
  await rig.controller.start();
  assert.deepEqual(
    [between, rig.targets.length],
    [[{ kind: 'idle', isPaused: true }, false, true], 2],
  );
  rig.controller.cancel();
});

test('a retry that the daily budget forbids keeps the audio and says so once', async () => {
  const rig = new Rig();
  rig.settings = { ...SETTINGS, cost: { ...SETTINGS.cost, dailyBudget: 0 } };
  rig.controller.adoptKeptAudio([audio(1000)]);
  await rig.controller.retryTranscription();
  assert.deepEqual(
    [rig.notices, rig.controller.state],
    [[{ kind: 'cost-stop', limit: 'budget' }], { kind: 'idle', keptMs: 1000 }],
  );
});

test('more than half an hour of failed dictations lets the oldest go, and tells; its copy on disk stays', async () => {
  const rig = new Rig();
  const forgotten: string[] = [];
  const [oldest, next] = [audio(2000, forgotten), audio(KEPT_LIMIT_MS - 3000, forgotten)];
  rig.controller.adoptKeptAudio([oldest, next]);
  const error = new DictationError('key-rejected');
  for (const spokenMs of [1000, 2000]) {
    await rig.listen();
    rig.recorder.deliver(soundMs(spokenMs - 50));
    rig.session.end({ kind: 'failed', error });
    await settle();
  }
  assert.deepEqual(
    { kept: rig.controller.keptAudio.map(lengthMs), notices: rig.notices, forgotten },
    {
      kept: [KEPT_LIMIT_MS - 3000, 1000, 2000],
      notices: [{ kind: 'kept-audio-full', lostMs: 2000, limitMs: KEPT_LIMIT_MS }],
      forgotten: [],
    },
  );
  assert.deepEqual(rig.controller.state, { kind: 'idle', failure: error, keptMs: KEPT_LIMIT_MS });
});

/** The server ends turns in an order in which nobody can have said them. */
function tellOutOfOrder(rig: Rig): void {
  for (const [order, text, startMs] of [
    [0, 'One.', 0],
    [2, 'Three.', 4000],
    [1, 'Two.', 2000],
    [4, 'Five.', 8000],
    [3, 'Four.', 6000],
  ] as const) {
    const words = [{ text, startMs, endMs: startMs + 1000 }];
    rig.session.turn({ order, transcript: text, words, isEnd: true });
  }
}

test('turns in an order in which nobody can have said them all land, and their audio is kept, which is told once', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.deliver(soundMs(9950));
  tellOutOfOrder(rig);
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  rig.session.end();
  await settle();
  assert.deepEqual(
    [rig.document, rig.notices, rig.controller.state, rig.controller.keptAudio.map(lengthMs)],
    [
      ['One.', 'Three.', 'Two.', 'Five.', 'Four.'],
      [{ kind: 'order-broken', keptMs: 10_000 }],
      { kind: 'idle', keptMs: 10_000 },
      [10_000],
    ],
  );
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a retry whose turns come in such an order keeps its audio, and is not begun again', async () => {
  const rig = new Rig();
  const forgotten: string[] = [];
  const kept = audio(10_000, forgotten);
  rig.controller.adoptKeptAudio([kept]);
  await rig.controller.retryTranscription();
  rig.session.begin();
  await settle();
  await rig.clock.advance(9000);
  tellOutOfOrder(rig);
  rig.session.end();
  await settle();
  assert.deepEqual(
    [rig.notices, rig.controller.keptAudio, forgotten, rig.sessions.length, rig.kinds.at(-1)],
    [[{ kind: 'order-broken', keptMs: 10_000 }], [kept], [], 1, 'idle'],
  );
});

test('a window that closes asks for all the audio of turns that came in such an order', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.deliver(soundMs(9950));
  tellOutOfOrder(rig);
  assert.deepEqual(rig.controller.unsentAudio.map(lengthMs), [10_000]);
  rig.controller.cancel();
  assert.deepEqual([rig.controller.keptAudio, rig.notices], [[], []]);
});
