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
  {
    name: 'of a word that a run broke off in, the first half lands, and no other word with it',
    plan: {
      words: [
        { gapMs: 0, lengthMs: 100, form: 1 },
        { gapMs: 0, lengthMs: 100, form: 1, endsSentence: true },
        { gapMs: 130, lengthMs: 100, form: 1 },
        { gapMs: 60, lengthMs: 100, form: 1, endsSentence: true },
        { gapMs: 600, lengthMs: 100, form: 1 },
        { gapMs: 0, lengthMs: 100, form: 1 },
        { gapMs: 0, lengthMs: 100, form: 1 },
        { gapMs: 0, lengthMs: 100, form: 10, endsSentence: true },
      ],
      server: { times: 'exact', counts: 'up' },
      outages: [{ fromMs: 1660, toMs: 1670, noticedAfterMs: Infinity }],
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 3370, kind: 'toggle' },
        { atMs: 3380, kind: 'toggle' },
        { atMs: 3370, kind: 'stop' },
        { atMs: 23000, kind: 'stop' },
        { atMs: 60000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'a number in words is not written again where it was in digits, in a turn that is heard again',
    plan: {
      words: [
        { gapMs: 60, lengthMs: 100, form: 1 },
        { gapMs: 0, lengthMs: 100, form: 1 },
        { gapMs: 0, lengthMs: 100, form: 1 },
        { gapMs: 0, lengthMs: 100, form: 1 },
        { gapMs: 0, lengthMs: 100, form: 9 },
        { gapMs: 80, lengthMs: 100, form: 1, endsSentence: true },
      ],
      server: { times: 'off by 300', counts: 'up' },
      sleep: {
        fromMs: 920,
        of: 'computer',
        noticedAfterMs: Infinity,
        toMs: 930,
        clockGoesOn: false,
      },
      actions: [
        { atMs: 60, kind: 'start' },
        { atMs: 1000, kind: 'stop' },
        { atMs: 23000, kind: 'stop' },
        { atMs: 60000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'in a turn that is heard again, wrong times do not make a word land twice',
    plan: {
      words: [
        { gapMs: 130, lengthMs: 100, form: 13, endsSentence: true },
        { gapMs: 130, lengthMs: 100, form: 13 },
        { gapMs: 0, lengthMs: 100, form: 18 },
        { gapMs: 80, lengthMs: 110, form: 18, endsSentence: true },
      ],
      server: { times: 'off by 300', counts: 'up' },
      sleep: {
        fromMs: 960,
        of: 'computer',
        noticedAfterMs: Infinity,
        toMs: 970,
        clockGoesOn: false,
      },
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 80000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'an untimed end that comes late does not cover what was said meanwhile',
    plan: {
      words: [
        { gapMs: 600, lengthMs: 100, form: 13, endsSentence: true },
        { gapMs: 3000, lengthMs: 100, form: 13, endsSentence: true },
      ],
      server: { times: 'missing', counts: 'up' },
      outages: [{ fromMs: 3970, toMs: 3980, noticedAfterMs: Infinity }],
      hiccups: [{ session: 0, message: 1, kind: 'late', ms: 3210 }],
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 9710, kind: 'toggle' },
        { atMs: 9720, kind: 'toggle' },
        { atMs: 9730, kind: 'toggle' },
        { atMs: 9710, kind: 'stop' },
        { atMs: 23000, kind: 'stop' },
        { atMs: 60000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'a turn with a number of before, whose partial had no text, is a turn',
    plan: {
      words: [
        { gapMs: 600, lengthMs: 100, form: 1, endsSentence: true },
        { gapMs: 140, lengthMs: 100, form: 1, endsSentence: true },
        { gapMs: 130, lengthMs: 100, form: 1, endsSentence: true },
        { gapMs: 600, lengthMs: 100, form: 1, endsSentence: true },
      ],
      server: { times: 'missing', counts: 'from 0 again' },
      faults: [{ fault: 'transcript-empty-words-filled', session: 0 }],
      actions: [
        { atMs: 10, kind: 'start' },
        { atMs: 3570, kind: 'stop' },
        { atMs: 23000, kind: 'stop' },
        { atMs: 60000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'a formatted version that comes after the next turn with its number is of the one before',
    plan: {
      words: [
        { gapMs: 600, lengthMs: 100, form: 3, endsSentence: true },
        { gapMs: 130, lengthMs: 100, form: 1, endsSentence: true },
        { gapMs: 400, lengthMs: 100, form: 3, endsSentence: true },
      ],
      server: { times: 'missing', counts: 'always 0' },
      faults: [{ fault: 'formatted-turn-delayed', ms: 100, session: 0 }],
      sleep: {
        fromMs: 410,
        of: 'process',
        noticedAfterMs: Infinity,
        toMs: 1810,
        clockGoesOn: true,
      },
      model: 'universal-streaming-english',
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 1000, kind: 'stop' },
        { atMs: 23000, kind: 'stop' },
        { atMs: 60000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'a letter that was final lands once where its words are told to have the turn’s times',
    plan: {
      words: [
        { gapMs: 600, lengthMs: 100, form: 1, endsSentence: true },
        { gapMs: 600, lengthMs: 100, form: 1, endsSentence: true },
        { gapMs: 130, lengthMs: 100, form: 1, endsSentence: true },
        { gapMs: 6940, lengthMs: 420, form: 1 },
        { gapMs: 50, lengthMs: 330, form: 11 },
        { gapMs: 60, lengthMs: 160, form: 1, endsSentence: true },
      ],
      server: { times: 'the turn’s', counts: 'up' },
      outages: [4180, 4230, 4280].map((fromMs) => ({
        fromMs,
        toMs: fromMs + 10,
        noticedAfterMs: 0,
      })),
      faults: [{ fault: 'stall', afterAudioMs: 2760, session: 1 }],
      sleep: {
        fromMs: 4360,
        of: 'computer',
        noticedAfterMs: Infinity,
        toMs: 9270,
        clockGoesOn: true,
      },
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 9370, kind: 'endTurn' },
        { atMs: 9290, kind: 'stop' },
        { atMs: 23_000, kind: 'stop' },
        { atMs: 60_000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'as many words as were final are dropped, where two readings are as like to them by their letters',
    plan: {
      words: [
        { gapMs: 130, lengthMs: 100, form: 1, endsSentence: true },
        { gapMs: 600, lengthMs: 100, form: 1 },
        { gapMs: 0, lengthMs: 100, form: 6 },
        { gapMs: 60, lengthMs: 100, form: 2, endsSentence: true },
      ],
      server: { times: 'off by 300', counts: 'up' },
      outages: [{ fromMs: 1410, toMs: 1420, noticedAfterMs: Infinity }],
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 1110, kind: 'stop' },
        { atMs: 23_000, kind: 'stop' },
        { atMs: 60_000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'a gap between two noises, too short to end a turn, is not the pause that one of them hides',
    plan: {
      words: [{ gapMs: 600, lengthMs: 100, form: 1, endsSentence: true }],
      noises: [
        { fromMs: 590, toMs: 1090, loudness: 300 },
        { fromMs: 0, toMs: 500, loudness: 300 },
      ],
      server: { times: 'off by 300', counts: 'up' },
      outages: [{ fromMs: 910, toMs: 920, noticedAfterMs: 0 }],
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 1000, kind: 'stop' },
        { atMs: 23_000, kind: 'stop' },
        { atMs: 60_000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'a turn is another one where the padding of the one before it is on the word that is listed first',
    plan: {
      words: [
        { gapMs: 0, lengthMs: 100, form: 13 },
        { gapMs: 0, lengthMs: 100, form: 13, endsSentence: true },
        { gapMs: 130, lengthMs: 100, form: 13, endsSentence: true },
      ],
      server: { times: 'unordered', counts: 'always 0' },
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 130, kind: 'toggle' },
        { atMs: 140, kind: 'toggle' },
        { atMs: 1000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'a word without a time is waited for where its letters make a word that is spelt otherwise no more alike',
    plan: {
      words: [
        { gapMs: 0, lengthMs: 100, form: 1 },
        { gapMs: 0, lengthMs: 100, form: 10 },
        { gapMs: 0, lengthMs: 100, form: 6, endsSentence: true },
        { gapMs: 600, lengthMs: 100, form: 2, endsSentence: true },
      ],
      server: { times: 'zero', counts: 'up' },
      model: 'universal-streaming-english',
      formatTurns: false,
      outages: [{ fromMs: 1460, toMs: 1470, noticedAfterMs: 0 }],
      faults: [{ fault: 'begin-delay', ms: 600, session: 0 }],
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 80_000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'a turn with the number of the one before it is another one, though wrong times let both end together',
    plan: {
      words: [
        { gapMs: 600, lengthMs: 100, form: 13, endsSentence: true },
        { gapMs: 140, lengthMs: 150, form: 13 },
        { gapMs: 120, lengthMs: 100, form: 13, endsSentence: true },
        { gapMs: 130, lengthMs: 100, form: 13, endsSentence: true },
        { gapMs: 130, lengthMs: 100, form: 13, endsSentence: true },
      ],
      server: { times: 'off by 300', counts: 'always 0' },
      actions: [
        { atMs: 720, kind: 'start' },
        { atMs: 1370, kind: 'stop' },
      ],
    },
  },
  {
    name: 'a partial without times that comes when its turn has ended, spelt otherwise, is no other turn',
    plan: {
      words: [
        { gapMs: 0, lengthMs: 100, form: 1 },
        { gapMs: 0, lengthMs: 100, form: 1, endsSentence: true },
        { gapMs: 130, lengthMs: 100, form: 6, endsSentence: true },
      ],
      server: { times: 'missing', counts: 'up', respellsPartials: true },
      model: 'universal-streaming-english',
      formatTurns: false,
      hiccups: [{ session: 0, message: 2, kind: 'again', ms: 410 }],
      actions: [
        { atMs: 20, kind: 'start' },
        { atMs: 1000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'a turn that ends by a shortened silence which is taken back later is known to have needed no longer one',
    plan: {
      words: [
        { gapMs: 0, lengthMs: 410, form: 1 },
        { gapMs: 90, lengthMs: 370, form: 1 },
        { gapMs: 0, lengthMs: 270, form: 1 },
        { gapMs: 0, lengthMs: 110, form: 1 },
        { gapMs: 50, lengthMs: 100, form: 1 },
        { gapMs: 0, lengthMs: 100, form: 1 },
        { gapMs: 60, lengthMs: 100, form: 1, endsSentence: true },
      ],
      model: 'universal-streaming-english',
      latencyMs: 260,
      outages: [{ fromMs: 2130, toMs: 2140, noticedAfterMs: 0 }],
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 550, kind: 'endTurn' },
        { atMs: 12_000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'what is contracted, of which only the first half had landed, is heard again in full',
    plan: {
      words: [
        { gapMs: 600, lengthMs: 100, form: 1, endsSentence: true },
        { gapMs: 600, lengthMs: 100, form: 1, endsSentence: true },
        { gapMs: 600, lengthMs: 100, form: 1 },
        { gapMs: 0, lengthMs: 100, form: 14, endsSentence: true },
      ],
      outages: [{ fromMs: 2310, toMs: 2320, noticedAfterMs: Number.POSITIVE_INFINITY }],
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 4250, kind: 'toggle' },
        { atMs: 4260, kind: 'toggle' },
        { atMs: 23_000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'words that are heard otherwise are known by their times, where marks are told apart with those of their words',
    plan: {
      words: [
        { gapMs: 0, lengthMs: 100, form: 6 },
        { gapMs: 0, lengthMs: 100, form: 6 },
        { gapMs: 0, lengthMs: 100, form: 6 },
        { gapMs: 0, lengthMs: 100, form: 6 },
        { gapMs: 0, lengthMs: 100, form: 6, endsSentence: true },
      ],
      server: { times: 'exact', counts: 'up', words: 'with marks apart' },
      otherModel: { afterSessions: 1, model: 'universal-streaming-english' },
      outages: [
        { fromMs: 0, toMs: 10, noticedAfterMs: 0 },
        { fromMs: 610, toMs: 620, noticedAfterMs: 0 },
      ],
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 100, kind: 'endTurn' },
        { atMs: 12_000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'words of which each is heard now so and now so are the same at the same times',
    plan: {
      words: [
        ...Array.from({ length: 7 }, () => ({ gapMs: 0, lengthMs: 100, form: 6 })),
        { gapMs: 60, lengthMs: 100, form: 6, endsSentence: true },
      ],
      model: 'universal-streaming-english',
      outages: [{ fromMs: 960, toMs: 970, noticedAfterMs: 0 }],
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 800, kind: 'endTurn' },
        { atMs: 12_000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'and where the times are off, and overlap',
    plan: {
      words: [
        ...Array.from({ length: 4 }, () => ({ gapMs: 0, lengthMs: 100, form: 6 })),
        { gapMs: 60, lengthMs: 100, form: 6 },
        { gapMs: 60, lengthMs: 100, form: 6, endsSentence: true },
      ],
      server: { times: 'off by 80', counts: 'up', words: undefined },
      model: 'universal-streaming-english',
      outages: [{ fromMs: 860, toMs: 870, noticedAfterMs: 0 }],
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 650, kind: 'endTurn' },
        { atMs: 12_000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'and where a turn is told as one word',
    plan: {
      words: Array.from({ length: 6 }, (_, n) => ({
        gapMs: 0,
        lengthMs: 100,
        form: 6,
        endsSentence: n === 5,
      })),
      server: { times: 'exact', counts: 'up', words: 'all in one' },
      model: 'universal-streaming-english',
      formatTurns: false,
      outages: [{ fromMs: 710, toMs: 720, noticedAfterMs: 0 }],
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 100, kind: 'endTurn' },
        { atMs: 12_000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'of a turn that is told as one word, in a script without spaces, what was final is dropped, and no more',
    plan: {
      words: [
        { gapMs: 60, lengthMs: 100, form: 16, endsSentence: true },
        { gapMs: 140, lengthMs: 100, form: 16, endsSentence: true },
      ],
      server: { times: 'exact', counts: 'up', words: 'all in one' },
      otherModel: { afterSessions: 1, model: 'universal-streaming-english' },
      latencyMs: 40,
      outages: [{ fromMs: 460, toMs: 470, noticedAfterMs: Infinity }],
      actions: [
        { atMs: 20, kind: 'start' },
        { atMs: 140, kind: 'toggle' },
        { atMs: 150, kind: 'toggle' },
        { atMs: 60_000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'the last word of a turn that is over with its session is the last of its text, whatever the order in which its words are told',
    plan: {
      words: [
        { gapMs: 600, lengthMs: 100, form: 1 },
        { gapMs: 0, lengthMs: 100, form: 6, endsSentence: true },
      ],
      server: { times: 'unordered', counts: 'up', words: 'spelt otherwise' },
      outages: [{ fromMs: 910, toMs: 920, noticedAfterMs: Infinity }],
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 2850, kind: 'toggle' },
        { atMs: 2860, kind: 'toggle' },
        { atMs: 60_000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'where no times are told, the end that a person asked for and that comes late may have been any silence',
    plan: {
      words: [
        { gapMs: 0, lengthMs: 190, form: 1 },
        { gapMs: 10, lengthMs: 380, form: 1 },
        { gapMs: 0, lengthMs: 230, form: 1 },
        { gapMs: 10, lengthMs: 360, form: 1 },
        { gapMs: 50, lengthMs: 100, form: 1, endsSentence: true },
      ],
      server: { times: 'in seconds', counts: 'up' },
      model: 'universal-streaming-english',
      latencyMs: 80,
      outages: [{ fromMs: 1470, toMs: 1480, noticedAfterMs: 0 }],
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 100, kind: 'endTurn' },
        { atMs: 12_000, kind: 'stop' },
      ],
    },
  },
  {
    name: 'where no times are told, a final right behind the press is not taken for the answer to it',
    plan: {
      words: [
        { gapMs: 170, lengthMs: 380, form: 16 },
        { gapMs: 40, lengthMs: 220, form: 16 },
        { gapMs: 60, lengthMs: 200, form: 16 },
        { gapMs: 60, lengthMs: 110, form: 16, endsSentence: true },
        { gapMs: 150, lengthMs: 200, form: 16 },
        { gapMs: 0, lengthMs: 100, form: 16 },
        { gapMs: 0, lengthMs: 100, form: 16, endsSentence: true },
      ],
      room: 600,
      server: { times: 'zero', counts: 'up' },
      model: 'universal-streaming-english',
      formatTurns: false,
      latencyMs: 160,
      outages: [{ fromMs: 1530, toMs: 1540, noticedAfterMs: 0 }],
      actions: [
        { atMs: 0, kind: 'start' },
        { atMs: 100, kind: 'endTurn' },
        { atMs: 1490, kind: 'endTurn' },
        { atMs: 12_000, kind: 'stop' },
      ],
    },
  },
];

for (const { name, plan } of COUNTEREXAMPLES) {
  test(name, async () => {
    checkAccount(await simulate({ ...QUIET, ...plan }));
  });
}
