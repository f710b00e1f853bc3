import assert from 'node:assert/strict';
import { fc } from '../harness/properties';
import { checkAccount } from './account';
import { anyPlan, densePlan, longPlan, passingPlan } from './plans';
import { simulate, type Plan } from './simulation';
import { dictateWithTwo, twoProvidersStory } from './two-providers';

/** How many of a number of histories are of another kind. */
const PASSING_SHARE = 1 / 4;
const DENSE_SHARE = 1 / 4;
const LONG_SHARE = 1 / 200;

/** A sentence about histories, and how it is tried. */
export interface HistoryProperty {
  readonly name: string;
  readonly parameters: fc.Parameters<unknown>;
  readonly property: fc.IAsyncProperty<unknown>;
}

/** All that must hold, tried in `runs` histories in which anything happens, and in some others. */
export function historyProperties(runs: number): readonly HistoryProperty[] {
  const passing = Math.ceil(runs * PASSING_SHARE);
  const dense = Math.ceil(runs * DENSE_SHARE);
  const long = Math.ceil(runs * LONG_SHARE);
  return [
    {
      name: `in ${String(runs)} random histories each spoken word lands exactly once, in order, and everything is closed`,
      parameters: { numRuns: runs },
      property: fc.asyncProperty(anyPlan, async (plan) => {
        checkAccount(await simulate(plan));
      }),
    },
    {
      name: `in ${String(passing)} random histories whose troubles pass, everything lands and nothing is left to try again`,
      parameters: { numRuns: passing },
      property: fc.asyncProperty(passingPlan, landsWhole),
    },
    {
      name: `in ${String(dense)} random histories of few words that are said again and again, whose turns the person and the network end, everything lands`,
      parameters: { numRuns: dense },
      property: fc.asyncProperty(densePlan, landsWhole),
    },
    {
      name: `in ${String(long)} random histories of up to an hour, with outages and silence as long as they like, memory is bounded`,
      // Shrinking one would take hours.
      parameters: { numRuns: long, endOnFailure: true },
      property: fc.asyncProperty(longPlan, async (plan) => {
        checkAccount(await simulate(plan));
      }),
    },
    {
      name: `in ${String(runs)} random dictations with a service and this computer, both lost, refused and hanging, each word lands once`,
      parameters: { numRuns: runs },
      property: fc.asyncProperty(twoProvidersStory, dictateWithTwo),
    },
  ];
}

/** Everything lands, and nothing is left to try again. */
async function landsWhole(plan: Plan): Promise<void> {
  const outcome = await simulate(plan);
  checkAccount(outcome);
  assert.deepEqual([outcome.atRest.keptPieces, outcome.atRest.failure], [0, undefined]);
}
