import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc } from '../../../harness/properties';
import type { CostSettings } from '../../../../src/core/settings';
import {
  CostGuard,
  type BudgetStatus,
  type CostDecision,
} from '../../../../src/dictation/cost/cost-guard';

const FRAME_MS = 50;
const QUIET_DB = -60;
const SPEECH_DB = -30;
const NEVER: CostSettings = {
  parkAfterSilenceMs: 0,
  stopAfterSilenceMs: 0,
  maxMinutes: 0,
  pricePerHour: {},
  dailyBudget: null,
};

/** A guard, and what it decided at which millisecond. */
class GuardRig {
  nowMs = 1000;
  budget: BudgetStatus = 'fine';
  billsOpenTime = true;
  readonly decisions: [atMs: number, decision: CostDecision][] = [];
  readonly guard: CostGuard;

  constructor(settings: Partial<CostSettings>) {
    this.guard = new CostGuard({
      billsOpenTime: () => this.billsOpenTime,
      settings: { ...NEVER, ...settings },
      startMs: this.nowMs,
      budget: () => this.budget,
    });
  }

  /** Lets `ms` of sound pass; times are counted from the start. */
  hear(levelDb: number, ms: number): void {
    for (const endMs = this.nowMs + ms; this.nowMs < endMs;) {
      this.nowMs += FRAME_MS;
      const levels = Array.from({ length: 5 }, () => levelDb);
      for (const decision of this.guard.hear(levels, this.nowMs)) {
        this.decisions.push([this.nowMs - 1000, decision]);
      }
    }
  }
}

describe('parking', () => {
  test('after the silence that is set, the session is parked, and speech wakes it', () => {
    const rig = new GuardRig({ parkAfterSilenceMs: 15_000 });
    rig.hear(QUIET_DB, 1000);
    rig.hear(SPEECH_DB, 2000);
    rig.hear(QUIET_DB, 20_000);
    rig.hear(SPEECH_DB, 500);
    assert.deepEqual(rig.decisions, [
      // Speech lasts a little longer than its last syllable.
      [18_150, { kind: 'park' }],
      // The second loud frame: speech began with the one before.
      [23_100, { kind: 'wake', audioMs: 700 }],
    ]);
  });

  test('words of the recogniser that the detector did not hear put it off', () => {
    const rig = new GuardRig({ parkAfterSilenceMs: 15_000 });
    rig.hear(QUIET_DB, 10_000);
    rig.guard.recognised(`text ${String(rig.nowMs)}`, rig.nowMs);
    rig.hear(QUIET_DB, 15_000);
    assert.deepEqual(rig.decisions, [[25_000, { kind: 'park' }]]);
  });

  test('a sound that may be the beginning of a word puts it off', () => {
    const rig = new GuardRig({ parkAfterSilenceMs: 15_000 });
    rig.hear(QUIET_DB, 14_950);
    rig.hear(SPEECH_DB, 50);
    assert.equal(rig.guard.mayBeWaking, false);
    rig.hear(QUIET_DB, 1000);
    assert.deepEqual(rig.decisions, [[15_300, { kind: 'park' }]]);
    rig.hear(SPEECH_DB, 50);
    assert.equal(rig.guard.mayBeWaking, true);
  });

  test('time in which nothing was heard, because we did not run, is no silence', () => {
    const rig = new GuardRig({ parkAfterSilenceMs: 15_000 });
    rig.hear(QUIET_DB, 1000);
    rig.nowMs += 20_000;
    rig.hear(QUIET_DB, 13_950);
    assert.deepEqual(rig.decisions, []);
    rig.hear(QUIET_DB, 50);
    assert.deepEqual(rig.decisions, [[35_000, { kind: 'park' }]]);
  });

  test('who has thought twice as long is parked soon the next time, until a silence is short again', () => {
    const rig = new GuardRig({ parkAfterSilenceMs: 15_000 });
    const silences = [10_000, 40_000, 40_000, 12_000, 40_000, 10_000];
    for (const ms of silences) {
      rig.hear(SPEECH_DB, 2000);
      rig.hear(QUIET_DB, ms);
    }
    rig.hear(SPEECH_DB, 500);
    const parked = rig.decisions.filter(([, { kind }]) => kind === 'park').map(([atMs]) => atMs);
    const begun = silences.map((_, n) =>
      silences.slice(0, n).reduce((sum, ms) => sum + ms + 2000, 2000),
    );
    // Speech lasts a little longer than its last syllable.
    assert.deepEqual(
      parked.map((atMs) => atMs - Math.max(...begun.filter((fromMs) => fromMs < atMs))),
      [15_150, 5150, 5150, 15_150, 5150],
    );
  });

  test('with 0 it never happens', () => {
    const rig = new GuardRig({ parkAfterSilenceMs: 0 });
    rig.hear(QUIET_DB, 3_600_000);
    assert.deepEqual(rig.decisions, []);
  });
});

