import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../src/core/failure';
import { POST_ROLL_MS } from '../../../src/dictation/run/microphone';
import { FORMATTED_TURN_DEADLINE_MS } from '../../../src/recognition/assemblyai/turn-reader';
import { settle } from '../../contracts/virtual-clock';
import { audioMs, NO_LEAKS, Rig, SETTINGS, soundMs, zerosMs } from './rig';

test('speech between key press and stop is inserted turn by turn, and everything is closed after', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.turn({ order: 0, transcript: 'Hello' });
  rig.session.turn({ order: 0, transcript: 'Hello world.', isEnd: true });
  rig.session.turn({ order: 1, transcript: 'And' });
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  rig.session.turn({ order: 1, transcript: 'And more.', isEnd: true });
  rig.session.end();
  await settle();
  assert.deepEqual(rig.document, ['Hello world.', 'And more.']);
  assert.deepEqual(
    rig.states.map((state) => ('partial' in state ? [state.kind, state.partial] : [state.kind])),
    [
      ['idle'],
      ['starting'],
      ['listening', ''],
      ['listening', 'Hello'],
      ['listening', ''],
      ['listening', 'And'],
      ['finalizing', 'And'],
      ['finalizing', ''],
      ['idle'],
    ],
  );
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('microphone and socket start together; what is said before Begin goes out when it comes', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.recorder.deliver(audioMs(120));
  assert.deepEqual([rig.kinds, rig.session.calls], [['idle', 'starting'], []]);
  rig.session.begin();
  assert.deepEqual(rig.session.calls, [
    { kind: 'send', bytes: 1600 },
    { kind: 'send', bytes: 1600 },
  ]);
  rig.recorder.deliver(audioMs(30));
  assert.equal(rig.session.calls.length, 3);
  rig.controller.cancel();
});

test('the session is opened with the settings and the format', async () => {
  const rig = new Rig();
  rig.settings = {
    ...SETTINGS,
    recording: { ...SETTINGS.recording, sampleRate: 8000, encoding: 'pcm_mulaw' },
  };
  await rig.controller.start();
  assert.deepEqual(rig.session.options, {
    recognition: SETTINGS.recognition,
    sampleRate: 8000,
    encoding: 'pcm_mulaw',
  });
  rig.session.begin();
  rig.recorder.deliver(new Uint8Array(800));
  assert.deepEqual(rig.session.calls, [{ kind: 'send', bytes: 400 }]);
  rig.controller.cancel();
});

test('it is listening only when the server has begun and the microphone delivers', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.session.begin({ model: 'universal-3-6-pro' });
  assert.equal(rig.controller.state.kind, 'starting');
  rig.recorder.deliver(audioMs(50));
  assert.deepEqual(rig.controller.state, {
    kind: 'listening',
    sinceMs: 0,
    partial: '',
    model: 'universal-3-6-pro',
  });
  rig.controller.cancel();
});

test('stop keeps the microphone on for the post-roll, then sends tail and Terminate', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.tail = audioMs(70);
  rig.controller.stop();
  assert.equal(rig.controller.state.kind, 'finalizing');
  await rig.clock.advance(POST_ROLL_MS - 1);
  assert.equal(rig.recorder.isRecording, true);
  rig.recorder.deliver(audioMs(50));
  await rig.clock.advance(1);
  assert.equal(rig.recorder.isRecording, false);
  assert.deepEqual(rig.session.calls, [
    { kind: 'send', bytes: 1600 },
    { kind: 'send', bytes: 1600 },
    { kind: 'send', bytes: 1600 },
    { kind: 'send', bytes: 1600 },
    { kind: 'terminate' },
  ]);
  rig.session.end();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a stop before Begin still drains: what was said before the server answered lands', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.recorder.deliver(audioMs(900));
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  assert.equal(rig.session.calls.length, 0);
  rig.session.begin();
  assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
  rig.session.turn({ order: 0, transcript: 'Quick.', isEnd: true });
  rig.session.end();
  await settle();
  assert.deepEqual(rig.document, ['Quick.']);
  assert.deepEqual(rig.kinds, ['idle', 'starting', 'finalizing', 'idle']);
});

