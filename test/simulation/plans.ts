import { fc } from '../harness/properties';
import type { Fault, FaultKind } from '../emulator/faults';
import { modelFamily } from '../../src/recognition/assemblyai/models';
import type { ServerManner } from './server-manner';
import type { Action, Plan, PlannedWord } from './simulation';
import { LATIN, UNSPACED, VOCABULARY } from './vocabulary';
import type { Sleep } from '../contracts/sleepy-clock';
import type { Hiccup, Outage } from './trouble';

/** Everything is said within this time, ms. */
const STORY_MS = 20_000;

/** Within this time what is kept is tried again, ms. */
const EPILOGUE_MS = 40_000;

const tens = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min / 10, max: max / 10 }).map((n) => n * 10);

const moment = tens(0, STORY_MS);

const lateMoment = tens(STORY_MS + 3000, STORY_MS + EPILOGUE_MS);

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
  fc.constant<FaultKind>({ fault: 'warning', text: 'mend it' }),
  fc.constant<FaultKind>({ fault: 'hears-nobody' }),
  fc.constant<FaultKind>({ fault: 'context-refused' }),
  fc.constant<FaultKind>({ fault: 'binary-frame' }),
);

const fault: fc.Arbitrary<Fault> = fc
  .tuple(passingFault, fc.nat(6))
  .map(([kind, session]) => ({ ...kind, session }));

/** A server that repeats itself, or a network that holds back. */
const hiccup: fc.Arbitrary<Hiccup> = fc.record({
  session: fc.nat(3),
  message: fc.nat(30),
  kind: fc.constantFrom('again', 'late'),
  ms: fc.oneof(fc.constant(0), tens(10, 5000)),
});

/** A lid that is closed for a moment or for minutes, or a process that is stopped. */
const sleep = (longestMs: number): fc.Arbitrary<Sleep> =>
  fc
    .record({
      fromMs: moment,
      lengthMs: fc.oneof(tens(10, 5000), tens(5000, longestMs)),
      of: fc.constantFrom('process', 'computer'),
      clockGoesOn: fc.boolean(),
      noticedAfterMs: fc.oneof(tens(0, 3000), fc.constant(Infinity)),
    })
    .map(({ lengthMs, clockGoesOn, ...rest }) => ({
      ...rest,
      toMs: rest.fromMs + lengthMs,
      // A process that is stopped does not stop the clock.
      clockGoesOn: clockGoesOn || rest.of === 'process',
    }));

const outage: fc.Arbitrary<Outage> = fc
  .record({
    fromMs: fc.oneof({ weight: 4, arbitrary: moment }, { weight: 1, arbitrary: lateMoment }),
    lengthMs: tens(10, 15_000),
    noticedAfterMs: fc.oneof(tens(0, 3000), fc.constant(Infinity)),
  })
  .map(({ fromMs, lengthMs, noticedAfterMs }) => ({
    fromMs,
    toMs: fromMs + lengthMs,
    noticedAfterMs,
  }));

/** A connection that breaks again and again, in the midst of one turn and of its replay. */
const flutter: fc.Arbitrary<readonly Outage[]> = fc
  .tuple(moment, fc.array(tens(50, 2000), { minLength: 2, maxLength: 7 }))
  .map(([firstMs, gapsMs]) => {
    let fromMs = firstMs;
    return gapsMs.map((gapMs) => ({
      fromMs: (fromMs += gapMs),
      toMs: fromMs + 10,
      noticedAfterMs: 0,
    }));
  });

const deadDevice = fc
  .record({ fromMs: moment, lengthMs: tens(10, 3000) })
  .map(({ fromMs, lengthMs }) => ({ fromMs, toMs: fromMs + lengthMs }));

const model = fc.constantFrom(
  { model: 'universal-3-6-pro', formatTurns: true },
  { model: 'universal-streaming-english', formatTurns: true },
  { model: 'universal-streaming-english', formatTurns: false },
);

const otherModel = fc.option(
  fc.record({
    afterSessions: fc.integer({ min: 1, max: 3 }),
    model: fc.constantFrom('universal-3-6-pro', 'universal-streaming-english'),
  }),
  { nil: undefined, freq: 3 },
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
    'retry',
    'cancel',
  ),
});

/** Which words are said: of one kind of writing, each again and again. */
const lexicon = fc.constantFrom(
  LATIN.map((_, n) => n + 1),
  LATIN.slice(0, 3).map((_, n) => n + 1),
  UNSPACED.map((_, n) => LATIN.length + n + 1),
);

