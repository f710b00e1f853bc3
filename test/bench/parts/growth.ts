import { Framer } from '../../../src/core/framer';
import { LevelMeter } from '../../../src/core/level';
import { encodeFrame } from '../../../src/core/pcm';
import { SAMPLE_RATES } from '../../../src/core/settings';
import { takeBack, write } from '../../../src/editor/ledger/utterances';
import type { Marks } from '../../../src/editor/ledger/mark';
import { turnOf, TurnReader } from '../../../src/recognition/assemblyai/turn-reader';
import { compose, type Place, type WritingStyle } from '../../../src/text/compose';
import { rankVocabulary, type Candidate } from '../../../src/text/vocabulary/rank';
import { VirtualClock } from '../../contracts/virtual-clock';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings';
import type { Part } from '../part';

/** Something whose cost grows with `size`. */
interface Series {
  readonly sizes: readonly number[];
  /** Makes what is needed, and returns what is measured. */
  readonly prepare: (size: number) => () => unknown;
}

const SAID = 'Then get user name of the request comma and close the server. ';

const STYLE: WritingStyle = {
  insertion: DEFAULT_SETTINGS.insertion,
  languages: ['en'],
  identifiers: [],
  variables: { selection: '', clipboard: '', date: '' },
};
const PROSE: Place = { left: '', right: '', scope: 'prose' };
const CODE: Place = { left: '', right: '', scope: 'code', languageId: 'typescript' };

const PIECE_BYTES = 1024;
const SOUND_SECONDS = 10;
const LEAST_TURNS = 1000;

const SERIES: Readonly<Record<string, Series>> = {
  'sample rate, of 8 kHz': {
    sizes: SAMPLE_RATES,
    prepare: (rate) => {
      const sampleRate = SAMPLE_RATES.find((each) => each === rate) ?? 16_000;
      const piece = Buffer.alloc(PIECE_BYTES, 1);
      return () => {
        const [framer, meter] = [new Framer(sampleRate), new LevelMeter(sampleRate)];
        for (let at = 0; at < sampleRate * 2 * SOUND_SECONDS; at += PIECE_BYTES) {
          for (const frame of framer.push(piece)) {
            meter.measure(frame);
            encodeFrame(frame, 'pcm_mulaw');
          }
        }
      };
    },
  },
  'turns of a session, of 1,000': {
    sizes: [LEAST_TURNS, 10_000, 100_000],
    prepare: (turns) => () => {
      let finals = 0;
      const reader = new TurnReader(new VirtualClock(), ({ kind }) => {
        if (kind === 'final') finals++;
      });
      for (let order = 0; order < turns; order++) {
        for (const isEnd of [false, true]) reader.read(turn(order, isEnd), 400);
      }
      if (finals !== turns) throw new Error(`${String(finals)} of ${String(turns)} finals`);
    },
  },
  'entries of the dictionary, of 5': {
    sizes: [5, 50, 500],
    prepare: (entries) => {
      const replacements = Object.fromEntries(
        Array.from({ length: entries }, (_, n) => [`phrase ${String(n)}`, `text ${String(n)}`]),
      );
      const style = { ...STYLE, insertion: { ...STYLE.insertion, replacements } };
      return () => {
        for (let n = 0; n < 50; n++) compose(`${SAID}Then phrase 3. `, PROSE, style);
      };
    },
  },
  'names of the workspace, of 100': {
    sizes: [100, 1000, 10_000, 100_000],
    prepare: (count) => {
      const parts = ['get', 'User', 'Name', 'Request', 'Server', 'Token', 'Cache', 'Parse'];
      const name = (n: number): string =>
        `load${parts[n % 8] ?? ''}${parts[(n >> 3) % 8] ?? ''}${parts[(n >> 6) % 8] ?? ''}${String(n % 997)}`;
      const candidates = Array.from({ length: count }, (_, n): Candidate => {
        return { name: name(n), origin: 'workspace', count: 1, source: 'a' };
      });
      return () => {
        const { identifiers } = rankVocabulary(candidates);
        return compose(SAID, CODE, { ...STYLE, identifiers });
      };
    },
  },
  'characters of a line, of 300': {
    sizes: [300, 3000, 30_000, 300_000],
    prepare: (length) => {
      const left = 'const a = getUser(request[0], "token"); '.repeat(length / 40);
      return () => {
        for (const place of [PROSE, CODE]) compose(SAID, { ...place, left, right: left }, STYLE);
      };
    },
  },
  'utterances to take back, of 10': {
    sizes: [10, 100, 1000],
    prepare: (count) => {
      let marks: Marks = [];
      for (let n = 0; n < count; n++) {
        const at = { site: 0, start: n * SAID.length, replaced: '' };
        marks = write(marks, n, [{ ...at, text: SAID }]);
      }
      const all = Array.from({ length: count }, (_, n) => count - 1 - n);
      return () => takeBack(marks, all, count * SAID.length);
    },
  },
};

/** Repeated until it has taken so much CPU: what takes less is not measured well. */
const LEAST_CPU_MS = 40;
const WARM_UPS = 3;

/** What pure code costs as the work grows: CPU time over that of the smallest. */
export const growth: Part = {
  seconds: 110,
  measure({ runs, notes }) {
    for (const [name, { sizes, prepare }] of Object.entries(SERIES)) {
      const bodies = sizes.map(prepare);
      // What is compiled at first is not what it costs.
      for (const body of bodies.slice(0, 2)) for (let n = 0; n < WARM_UPS; n++) cpuOf(body);
      for (let run = 0; run < runs; run++) {
        const costs = bodies.map(cpuOf);
        for (const [n, size] of sizes.entries()) {
          const column = String(Number((size / (sizes[0] ?? 1)).toPrecision(3)));
          notes.add('growth', name, column, (costs[n] ?? NaN) / (costs[0] ?? NaN));
        }
      }
    }
    return Promise.resolve();
  },
};

function cpuOf(body: () => unknown): number {
  const since = process.cpuUsage();
  for (let times = 1; ; times++) {
    body();
    const { user, system } = process.cpuUsage(since);
    const ms = (user + system) / 1000;
    if (ms >= LEAST_CPU_MS) return ms / times;
  }
}

function turn(order: number, isEnd: boolean) {
  const words = SAID.trim()
    .split(' ')
    .map((text, n) => ({
      ...{ text, startMs: order * 4000 + n * 300, endMs: order * 4000 + n * 300 + 250 },
      isFinal: isEnd,
    }));
  return turnOf(
    { order, isEnd, isFormatted: isEnd, transcript: SAID.trim(), words, language: undefined },
    { family: 'pro', formatsTurns: true },
  );
}