test('a stop before the microphone gave anything ends without waiting for the server', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  assert.equal(rig.controller.state.kind, 'idle');
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('when no server ever confirms the end, the last partial is inserted and the reason shown', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.turn({ order: 0, transcript: 'Half a sentence' });
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  const error = new DictationError('termination-timeout', { retryable: true });
  await rig.clock.advance(5000);
  rig.session.end({ kind: 'failed', error });
  for (let i = 0; i < 2; i++) {
    await rig.clock.advance(1000);
    rig.session.begin();
    rig.session.turn({ order: 0, transcript: 'Half a sentence' });
    await rig.clock.advance(5000);
    rig.session.end({ kind: 'failed', error });
  }
  await settle();
  assert.equal(rig.sessions.length, 3);
  assert.deepEqual(rig.document, ['Half a sentence']);
  assert.deepEqual(rig.controller.state, { kind: 'idle', failure: error });
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a connection lost in mid-turn: the microphone goes on, and the next session gets the audio', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.deliver(audioMs(950));
  rig.session.turn({ order: 0, transcript: 'Kept wor' });
  const error = new DictationError('connection-lost', { retryable: true });
  await rig.clock.advance(1000);
  rig.session.end({ kind: 'failed', error });
  assert.deepEqual(rig.controller.state, {
    kind: 'reconnecting',
    sinceMs: 0,
    partial: 'Kept wor',
    keptSinceMs: 0,
    error,
  });
  assert.equal(rig.recorder.isRecording, true);
  await rig.clock.advance(250);
  rig.session.begin();
  assert.equal(rig.session.audio.length, 32000);
  assert.equal(rig.controller.state.kind, 'listening');
  rig.session.turn({ order: 0, transcript: 'Kept words.', isEnd: true });
  await settle();
  assert.deepEqual(rig.document, ['Kept words.']);
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a failure that a retry cannot mend keeps what was recognised and turns the microphone off', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.turn({ order: 0, transcript: 'Kept words' });
  const error = new DictationError('account-refused');
  rig.session.end({ kind: 'failed', error });
  await settle();
  assert.deepEqual(rig.document, ['Kept words']);
  assert.deepEqual(rig.controller.state, { kind: 'idle', failure: error });
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a microphone that dies while recording is started again, and nothing recorded is lost', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.deliver(audioMs(70));
  rig.recorder.fail(new DictationError('recorder-stopped'));
  assert.equal(rig.recorders.length, 2);
  rig.recorder.deliver(audioMs(50));
  // 50 ms, 50 ms, 20 ms padded to a frame, 50 ms.
  assert.equal(rig.session.calls.length, 4);
  assert.equal(rig.controller.state.kind, 'listening');
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a microphone that dies again at once: what was recorded still lands, and the reason is shown', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.deliver(audioMs(70));
  rig.recorder.fail(new DictationError('recorder-stopped'));
  const error = new DictationError('microphone-unavailable');
  rig.recorder.fail(error);
  await settle();
  assert.equal(rig.controller.state.kind, 'finalizing');
  assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
  rig.session.turn({ order: 0, transcript: 'Said before.', isEnd: true });
  rig.session.end();
  await settle();
  assert.deepEqual(rig.document, ['Said before.']);
  assert.deepEqual(rig.controller.state, { kind: 'idle', failure: error });
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a chosen microphone that is gone for good is replaced by the default one, visibly', async () => {
  const rig = new Rig();
  rig.settings = { ...SETTINGS, recording: { ...SETTINGS.recording, device: 'usb-mic' } };
  await rig.listen();
  rig.recorder.fail(new DictationError('recorder-stopped'));
  rig.recorder.fail(new DictationError('microphone-unavailable'));
  assert.deepEqual(
    [rig.devices, rig.notices],
    [['usb-mic', 'usb-mic', ''], [{ kind: 'microphone-replaced', device: 'usb-mic' }]],
  );
  rig.recorder.deliver(audioMs(50));
  assert.equal(rig.controller.state.kind, 'listening');
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a chosen microphone that is not there is replaced at once, because somebody speaks already', async () => {
  const rig = new Rig();
  rig.settings = { ...SETTINGS, recording: { ...SETTINGS.recording, device: 'usb-mic' } };
  const started = rig.controller.start();
  await settle();
  rig.recorder.fail(new DictationError('microphone-unavailable'));
  rig.recorder.deliver(soundMs(50));
  await started;
  rig.session.begin();
  await settle();
  assert.deepEqual(
    [rig.devices, rig.notices, rig.controller.state.kind],
    [['usb-mic', ''], [{ kind: 'microphone-replaced', device: 'usb-mic' }], 'listening'],
  );
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a default microphone that cannot be opened either is a failure', async () => {
  const rig = new Rig();
  rig.settings = { ...SETTINGS, recording: { ...SETTINGS.recording, device: 'usb-mic' } };
  const started = rig.controller.start();
  await settle();
  const error = new DictationError('microphone-unavailable');
  rig.recorder.fail(new DictationError('microphone-unavailable'));
  rig.recorder.fail(error);
  await started;
  rig.session.end();
  await settle();
  assert.deepEqual(
    [rig.devices, rig.controller.state],
    [['usb-mic', ''], { kind: 'idle', failure: error }],
  );
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a microphone that worked well since its last failure gets a new chance', async () => {
  const rig = new Rig();
  await rig.listen();
  for (let i = 0; i < 3; i++) {
    rig.recorder.fail(new DictationError('recorder-stopped'));
    rig.recorder.deliver(audioMs(10_000));
  }
  assert.equal(rig.recorders.length, 4);
  assert.equal(rig.controller.state.kind, 'listening');
  rig.controller.cancel();
});

