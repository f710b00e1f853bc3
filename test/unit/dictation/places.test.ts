import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError, type FailureReason } from '../../../src/core/failure';
import { LOOK_DEADLINE_MS } from '../../../src/dictation/attempt';
import type { Target } from '../../../src/core/target';
import { POST_ROLL_MS } from '../../../src/dictation/run/microphone';
import { settle } from '../../contracts/virtual-clock';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings';
import { NO_LEAKS, Rig, soundMs } from './rig';

let turns = 0;

/** The recogniser's next version of the turn that is open. */
function say(rig: Rig, transcript: string, isEnd = true): void {
  rig.session.turn({ order: turns, transcript, isEnd });
  if (isEnd) turns++;
}

/** Finishes a run that was told to stop. */
async function drain(rig: Rig): Promise<void> {
  await rig.clock.advance(POST_ROLL_MS);
  rig.session.end();
  await settle();
}

test('the target shows what is being said, and nothing any more when the run is over', async () => {
  const rig = new Rig();
  await rig.listen();
  say(rig, 'Hello', false);
  say(rig, 'Hello there', false);
  say(rig, 'Hello there.');
  rig.controller.stop();
  await drain(rig);
  assert.deepEqual(rig.target.partials, ['Hello', 'Hello there', '', '', '']);
  assert.deepEqual(rig.document, ['Hello there.']);
});

