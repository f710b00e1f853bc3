import type { Samples } from './results';
import { cellOf, spreadOf, sumOf } from './statistics';
import { short } from './svg';

/** Something that was wanted, and what came of it. */
export interface Goal {
  readonly measure: string;
  readonly wanted: string;
  /** For README's short table too: what a person notices. */
  readonly isShort?: boolean;
  /** @returns nothing where it was not measured */
  readonly reach: (samples: Samples) => Reached | undefined;
}

interface Reached {
  readonly ours: string;
  /** The best and the worst of what else there is. */
  readonly others?: string;
  readonly isMet: boolean;
}

const SERVERS = ['PulseAudio', 'PipeWire'] as const;
const RIVALS = ['SDK sample', 'SDK sample, tuned', 'tutorial’s loop', 'VS Code’s rules (a model)'];

/** What the issue asked for, in its order. */
export const GOALS: readonly Goal[] = [
  ...SERVERS.map((server): Goal => ({
    measure: `words lost and doubled, ${server}`,
    wanted: '0 and 0',
    isShort: true,
    reach: (samples) => {
      const rows = Object.values(samples[`words-${server}`] ?? {});
      const said = rows.reduce((sum, row) => sum + (sumOf(row['said']) ?? 0), 0);
      if (said === 0) return undefined;
      const count = (name: string, what: string): number =>
        rows.reduce((sum, row) => sum + (sumOf(row[`${name}: ${what}`]) ?? 0), 0);
      const [lost, doubled] = [count('ours', 'lost'), count('ours', 'doubled')];
      return {
        ours: `${String(lost)} and ${String(doubled)} of ${said.toFixed(0)}`,
        others: range(RIVALS.map((name) => count(name, 'lost'))),
        isMet: lost === 0 && doubled === 0,
      };
    },
  })),
  ...SERVERS.map((server): Goal => ({
    measure: `microphone to server, over the quickest recorder, ${server}`,
    wanted: '≤ 60 ms, 95 % ≤ 90 ms, ahead of all',
    isShort: true,
    reach: (samples) => {
      const table = `wire-${server}`;
      const sox = spreadOf(cellOf(samples, table, 'ours, sox', 'ms'));
      if (sox === undefined) return undefined;
      const rivals = RIVALS.map((name) => spreadOf(cellOf(samples, table, name, 'ms'))?.median);
      const known = rivals.filter((median) => median !== undefined);
      return {
        ours: `${short(sox.median)} ms, ${short(sox.p95)} ms (sox)`,
        others: `${range(known)} ms`,
        isMet: sox.median <= 60 && sox.p95 <= 90 && known.every((each) => each > sox.median),
      };
    },
  })),
  ...SERVERS.map((server): Goal => {
    const table = `key-press-${server}`;
    return {
      measure: `key press to first sound, over a bare spawn, ${server}`,
      wanted: '≤ 1.1 ×',
      reach: (samples) => {
        const ratios = ['sox', 'parec'].map((row) => ratio(samples, table, row, 'ours', 'bare'));
        if (ratios.includes(undefined)) return undefined;
        const known = ratios.filter((each) => each !== undefined);
        return {
          ours: known.map((each) => `${each.toFixed(2)} ×`).join(' and '),
          isMet: known.every((each) => each <= 1.1),
        };
      },
    };
  }),
  {
    measure: 'a final in the document, over a bare edit',
    wanted: '≤ 1.2 ×',
    reach: (samples) => {
      const rows = Object.keys(samples['landing'] ?? {});
      const of = (who: string): readonly number[] =>
        rows
          .map((row) => ratio(samples, 'landing', row, who, 'bare edit'))
          .filter((each) => each !== undefined);
      const [all, theirs] = [of('ours'), of('thirty lines')].map((each) => spreadOf(each));
      return all === undefined
        ? undefined
        : {
            ours: `${all.median.toFixed(2)} × (${all.least.toFixed(2)} to ${all.most.toFixed(2)})`,
            ...(theirs !== undefined && { others: `${theirs.median.toFixed(2)} ×` }),
            isMet: all.median <= 1.2,
          };
    },
  },
  {
    measure: 'stop key to last word, over Terminate to Termination',
    wanted: '≤ 50 ms more',
    reach: (samples) => {
      const of = (who: string): number | undefined => {
        const [last, server] = ['stop key to last word', 'Terminate to Termination'].map((column) =>
          spreadOf(cellOf(samples, 'stop', who, column)),
        );
        return last === undefined || server === undefined ? undefined : last.median - server.median;
      };
      const [ours, theirs] = [of('ours'), of('thirty lines')];
      return ours === undefined
        ? undefined
        : {
            ours: `${short(ours)} ms more`,
            ...(theirs !== undefined && { others: `${short(theirs)} ms` }),
            isMet: ours <= 50,
          };
    },
  },
  {
    measure: 'CPU of the extension host at 5 partials a second',
    wanted: '≤ 1 % of a core, ahead of thirty lines',
    isShort: true,
    reach: (samples) => {
      const [ours, theirs] = ['ours', 'thirty lines'].map((who) =>
        spreadOf(cellOf(samples, 'cpu', who, '5 a second')),
      );
      return ours === undefined || theirs === undefined
        ? undefined
        : {
            ours: `${short(ours.median)} %`,
            others: `${short(theirs.median)} %`,
            isMet: ours.median <= 1 && ours.median < theirs.median,
          };
    },
  },
  {
    measure: 'delay of its event loop, 99 %, at 5 partials a second',
    wanted: '≤ 1 ms more',
    reach: (samples) => {
      const [ours, theirs] = ['ours', 'thirty lines'].map((who) =>
        spreadOf(cellOf(samples, 'delay', who, '5 a second')),
      );
      return ours === undefined
        ? undefined
        : {
            ours: `${short(ours.median)} ms`,
            ...(theirs !== undefined && { others: `${short(theirs.median)} ms` }),
            isMet: ours.median <= 1,
          };
    },
  },
  {
    measure: 'activation above an empty extension',
    wanted: '≤ 5 ms',
    isShort: true,
    reach: (samples) => {
      const [ours, empty] = ['ours', 'an empty extension'].map((who) =>
        spreadOf(cellOf(samples, 'activation', who, 'ms')),
      );
      if (ours === undefined || empty === undefined) return undefined;
      const ms = ours.median - empty.median;
      return { ours: `${short(ms)} ms`, isMet: ms <= 5 };
    },
  },
  {
    measure: 'on this computer, over the engine’s own loop: word, last words, CPU, memory',
    wanted: '≤ 1.1 × each',
    reach: (samples) => {
      const rows = Object.keys(samples['on-device'] ?? {}).slice(0, 4);
      const ratios = rows.map((row) =>
        ratio(samples, 'on-device', row, 'ours', 'engine’s own loop'),
      );
      const known = ratios.filter((each) => each !== undefined);
      return known.length === 0
        ? undefined
        : {
            ours: known.map((each) => `${each.toFixed(2)} ×`).join(', '),
            isMet: known.every((each) => each <= 1.1),
          };
    },
  },
  {
    measure: 'words that are others with us than with the same recogniser alone',
    wanted: '0',
    reach: (samples) => {
      const rows = Object.values(samples['hearing'] ?? {});
      if (rows.length === 0) return undefined;
      const count = (what: string): number =>
        rows
          .flatMap((row) => Object.entries(row))
          .filter(([column]) => column.endsWith(what))
          .reduce((sum, [, values]) => sum + (spreadOf(values)?.median ?? 0), 0);
      return {
        ours: `${String(count(': others'))} of ${String(count(': words'))}`,
        isMet: count(': others') === 0,
      };
    },
  },
  {
    measure: 'letters that are others with us than with the engine of this computer alone',
    wanted: '0',
    reach: (samples) => {
      const letters = sumOf(cellOf(samples, 'on-device', 'letters that are others', 'ours'));
      return letters === undefined
        ? undefined
        : { ours: `${String(letters)} letters`, isMet: letters === 0 };
    },
  },
  {
    measure: 'the same where the process with the model is killed in mid-sentence',
    wanted: '0',
    reach: (samples) => {
      const row = 'letters that are others, its process killed in mid-sentence';
      const letters = sumOf(cellOf(samples, 'on-device', row, 'ours'));
      return letters === undefined
        ? undefined
        : { ours: `${String(letters)} letters`, isMet: letters === 0 };
    },
  },
  {
    measure: 'cost as the work grows, at its steepest',
    wanted: 'linear or better',
    reach: (samples) => {
      const rows = Object.entries(samples['growth'] ?? {});
      const slopes = rows.flatMap(([name, row]) => {
        const [x, values] = Object.entries(row).at(-1) ?? ['1', []];
        const spread = spreadOf(values);
        return spread === undefined ? [] : [{ name, share: spread.median / Number(x) }];
      });
      const [steepest] = slopes.toSorted((a, b) => b.share - a.share);
      return steepest === undefined
        ? undefined
        : {
            ours: `${steepest.share.toFixed(2)} of linear (${steepest.name})`,
            // A tenth is what a run differs from another one.
            isMet: steepest.share <= 1.1,
          };
    },
  },
  {
    measure: 'memory, as dictation goes on',
    wanted: 'flat',
    reach: (samples) => {
      const grown = Object.values(samples['memory'] ?? {}).flatMap(
        (row) => spreadOf(Object.values(row)[0])?.median ?? [],
      );
      const [heap, other, own, engine] = grown;
      return heap === undefined || other === undefined || own === undefined || engine === undefined
        ? undefined
        : {
            ours: `${grown.map(short).join(', ')} MiB more`,
            // What is resident of another process is whole pages that its allocator keeps.
            isMet: Math.max(heap, other, own) <= 1 && engine <= 16,
          };
    },
  },
  billed('paragraphs, minutes between them', 1.3),
  billed('short sentences, a minute between them', 1.5),
  ...['pcm_s16le', 'pcm_mulaw'].map((encoding): Goal => ({
    measure: `upload above the format’s own, ${encoding}`,
    wanted: '≤ 2 %',
    reach: (samples) => {
      const above = spreadOf(cellOf(samples, 'upload', encoding, '% above the format’s own'));
      return above === undefined
        ? undefined
        : { ours: `${above.median.toFixed(1)} %`, isMet: above.median <= 2 };
    },
  })),
  size('extension.js', 64),
  size('all of these', 340),
  size('the .vsix', 250),
];