test('a run that fails with audio unsent keeps it, and a retry transcribes it to where the person is', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.recorder.deliver(soundMs(4950));
  const error = new DictationError('key-rejected');
  rig.session.end({ kind: 'failed', error });
  await settle();
  assert.deepEqual(rig.controller.state, { kind: 'idle', failure: error, keptMs: 5000 });
  await rig.controller.retryTranscription();
  await rig.clock.advance(POST_ROLL_MS);
  assert.equal(rig.recorders.length, 1);
  rig.session.begin();
  assert.equal(rig.session.audio.length, 5000 * 32);
  assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
  rig.session.turn({ order: 0, transcript: 'Not lost.', isEnd: true });
  rig.session.end();
  await settle();
  assert.deepEqual(rig.document, ['Not lost.']);
  assert.deepEqual(rig.controller.state, { kind: 'idle' });
  assert.deepEqual([rig.controller.keptAudio, rig.leaks], [[], NO_LEAKS]);
});

test('a retry that fails keeps the audio for the next one; several are retried one after the other', async () => {
  const rig = new Rig();
  const error = new DictationError('account-refused');
  for (const seconds of [2, 3]) {
    await rig.listen();
    rig.recorder.deliver(soundMs(seconds * 1000 - 50));
    rig.session.end({ kind: 'failed', error });
    await settle();
  }
  await rig.controller.retryTranscription();
  rig.session.end({ kind: 'failed', error });
  await settle();
  assert.deepEqual(rig.controller.state, { kind: 'idle', failure: error, keptMs: 5000 });
  await rig.controller.retryTranscription();
  for (const text of ['First.', 'Second.']) {
    await rig.clock.advance(POST_ROLL_MS);
    rig.session.begin();
    rig.session.turn({ order: 0, transcript: text, isEnd: true });
    rig.session.end();
    await settle();
  }
  assert.deepEqual(rig.document, ['First.', 'Second.']);
  assert.deepEqual([rig.controller.state, rig.leaks], [{ kind: 'idle' }, NO_LEAKS]);
});