test('what was cancelled is taken back, and the person is told how much', async () => {
  const rig = new Rig();
  await rig.listen();
  say(rig, 'One.');
  say(rig, 'Two.');
  await settle();
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.target.inserted, []);
  assert.deepEqual(rig.notices, [{ kind: 'taken-back', count: 2 }]);
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('the window closing takes nothing back', async () => {
  const rig = new Rig();
  await rig.listen();
  say(rig, 'One.');
  await settle();
  rig.controller.dispose();
  await settle();
  assert.deepEqual(rig.target.inserted, ['One.']);
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('the words to stop end the run so that everything said lands, and are no text', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.target.outcome = 'stop';
  say(rig, 'Stop dictation.');
  await settle();
  assert.equal(rig.controller.state.kind, 'finalizing');
  rig.target.outcome = 'inserted';
  say(rig, 'The end.');
  await drain(rig);
  assert.deepEqual(rig.controller.state, { kind: 'idle' });
  assert.deepEqual(rig.document, ['The end.']);
  assert.deepEqual(rig.noted, [
    'Stop dictation.',
    'Stop dictation.: stop',
    'The end.',
    'The end.: inserted',
  ]);
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a command that the place cannot carry out is told, and the run goes on', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.target.outcome = 'impossible';
  say(rig, 'Scratch that.');
  await settle();
  assert.equal(rig.controller.state.kind, 'listening');
  assert.deepEqual(rig.notices, [{ kind: 'command-impossible', text: 'Scratch that.' }]);
  rig.controller.cancel();
  await settle();
});

test('after a pause the next run goes on at the same place', async () => {
  const rig = new Rig();
  await rig.listen();
  say(rig, 'Before.');
  await settle();
  rig.target.outcome = 'pause';
  say(rig, 'Pause listening.');
  await settle();
  await drain(rig);
  assert.deepEqual(rig.controller.state, { kind: 'idle', isPaused: true });
  assert.deepEqual({ ...rig.leaks, targets: 0 }, NO_LEAKS);

  rig.target.outcome = 'inserted';
  await rig.listen();
  say(rig, 'After.');
  rig.controller.stop();
  await drain(rig);
  assert.equal(rig.targets.length, 1);
  assert.deepEqual(rig.target.inserted, ['Before.', 'After.']);
  assert.deepEqual(rig.controller.state, { kind: 'idle' });
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a start that names a place does not go on at the one before the pause', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.target.outcome = 'pause';
  say(rig, 'Pause listening.');
  await settle();
  await drain(rig);
  const paused = rig.target;
  void rig.controller.start({ kind: 'terminal' });
  await settle();
  assert.deepEqual([rig.targets.length, paused.isDisposed], [2, true]);
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('cancelling after a pause takes back what was said since', async () => {
  const rig = new Rig();
  await rig.listen();
  say(rig, 'Before.');
  await settle();
  rig.target.outcome = 'pause';
  say(rig, 'Pause listening.');
  await settle();
  await drain(rig);
  rig.target.outcome = 'inserted';
  await rig.listen();
  say(rig, 'After.');
  await settle();
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.target.inserted, ['Before.']);
  assert.deepEqual(rig.notices, [{ kind: 'taken-back', count: 1 }]);
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('cancelling while a paused run still drains leaves no place to go on at', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.target.outcome = 'pause';
  say(rig, 'Pause listening.');
  await settle();
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.controller.state, { kind: 'idle' });
  await rig.listen();
  assert.deepEqual([rig.targets.length, rig.target.isDisposed], [2, false]);
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('kept audio goes to where the person is, also in a pause', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.deliver(soundMs(4950));
  rig.session.end({ kind: 'failed', error: new DictationError('key-rejected') });
  await settle();
  await rig.listen();
  rig.target.outcome = 'pause';
  say(rig, 'Pause listening.');
  await settle();
  await drain(rig);
  const paused = rig.target;
  await rig.controller.retryTranscription();
  assert.notEqual(rig.target, paused);
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('cancelling a pause lets go of the place', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.target.outcome = 'pause';
  say(rig, 'Pause listening.');
  await settle();
  await drain(rig);
  rig.controller.cancel();
  assert.deepEqual(rig.controller.state, { kind: 'idle' });
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a place that takes no text is told at once, however late that is found out', async () => {
  const rig = new Rig();
  let tell: (problem: FailureReason) => void = () => undefined;
  rig.prepareTarget = (target) => {
    target.problem = new Promise((resolve) => (tell = resolve));
  };
  const listening = rig.listen();
  await rig.clock.advance(LOOK_DEADLINE_MS);
  await listening;
  tell('target-read-only');
  await settle();
  const { state } = rig.controller;
  assert.equal(state.kind === 'idle' && state.failure?.reason, 'target-read-only');
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('the settings are those of the document that is written into, but for the recorder’s', async () => {
  const rig = new Rig();
  const asked: (string | undefined)[] = [];
  rig.readSettings = (resource) => {
    asked.push(resource);
    return DEFAULT_SETTINGS;
  };
  rig.prepareTarget = (target) => {
    target.resource = 'file:///a.md';
  };
  await rig.listen();
  rig.controller.settingsChanged();
  assert.deepEqual(asked, [undefined, 'file:///a.md', 'file:///a.md']);
  rig.controller.cancel();
});

test('a start names the place, and the controller tells what it is called', async () => {
  const rig = new Rig();
  rig.prepareTarget = (target) => {
    target.name = 'Terminal zsh';
  };
  const named: string[] = [];
  rig.controller.onDidChangeState(({ kind }) =>
    named.push(`${kind}: ${String(rig.controller.target?.name)}`),
  );
  void rig.controller.start({ kind: 'terminal' });
  await settle();
  assert.deepEqual(rig.requests, [{ kind: 'terminal' }]);
  assert.equal(rig.controller.target?.name, 'Terminal zsh');
  assert.deepEqual(named.slice(0, 2), ['starting: undefined', 'starting: Terminal zsh']);
  rig.controller.cancel();
  assert.equal(rig.controller.target, undefined);
});

/** A run that the key was held for: a press, its auto-repeat, and its end when that stops. */
async function holdAndRelease(rig: Rig, transcripts: readonly string[]): Promise<void> {
  rig.controller.toggle();
  await settle();
  rig.session.begin();
  rig.recorder.deliver(soundMs(50));
  for (const ms of [500, 30, 30, 30, 30, 30, 30]) {
    await rig.clock.advance(ms);
    rig.controller.toggle();
  }
  for (const transcript of transcripts) say(rig, transcript);
  await rig.clock.advance(2000);
  await drain(rig);
}

test('the target is told that the key was let go, and how many words were said', async () => {
  const rig = new Rig();
  await holdAndRelease(rig, ['Fix the parser.', 'Please.']);
  assert.deepEqual([rig.target.inserted.length, rig.target.releases], [2, [4]]);
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('the target is not told where what was said has not landed, nor where the key was tapped', async () => {
  const missed = new Rig();
  missed.prepareTarget = (target) => {
    target.outcome = 'no-target';
  };
  await holdAndRelease(missed, ['Fix the parser.']);
  const tapped = new Rig();
  await tapped.listen();
  say(tapped, 'Fix the parser.');
  tapped.controller.stop();
  await drain(tapped);
  assert.deepEqual([missed.target.releases, tapped.target.releases], [[], []]);
});

test('whoever wants to know is told of the target when all that was said stands there, and it is not let go yet', async () => {
  /** What was told of a run that ended so: how much stood there, and whether the target was let go. */
  async function toldAfter(end: (rig: Rig) => Promise<void>): Promise<readonly string[]> {
    const rig = new Rig();
    const told: string[] = [];
    const load = rig.loadRunCode;
    rig.loadRunCode = async () => {
      const code = await load();
      const onDidWrite = (target: Target): void => {
        assert.equal(target, rig.target);
        told.push(`${rig.target.inserted.join(' ')}, ${String(rig.target.isDisposed)}`);
      };
      return { ...code, startRun: (options) => code.startRun({ ...options, onDidWrite }) };
    };
    await rig.listen();
    say(rig, 'Fix the parser.');
    await end(rig);
    await settle();
    return told;
  }
  const stopped = await toldAfter(async (rig) => {
    rig.controller.stop();
    say(rig, 'Please.');
    await drain(rig);
  });
  const cancelled = await toldAfter(async (rig) => {
    rig.controller.cancel();
    await settle();
  });
  const failed = await toldAfter(async (rig) => {
    rig.recorder.fail(new DictationError('recorder-stopped'));
    await drain(rig);
  });
  assert.deepEqual(
    { stopped, cancelled, failed },
    { stopped: ['Fix the parser. Please., false'], cancelled: [], failed: [] },
  );
});
