import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../src/core/failure';
import type { Settings } from '../../../src/core/settings';
import { POST_ROLL_MS } from '../../../src/dictation/run/microphone';
import { settle } from '../../contracts/virtual-clock';
import type { FakeSession } from '../../contracts/fake-session';
import { NO_LEAKS, Rig, SETTINGS, soundMs } from './rig';

const CHEAP = 'universal-streaming-english';

function settings(
  recognition: Partial<Settings['recognition']>,
  fromWorkspace: Settings['vocabulary']['fromWorkspace'] = 'auto',
): Settings {
  return {
    ...SETTINGS,
    recognition: { ...SETTINGS.recognition, ...recognition },
    vocabulary: { fromWorkspace },
  };
}

/** The keyterms that a session was opened with, and each update of them. */
function told({ options, calls }: FakeSession): readonly (readonly string[])[] {
  const updates = calls.flatMap((call) => (call.kind === 'update' ? [call.recognition] : []));
  return [options.recognition, ...updates].map(({ keyterms }) => keyterms);
}

test('names that are known at the start are told once a session is on its way, after the own keyterms', async () => {
  const rig = new Rig();
  rig.settings = settings({ keyterms: ['Kubernetes'] });
  rig.names = ['get user name'];
  await rig.listen();
  assert.deepEqual(told(rig.session), [['Kubernetes'], ['Kubernetes', 'get user name']]);
  rig.controller.cancel();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
});

test('names that are found later are told the session, and no setting is said to wait', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.deferred = ['recognition.keyterms'];
  rig.watched[0]?.change(['get user name']);
  assert.deepEqual(told(rig.session), [[], ['get user name']]);
  rig.controller.settingsChanged();
  assert.deepEqual(rig.notices, []);
  rig.controller.cancel();
});

test('own keyterms that a session cannot take are said to wait', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.deferred = ['recognition.keyterms'];
  rig.settings = settings({ keyterms: ['Kubernetes'] });
  rig.controller.settingsChanged();
  assert.deepEqual(rig.notices, [{ kind: 'settings-deferred', keys: ['recognition.keyterms'] }]);
  rig.controller.cancel();
});

test('changed settings keep the names, and the next session gets both', async () => {
  const rig = new Rig();
  rig.names = ['get user name'];
  await rig.listen();
  rig.settings = settings({ keyterms: ['Kubernetes'] });
  rig.controller.settingsChanged();
  assert.deepEqual(told(rig.session).at(-1), ['Kubernetes', 'get user name']);
  rig.controller.cancel();
});

test('where names cost extra the person is asked once a run, and none are told', async () => {
  const rig = new Rig();
  rig.settings = settings({ model: CHEAP });
  rig.names = ['get user name'];
  await rig.listen();
  rig.session.begin();
  rig.watched[0]?.change(['get user name', 'user list']);
  assert.deepEqual(rig.notices, [{ kind: 'names-cost-extra', model: CHEAP }]);
  assert.deepEqual(told(rig.session), [[], []]);
  rig.controller.cancel();
});

test('once the person agrees, the run that is on tells the names', async () => {
  const rig = new Rig();
  rig.settings = settings({ model: CHEAP });
  rig.names = ['get user name'];
  await rig.listen();
  rig.settings = settings({ model: CHEAP }, 'on');
  rig.controller.settingsChanged();
  assert.deepEqual(told(rig.session), [[], ['get user name']]);
  rig.controller.cancel();
});

test('nobody is asked about names where there are none, or where they are off', async () => {
  for (const [fromWorkspace, names] of [
    ['auto', []],
    ['off', ['get user name']],
  ] as const) {
    const rig = new Rig();
    rig.settings = settings({ model: CHEAP }, fromWorkspace);
    rig.names = names;
    await rig.listen();
    assert.deepEqual([rig.notices, told(rig.session)], [[], [[]]]);
    rig.controller.cancel();
  }
});

test('names are watched until the run is over, and not for one that never began', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.controller.stop();
  await rig.clock.advance(POST_ROLL_MS);
  rig.session.end();
  await settle();
  assert.deepEqual(rig.leaks, NO_LEAKS);
  rig.authorize = () => Promise.resolve(undefined);
  await rig.controller.start();
  assert.deepEqual([rig.watched.length, rig.leaks], [2, NO_LEAKS]);
});

/** What a session was told of the place, each time. */
function places({ calls }: FakeSession): readonly (string | undefined)[] {
  return calls.flatMap((call) => (call.kind === 'update' ? [call.place] : []));
}

test('a session is told of the place once it is on its way, and again when that is another', async () => {
  const rig = new Rig();
  rig.place = 'A developer dictates text. Project: house.';
  await rig.listen();
  const [names] = rig.watched;
  if (names !== undefined) names.place = 'A developer dictates text. Project: garden.';
  names?.change([]);
  assert.deepEqual(
    [places(rig.session), JSON.stringify(rig.session.options).includes('house')],
    [
      ['A developer dictates text. Project: house.', 'A developer dictates text. Project: garden.'],
      false,
    ],
  );
  assert.deepEqual(rig.controller.told, {
    keyterms: [],
    place: 'A developer dictates text. Project: garden.',
    said: [],
  });
  rig.controller.cancel();
});

test('the session after one that is lost is told what was said last, and no other is', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.begin();
  rig.recorder.deliver(soundMs(1000));
  for (let order = 0; order < 7; order++) {
    rig.session.turn({ order, transcript: `Turn ${String(order)}.`, isEnd: true });
  }
  rig.session.end({
    kind: 'failed',
    error: new DictationError('connection-lost', { retryable: true }),
  });
  await rig.clock.advance(5000);
  assert.deepEqual(
    rig.sessions.map(({ options }) => options.said),
    [undefined, 'Turn 2. Turn 3. Turn 4. Turn 5. Turn 6.'],
  );
  assert.deepEqual(rig.controller.told?.said.at(-1), 'Turn 6.');
  rig.controller.cancel();
});

test('nothing is told of the place or of what was said where names are off, or a model makes nothing of it', async () => {
  for (const off of [
    settings({}, 'off'),
    settings({ model: CHEAP }),
    settings({ model: 'u3-rt-pro' }),
  ]) {
    const rig = new Rig();
    rig.settings = off;
    rig.place = 'A developer dictates text.';
    await rig.listen();
    rig.session.begin();
    rig.recorder.deliver(soundMs(1000));
    rig.session.turn({ order: 0, transcript: 'Yes.', isEnd: true });
    rig.session.end({
      kind: 'failed',
      error: new DictationError('connection-lost', { retryable: true }),
    });
    await rig.clock.advance(5000);
    assert.deepEqual(
      [rig.sessions.map(({ options }) => options.said), rig.sessions.flatMap(places)],
      [[undefined, undefined], []],
    );
    assert.deepEqual([rig.controller.told?.place, rig.controller.told?.said], ['', []]);
    rig.controller.cancel();
  }
});

test('what this computer has heard is told no service', async () => {
  const rig = new Rig();
  await rig.listen();
  rig.session.begin();
  rig.recorder.deliver(soundMs(1000));
  rig.session.turn({ order: 0, transcript: 'Heard by a service.', isEnd: true });
  rig.session.traits = { ...rig.session.traits, isLocal: true };
  rig.session.turn({ order: 1, transcript: 'Heard here.', isEnd: true });
  rig.session.end({
    kind: 'failed',
    error: new DictationError('connection-lost', { retryable: true }),
  });
  await rig.clock.advance(5000);
  assert.deepEqual(rig.sessions.at(-1)?.options.said, 'Heard by a service.');
  rig.controller.cancel();
});
