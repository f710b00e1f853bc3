import fc from 'fast-check';
import type { Fault, FaultKind } from '../emulator/faults';
import type { Outage } from './network';
import type { Action, Plan } from './simulation';

/** Everything happens within this time, ms. */
const STORY_MS = 20_000;

const tens = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min / 10, max: max / 10 }).map((n) => n * 10);

const moment = tens(0, STORY_MS);

/** Faults that pass: those that do not are why a run ends, and tested by name. */
const passingFault: fc.Arbitrary<FaultKind> = fc.oneof(
  fc.constant<FaultKind>({ fault: 'upgrade-refused', status: 503 }),
  fc.constant<FaultKind>({ fault: 'no-begin' }),
  tens(100, 9000).map((ms): FaultKind => ({ fault: 'begin-delay', ms })),
  fc.constant<FaultKind>({ fault: 'too-many-sessions' }),
  fc.constant<FaultKind>({ fault: 'internal-error' }),
  fc.constant<FaultKind>({ fault: 'server-error' }),
  tens(0, 8000).map((afterAudioMs): FaultKind => ({ fault: 'server-error', afterAudioMs })),
  tens(0, 8000).map((afterAudioMs): FaultKind => ({ fault: 'tcp-reset', afterAudioMs })),
  tens(0, 8000).map((afterAudioMs): FaultKind => ({ fault: 'stall', afterAudioMs })),
  tens(100, 8000).map((ms): FaultKind => ({ fault: 'session-expiry', ms })),
  fc.constant<FaultKind>({ fault: 'terminate-without-reply' }),
  fc.constant<FaultKind>({ fault: 'termination-without-close' }),
  fc.constant<FaultKind>({ fault: 'close-without-termination' }),
  tens(100, 4000).map((ms): FaultKind => ({ fault: 'formatted-turn-delayed', ms })),
  fc.constant<FaultKind>({ fault: 'formatted-turn-missing' }),
  fc.constant<FaultKind>({ fault: 'unformatted-turn-missing' }),
  fc.constant<FaultKind>({ fault: 'utterance-before-end' }),
  fc.constant<FaultKind>({ fault: 'empty-final' }),
  fc.constant<FaultKind>({ fault: 'transcript-empty-words-filled' }),
  fc.constant<FaultKind>({ fault: 'partial-shrinks' }),
  fc.constant<FaultKind>({ fault: 'unknown-message-type' }),
  fc.constant<FaultKind>({ fault: 'binary-frame' }),
);

const fault: fc.Arbitrary<Fault> = fc
  .tuple(passingFault, fc.nat(4))
  .map(([kind, session]) => ({ ...kind, session }));

const outage: fc.Arbitrary<Outage> = fc
  .record({
    fromMs: moment,
    lengthMs: tens(10, 15_000),
    noticedAfterMs: fc.oneof(tens(0, 3000), fc.constant(Infinity)),
  })
  .map(({ fromMs, lengthMs, noticedAfterMs }) => ({
    fromMs,
    toMs: fromMs + lengthMs,
    noticedAfterMs,
  }));

const deadDevice = fc
  .record({ fromMs: moment, lengthMs: tens(10, 3000) })
  .map(({ fromMs, lengthMs }) => ({ fromMs, toMs: fromMs + lengthMs }));

const model = fc.constantFrom(
  { model: 'universal-3-6-pro', formatTurns: true },
  { model: 'universal-streaming-english', formatTurns: true },
  { model: 'universal-streaming-english', formatTurns: false },
);

/** Commands at any moment; Cancel is rare, because it ends what is interesting. */
const storm: fc.Arbitrary<Action> = fc.record({
  atMs: moment,
  kind: fc.constantFrom(
    'start',
    'stop',
    'toggle',
    'start',
    'stop',
    'toggle',
    'endTurn',
    'endTurn',
    'cancel',
  ),
});

/** What is said: words close together, pauses, and now and then a silence long enough to park in. */
const speech = (longestGapMs: number): fc.Arbitrary<Plan['words']> =>
  fc.array(
    fc.record({
      gapMs: fc.oneof(
        { weight: 6, arbitrary: tens(0, 200) },
        { weight: 3, arbitrary: tens(200, 3000) },
        { weight: 1, arbitrary: tens(3000, longestGapMs) },
      ),
      lengthMs: tens(100, 500),
    }),
    { maxLength: 30 },
  );

const parkAfterSilenceMs = fc.constantFrom(0, 5000);

/** A key press near the beginning, anything between, and a stop when all is said. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    words: speech(12_000),
    model,
    parkAfterSilenceMs,
    latencyMs: tens(0, 400),
    outages: fc.array(outage, { maxLength: 3 }),
    deadDevice: fc.array(deadDevice, { maxLength: 1 }),
    faults: fc.array(fault, { maxLength: 4 }),
    startMs: tens(0, 1000),
    storm: fc.oneof(fc.constant([]), fc.array(storm, { maxLength: 6 })),
    stopMs: tens(1000, STORY_MS),
  })
  .map(({ model: chosen, startMs, storm: actions, stopMs, ...rest }) => ({
    ...rest,
    ...chosen,
    actions: [
      { atMs: startMs, kind: 'start' },
      ...actions,
      { atMs: stopMs, kind: 'stop' },
      { atMs: STORY_MS + 3000, kind: 'stop' },
    ],
  }));

/** A fault that strikes while people talk and is over at once: the next session works. */
const shortFault: fc.Arbitrary<FaultKind> = fc.oneof(
  fc.constant<FaultKind>({ fault: 'upgrade-refused', status: 503 }),
  tens(100, 3000).map((ms): FaultKind => ({ fault: 'begin-delay', ms })),
  fc.constant<FaultKind>({ fault: 'internal-error' }),
  tens(0, 8000).map((afterAudioMs): FaultKind => ({ fault: 'server-error', afterAudioMs })),
  tens(0, 8000).map((afterAudioMs): FaultKind => ({ fault: 'tcp-reset', afterAudioMs })),
  tens(100, 8000).map((ms): FaultKind => ({ fault: 'session-expiry', ms })),
);

/**
 * One dictation whose troubles are over well before it is stopped: nothing may even be left to try
 * again, so a product that gives up at the first cut does not pass.
 */
export const passingPlan: fc.Arbitrary<Plan> = fc
  .record({
    words: speech(12_000),
    model,
    parkAfterSilenceMs,
    latencyMs: tens(0, 400),
    outages: fc.array(
      fc
        .record({ fromMs: moment, lengthMs: tens(10, 8000), noticedAfterMs: tens(0, 3000) })
        .map(({ fromMs, lengthMs, noticedAfterMs }) => ({
          fromMs,
          toMs: fromMs + lengthMs,
          noticedAfterMs,
        })),
      { maxLength: 3 },
    ),
    faults: fc.array(
      fc.tuple(shortFault, fc.nat(2)).map(([kind, session]): Fault => ({ ...kind, session })),
      { maxLength: 3 },
    ),
  })
  .map(({ model: chosen, ...rest }) => ({
    ...rest,
    ...chosen,
    deadDevice: [],
    actions: [
      { atMs: 0, kind: 'start' },
      { atMs: STORY_MS * 4, kind: 'stop' },
    ],
  }));
