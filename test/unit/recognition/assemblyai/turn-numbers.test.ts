import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Turn } from '../../../../src/recognition/assemblyai/protocol';
import { TurnNumbers } from '../../../../src/recognition/assemblyai/turn-numbers';

/** What a server tells of a turn: its number, its text, the times of its words; a partial ends in `…`. */
type Told = readonly [order: number, text: string, startMs?: number, endMs?: number];

function turnOf([order, text, startMs = 0, endMs = 0]: Told): Turn {
  const words = endMs === 0 ? [] : [{ text: text.replace('…', ''), startMs, endMs }];
  const isEnd = !text.endsWith('…');
  return { order, transcript: text.replace('…', ''), words, isEnd, awaitsFormatting: false };
}

/** @returns the numbers we give, and whether the order is broken beyond doubt */
function tell(told: readonly Told[]): { readonly orders: number[]; readonly isBroken: boolean } {
  const numbers = new TurnNumbers();
  const orders = told.map((each) => numbers.renumber(turnOf(each)).order);
  return { orders, isBroken: numbers.isOutOfOrder };
}

const BROKEN: readonly (readonly [string, readonly Told[]])[] = [
  [
    'a turn with partials ends after the one that was said after it',
    [
      [1, 'Two.', 2000, 3000],
      [0, 'one…', 0, 1000],
      [0, 'One.', 0, 1000],
    ],
  ],
  [
    'a turn ends after the one that was said after it',
    [
      [0, 'One.', 0, 1000],
      [2, 'Three.', 4000, 5000],
      [1, 'Two.', 2000, 3000],
    ],
  ],
  [
    'a turn goes on when a later one has ended',
    [
      [0, 'one…', 0, 1000],
      [1, 'Three.', 4000, 5000],
      [0, 'One two.', 0, 2000],
    ],
  ],
];

for (const [name, told] of BROKEN) {
  test(`the order is broken where ${name}, and each turn has a number of its own`, () => {
    const { orders, isBroken } = tell(told);
    const ended = orders.filter((_, n) => told[n]?.[1].endsWith('.'));
    assert.deepEqual(
      { isBroken, ended: new Set(ended).size, isRising: orders.at(-1) === Math.max(...orders) },
      { isBroken: true, ended: ended.length, isRising: true },
    );
  });
}

/** A hundred turns of a second each. */
const HUNDRED = Array.from({ length: 100 }, (_, n): Told => [
  n,
  `Sentence ${String(n)}.`,
  n * 1000,
  n * 1000 + 900,
]);

const DOUBTFUL: readonly (readonly [string, readonly Told[]])[] = [
  [
    'begins anew, its times, too',
    [
      [0, 'One.', 3000, 4000],
      [1, 'Two.', 5000, 6000],
      [2, 'Three.', 9000, 9900],
      [0, 'Four.', 100, 900],
      [1, 'Five.', 2000, 3000],
      [2, 'Six.', 4000, 5000],
    ],
  ],
  [
    'begins anew after a hundred turns, its times, too',
    [
      ...HUNDRED,
      ...HUNDRED.slice(0, 50).map(([n, , from = 0, to = 0]): Told => [
        n,
        `Again ${String(n)}.`,
        from,
        to,
      ]),
    ],
  ],
  [
    'jumps back, without times',
    [
      [5, 'One.'],
      [9, 'Two.'],
      [2, 'Three.'],
    ],
  ],
  [
    'jumps back, and its times do not',
    [
      [5, 'One.', 0, 1000],
      [9, 'Two.', 2000, 3000],
      [2, 'Three.', 4000, 5000],
    ],
  ],
  [
    'goes up, and times are wrong by 300 ms',
    [
      [0, 'One.', 0, 1000],
      [1, 'Two.', 1400, 1500],
      [2, 'Three.', 1100, 1200],
    ],
  ],
];

for (const [name, told] of DOUBTFUL) {
  test(`a count that ${name} is no broken order, and no turn has the number of another`, () => {
    assert.deepEqual(tell(told), { orders: told.map((_, n) => n), isBroken: false });
  });
}

test('an end that says no more than what a later turn has made final is about the same turn', () => {
  const told: readonly Told[] = [
    [0, 'one…', 0, 1000],
    [1, 'Two.', 2000, 3000],
    [0, 'One.', 0, 1000],
  ];
  assert.deepEqual(tell(told), { orders: [0, 1, 0], isBroken: false });
});

test('a formatted version that comes after the next turn’s end breaks no order', () => {
  const numbers = new TurnNumbers();
  const first = turnOf([0, 'one.', 0, 1000]);
  const told = [
    { ...first, awaitsFormatting: true },
    turnOf([1, 'Two.', 3000, 4000]),
    {
      ...first,
      transcript: 'One.',
      words: [{ text: 'One.', startMs: 0, endMs: 1040 }],
    },
  ];
  const orders = told.map((turn) => numbers.renumber(turn).order);
  assert.deepEqual([orders, numbers.isOutOfOrder], [[0, 1, 0], false]);
});

