import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import type { Clock } from '../../../../src/core/clock';
import type { Disposable } from '../../../../src/core/events';
import { HoldToTalk } from '../../../../src/dictation/key/hold-to-talk';
import type { KeyRepeatTimes } from '../../../../src/dictation/key/key-repeat';

/** Windows' slowest: what holds until something is learnt. */
const UNLEARNT = { delayMs: 1250, gapMs: 750 };
const USUAL: KeyRepeatTimes = { delayMs: 500, intervalMs: 33 };
const USUAL_GAP_MS = 283;

/** A synchronous clock: nothing here waits for promises. */
class StepClock implements Clock {
  private nowMs = 0;
  private timers: { readonly dueMs: number; readonly callback: () => void }[] = [];

  now(): number {
    return this.nowMs;
  }

  schedule(delayMs: number, callback: () => void): Disposable {
    const timer = { dueMs: this.nowMs + delayMs, callback };
    this.timers.push(timer);
    return {
      dispose: () => {
        this.timers = this.timers.filter((each) => each !== timer);
      },
    };
  }

  /** Goes to `timeMs`; `isStalled` lets what is due on the way run only there, as Node does. */
  goTo(timeMs: number, isStalled = false): void {
    if (isStalled) this.nowMs = timeMs;
    for (;;) {
      const [next] = this.timers
        .filter(({ dueMs }) => dueMs <= timeMs)
        .sort((a, b) => a.dueMs - b.dueMs);
      if (next === undefined) break;
      this.timers = this.timers.filter((each) => each !== next);
      this.nowMs = Math.max(this.nowMs, next.dueMs);
      next.callback();
    }
    this.nowMs = timeMs;
  }
}

/** A window that answers at once, or as soon as it is no longer busy. */
class Window {
  isBusy = false;
  private asked: (() => void)[] = [];

  ask(onAnswer: () => void): void {
    this.asked.push(onAnswer);
    if (!this.isBusy) this.answer();
  }

  answer(): void {
    for (const onAnswer of this.asked.splice(0)) onAnswer();
  }
}

/** A key, and dictation that does what {@link HoldToTalk} says. */
class Key {
  readonly clock = new StepClock();
  readonly window = new Window();
  /** When dictation went on and off, ms: on, off, on … */
  readonly switched: number[] = [];
  written: readonly KeyRepeatTimes[] = [];
  dictation: object | undefined;
  /** When the key began to be certainly held, and when it was released, ms. */
  readonly held: number[] = [];
  holdToTalk = true;
  private readonly key: HoldToTalk;

  constructor(learnt: readonly KeyRepeatTimes[] = []) {
    this.key = new HoldToTalk({
      clock: this.clock,
      holdToTalk: () => this.holdToTalk,
      askWindow: (onAnswer) => {
        this.window.ask(onAnswer);
      },
      memory: { read: () => learnt, write: (times) => (this.written = times) },
      dictating: () => this.dictation,
      onRelease: () => {
        this.switch(undefined);
      },
    });
    this.key.onDidNoticeHeld((isHeld) => {
      if (isHeld === (this.held.length % 2 === 0)) this.held.push(this.clock.now());
    });
  }

  /** Dictation begins or ends by itself, or by another command. */
  switch(dictation: object | undefined): void {
    this.dictation = dictation;
    this.switched.push(this.clock.now());
  }

  eventAt(timeMs: number): void {
    this.clock.goTo(timeMs);
    const verdict = this.key.press();
    if (verdict !== undefined) this.switch(verdict === 'start' ? {} : undefined);
  }

  events(...timesMs: readonly number[]): this {
    for (const timeMs of timesMs) this.eventAt(timeMs);
    return this;
  }

  /** Lets a long time pass; returns when dictation was switched. */
  rest(): readonly number[] {
    this.clock.goTo(this.clock.now() + 60_000);
    return this.switched;
  }
}

/** When the events of a key that is down from `downMs` to `upMs` come. */
function eventsOf({ delayMs, intervalMs }: KeyRepeatTimes, downMs: number, upMs: number): number[] {
  const events = [downMs];
  for (let atMs = downMs + delayMs; atMs < upMs; atMs += intervalMs) events.push(atMs);
  return events;
}

test('a tap starts at once and the next one, later, stops at once', () => {
  assert.deepEqual(new Key().events(0, 3000, 5000, 9000).rest(), [0, 3000, 5000, 9000]);
});

