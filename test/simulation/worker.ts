/**
 * Tries the simulation's property as often as its parent asks (`Share`), and answers with the
 * counterexample, '' if there is none. Started by test/simulation/many.ts.
 */
import fc from 'fast-check';
import { checkAccount } from './account';
import { anyPlan } from './plans';
import { simulate } from './simulation';

process.on('message', (message) => {
  void attempt(message).then((report) => process.send?.(report));
});

async function attempt(share: unknown): Promise<string> {
  if (typeof share !== 'object' || share === null || !('runs' in share) || !('seed' in share)) {
    throw new Error('asked for something else');
  }
  const details = await fc.check(
    fc.asyncProperty(anyPlan, async (plan) => {
      checkAccount(await simulate(plan));
    }),
    { numRuns: Number(share.runs), seed: Number(share.seed), includeErrorInReport: true },
  );
  return details.failed ? (fc.defaultReportMessage(details) ?? 'failed') : '';
}
