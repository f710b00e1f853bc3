/**
 * Tries the simulation's properties as often as its parent asks (`Share`), and answers with the
 * counterexample, '' if there is none. Started by test/simulation/many.ts.
 */
import { fc } from '../harness/properties';
import { historyProperties } from './properties';

process.on('message', (message) => {
  void attempt(message).then((report) => process.send?.(report));
});

async function attempt(share: unknown): Promise<string> {
  if (typeof share !== 'object' || share === null || !('runs' in share) || !('seed' in share)) {
    throw new Error('asked for something else');
  }
  const seed = Number(share.seed);
  for (const { name, parameters, property } of historyProperties(Number(share.runs))) {
    const details = await fc.check(property, { ...parameters, seed, includeErrorInReport: true });
    if (details.failed) return `${name}: ${fc.defaultReportMessage(details)}`;
  }
  return '';
}