test('a held key dictates from its press until a gap after its last repeat', () => {
  const events = eventsOf(USUAL, 0, 4000);
  const lastMs = events.at(-1) ?? 0;
  assert.deepEqual(new Key([USUAL]).events(...events).rest(), [0, lastMs + USUAL_GAP_MS]);
});

test('a key is certainly held after five times in step until it is released, and no tap is', () => {
  const key = new Key([USUAL]).events(...eventsOf(USUAL, 0, 4000));
  const lastMs = eventsOf(USUAL, 0, 4000).at(-1) ?? 0;
  const taps = new Key([USUAL]).events(0, 200, 400, 3000);
  key.rest();
  taps.rest();
  assert.deepEqual(
    { held: key.held, taps: taps.held },
    { held: [500 + 5 * 33, lastMs + USUAL_GAP_MS], taps: [] },
  );
});

test('a second tap 0.4 s after the first stops a gap later', () => {
  assert.deepEqual(new Key([USUAL]).events(0, 400).rest(), [0, 400 + USUAL_GAP_MS]);
  assert.deepEqual(new Key().events(0, 400).rest(), [0, 400 + UNLEARNT.gapMs]);
});

test('a key that is held to stop does nothing more', () => {
  const key = new Key().events(0).events(...eventsOf(USUAL, 5000, 9000));
  assert.deepEqual(key.rest(), [0, 5000]);
});

test('one repeat of a key that is held to stop does not start again', () => {
  assert.deepEqual(new Key([USUAL]).events(0, 5000, 5500).rest(), [0, 5000]);
  assert.deepEqual(new Key().events(0, 5000, 6000).rest(), [0, 5000]);
});

test('a key is held to talk again soon after it was released', () => {
  const first = eventsOf(USUAL, 0, 2000);
  const pressMs = (first.at(-1) ?? 0) + USUAL_GAP_MS + 1;
  const second = eventsOf(USUAL, pressMs, pressMs + 2000);
  assert.deepEqual(new Key([USUAL]).events(...first, ...second).rest(), [
    0,
    pressMs - 1,
    pressMs,
    (second.at(-1) ?? 0) + USUAL_GAP_MS,
  ]);
});

test('repeats that go on when dictation has ended by itself do not start it again', () => {
  const key = new Key().events(0);
  key.clock.goTo(300);
  key.switch(undefined);
  key.events(...eventsOf(USUAL, 0, 5000).slice(1));
  assert.deepEqual(key.rest(), [0, 300]);
});

test('nor does a repeat of a busy computer, that comes later than one counts as released while dictating', () => {
  const repeats = eventsOf(USUAL, 0, 4000).slice(1);
  const key = new Key([USUAL]).events(0, ...repeats);
  key.switch(undefined);
  const endedMs = key.clock.now();
  const lateMs = endedMs + 2 * USUAL_GAP_MS;
  assert.deepEqual(key.events(lateMs, lateMs + 33, lateMs + 66).rest(), [0, endedMs]);
});

test('a release ends only the dictation that the key was held for', () => {
  const key = new Key().events(0, 500, 533);
  key.clock.goTo(600);
  key.switch(undefined);
  key.switch({});
  assert.deepEqual(key.rest(), [0, 600, 600]);
});

test('without hold to talk a held key is one toggle, and an impatient press does not lock', () => {
  const toggled = (...timesMs: readonly number[]): readonly number[] => {
    const key = new Key([USUAL]);
    key.holdToTalk = false;
    return key.events(...timesMs).rest();
  };
  assert.deepEqual(toggled(...eventsOf(USUAL, 0, 4000)), [0]);
  assert.deepEqual(toggled(0, 700, 1200), [0, 1200]);
});

test('the times of a hold are learnt and written, at its sixth event', () => {
  const key = new Key().events(...eventsOf(USUAL, 0, 3000));
  assert.deepEqual(key.written, [USUAL]);
  // A release is noticed sooner from then on, in this hold already.
  assert.deepEqual(key.rest(), [0, (eventsOf(USUAL, 0, 3000).at(-1) ?? 0) + USUAL_GAP_MS]);
});

test('neither taps in a row, nor a burst after a stall, nor stored nonsense teach anything', () => {
  const taps = new Key().events(0, 200, 400, 600, 800, 1000, 1200);
  const burst = new Key().events(0, 500, 1100, 1101, 1101, 1102, 1103);
  const nonsense = new Key([
    { delayMs: NaN, intervalMs: 33 },
    { delayMs: 1e9, intervalMs: 0 },
  ]).events(0, 400);
  assert.deepEqual(
    { taps: taps.written, burst: burst.written, stopped: nonsense.rest() },
    { taps: [], burst: [], stopped: [0, 400 + UNLEARNT.gapMs] },
  );
});