describe('limits', () => {
  test('silence is warned of a minute before it ends dictation, anew after each word', () => {
    const rig = new GuardRig({ stopAfterSilenceMs: 300_000 });
    rig.hear(QUIET_DB, 250_000);
    rig.hear(SPEECH_DB, 1000);
    rig.hear(QUIET_DB, 400_000);
    const [warnedMs, stoppedMs] = rig.decisions.slice(1).map(([atMs]) => atMs);
    assert.deepEqual(
      rig.decisions.map(([, decision]) => decision),
      [
        { kind: 'warn', limit: 'silence' },
        { kind: 'warn', limit: 'silence' },
        { kind: 'stop', limit: 'silence' },
      ],
    );
    assert.equal((stoppedMs ?? 0) - (warnedMs ?? 0), 60_000);
  });

  test('the longest duration is warned of a minute before, and can be extended each time', () => {
    const rig = new GuardRig({ maxMinutes: 2 });
    rig.hear(QUIET_DB, 90_000);
    rig.guard.extend(rig.nowMs);
    rig.hear(QUIET_DB, 200_000);
    assert.deepEqual(rig.decisions, [
      [60_000, { kind: 'warn', limit: 'duration' }],
      [150_000, { kind: 'warn', limit: 'duration' }],
      [210_000, { kind: 'stop', limit: 'duration' }],
    ]);
  });

  test('changed settings hold at once', () => {
    const rig = new GuardRig({ maxMinutes: 10 });
    rig.hear(QUIET_DB, 90_000);
    rig.guard.update({ ...NEVER, maxMinutes: 1 });
    rig.hear(QUIET_DB, 10_000);
    assert.deepEqual(rig.decisions, [[90_050, { kind: 'stop', limit: 'duration' }]]);
  });

  test('a limit of less than two minutes is warned of at its half', () => {
    const rig = new GuardRig({ stopAfterSilenceMs: 10_000 });
    rig.hear(QUIET_DB, 20_000);
    assert.deepEqual(rig.decisions, [
      [5000, { kind: 'warn', limit: 'silence' }],
      [10_000, { kind: 'stop', limit: 'silence' }],
    ]);
  });

  test('the budget is warned of once and ends dictation when it is spent, within a second', () => {
    const rig = new GuardRig({});
    rig.hear(SPEECH_DB, 5000);
    rig.budget = 'nearly-spent';
    rig.hear(SPEECH_DB, 5000);
    rig.budget = 'spent';
    rig.hear(SPEECH_DB, 5000);
    assert.deepEqual(rig.decisions, [
      [5050, { kind: 'warn', limit: 'budget' }],
      [10_050, { kind: 'stop', limit: 'budget' }],
    ]);
  });
});

test('property: it parks and wakes in turn, parks only after the silence, and stops once at most', () => {
  const sounds = fc.array(
    fc.tuple(fc.constantFrom(QUIET_DB, -50, SPEECH_DB, -100), fc.integer({ min: 1, max: 30_000 })),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(sounds, fc.integer({ min: 5000, max: 20_000 }), (pieces, parkAfterSilenceMs) => {
      const rig = new GuardRig({ parkAfterSilenceMs, stopAfterSilenceMs: 60_000, maxMinutes: 3 });
      for (const [levelDb, ms] of pieces) rig.hear(levelDb, ms);
      const parking = rig.decisions.filter(([, { kind }]) => kind === 'park' || kind === 'wake');
      const kinds = parking.map(([, { kind }]) => kind);
      assert.deepEqual(
        kinds,
        kinds.map((_, n) => (n % 2 === 0 ? 'park' : 'wake')),
      );
      for (const [n, [atMs, { kind }]] of parking.entries()) {
        if (kind === 'park') assert.ok(atMs - (parking[n - 1]?.[0] ?? 0) >= 5000);
      }
      assert.ok(rig.decisions.filter(([, { kind }]) => kind === 'stop').length <= 1);
    }),
    { numRuns: 50 },
  );
});