/** A word of a lexicon after a gap; sentences end before pauses of 128 ms and more. */
const spoken = (forms: readonly number[], gapMs: fc.Arbitrary<number>): fc.Arbitrary<PlannedWord> =>
  fc.record({ gapMs, lengthMs: tens(100, 500), form: fc.constantFrom(...forms) });

/** Sentences end where there is a pause after them, and at some other places. */
function withSentences(words: readonly PlannedWord[]): readonly PlannedWord[] {
  return words.map((word, n) => ({ ...word, endsSentence: (words[n + 1]?.gapMs ?? 1000) >= 130 }));
}

/** What is said: words close together, pauses, and now and then a silence long enough to park in. */
const speech = (longestGapMs: number): fc.Arbitrary<Plan['words']> => {
  const gapMs = fc.oneof(
    { weight: 6, arbitrary: tens(0, 60) },
    { weight: 1, arbitrary: tens(60, 130) },
    { weight: 3, arbitrary: tens(130, 600) },
    { weight: 2, arbitrary: tens(600, 3000) },
    { weight: 1, arbitrary: tens(3000, longestGapMs) },
  );
  return lexicon
    .chain((forms) => fc.array(spoken(forms, gapMs), { maxLength: 30 }))
    .map(withSentences);
};

/** The noise of the room: none, a quiet one, a fan, music. */
const room = fc.constantFrom(0, 20, 200, 600);

/** Clicks, coughs and a piece of music, wherever they fall: in words and in pauses. */
const noise = fc
  .record({
    fromMs: moment,
    lengthMs: fc.oneof(tens(10, 60), tens(60, 500), tens(500, 6000)),
    loudness: fc.constantFrom(300, 2000, 8000),
  })
  .map(({ fromMs, lengthMs, loudness }) => ({ fromMs, toMs: fromMs + lengthMs, loudness }));

const noises = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(noise, { maxLength: 6 }) },
);

const server: fc.Arbitrary<ServerManner> = fc
  .record({
    times: fc.constantFrom(
      'exact',
      'exact',
      'off by 80',
      'off by 300',
      'missing',
      'zero',
      'unordered',
      'last word only',
      'the turn’s',
      'in seconds',
    ),
    counts: fc.constantFrom(
      'up',
      'up',
      'up',
      'up',
      'always 0',
      'from 0 again',
      'by threes',
      'down',
      'at random',
    ),
    words: fc.constantFrom(
      undefined,
      undefined,
      undefined,
      undefined,
      'with marks apart',
      'spelt otherwise',
      'all in one',
    ),
    respellsPartials: fc.constantFrom(false, false, true),
  })
  // Of words in no order, told as one, it would say that all were said in the time of the last one.
  .map((manner) =>
    manner.words === 'all in one' && manner.times === 'unordered'
      ? { ...manner, words: undefined }
      : manner,
  );

/** A server may leave out either end of a turn, but not both: then nothing was said. */
function told(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter(
    ({ fault: kind, session }) =>
      kind !== 'formatted-turn-missing' ||
      !faults.some((it) => it.fault === 'unformatted-turn-missing' && it.session === session),
  );
}

/** What is told of times tells no two turns apart. */
const UNTOLD: readonly ServerManner['times'][] = ['missing', 'zero'];

/**
 * Where a server tells no times and gives a number to several turns, a message that comes again when
 * another turn has been told may as well be a new one: there it comes again at once. A Pro model ends a
 * short turn that is the last one without any partial before it, which would tell them apart: its turns
 * have numbers of their own.
 */
function knowable<P extends Pick<Plan, 'server' | 'hiccups' | 'model' | 'otherModel'>>(plan: P): P {
  const { times = 'exact', counts = 'up' } = plan.server ?? {};
  const isNumbered = counts !== 'always 0' && counts !== 'from 0 again';
  if (isNumbered || !UNTOLD.includes(times)) return plan;
  const { model: other = plan.model } = plan.otherModel ?? {};
  if ([plan.model, other].some((each) => modelFamily(each) === 'pro')) {
    return { ...plan, server: { ...plan.server, times, counts: 'by threes' } };
  }
  return {
    ...plan,
    hiccups: plan.hiccups.map((it) => (it.kind === 'again' ? { ...it, ms: 0 } : it)),
  };
}

/**
 * How often a word was said that is said again and again, and heard otherwise again, only times tell:
 * of a server that tells none, no word is heard as another one.
 */