test('the slowest of the last five holds counts', () => {
  const slow = { delayMs: 600, intervalMs: 50 };
  const stopAfterTap = (learnt: readonly KeyRepeatTimes[]): number =>
    (new Key(learnt).events(0, 300).rest()[1] ?? 0) - 300;
  assert.deepEqual(
    [
      stopAfterTap([slow, USUAL, USUAL, USUAL, USUAL]),
      stopAfterTap([slow, USUAL, USUAL, USUAL, USUAL, USUAL]),
    ],
    [300, USUAL_GAP_MS],
  );
});

/**
 * Events of a key that is down from 0 to `upMs` at a host that stalls from `stallMs` to `endMs`: all
 * that came meanwhile is read after the timers have run.
 */
function stalled(key: Key, fromMs: number, upMs: number, stallMs: number, endMs: number): void {
  const events = eventsOf(USUAL, fromMs, upMs);
  key.events(...events.filter((timeMs) => timeMs <= stallMs));
  key.clock.goTo(endMs, true);
  for (const timeMs of events) if (timeMs > stallMs) key.eventAt(Math.max(endMs, timeMs));
}

test('property: a host that stalls while the key is held does not end dictation early', () => {
  fc.assert(
    fc.property(fc.nat(4500), fc.integer({ min: 100, max: 3000 }), (stallMs, lengthMs) => {
      const key = new Key([USUAL]);
      stalled(key, 0, 6000, stallMs, stallMs + lengthMs);
      const lastMs = Math.max(stallMs + lengthMs, eventsOf(USUAL, 0, 6000).at(-1) ?? 0);
      assert.deepEqual(key.rest(), [0, lastMs + USUAL_GAP_MS]);
    }),
    { numRuns: 100 },
  );
});

test('property: a host that stalls while the key is held to stop does not start again', () => {
  fc.assert(
    fc.property(fc.nat(4500), fc.integer({ min: 100, max: 3000 }), (stallMs, lengthMs) => {
      const key = new Key([USUAL]).events(0);
      stalled(key, 5000, 8000, 5000 + stallMs, 5000 + stallMs + lengthMs);
      assert.deepEqual(key.rest(), [0, 5000]);
    }),
    { numRuns: 100 },
  );
});

/**
 * Events of a key that is down from `fromMs` to `upMs` in a window that is busy from `busyMs` to
 * `endMs`: it passes on all that reached it meanwhile, and answers then; the host runs on.
 */
function inBusyWindow(key: Key, fromMs: number, upMs: number, busyMs: number, endMs: number): void {
  const events = eventsOf(USUAL, fromMs, upMs);
  key.events(...events.filter((timeMs) => timeMs <= busyMs));
  key.clock.goTo(Math.max(busyMs, key.clock.now()));
  key.window.isBusy = true;
  key.clock.goTo(endMs);
  key.window.isBusy = false;
  const late = events.filter((timeMs) => timeMs > busyMs && timeMs <= endMs);
  key.events(...late.map(() => endMs));
  key.window.answer();
  key.events(...events.filter((timeMs) => timeMs > endMs));
}

const busy = fc.record({
  busyMs: fc.nat(4500),
  // Longer, it hangs: WINDOW_DEADLINE_MS.
  lengthMs: fc.integer({ min: 100, max: 4500 }),
});

test('property: a window that is busy while the key is held does not end dictation early', () => {
  fc.assert(
    fc.property(busy, fc.boolean(), ({ busyMs, lengthMs }, holdToTalk) => {
      const key = new Key([USUAL]);
      key.holdToTalk = holdToTalk;
      inBusyWindow(key, 0, 6000, busyMs, busyMs + lengthMs);
      const lastMs = Math.max(busyMs + lengthMs, eventsOf(USUAL, 0, 6000).at(-1) ?? 0);
      assert.deepEqual(key.rest(), holdToTalk ? [0, lastMs + USUAL_GAP_MS] : [0]);
    }),
    { numRuns: 200 },
  );
});

test('property: a window that is busy while the key is held to stop does not start again', () => {
  fc.assert(
    fc.property(busy, fc.boolean(), ({ busyMs, lengthMs }, holdToTalk) => {
      const key = new Key([USUAL]).events(0);
      key.holdToTalk = holdToTalk;
      inBusyWindow(key, 5000, 11000, 5000 + busyMs, 5000 + busyMs + lengthMs);
      assert.deepEqual(key.rest(), [0, 5000]);
    }),
    { numRuns: 200 },
  );
});

