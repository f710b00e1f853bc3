/**
 * `npm run soak`: what is too long for every day.
 *
 *   npm run soak -- --runs 200000 [--seed n]   the simulation's property, on all cores
 *   npm run soak -- --minutes 30 [--seed n]    real dictation while the network fails, in real time
 *   npm run soak -- --on-device 3              hours of audio heard on this computer, as fast as it can
 */
import { parseArgs } from 'node:util';
import { dictateForMinutes } from '../matrix/long-dictation';
import { isFlat, listenForHours } from './long-listening';
import { simulateMany } from '../simulation/many';

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string' },
      minutes: { type: 'string' },
      'on-device': { type: 'string' },
      seed: { type: 'string' },
    },
  });
  const seed = number('seed', values.seed) ?? Date.now() % 1_000_000;
  const runs = number('runs', values.runs);
  const minutes = number('minutes', values.minutes);
  const hours = number('on-device', values['on-device']);
  if ([runs, minutes, hours].filter((each) => each !== undefined).length !== 1) {
    throw new Error('say one of --runs N, --minutes N and --on-device HOURS');
  }
  if (hours !== undefined) {
    const { isRight, memory } = await listenForHours(hours, print);
    return isRight && isFlat(memory);
  }
  console.log(`seed ${String(seed)}`);
  if (runs !== undefined) return simulateMany(runs, seed, print);
  return dictateForMinutes(minutes ?? 0, seed, print);
}

function number(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} ${text}: not a number over 0`);
  return value;
}

function print(line: string): void {
  console.log(line);
}

main().then(
  (isGood) => {
    process.exitCode = isGood ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
