import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError, type FailureReason } from '../../../src/core/failure';
import { FRAME_MS } from '../../../src/core/pcm';
import type { Preparation, Provider, ReadyProvider } from '../../../src/core/provider';
import { PREPARATION_DEADLINE_MS } from '../../../src/dictation/early-recording';
import { startRun } from '../../../src/dictation/run/run';
import {
  SCRIPTED_TRAITS,
  ScriptedSession,
  scriptedProvider,
} from '../../contracts/scripted-provider';
import { sessionContract, type SessionHarness } from '../../contracts/session';
import { settle } from '../../contracts/virtual-clock';
import { NO_LEAKS, Rig, SETTINGS } from '../dictation/rig';

const SCRIPT = ['', 'it', 'works', 'without', 'a', 'key'];

/** One frame of a word of the script, or of silence. */
function frame(word: number): Uint8Array {
  return new Uint8Array(1600).fill(word, 0, 1);
}

class ScriptedHarness implements SessionHarness {
  readonly recognition = SETTINGS.recognition;
  private readonly session = new ScriptedSession(SCRIPT);

  connect(): ScriptedSession {
    return this.session;
  }

  begin(): Promise<void> {
    this.session.begin();
    return Promise.resolve();
  }

  speak(): void {
    queueMicrotask(() => {
      for (const word of [1, 2, 0, 0, 0, 0]) this.session.send(frame(word));
    });
  }

  speakOn(): void {
    for (const word of [1, 2]) this.session.send(frame(word));
  }

  confirmEnd(): void {
    // It does so by itself.
  }

  fail(): Promise<FailureReason> {
    this.session.fail();
    return Promise.resolve('connection-lost');
  }

  audio(): Promise<Uint8Array> {
    return Promise.resolve(Buffer.concat(this.session.frames));
  }

  close(): Promise<void> {
    this.session.dispose();
    return this.session.closed;
  }
}

sessionContract('ScriptedSession', () => Promise.resolve(new ScriptedHarness()));

/** A rig whose words come from a provider without a key, network or price. */
function rigWith(script = SCRIPT) {
  const rig = new Rig();
  const provider = scriptedProvider(script);
  rig.loadRunCode = () => Promise.resolve({ startRun, provider });
  return { rig, provider, speak: (words: readonly number[]) => speak(rig, words) };
}

async function speak(rig: Rig, words: readonly number[]): Promise<void> {
  for (const word of words) {
    rig.recorder.deliver(frame(word));
    await rig.clock.advance(FRAME_MS);
  }
}

test('another provider dictates without a key, and nothing is billed', async () => {
  const { rig, provider, speak } = rigWith();
  await rig.controller.start();
  provider.sessions[0]?.begin();
  await speak([1, 2, 0, 0, 0, 0, 3, 4, 5]);
  rig.controller.stop();
  await rig.clock.advance(1000);
  assert.deepEqual(
    { document: rig.document, usage: rig.usage, leaks: rig.leaks, notices: rig.notices },
    {
      document: ['it works', 'without a key'],
      usage: [{ day: '2026-11-22', model: 'a script', billedMs: 0, freeMs: 450 }],
      leaks: NO_LEAKS,
      notices: [],
    },
  );
});

test('a provider that dies is started again and hears what is not final', async () => {
  const { rig, provider, speak } = rigWith();
  await rig.controller.start();
  provider.sessions[0]?.begin();
  await speak([1, 2, 0, 0, 0, 0, 3, 4]);
  provider.sessions[0]?.fail();
  await speak([5, 0, 0, 0, 0, 0]);
  provider.sessions[1]?.begin();
  rig.controller.stop();
  await rig.clock.advance(1000);
  assert.deepEqual([rig.document, rig.leaks], [['it works', 'without a key'], NO_LEAKS]);
});

test('sessions that cost nothing are never parked, and no budget keeps them from listening', async () => {
  const { rig, provider, speak } = rigWith();
  rig.settings = {
    ...SETTINGS,
    cost: { ...SETTINGS.cost, parkAfterSilenceMs: 5000, stopAfterSilenceMs: 0, dailyBudget: 0 },
  };
  await rig.controller.start();
  provider.sessions[0]?.begin();
  await speak(Array.from({ length: 400 }, () => 0));
  assert.deepEqual(
    { state: rig.controller.state.kind, kinds: new Set(rig.kinds), notices: rig.notices },
    { state: 'listening', kinds: new Set(['idle', 'starting', 'listening']), notices: [] },
  );
  assert.deepEqual(
    rig.states.filter((state) => state.kind === 'listening' && state.isParked === true),
    [],
  );
  rig.controller.cancel();
  await settle();
});

