import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkAccount } from './account';
import { anyPlan, passingPlan } from './plans';
import { simulate } from './simulation';

const RUNS = Number(process.env['SIMULATION_RUNS'] ?? 2000);

test(`property: in ${String(RUNS)} random histories each spoken word lands exactly once, in order, and everything is closed`, async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, async (plan) => {
      checkAccount(await simulate(plan));
    }),
    { numRuns: RUNS, includeErrorInReport: true, ...seedOf(process.env['SIMULATION_SEED']) },
  );
});

test(`property: in ${String(RUNS / 10)} random histories whose troubles pass, everything lands and nothing is left to try again`, async () => {
  await fc.assert(
    fc.asyncProperty(passingPlan, async (plan) => {
      const outcome = await simulate(plan);
      checkAccount(outcome);
      assert.deepEqual([outcome.kept, outcome.failure], [[], undefined]);
    }),
    { numRuns: RUNS / 10, includeErrorInReport: true, ...seedOf(process.env['SIMULATION_SEED']) },
  );
});

/** A fixed seed, so that a run can be repeated; `npm run soak` goes on with others. */
function seedOf(text = '3'): { seed: number } {
  return { seed: Number(text) };
}