function billed(row: string, times: number): Goal {
  return {
    measure: `billed time over speech: ${row}`,
    wanted: `≤ ${String(times)} ×`,
    isShort: true,
    reach: (samples) => {
      const cell = (column: string) => spreadOf(cellOf(samples, 'billing', row, column))?.median;
      const [ours, plain] = [cell('billed ÷ speech'), cell('in one session')];
      return ours === undefined || plain === undefined
        ? undefined
        : {
            ours: `${ours.toFixed(2)} ×`,
            others: `${plain.toFixed(2)} × (one session)`,
            isMet: ours <= times,
          };
    },
  };
}

function size(row: string, kib: number): Goal {
  return {
    measure: row === 'all of these' ? 'all bundles' : row,
    wanted: `≤ ${String(kib)} KiB`,
    reach: (samples) => {
      const [value] = cellOf(samples, 'size', row, 'KiB') ?? [];
      return value === undefined
        ? undefined
        : { ours: `${value.toFixed(1)} KiB`, isMet: value <= kib };
    },
  };
}

/** Of medians. */
function ratio(
  samples: Samples,
  table: string,
  row: string,
  ...[one, other]: readonly [string, string]
): number | undefined {
  const [a, b] = [one, other].map((column) => spreadOf(cellOf(samples, table, row, column)));
  return a === undefined || b === undefined ? undefined : a.median / b.median;
}

function range(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? short(least) : `${short(least)} to ${short(most)}`;
}