test('a turn of which a partial without text was told is not the one before it that said the same', () => {
  const told: readonly Told[] = [
    [0, 'No.'],
    [1, 'No.'],
    [2, 'No.'],
    [0, '…'],
    [0, 'No.'],
    [0, 'No.'],
  ];
  assert.deepEqual(tell(told).orders, [0, 1, 2, 0, 3, 3]);
});

/** Ends of turns that all have the number 0; `~`: the formatted version is to come. */
const FORMATTED_LATER: readonly (readonly [string, readonly Told[], readonly number[]])[] = [
  [
    'never comes',
    [
      [0, 'open the file~'],
      [0, 'it fails~'],
      [0, 'try it again~'],
    ],
    [0, 1, 2],
  ],
  [
    'comes for one of them',
    [
      [0, 'open the file~'],
      [0, 'it fails~'],
      [0, 'It fails.'],
      [0, 'try it again~'],
      [0, 'try it again~'],
    ],
    [0, 1, 1, 2, 2],
  ],
  [
    'is the only one of the next turn',
    [
      [0, 'open the file~'],
      [0, 'It fails.'],
    ],
    [0, 1],
  ],
  [
    'has numbers and signs',
    [
      [0, 'twenty five percent~'],
      [0, '25%.'],
      [0, 'joe at home dot com~'],
      [0, 'Joe@home.com.'],
    ],
    [0, 0, 1, 1],
  ],
  [
    'spells it otherwise, and comes again',
    [
      [0, 'at three thirty~'],
      [0, 'At 3:30.'],
      [0, 'At 3:30.'],
      [0, 'at three thirty~'],
      [0, 'Stop.'],
      [1, 'at three thirty~'],
      [1, 'At 3:30.'],
    ],
    [0, 0, 0, 0, 1, 2, 2],
  ],
  [
    'comes when the next one has ended',
    [
      [0, 'on no~'],
      [0, 'on…'],
      [0, 'on~'],
      [0, 'On. No.'],
      [0, 'On.'],
      [0, 'It.'],
    ],
    // The partial may be a straggler.
    [0, 0, 1, 0, 1, 2],
  ],
  [
    'comes when the next one has begun',
    [
      [0, 'on no~', 0, 800],
      [0, 'on…', 1300, 1400],
      [0, 'On. No.', 0, 840],
      [0, 'on~', 1300, 1400],
      [0, 'On.', 1300, 1440],
    ],
    [0, 1, 0, 1, 1],
  ],
  [
    'comes when the next one has ended, with times',
    [
      [0, 'on no~', 0, 800],
      [0, 'on~', 1300, 1400],
      [0, 'On. No.', 0, 840],
      [0, 'On.', 1300, 1440],
    ],
    [0, 1, 0, 1],
  ],
  [
    'is missing, and the next turn’s times are early',
    [
      [0, 'open the file~', 0, 1300],
      [0, 'it fails~', 1000, 2200],
      [0, 'It fails.', 1000, 2240],
      [0, 'Go on.', 2050, 2400],
    ],
    [0, 1, 1, 2],
  ],
];

for (const [name, told, orders] of FORMATTED_LATER) {
  test(`no turn is taken for the formatted version of the one before, which ${name}`, () => {
    const numbers = new TurnNumbers();
    const given = told.map((each) => {
      const turn = turnOf(each);
      const awaitsFormatting = turn.transcript.endsWith('~');
      return numbers.renumber({ ...turn, awaitsFormatting }).order;
    });
    assert.deepEqual(given, orders);
  });
}

/** What comes with the number of a turn that has ended, and whose number we give it. */
const SAME_NUMBER: readonly (readonly [string, readonly Told[], readonly number[]])[] = [
  [
    'a turn of other words that is said to end as the one before it',
    [
      [0, 'No, no. No.', 0, 938],
      [0, 'No.', 674, 928],
    ],
    [0, 1],
  ],
  [
    'a turn of the same word that is said to end as the one before it',
    [
      [0, 'No.', 800, 938],
      [0, 'No.', 674, 938],
    ],
    [0, 1],
  ],
  [
    'an end that comes again',
    [
      [0, 'No.', 800, 938],
      [0, 'Stop.', 1200, 1500],
      [0, 'Stop.', 1200, 1500],
      [0, 'No.', 800, 938],
    ],
    [0, 1, 1, 0],
  ],
  [
    'a partial that comes late and spells otherwise',
    [
      [0, 'no comet.'],
      [0, 'No commit…'],
      [1, 'Stop.'],
    ],
    [0, 0, 1],
  ],
  [
    'a turn that says what the one before it said, whose partials were spelt otherwise',
    [
      [0, 'comet.'],
      [0, 'commit…'],
      [0, 'comet.'],
    ],
    // The partial may be a straggler.
    [0, 0, 1],
  ],
];

for (const [name, told, orders] of SAME_NUMBER) {
  test(`a number that is told again: ${name}`, () => {
    assert.deepEqual(tell(told).orders, orders);
  });
}
