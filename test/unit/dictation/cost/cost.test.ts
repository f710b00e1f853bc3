import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CostSettings } from '../../../../src/core/settings';
import type { SessionEnd } from '../../../../src/core/recognition';
import { POST_ROLL_MS } from '../../../../src/dictation/run/microphone';
import { settle } from '../../../contracts/virtual-clock';
import { audioMs, NO_LEAKS, Rig, SETTINGS } from '../rig';

/** 50 ms of a loud tone. */
const LOUD = new Uint8Array(
  Int16Array.from({ length: 800 }, (_, i) => (i % 16 < 8 ? 8000 : -8000)).buffer,
);

const TERMINATED: SessionEnd = { kind: 'terminated' };

async function listening(cost: Partial<CostSettings>): Promise<Rig> {
  const rig = new Rig();
  rig.settings = { ...SETTINGS, cost: { ...SETTINGS.cost, ...cost } };
  await rig.listen();
  return rig;
}

async function hear(rig: Rig, sound: 'speech' | 'silence', ms: number): Promise<void> {
  for (let n = 0; n < ms / 50; n++) {
    await rig.clock.advance(50);
    rig.recorder.deliver(sound === 'speech' ? LOUD : audioMs(50));
  }
}

describe('parking', () => {
  test('after the silence no session is open, the microphone goes on, and the person is told', async () => {
    const rig = await listening({});
    await hear(rig, 'silence', 15_000);
    assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
    rig.session.end(TERMINATED, 15_000);
    assert.deepEqual(rig.controller.state, {
      kind: 'listening',
      sinceMs: 0,
      partial: '',
      model: undefined,
      isParked: true,
      level: 0,
    });
    assert.deepEqual(rig.leaks, { ...NO_LEAKS, recording: 1, targets: 1, holds: 1, watched: 1 });
    rig.controller.cancel();
  });

  test('speech opens a session that hears it from 600 ms before its first sound', async () => {
    const rig = await listening({});
    await hear(rig, 'silence', 15_000);
    rig.session.end(TERMINATED, 15_000);
    await hear(rig, 'silence', 5000);
    await hear(rig, 'speech', 1000);
    assert.deepEqual(rig.controller.state, {
      kind: 'listening',
      sinceMs: 0,
      partial: '',
      model: undefined,
      level: 3,
    });
    rig.session.begin();
    const { audio } = rig.session;
    const samples = Buffer.from(audio);
    const isLoud = (_: unknown, i: number): boolean =>
      i % 2 === 0 && Math.abs(samples.readInt16LE(i)) > 100;
    const firstLoudMs = audio.findIndex(isLoud) / 32;
    assert.deepEqual(
      { sessions: rig.sessions.length, firstLoudMs, sentMs: audio.length / 32 },
      { sessions: 2, firstLoudMs: 600, sentMs: 1600 },
    );
    rig.controller.cancel();
  });

  test('a stop in the first moment of a word still lands it', async () => {
    const rig = await listening({});
    await hear(rig, 'silence', 15_000);
    rig.session.end(TERMINATED, 15_000);
    await hear(rig, 'silence', 5000);
    rig.recorder.tail = LOUD;
    rig.controller.stop();
    await rig.clock.advance(POST_ROLL_MS);
    rig.session.begin();
    rig.session.turn({ order: 0, transcript: 'Yes.', isEnd: true });
    rig.session.end(TERMINATED, 1000);
    await settle();
    assert.deepEqual([rig.document, rig.leaks], [['Yes.'], NO_LEAKS]);
  });

  test('a stop while parked is over at once', async () => {
    const rig = await listening({});
    await hear(rig, 'silence', 15_000);
    rig.session.end(TERMINATED, 15_000);
    rig.controller.stop();
    await rig.clock.advance(POST_ROLL_MS);
    assert.deepEqual([rig.controller.state, rig.leaks], [{ kind: 'idle' }, NO_LEAKS]);
  });

  test('words of the recogniser keep the session although the microphone seems silent', async () => {
    const rig = await listening({});
    await hear(rig, 'silence', 10_000);
    rig.session.turn({ order: 0, transcript: 'whisper' });
    await hear(rig, 'silence', 10_000);
    // The same words again say nothing new.
    rig.session.turn({ order: 0, transcript: 'whisper' });
    await hear(rig, 'silence', 4900);
    assert.equal(rig.session.calls.at(-1)?.kind, 'send');
    await hear(rig, 'silence', 100);
    assert.equal(rig.session.calls.at(-1)?.kind, 'terminate');
    rig.controller.cancel();
  });
});

