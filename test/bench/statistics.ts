import type { Results, Samples } from './results';

/** Several measurements of one thing. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly least: number;
  readonly most: number;
  readonly count: number;
}

/** @returns nothing where nothing was measured */
export function spreadOf(values: readonly number[] | undefined): Spread | undefined {
  if (values === undefined || values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return { median: at(0.5), p95: at(0.95), least: at(0), most: at(1), count: sorted.length };
}

/** @returns nothing where nothing was measured */
export function sumOf(values: readonly number[] | undefined): number | undefined {
  return values?.reduce((sum, value) => sum + value, 0);
}

/** What all parts have measured, table by table. */
export function samplesOf(results: Results): Samples {
  return Object.assign({}, ...Object.values(results).map(({ samples }) => samples)) as Samples;
}

/** The samples of one cell. */
export function cellOf(
  samples: Samples,
  table: string,
  row: string,
  column: string,
): readonly number[] | undefined {
  return samples[table]?.[row]?.[column];
}