test('a retry without anything kept does nothing', async () => {
  const rig = new Rig();
  await rig.controller.retryTranscription();
  assert.deepEqual(rig.kinds, ['idle']);
});

test('a microphone that cannot be opened ends the run at once', async () => {
  const rig = new Rig();
  await rig.controller.start();
  const error = new DictationError('recorder-missing');
  rig.recorder.fail(error);
  await settle();
  assert.deepEqual(rig.controller.state, { kind: 'idle', failure: error });
  assert.deepEqual(rig.session.calls, [{ kind: 'dispose' }]);
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('cancel drops what has not landed and closes everything at once', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.turn({ order: 0, transcript: 'Landed.', isEnd: true });
  await settle();
  rig.session.turn({ order: 1, transcript: 'Not landed' });
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.document, ['Landed.']);
  assert.deepEqual(rig.controller.state, { kind: 'idle' });
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('cancel while draining drops what is still to come', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  rig.controller.cancel();
  assert.deepEqual(rig.kinds.at(-1), 'idle');
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('the unformatted text of an ended turn is inserted when the formatted one does not come in time', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.turn({ order: 0, transcript: 'raw text', isEnd: true, awaitsFormatting: true });
  await rig.clock.advance(FORMATTED_TURN_DEADLINE_MS - 1);
  assert.deepEqual(rig.document, []);
  await rig.clock.advance(1);
  assert.deepEqual(rig.document, ['raw text']);
  rig.session.turn({ order: 0, transcript: 'Raw text.', isEnd: true });
  await settle();
  assert.deepEqual(rig.document, ['raw text']);
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('partials of the next turn do not keep an ended turn waiting for ever', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.turn({ order: 0, transcript: 'raw', isEnd: true, awaitsFormatting: true });
  for (let i = 0; i < 4; i++) {
    await rig.clock.advance(FORMATTED_TURN_DEADLINE_MS / 2);
    rig.session.turn({ order: 1, transcript: `next ${String(i)}` });
  }
  await settle();
  assert.deepEqual(rig.document, ['raw']);
  rig.controller.cancel();
});

test('what cannot be inserted is handed over in a notice, and later finals are still tried', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.target.outcome = 'read-only';
  rig.session.turn({ order: 0, transcript: 'First.', isEnd: true });
  await settle();
  rig.target.outcome = 'inserted';
  rig.session.turn({ order: 1, transcript: 'Second.', isEnd: true });
  await settle();
  assert.deepEqual(rig.notices, [
    { kind: 'text-not-inserted', text: 'First.', outcome: 'read-only' },
  ]);
  assert.deepEqual(rig.document, ['Second.']);
  rig.controller.cancel();
});

test('another model than the one asked for is told', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.session.begin({ model: 'universal-3-5-pro' });
  assert.deepEqual(rig.notices, [
    { kind: 'model-mismatch', asked: 'universal-3-6-pro', running: 'universal-3-5-pro' },
  ]);
  rig.controller.cancel();
});

test('changed settings go to the running session; those that must wait are told once', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.deferred = ['recognition.model'];
  rig.settings = {
    ...SETTINGS,
    recording: { ...SETTINGS.recording, sampleRate: 48000 },
    recognition: { ...SETTINGS.recognition, model: 'whisper-rt', keyterms: ['Kubernetes'] },
  };
  rig.controller.settingsChanged();
  rig.controller.settingsChanged();
  assert.deepEqual(rig.notices, [
    { kind: 'settings-deferred', keys: ['recording.sampleRate', 'recognition.model'] },
  ]);
  assert.deepEqual(rig.session.calls.at(-1), {
    kind: 'update',
    recognition: { ...rig.settings.recognition, model: SETTINGS.recognition.model },
  });
  rig.controller.cancel();
});

test('end turn forces the endpoint', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.controller.endTurn();
  assert.deepEqual(rig.session.calls.at(-1), { kind: 'forceEndpoint' });
  rig.controller.cancel();
});

