import type { SoundServerName } from '../../harness/sound-servers';
import { account } from '../../matrix/accounting';
import { LAST_OF_SENTENCE, namesIn, WORDS } from '../../matrix/tone-speech';
import type { Contender, ContenderOptions } from '../contender';
import { Floor } from '../floor';
import type { Part, PartContext } from '../part';
import { openPlace, ours, rival, RIVALS, type OpenContender, type Place } from '../place';

/** How long the network is away, in the middle of the second sentence. */
const OUTAGE_MS = 5000;

/** How long the provider's server is away that died: another one takes over soon. */
const RESTART_MS = 1000;

/**
 * By then each recorder has delivered what was said before: what only a killed process has is lost
 * with it, and who has more of it is another question (microphone to server).
 */
const RECORDED_MS = 300;

/** What happens while one sentence after the other is said from the key press on. */
interface Situation {
  readonly options?: ContenderOptions;
  /** How many words have been said when it happens. */
  readonly after?: number;
  /** And for how long nothing has been said since. Default: no time at all. */
  readonly quietMs?: number;
  readonly act?: (contender: Contender) => unknown;
  /** With so many words said; default: with all of them. */
  readonly stopAfter?: number;
}

/** All connections break, and none is taken for so long. */
const away =
  (ms: number) =>
  ({ proxy }: Contender): void => {
    proxy.setDoor('closed');
    proxy.cut('reset');
    proxy.later(ms, () => {
      proxy.setDoor('open');
    });
  };

const ALL_WORDS = WORDS.flatMap(namesIn).join(' ');
const FIRST_SENTENCE = LAST_OF_SENTENCE[0] + 1;

const SITUATIONS: Readonly<Record<string, Situation>> = {
  'nothing goes wrong': {},
  'Begin comes after 1.3 s': { options: { beginDelayMs: 1300 } },
  'Begin comes after 8 s': { options: { beginDelayMs: 8000 } },
  'stopped in the middle of a sentence': { stopAfter: FIRST_SENTENCE + 2 },
  'the connection breaks after 3 s': { options: { cutAfterMs: 3000 } },
  'the network is away for 5 s': {
    after: FIRST_SENTENCE + 2,
    act: away(OUTAGE_MS),
  },
  'the provider’s server dies in mid-sentence': {
    after: FIRST_SENTENCE + 2,
    act: away(RESTART_MS),
  },
  'the recorder is killed between two sentences': {
    after: FIRST_SENTENCE,
    quietMs: RECORDED_MS,
    act: ({ recorderPids }) => {
      for (const pid of recorderPids) process.kill(pid, 'SIGKILL');
    },
  },
};

/** How often all is said again when the sound server itself has dropped a word; more, and nothing can be measured. */
const MOST_SAID_AGAIN = 5;

/** So many at a time: two cores have enough to do with ten recorders. */
const AT_A_TIME = 2;

const CONTENDERS: Readonly<Record<string, OpenContender>> = {
  ours: ours('sox'),
  ...Object.fromEntries(Object.keys(RIVALS).map((name) => [name, rival(name)])),
};

/** Words lost and doubled, of all contenders, who hear the same sound. */
export const words = (server: SoundServerName): Part => ({
  seconds: 180,
  async measure({ runs, notes, closers }: PartContext) {
    const place = await openPlace(server, closers);
    const situations = Object.entries(SITUATIONS);
    for (let run = 0; run < runs; run++) {
      for (let at = 0; at < situations.length; at += AT_A_TIME) {
        const pair = situations.slice(at, at + AT_A_TIME);
        let outcomes = await say(pair, place);
        for (let again = 0; outcomes === undefined; again++) {
          if (again === MOST_SAID_AGAIN) throw new Error(`${server} drops words, whoever listens`);
          for (const [situation] of pair) notes.add(`words-${server}`, situation, 'said again', 1);
          outcomes = await say(pair, place);
        }
        for (const { situation, name, lost, doubled, said } of outcomes) {
          notes.add(`words-${server}`, situation, `${name}: lost`, lost);
          notes.add(`words-${server}`, situation, `${name}: doubled`, doubled);
          if (name === 'ours') notes.add(`words-${server}`, situation, 'said', said);
        }
      }
    }
  },
});

/**
 * Says all words once.
 *
 * @returns undefined where the quickest recorder itself has not heard them all: then the sound was broken, and nobody
 * could have them
 */
async function say(situations: readonly (readonly [string, Situation])[], place: Place) {
  const floor = await Floor.start();
  const lanes = await Promise.all(
    situations.flatMap(([situation, { options = {}, ...rest }]) =>
      Object.entries(CONTENDERS).map(async ([name, open]) => ({
        ...{ situation, name, ...rest },
        contender: await open(options, place),
      })),
    ),
  );
  try {
    const stops = new Map<(typeof lanes)[number], { said: number; stopped: Promise<void> }>();
    const stop = (lane: (typeof lanes)[number]): void => {
      stops.set(lane, { said: floor.clock.words.length, stopped: lane.contender.stop() });
    };
    const acted = new Set<(typeof lanes)[number]>();
    floor.onDidHear = () => {
      const { words, quietMs } = floor.clock;
      for (const lane of lanes) {
        const isTime = words.length === lane.after && quietMs >= (lane.quietMs ?? 0);
        if (isTime && !acted.has(lane)) lane.act?.(lane.contender);
        if (isTime) acted.add(lane);
        if (words.length === lane.stopAfter && !stops.has(lane)) stop(lane);
      }
    };
    const starts = lanes.map(({ contender }) => contender.start());
    await place.microphone.play(place.speech);
    await Promise.all(starts);
    for (const lane of lanes) if (!stops.has(lane)) stop(lane);
    await Promise.all([...stops.values()].map(({ stopped }) => stopped));
    if (floor.clock.words.join(' ') !== ALL_WORDS) return undefined;
    return lanes.map((lane) => {
      const { situation, name, contender } = lane;
      const said = stops.get(lane)?.said ?? 0;
      // What is said after the stop key may be there: nobody stops within a millisecond.
      const heard = floor.clock.words.map((text, index) => ({
        ...{ text, startMs: 0, endMs: 0 },
        isWhole: index < said,
      }));
      return { situation, name, said, ...account(heard, contender.text.flatMap(namesIn)) };
    });
  } finally {
    await Promise.all(lanes.map(({ contender }) => contender.close()));
    await floor.close();
  }
}
