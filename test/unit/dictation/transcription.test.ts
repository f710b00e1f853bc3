import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../src/core/failure';
import type { KeptAudio } from '../../../src/core/kept-audio';
import type { Settings } from '../../../src/core/settings';
import type { UsageEntry } from '../../../src/core/usage';
import { CostLedger } from '../../../src/dictation/cost/ledger';
import {
  transcribe,
  type TranscriptionEnd,
  type TranscriptionProgress,
} from '../../../src/dictation/transcription';
import { runCodeWith } from '../../contracts/controller';
import { FakeNames } from '../../contracts/fake-names';
import { FakeSession } from '../../contracts/fake-session';
import { FakeTarget } from '../../contracts/fake-target';
import { settle, VirtualClock } from '../../contracts/virtual-clock';
import { keptAudio } from '../../fixtures/kept-audio';
import { audioMs, SETTINGS, soundMs } from './rig';

/** A file of ten seconds that is being transcribed, with fakes all around it. */
class Rig {
  readonly clock = new VirtualClock();
  readonly sessions: FakeSession[] = [];
  readonly target = new FakeTarget();
  readonly names = new FakeNames();
  readonly progress: TranscriptionProgress[] = [];
  readonly cancel = new AbortController();
  readonly usage: UsageEntry[] = [];
  settings: Settings = SETTINGS;
  /** Somebody speaks for four seconds, pauses for one, and does so again. */
  audio: KeptAudio = keptAudio(
    Array.from({ length: 200 }, (_, i) => (i % 100 < 80 ? soundMs(50) : audioMs(50))),
  );
  code = runCodeWith((options) => {
    const session = new FakeSession(options, this.clock);
    this.sessions.push(session);
    return session;
  });
  private readonly ledger = new CostLedger({
    store: { append: (entry) => this.usage.push(entry), read: () => this.usage },
    today: () => '2026-11-30',
    pricePerHour: () => this.settings.cost.pricePerHour,
  });
  end: TranscriptionEnd | undefined;

  async start(): Promise<void> {
    const nothing = (): void => undefined;
    const { clock, code, ledger, target, names, settings, audio, cancel } = this;
    const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
    const window = { noteFinal: () => nothing, random: () => 0, onDidNotice: nothing };
    const onProgress = (progress: TranscriptionProgress): void => void this.progress.push(progress);
    const request = { audio, target, names, settings, signal: cancel.signal, onProgress };
    void transcribe({ clock, log, code, ledger, ...window }, request).then((end) => {
      this.end = end;
    });
    await settle();
  }

  get session(): FakeSession {
    return this.sessions.at(-1) ?? assert.fail('no session');
  }

  get leaks(): object {
    return {
      sessions: this.sessions.filter(({ isOpen }) => isOpen).length,
      target: this.target.isDisposed,
      names: this.names.isDisposed,
      timers: this.clock.pending,
    };
  }

  /** What has been told of the sound, in seconds. */
  get heard(): readonly number[] {
    return this.progress.flatMap((each) => (each.kind === 'listening' ? each.heardMs / 1000 : []));
  }
}

const NO_LEAKS = { sessions: 0, target: true, names: true, timers: 0 };

/** A turn with one word that ends at `endMs`. */
function said(text: string, endMs: number) {
  const words = [{ text, startMs: endMs - 500, endMs, isFinal: true }];
  return { transcript: text, words, isEnd: true };
}

test('all of a file is sent at once, and its texts land in order', async () => {
  const rig = new Rig();
  await rig.start();
  rig.session.begin();
  assert.equal(rig.session.audio.length, 200 * 1600);
  rig.session.turn({ order: 0, ...said('First.', 3000) });
  await rig.clock.advance(5000);
  const isTerminated = (): boolean => rig.session.calls.some(({ kind }) => kind === 'terminate');
  assert.equal(isTerminated(), false);
  rig.session.turn({ order: 1, ...said('Second.', 9000) });
  await rig.clock.advance(5000);
  assert.equal(isTerminated(), true);
  rig.session.end();
  await settle();
  assert.deepEqual(
    [rig.target.inserted, rig.end, rig.leaks],
    [['First.', 'Second.'], { kind: 'done', finals: 2 }, NO_LEAKS],
  );
  const { heard } = rig;
  assert.deepEqual(
    heard.toSorted((a, b) => a - b),
    heard,
  );
  assert.equal(heard.at(-1), 10);
});