function countable<P extends Pick<Plan, 'server' | 'words'>>(plan: P): P {
  const { times = 'exact' } = plan.server ?? {};
  if (times !== 'in seconds' && !UNTOLD.includes(times)) return plan;
  const isHeardAsAnother = (form?: number): boolean =>
    VOCABULARY[(form ?? 0) - 1]?.letters === 'commit';
  const words = plan.words.map((word) =>
    isHeardAsAnother(word.form) ? { ...word, form: 1 } : word,
  );
  return { ...plan, words };
}

const minTurnSilenceMs = fc.constantFrom(null, null, 130, 400);

const parkAfterSilenceMs = fc.constantFrom(0, 5000);

/** How often sox delivers. */
const pieceMs = fc.constantFrom(50, 100, 200);

/** Pressing the same key again and again, faster and slower than a held one repeats. */
const toggles: fc.Arbitrary<readonly Action[]> = fc
  .tuple(moment, fc.array(tens(10, 3000), { minLength: 2, maxLength: 8 }))
  .map(([firstMs, gapsMs]) => {
    let atMs = firstMs;
    return gapsMs.map((gapMs): Action => ({ atMs: (atMs += gapMs), kind: 'toggle' }));
  });

/** What is kept is tried again, at the worst moments too, and now and then that is cancelled. */
const epilogue: fc.Arbitrary<readonly Action[]> = fc.oneof(
  fc.constant([]),
  fc.array(
    fc.record({ atMs: lateMoment, kind: fc.constantFrom('retry', 'retry', 'retry', 'cancel') }),
    { maxLength: 4 },
  ),
);

/** What is said of some 12 seconds, where, and to what service. */
const WORLD = {
  words: speech(12_000),
  room,
  noises,
  server,
  minTurnSilenceMs,
  model,
  otherModel,
  parkAfterSilenceMs,
  pieceMs,
  latencyMs: tens(0, 400),
};

/** A key press near the beginning, anything between, a stop when all is said, and retries. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    ...WORLD,
    outages: fc.oneof({ weight: 4, arbitrary: fc.array(outage, { maxLength: 3 }) }, flutter),
    deadDevice: fc.array(deadDevice, { maxLength: 1 }),
    faults: fc.array(fault, { maxLength: 4 }).map(told),
    hiccups: fc.array(hiccup, { maxLength: 3 }),
    sleep: fc.option(sleep(600_000), { nil: undefined, freq: 4 }),
    startMs: tens(0, 1000),
    storm: fc.oneof(fc.constant([]), fc.array(storm, { maxLength: 6 }), toggles),
    stopMs: tens(1000, STORY_MS),
    epilogue,
  })
  .map(({ model: chosen, startMs, storm: actions, stopMs, epilogue: retries, ...rest }) => ({
    ...knowable({ ...rest, ...chosen }),
    actions: [
      { atMs: startMs, kind: 'start' },
      ...actions,
      { atMs: stopMs, kind: 'stop' },
      { atMs: STORY_MS + 3000, kind: 'stop' },
      ...retries,
      { atMs: STORY_MS + EPILOGUE_MS, kind: 'stop' },
    ],
  }));

/** When the person ends turns: never, now and then, or again and again. */
const endTurns: fc.Arbitrary<readonly number[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(moment, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(moment, { maxLength: 20, size: 'max' }) },
);

/** A fault that strikes while people talk and is over at once: the next session works. */
const shortFault: fc.Arbitrary<FaultKind> = fc.oneof(
  fc.constant<FaultKind>({ fault: 'upgrade-refused', status: 503 }),
  tens(100, 3000).map((ms): FaultKind => ({ fault: 'begin-delay', ms })),
  fc.constant<FaultKind>({ fault: 'internal-error' }),
  tens(0, 8000).map((afterAudioMs): FaultKind => ({ fault: 'server-error', afterAudioMs })),
  tens(0, 8000).map((afterAudioMs): FaultKind => ({ fault: 'tcp-reset', afterAudioMs })),
  tens(100, 8000).map((ms): FaultKind => ({ fault: 'session-expiry', ms })),
);

const shortOutage: fc.Arbitrary<Outage> = fc
  .record({ fromMs: moment, lengthMs: tens(10, 8000), noticedAfterMs: tens(0, 3000) })
  .map(({ fromMs, lengthMs, noticedAfterMs }) => ({
    fromMs,
    toMs: fromMs + lengthMs,
    noticedAfterMs,
  }));

/**
 * One dictation whose troubles are over well before it is stopped: nothing may even be left to try
 * again, so a product that gives up at the first cut does not pass.
 */
