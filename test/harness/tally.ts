/** How many tests passed and failed. A tier that crashes or runs nothing is one failure. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The sum of `tallies`. */
export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
  };
}
