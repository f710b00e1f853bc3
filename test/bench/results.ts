import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as prettier from 'prettier';
import { REPOSITORY } from '../harness/repository';

/** What the last run of each part measured: of this, and nothing else, page, plots and README's table are made. */
const FILE = path.join(REPOSITORY, 'docs/benchmarks.json');

/** Table, row, column: everything that was measured there, in the order of the runs. */
export type Samples = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>>
>;

/** What came of one part. */
export interface PartResult {
  /** When, as `2026-11-30 16:41`, UTC. */
  readonly at: string;
  readonly seconds: number;
  /** How often everything was measured. */
  readonly runs: number;
  /** Of the machine in the minute before it began. */
  readonly load: number;
  readonly machine: string;
  readonly samples: Samples;
  /** Why there is nothing, or not all. */
  readonly missing?: string;
}

/** By the name of the part. */
export type Results = Readonly<Record<string, PartResult>>;

/** Reads what is committed; nothing before the first run. */
export function readResults(): Results {
  // Written by nobody but `writeResults`, and reviewed as any other file.
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Results) : {};
}

/** Replaces what is there. */
export async function writeResults(results: Results): Promise<void> {
  // Samples of a cell on a line: what a run has changed can be read.
  writeFileSync(
    FILE,
    await prettier.format(JSON.stringify(results), { parser: 'json', printWidth: 100 }),
  );
}

/** Collects samples, table by table. */
export class Notes {
  private readonly tables: Record<string, Record<string, Record<string, number[]>>> = {};

  get samples(): Samples {
    return this.tables;
  }

  /** @param values rounded to what a measurement here can tell: four digits */
  add(table: string, row: string, column: string, ...values: readonly number[]): void {
    const rows = (this.tables[table] ??= {});
    const columns = (rows[row] ??= {});
    (columns[column] ??= []).push(...values.map((value) => Number(value.toPrecision(4))));
  }
}