test('commands that mean nothing while idle do nothing', async () => {
  const rig = new Rig();
  rig.controller.stop();
  rig.controller.cancel();
  rig.controller.endTurn();
  rig.controller.settingsChanged();
  await settle();
  assert.deepEqual(rig.kinds, ['idle']);
});

test('a second start while one run is on does nothing', async () => {
  const rig = new Rig();
  await Promise.all([rig.controller.start(), rig.controller.start()]);
  await rig.controller.start();
  assert.equal(rig.recorders.length, 1);
  rig.controller.cancel();
});

test('a tapped key starts, and stops at the next tap', async () => {
  const rig = new Rig();
  rig.controller.toggle();
  await rig.clock.advance(3000);
  rig.controller.toggle();
  assert.deepEqual(rig.kinds, ['idle', 'starting', 'finalizing']);
  rig.controller.cancel();
});

test('a held key dictates until it is released', async () => {
  const rig = new Rig();
  for (let i = 0; i < 40; i++) {
    rig.controller.toggle();
    await rig.clock.advance(i === 0 ? 600 : 33);
  }
  const held = [...rig.kinds];
  await rig.clock.advance(1000);
  assert.deepEqual(
    [held, rig.kinds],
    [
      ['idle', 'starting'],
      ['idle', 'starting', 'finalizing', 'idle'],
    ],
  );
  rig.controller.cancel();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a key that is held on when dictation was cancelled does not start it again', async () => {
  const rig = new Rig();
  rig.controller.toggle();
  await rig.clock.advance(600);
  rig.controller.toggle();
  rig.controller.cancel();
  for (let i = 0; i < 40; i++) {
    rig.controller.toggle();
    await rig.clock.advance(33);
  }
  await rig.clock.advance(1000);
  assert.deepEqual(rig.kinds, ['idle', 'starting', 'idle']);
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a held key ends with the controller', async () => {
  const rig = new Rig();
  rig.controller.toggle();
  await rig.clock.advance(600);
  rig.controller.toggle();
  rig.controller.dispose();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a run started while the last one drains records at once, and its words come after', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  const [first] = rig.sessions;
  await rig.listen();
  assert.equal(rig.controller.state.kind, 'listening');
  rig.session.turn({ order: 0, transcript: 'Second run.', isEnd: true });
  await settle();
  assert.deepEqual(rig.document, []);
  first?.turn({ order: 0, transcript: 'First run.', isEnd: true });
  first?.end();
  await settle();
  assert.deepEqual(rig.document, ['First run.', 'Second run.']);
  assert.equal(rig.controller.state.kind, 'listening');
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a draining run that fails while the next one listens is told without disturbing it', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  const [first] = rig.sessions;
  await rig.listen();
  const error = new DictationError('termination-timeout');
  first?.end({ kind: 'failed', error });
  await settle();
  assert.deepEqual(rig.notices, [{ kind: 'earlier-run-failed', error, keptMs: 0 }]);
  assert.equal(rig.controller.state.kind, 'listening');
  rig.controller.cancel();
});

test('no key and the question dismissed: idle for want of a key, nothing was sent', async () => {
  const rig = new Rig();
  rig.askForKey()(undefined);
  await rig.controller.start();
  const state = rig.controller.state;
  assert.equal(state.kind === 'idle' ? state.failure?.reason : state.kind, 'key-missing');
  assert.deepEqual([rig.sessions.length, rig.leaks], [0, NO_LEAKS]);
});

test('stopped while the key is asked for: nothing starts when the answer comes', async () => {
  const rig = new Rig();
  const answer = rig.askForKey();
  const started = rig.controller.start();
  await settle();
  rig.controller.stop();
  assert.deepEqual(rig.kinds, ['idle', 'starting', 'idle']);
  answer('key');
  await started;
  assert.deepEqual(
    [rig.recorders.length, rig.sessions.length, rig.controller.state, rig.leaks],
    [1, 0, { kind: 'idle' }, NO_LEAKS],
  );
});

