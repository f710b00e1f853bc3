import { test } from 'node:test';
import fc from 'fast-check';
import { checkAccount } from './account';
import { anyPlan } from './plans';
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

function seedOf(text: string | undefined): { seed?: number } {
  return text === undefined ? {} : { seed: Number(text) };
}