test('property: a key that is certainly held stays it while the window is busy', () => {
  fc.assert(
    fc.property(busy, ({ busyMs, lengthMs }) => {
      const key = new Key([USUAL]);
      const startMs = 700 + busyMs;
      inBusyWindow(key, 0, 6000, startMs, startMs + lengthMs);
      key.rest();
      assert.deepEqual([key.held[0], key.held.length], [500 + 5 * 33, 2]);
    }),
    { numRuns: 200 },
  );
});

test('a window that hangs does not keep the microphone on', () => {
  const key = new Key([USUAL]).events(...eventsOf(USUAL, 0, 2000));
  key.window.isBusy = true;
  const lastMs = eventsOf(USUAL, 0, 2000).at(-1) ?? 0;
  assert.deepEqual(key.rest(), [0, lastMs + USUAL_GAP_MS + 5000]);
});

/** A keyboard: any delay and interval that an operating system offers. */
const keyboards = fc.record({
  delayMs: fc.integer({ min: 250, max: 1000 }),
  intervalMs: fc.integer({ min: 20, max: 500 }),
});

/** What is done with the key: how long it is down, as a part of a range, and the pause after. */
interface Act {
  readonly isHold: boolean;
  readonly length: number;
  readonly pauseMs: number;
}

function acts(pauseMs: fc.Arbitrary<number>): fc.Arbitrary<readonly Act[]> {
  const length = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.array(fc.record({ isHold: fc.boolean(), length, pauseMs }), { maxLength: 20 });
}

/** How long the key is down, ms: a tap is shorter than the delay. */
function lengthOf({ delayMs }: KeyRepeatTimes, { isHold, length }: Act): number {
  return isHold ? delayMs + 1 + length * 4000 : 30 + length * (delayMs - 31);
}

test('property: every tap toggles, every hold dictates exactly while it lasts', () => {
  fc.assert(
    fc.property(keyboards, acts(fc.nat(3000)), (keyboard, plan) => {
      // Where the delay is hardly longer than the interval, a tap before a hold may pass for it.
      const isDistinct = keyboard.delayMs > 1.5 * keyboard.intervalMs + 30;
      const restMs = isDistinct ? UNLEARNT.delayMs : 2250;
      const key = new Key();
      const expected: (readonly [number, number])[] = [];
      let atMs = 0;
      let isOn = false;
      for (const act of plan) {
        const upMs = atMs + lengthOf(keyboard, act);
        const events = eventsOf(keyboard, atMs, upMs);
        key.events(...events);
        expected.push([atMs, atMs]);
        isOn = !isOn;
        if (act.isHold && isOn) {
          const lastMs = events.at(-1) ?? 0;
          expected.push([lastMs, lastMs + UNLEARNT.gapMs]);
          isOn = false;
        }
        atMs = upMs + restMs + 1 + act.pauseMs;
      }
      const switched = key.rest();
      const isAsExpected = expected.every(([fromMs, toMs], index) => {
        const timeMs = switched[index] ?? NaN;
        return timeMs >= fromMs && timeMs <= toMs;
      });
      assert.ok(
        isAsExpected && switched.length === expected.length,
        `${JSON.stringify(expected)}: ${String(switched)}`,
      );
    }),
    { numRuns: 200 },
  );
});

test('property: short of five hasty taps, a key that was held leaves dictation off, without a flutter', () => {
  fc.assert(
    fc.property(keyboards, acts(fc.integer({ min: 80, max: 1500 })), (keyboard, plan) => {
      const taps = plan.map(({ isHold }) => (isHold ? '-' : '.')).join('');
      fc.pre(!taps.includes('.....'));
      const key = new Key([keyboard]);
      let atMs = 0;
      for (const act of plan) {
        const upMs = atMs + lengthOf(keyboard, act);
        const before = key.switched.length;
        const events = eventsOf(keyboard, atMs, upMs);
        key.events(...events);
        if (events.length > 1) {
          key.clock.goTo((events.at(-1) ?? 0) + UNLEARNT.gapMs);
          assert.equal(key.dictation, undefined, String(key.switched));
        }
        assert.ok(key.switched.length - before <= 3, `flutter: ${String(key.switched)}`);
        atMs = Math.max(upMs + act.pauseMs, key.clock.now());
      }
    }),
    { numRuns: 200 },
  );
});
