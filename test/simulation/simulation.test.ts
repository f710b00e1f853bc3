import './patience';
import { test } from 'node:test';
import { fc } from '../harness/properties';
import { historyProperties } from './properties';

const RUNS = Number(process.env['SIMULATION_RUNS'] ?? 2000);

/** A fixed seed, so that a run can be repeated; `npm run soak` goes on with others. */
const SEED = Number(process.env['SIMULATION_SEED'] ?? '3');

for (const { name, parameters, property } of historyProperties(RUNS)) {
  test(`property: ${name}`, async () => {
    await fc.assert(property, { ...parameters, seed: SEED, includeErrorInReport: true });
  });
}
