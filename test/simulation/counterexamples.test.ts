import './patience';
import { test } from 'node:test';
import { checkAccount } from './account';
import { simulate, type Plan } from './simulation';

const QUIET: Plan = {
  words: [],
  model: 'universal-3-6-pro',
  formatTurns: true,
  latencyMs: 0,
  outages: [],
  faults: [],
  hiccups: [],
  deadDevice: [],
  sleep: undefined,
  parkAfterSilenceMs: 0,
  pieceMs: 50,
  actions: [],
};

/** Histories that broke the property once, as fast-check shrank them. */
const COUNTEREXAMPLES: readonly { readonly name: string; readonly plan: Partial<Plan> }[] = [
  {
    name: 'a process that was stopped for a while does not take the connection for dead',
    plan: {
      sleep: {
        fromMs: 10,
        toMs: 16_000,
        of: 'process',
        clockGoesOn: true,
        noticedAfterMs: Infinity,
      },
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 23_000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'the last word of a partial that landed is not written again when a retry ends a turn with it',
    plan: {
      words: [
        { gapMs: 3000, lengthMs: 100 },
        { gapMs: 400, lengthMs: 190 },
      ],
      outages: [{ fromMs: 5010, toMs: 5020, noticedAfterMs: Infinity }],
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 6720, kind: 'stop' },
      ],
    },
  },
  {
    name: 'a process that was stopped right after the start hears what was said before it parks',
    plan: {
      words: [{ gapMs: 10, lengthMs: 100 }],
      parkAfterSilenceMs: 5000,
      sleep: {
        fromMs: 10,
        toMs: 5010,
        of: 'process',
        clockGoesOn: true,
        noticedAfterMs: 0,
      },
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 80_000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'a word that is over before the session to be parked is over is heard by the next one',
    plan: {
      words: [{ gapMs: 4980, lengthMs: 100 }],
      parkAfterSilenceMs: 5000,
      sleep: {
        fromMs: 10,
        toMs: 10_260,
        of: 'process',
        clockGoesOn: true,
        noticedAfterMs: 0,
      },
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 1000, kind: 'stop' },
      ],
    },
  },
];

for (const { name, plan } of COUNTEREXAMPLES) {
  test(name, async () => {
    checkAccount(await simulate({ ...QUIET, ...plan }));
  });
}