describe('limits', () => {
  test('silence ends dictation after a warning', async () => {
    const rig = await listening({ stopAfterSilenceMs: 10_000, parkAfterSilenceMs: 0 });
    await hear(rig, 'silence', 10_400);
    rig.session.end();
    await settle();
    assert.deepEqual(rig.notices, [
      { kind: 'cost-warning', limit: 'silence' },
      { kind: 'cost-stop', limit: 'silence' },
    ]);
    assert.deepEqual([rig.controller.state, rig.leaks], [{ kind: 'idle' }, NO_LEAKS]);
  });

  test('extending after the warning goes on', async () => {
    const rig = await listening({ maxMinutes: 0.2, parkAfterSilenceMs: 0 });
    await hear(rig, 'speech', 10_000);
    rig.controller.extend();
    await hear(rig, 'speech', 5000);
    assert.deepEqual(rig.notices, [{ kind: 'cost-warning', limit: 'duration' }]);
    assert.equal(rig.controller.state.kind, 'listening');
    rig.controller.cancel();
  });

  test('changed limits hold for the run that is on', async () => {
    const rig = await listening({});
    rig.settings = { ...SETTINGS, cost: { ...SETTINGS.cost, parkAfterSilenceMs: 5000 } };
    rig.controller.settingsChanged();
    await hear(rig, 'silence', 5000);
    assert.equal(rig.session.calls.at(-1)?.kind, 'terminate');
    rig.controller.cancel();
  });
});

describe('the daily budget', () => {
  /** At 0.45 dollars an hour, a second of session costs 0.000125 dollars. */
  const EIGHT_SECONDS = 0.001;

  test('warns at 80 per cent and ends dictation at 100, what is open now included', async () => {
    const rig = await listening({ dailyBudget: EIGHT_SECONDS, parkAfterSilenceMs: 0 });
    await hear(rig, 'speech', 9500);
    rig.session.end(TERMINATED, 9000);
    await settle();
    assert.deepEqual(rig.notices, [
      { kind: 'cost-warning', limit: 'budget' },
      { kind: 'cost-stop', limit: 'budget' },
    ]);
    assert.deepEqual(rig.usage, [
      { day: '2026-11-22', model: 'universal-3-6-pro', billedMs: 9000 },
    ]);
    assert.deepEqual(rig.leaks, NO_LEAKS);
  });

  test('that is spent starts nothing unless the person continues', async () => {
    const rig = new Rig();
    rig.settings = { ...SETTINGS, cost: { ...SETTINGS.cost, dailyBudget: EIGHT_SECONDS } };
    rig.usage.push({ day: '2026-11-22', model: 'universal-3-6-pro', billedMs: 8000 });
    await rig.controller.start();
    assert.deepEqual(
      [rig.controller.state, rig.notices, rig.sessions.length, rig.leaks],
      [{ kind: 'idle' }, [{ kind: 'cost-stop', limit: 'budget' }], 0, NO_LEAKS],
    );
    await rig.controller.continuePastBudget();
    rig.session.begin();
    await hear(rig, 'speech', 3000);
    assert.deepEqual([rig.controller.state.kind, rig.notices.length], ['listening', 1]);
    rig.controller.cancel();
  });

  test('counts today only', async () => {
    const rig = new Rig();
    rig.settings = { ...SETTINGS, cost: { ...SETTINGS.cost, dailyBudget: EIGHT_SECONDS } };
    rig.usage.push({ day: '2026-11-21', model: 'universal-3-6-pro', billedMs: 8000 });
    await rig.controller.start();
    assert.equal(rig.recorders.length, 1);
    rig.controller.cancel();
  });
});

describe('usage', () => {
  test('has the run and today, while it is on and after it', async () => {
    const rig = new Rig();
    rig.usage.push({ day: '2026-11-22', model: 'other', billedMs: 1000 });
    assert.deepEqual([rig.controller.usage], [undefined]);
    await rig.listen();
    await rig.clock.advance(8000);
    assert.deepEqual(rig.controller.usage, {
      run: { billedMs: 8000, cost: 0.001, unpriced: [] },
      today: { billedMs: 9000, cost: 0.001, unpriced: ['other'] },
    });
    rig.controller.cancel();
    assert.deepEqual(rig.controller.usage.run, { billedMs: 8000, cost: 0.001, unpriced: [] });
    assert.deepEqual(rig.usage.slice(1), [
      { day: '2026-11-22', model: 'universal-3-6-pro', billedMs: 8000 },
    ]);
  });

  test('is entered under the model that ran', async () => {
    const rig = new Rig();
    await rig.controller.start();
    rig.session.begin({ model: 'another' });
    rig.session.end(TERMINATED, 3000);
    rig.controller.cancel();
    assert.deepEqual(rig.usage, [{ day: '2026-11-22', model: 'another', billedMs: 3000 }]);
  });
});