test('an engine that cannot be loaded is a failure that is shown', async () => {
  const rig = new Rig();
  rig.loadFailure = new Error('Cannot find module');
  await rig.controller.start();
  const state = rig.controller.state;
  assert.deepEqual(state.kind === 'idle' ? [state.failure?.reason, state.failure?.detail] : [], [
    'unexpected',
    'Cannot find module',
  ]);
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('shutdown turns the microphone off and waits for the sockets to close', async () => {
  const rig = new Rig();
  await rig.listen();
  await rig.controller.shutdown();
  assert.deepEqual(rig.leaks, NO_LEAKS);
  rig.controller.dispose();
});

test('nothing spoken and no key is ever logged', async () => {
  const rig = new Rig();
  rig.authorize = () => Promise.resolve('secret-key');
  await rig.listen();
  rig.session.turn({ order: 0, transcript: 'confidential', isEnd: true });
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  rig.session.end({ kind: 'failed', error: new DictationError('server-error') });
  await settle();
  assert.deepEqual(rig.logged, [
    'idle → starting',
    'starting → listening',
    'listening → finalizing',
    'run failed: server-error',
    'finalizing → idle',
  ]);
});

test('a connection that cannot be opened is told at once, once, and tried on', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.recorder.deliver(audioMs(500));
  const error = new DictationError('connection-refused', { retryable: true });
  for (let i = 0; i < 3; i++) {
    rig.session.end({ kind: 'failed', error });
    await rig.clock.advance(5000);
  }
  assert.deepEqual(rig.notices, [{ kind: 'cannot-connect', error, keptMs: 500 }]);
  assert.deepEqual(rig.controller.state, {
    kind: 'reconnecting',
    sinceMs: 0,
    partial: '',
    keptSinceMs: -500,
    error,
  });
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a lost connection is told when it is gone for ten seconds, and not when it is back before', async () => {
  const rig = new Rig();
  await rig.listen();
  const error = new DictationError('connection-lost', { retryable: true });
  rig.session.end({ kind: 'failed', error });
  await rig.clock.advance(9000);
  rig.session.begin();
  await rig.clock.advance(20_000);
  assert.deepEqual(rig.notices, []);
  rig.session.end({ kind: 'failed', error });
  await rig.clock.advance(20_000);
  assert.deepEqual(
    rig.notices.map(({ kind }) => kind),
    ['cannot-connect'],
  );
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('while an earlier run drains, a start that comes to nothing is not idle: it can still be cancelled', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  const started = rig.controller.start();
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  await started;
  assert.deepEqual([rig.controller.state.kind, rig.sessions.length], ['finalizing', 1]);
  rig.session.turn({ order: 0, transcript: 'Landed.', isEnd: true });
  rig.session.end();
  await settle();
  assert.deepEqual(
    [rig.document, rig.controller.state, rig.leaks],
    [['Landed.'], { kind: 'idle' }, NO_LEAKS],
  );
});

test('a start that fails while an earlier run drains shows its reason when that one is through', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  rig.authorize = () => Promise.resolve(undefined);
  await rig.controller.start();
  assert.equal(rig.kinds.at(-1), 'finalizing');
  rig.session.end();
  await settle();
  const state = rig.states.at(-1);
  assert.equal(state?.kind === 'idle' ? state.failure?.reason : state?.kind, 'key-missing');
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('endpoint, model and token server stay as the run began, and the person is told while no session is open too', async () => {
  const rig = new Rig();
  await rig.listen();
  const error = new DictationError('connection-lost', { retryable: true });
  rig.session.end({ kind: 'failed', error });
  rig.settings = {
    ...SETTINGS,
    recognition: {
      ...SETTINGS.recognition,
      endpoint: 'wss://elsewhere.example/v3/ws',
      tokenUrl: 'https://tokens.example/',
      model: 'whisper-rt',
      keyterms: ['Kubernetes'],
    },
  };
  rig.controller.settingsChanged();
  rig.controller.settingsChanged();
  await rig.clock.advance(250);
  assert.deepEqual(rig.session.options.recognition, {
    ...SETTINGS.recognition,
    keyterms: ['Kubernetes'],
  });
  assert.deepEqual(rig.notices, [
    {
      kind: 'settings-deferred',
      keys: ['recognition.endpoint', 'recognition.tokenUrl', 'recognition.model'],
    },
  ]);
  rig.controller.cancel();
});

test('whoever fails over one final does not keep the next ones, or the end, from coming', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.noteOutcomeFails = true;
  rig.session.turn({ order: 0, transcript: 'One.', isEnd: true });
  rig.session.turn({ order: 1, transcript: 'Two.', isEnd: true });
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  rig.session.end();
  await settle();
  assert.deepEqual([rig.document, rig.controller.state.kind], [['One.', 'Two.'], 'idle']);
});

test('kept audio as long as a journal can be is transcribed by a retry', async () => {
  const rig = new Rig();
  await rig.controller.start();
  const error = new DictationError('connection-refused', { retryable: true });
  rig.session.end({ kind: 'failed', error });
  for (let minute = 0; minute < 10; minute++) rig.recorder.deliver(soundMs(60_000));
  await settle();
  assert.equal(rig.kinds.at(-1), 'idle');
  await rig.controller.retryTranscription();
  await rig.clock.advance(POST_ROLL_MS);
  rig.session.begin();
  await rig.clock.advance(500_000);
  assert.equal(rig.session.audio.length, 600_000 * 32);
  assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
  rig.session.end();
  await settle();
  assert.deepEqual([rig.controller.state, rig.controller.keptAudio], [{ kind: 'idle' }, []]);
});

test('a microphone that delivers nothing but zeros is told while dictation goes on', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.session.begin();
  rig.recorder.deliver(zerosMs(2950));
  assert.deepEqual([rig.soundProblems, rig.kinds.at(-1)], [[], 'starting']);
  rig.recorder.deliver(zerosMs(7000));
  assert.deepEqual([rig.soundProblems, rig.kinds.at(-1)], [['none'], 'listening']);
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('a microphone that is understood is not called faint', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.session.begin();
  rig.recorder.deliver(soundMs(50));
  rig.session.turn({ order: 0, transcript: 'Yes', isEnd: false });
  rig.recorder.deliver(audioMs(12_000));
  assert.deepEqual(rig.soundProblems, []);
  rig.controller.cancel();
  await settle();
});

test('a recogniser that hears nobody speak for long is told of, unless it has heard them before', async () => {
  const notices: unknown[] = [];
  for (const probabilities of [
    [0.01, 0.02, 0.09, 0.01],
    [0.01, 0.99, 0.01, 0.01, 0.01, 0.01],
  ]) {
    const rig = new Rig();
    await rig.controller.start();
    rig.session.begin();
    rig.recorder.deliver(soundMs(50));
    for (const probability of probabilities) rig.session.hint({ kind: 'speech', probability });
    notices.push(rig.soundProblems);
    rig.controller.cancel();
    await settle();
  }
  assert.deepEqual(notices, [['no-speech'], []]);
});

test('what the provider warns of is told once each, a few at the most', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.session.begin();
  for (const text of ['a', 'b', 'a', 'c', 'd', 'b']) rig.session.hint({ kind: 'warning', text });
  assert.deepEqual(
    rig.notices,
    ['a', 'b', 'c'].map((text) => ({ kind: 'recogniser-warning', text })),
  );
  rig.controller.cancel();
  await settle();
});

test('it listens once the microphone is awake, not while that delivers zeros', async () => {
  const rig = new Rig();
  await rig.controller.start();
  rig.session.begin();
  rig.recorder.deliver(zerosMs(800));
  const asleep = rig.kinds.at(-1);
  rig.recorder.deliver(audioMs(50));
  assert.deepEqual([asleep, rig.kinds.at(-1), rig.soundProblems], ['starting', 'listening', []]);
  rig.controller.cancel();
  await settle();
});