test('what is said while a provider gets its model lands, however long that takes', async () => {
  const { rig, provider, speak } = rigWith();
  let tell: (progress: Preparation) => void = () => undefined;
  let ready: (provider: ReadyProvider) => void = () => undefined;
  rig.loadRunCode = () =>
    Promise.resolve({
      startRun,
      provider: {
        ...provider,
        makeReady: ({ onProgress }) => {
          tell = onProgress;
          return new Promise((resolve) => (ready = resolve));
        },
      },
    });
  const started = rig.controller.start();
  await settle();
  tell({ what: 'download', percent: undefined });
  await speak([1, 2]);
  for (const percent of [25, 50, 75]) {
    tell({ what: 'download', percent });
    await rig.clock.advance(PREPARATION_DEADLINE_MS - 1);
  }
  tell({ what: 'load', percent: 100 });
  const connect = (): ScriptedSession => {
    const session = new ScriptedSession(SCRIPT);
    provider.sessions.push(session);
    return session;
  };
  ready({ connect, mayGoOn: () => true });
  await started;
  const shown = rig.states.map((state) =>
    state.kind === 'preparing' ? [state.what, state.percent] : state.kind,
  );
  provider.sessions[0]?.begin();
  rig.controller.stop();
  await rig.clock.advance(1000);
  assert.deepEqual(
    { shown, document: rig.document, leaks: rig.leaks },
    {
      shown: [
        'idle',
        'starting',
        ['download', undefined],
        ['download', 25],
        ['download', 50],
        ['download', 75],
        ['load', 100],
        'starting',
      ],
      document: ['it works'],
      leaks: NO_LEAKS,
    },
  );
});

test('a provider that stops telling how it gets on leaves the microphone on no longer', async () => {
  const { rig, provider } = rigWith();
  rig.loadRunCode = () =>
    Promise.resolve({
      startRun,
      provider: {
        ...provider,
        makeReady: ({ onProgress }) => {
          onProgress({ what: 'download', percent: 1 });
          return new Promise(() => undefined);
        },
      },
    });
  const started = rig.controller.start();
  await settle();
  await rig.clock.advance(PREPARATION_DEADLINE_MS);
  await started;
  assert.deepEqual([rig.kinds.at(-1), rig.leaks], ['idle', NO_LEAKS]);
});

test('where one provider refuses in mid-run, the next session is another’s and hears the rest', async () => {
  const rig = new Rig();
  rig.settings = {
    ...SETTINGS,
    cost: { ...SETTINGS.cost, parkAfterSilenceMs: 5000, stopAfterSilenceMs: 0 },
  };
  const service = { ...SCRIPTED_TRAITS, billsOpenTime: true };
  const sessions: ScriptedSession[] = [];
  let hasRefused = false;
  const provider: Provider = {
    traits: () => service,
    makeReady: () =>
      Promise.resolve({
        connect: () => {
          const session = new ScriptedSession(SCRIPT, hasRefused ? SCRIPTED_TRAITS : service);
          sessions.push(session);
          return session;
        },
        mayGoOn: () => {
          const mayFallBack = !hasRefused;
          hasRefused = true;
          return mayFallBack;
        },
      }),
  };
  rig.loadRunCode = () => Promise.resolve({ startRun, provider });
  await rig.controller.start();
  const [first] = sessions;
  first?.begin();
  await speak(rig, [1, 2, 0, 0, 0, 0, 3, 4]);
  // Not retryable: the key was revoked.
  first?.fail(new DictationError('key-rejected'));
  await speak(rig, [5, 0, 0, 0, 0, 0]);
  sessions[1]?.begin();
  await speak(
    rig,
    Array.from({ length: 200 }, () => 0),
  );
  const { state } = rig.controller;
  rig.controller.stop();
  await rig.clock.advance(1000);
  assert.deepEqual(
    {
      document: rig.document,
      sessions: sessions.length,
      isParked: state.kind === 'listening' && state.isParked === true,
      leaks: rig.leaks,
    },
    { document: ['it works', 'without a key'], sessions: 2, isParked: false, leaks: NO_LEAKS },
  );
});