export const passingPlan: fc.Arbitrary<Plan> = fc
  .record({
    ...WORLD,
    outages: fc.oneof({ weight: 3, arbitrary: fc.array(shortOutage, { maxLength: 3 }) }, flutter),
    faults: fc.array(
      fc.tuple(shortFault, fc.nat(5)).map(([kind, session]): Fault => ({ ...kind, session })),
      { maxLength: 8 },
    ),
    hiccups: fc.array(hiccup, { maxLength: 3 }),
    sleep: fc.option(sleep(20_000), { nil: undefined, freq: 4 }),
    endsMs: endTurns,
  })
  .map(({ model: chosen, endsMs, ...rest }) => ({
    ...knowable({ ...rest, ...chosen }),
    deadDevice: [],
    actions: [
      { atMs: 0, kind: 'start' },
      ...endsMs.map((atMs): Action => ({ atMs, kind: 'endTurn' })),
      { atMs: STORY_MS * 4, kind: 'stop' },
    ],
  }));

/** In how much time all of a dense history is said. */
const DENSE_STORY_MS = 4000;

const denseMoment = tens(0, DENSE_STORY_MS);

/**
 * Few different words, close together, the key that ends the turn again and again, and cuts that fall
 * into all of that, close to one another.
 */
export const densePlan: fc.Arbitrary<Plan> = fc
  .record({
    ...WORLD,
    words: lexicon
      .chain((forms) => fc.subarray([...forms], { minLength: 1, maxLength: 3 }))
      .chain((forms) =>
        fc.array(spoken(forms, fc.oneof({ weight: 3, arbitrary: tens(0, 60) }, tens(60, 400))), {
          minLength: 2,
          maxLength: 12,
          size: 'max',
        }),
      )
      .map(withSentences),
    cuts: fc.array(denseMoment, { minLength: 1, maxLength: 4 }),
    endsMs: fc.array(denseMoment, { maxLength: 8, size: 'max' }),
    hiccups: fc.array(hiccup, { maxLength: 2 }),
  })
  .map(({ model: chosen, cuts, endsMs, ...rest }) => ({
    ...countable(knowable({ ...rest, ...chosen })),
    outages: cuts.map((fromMs) => ({ fromMs, toMs: fromMs + 10, noticedAfterMs: 0 })),
    faults: [],
    sleep: undefined,
    deadDevice: [],
    actions: [
      { atMs: 0, kind: 'start' },
      ...endsMs.map((atMs): Action => ({ atMs, kind: 'endTurn' })),
      { atMs: DENSE_STORY_MS * 3, kind: 'stop' },
    ],
  }));

const MINUTE_MS = 60_000;

/** Everything of a long history is said within this time. */
const LONG_STORY_MS = 40 * MINUTE_MS;

const longMoment = tens(0, LONG_STORY_MS);

/**
 * A long dictation with pauses of minutes and outages of any length; started again where it gave up,
 * and tried again in between: nothing may grow without bound.
 */
export const longPlan: fc.Arbitrary<Plan> = fc
  .record({
    words: fc.array(
      fc.record({
        gapMs: fc.oneof(
          { weight: 12, arbitrary: tens(0, 2000) },
          { weight: 3, arbitrary: tens(2000, MINUTE_MS) },
          { weight: 1, arbitrary: tens(MINUTE_MS, 4 * MINUTE_MS) },
        ),
        lengthMs: tens(100, 500),
      }),
      { minLength: 30, maxLength: 300, size: 'max' },
    ),
    model,
    parkAfterSilenceMs: fc.constantFrom(0, 15_000),
    latencyMs: tens(0, 400),
    outages: fc.array(
      fc
        .record({
          fromMs: longMoment,
          lengthMs: tens(1000, 25 * MINUTE_MS),
          noticedAfterMs: fc.oneof(tens(0, 3000), fc.constant(Infinity)),
        })
        .map(({ fromMs, lengthMs, noticedAfterMs }) => ({
          fromMs,
          toMs: fromMs + lengthMs,
          noticedAfterMs,
        })),
      { minLength: 1, maxLength: 3 },
    ),
    faults: fc.array(fault, { maxLength: 4 }).map(told),
    hiccups: fc.array(hiccup, { maxLength: 3 }),
    sleep: fc.option(sleep(30 * MINUTE_MS), { nil: undefined }),
    commands: fc.array(
      fc.record({ atMs: longMoment, kind: fc.constantFrom('start', 'retry', 'toggle', 'stop') }),
      { maxLength: 10, size: 'max' },
    ),
  })
  .map(({ model: chosen, commands, ...rest }) => ({
    ...rest,
    ...chosen,
    pieceMs: 200,
    deadDevice: [],
    actions: [{ atMs: 0, kind: 'start' }, ...commands, { atMs: LONG_STORY_MS, kind: 'stop' }],
  }));