test('a connection that is lost is opened again, and hears what is not final', async () => {
  const rig = new Rig();
  await rig.start();
  rig.session.begin();
  await rig.clock.advance(5000);
  rig.session.turn({ order: 0, ...said('First.', 4000) });
  await rig.clock.advance(1000);
  rig.session.end({
    kind: 'failed',
    error: new DictationError('connection-lost', { retryable: true }),
  });
  assert.deepEqual(rig.progress.at(-1), {
    kind: 'listening',
    heardMs: 7800,
    totalMs: 10_000,
    isReconnecting: true,
  });
  await rig.clock.advance(1000);
  rig.session.begin();
  assert.ok(rig.session.audio.length < 160 * 1600, String(rig.session.audio.length));
  rig.session.turn({ order: 0, ...said('Second.', 5000) });
  await rig.clock.advance(10_000);
  rig.session.end();
  await settle();
  assert.deepEqual(
    [rig.sessions.length, rig.target.inserted, rig.end?.kind, rig.leaks],
    [2, ['First.', 'Second.'], 'done', NO_LEAKS],
  );
});

test('cancelled, what has landed stays, and the rest is there to be transcribed', async () => {
  const rig = new Rig();
  await rig.start();
  rig.session.begin();
  await rig.clock.advance(4500);
  rig.session.turn({ order: 0, ...said('First.', 4000) });
  await settle();
  rig.cancel.abort();
  await settle();
  assert.ok(rig.end?.kind === 'stopped');
  const { left, why } = rig.end;
  assert.deepEqual([why, rig.target.inserted, rig.leaks], ['cancelled', ['First.'], NO_LEAKS]);
  assert.ok(left !== undefined && left.frames.length < 160 && left.frames.length > 100);
});

test('cancelled while something is got ready, nothing is opened', async () => {
  const rig = new Rig();
  let ready: () => void = () => undefined;
  const { provider, ...rest } = rig.code;
  rig.code = {
    ...rest,
    provider: {
      ...provider,
      makeReady: async (request) => {
        request.onProgress({ what: 'load', percent: undefined });
        await new Promise<void>((resolve) => {
          ready = resolve;
        });
        return provider.makeReady(request);
      },
    },
  };
  await rig.start();
  rig.cancel.abort();
  ready();
  await settle();
  assert.deepEqual(
    [rig.progress, rig.sessions, rig.end, rig.leaks],
    [
      [{ kind: 'preparing', what: 'load', percent: undefined }],
      [],
      { kind: 'stopped', why: 'cancelled', left: undefined },
      NO_LEAKS,
    ],
  );
});

test('the daily budget ends it as it would end a dictation; what is left is not lost', async () => {
  const rig = new Rig();
  const cost = { ...SETTINGS.cost, dailyBudget: 0.001, pricePerHour: { u3: 3.6 } };
  rig.settings = { ...SETTINGS, cost, recognition: { ...SETTINGS.recognition, model: 'u3' } };
  await rig.start();
  rig.session.begin();
  await rig.clock.advance(1500);
  assert.ok(rig.end?.kind === 'stopped');
  assert.deepEqual(
    [rig.end.why, rig.end.left?.frames.length, rig.usage.length, rig.leaks],
    ['budget', 200, 1, NO_LEAKS],
  );
  const again = new Rig();
  again.settings = rig.settings;
  again.usage.push(...rig.usage);
  await again.start();
  assert.deepEqual(
    [again.end, again.sessions, again.leaks],
    [{ kind: 'stopped', why: 'budget', left: again.audio }, [], NO_LEAKS],
  );
});

test('a failure leaves what is not final, for another try', async () => {
  const rig = new Rig();
  await rig.start();
  rig.session.begin();
  rig.session.turn({ order: 0, ...said('First.', 4000) });
  const error = new DictationError('key-rejected');
  rig.session.end({ kind: 'failed', error });
  await settle();
  assert.ok(rig.end?.kind === 'failed');
  assert.deepEqual([rig.end.error, rig.target.inserted, rig.leaks], [error, ['First.'], NO_LEAKS]);
  assert.ok((rig.end.left?.frames.length ?? 0) > 100);
});

test('without a key there is nothing but the reason', async () => {
  const rig = new Rig();
  const { code } = rig;
  rig.code = {
    ...code,
    provider: { ...code.provider, makeReady: () => Promise.resolve(undefined) },
  };
  await rig.start();
  assert.ok(rig.end?.kind === 'failed');
  assert.deepEqual(
    [rig.end.error.reason, rig.end.left, rig.leaks],
    ['key-missing', undefined, NO_LEAKS],
  );
});
