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
  size('extension.js', 64),
  size('all of these', 340),
  size('the .vsix', 250),
];

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
