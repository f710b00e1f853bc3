import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../src/core/failure';
import { POST_ROLL_MS } from '../../../src/dictation/run/microphone';
import { settle } from '../../contracts/virtual-clock';
import { audioMs, NO_LEAKS, Rig, SETTINGS } from './rig';

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
