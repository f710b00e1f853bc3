import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { listenForHours } from '../../harness/long-listening';
import { REPOSITORY } from '../../harness/repository';
import type { Part } from '../part';

const MIB = 1024 * 1024;

/** Three hours take twice as long as a whole bench may: `npm run soak -- --on-device 3`. */
const ON_THIS_COMPUTER_HOURS = 1;

/** Three hours with AssemblyAI on a virtual clock, in a process of its own; beside it an hour on this computer. */
export const memory: Part = {
  seconds: 90,
  async measure({ notes }) {
    const note = (row: string, mib: number): void => {
      notes.add('memory', row, 'MiB more', mib);
    };
    const onThisComputer = listenForHours(ON_THIS_COMPUTER_HOURS, () => undefined);
    const [told] = await Promise.all([threeHours(), onThisComputer]);
    note('AssemblyAI: heap', told('heapGrowthBytes') / MIB);
    note('AssemblyAI: outside the heap, where audio is', told('externalGrowthBytes') / MIB);
    const { memory: used } = await onThisComputer;
    // After half an hour, as with AssemblyAI.
    const [first, last] = [used[2], used.at(-1)];
    if (first === undefined || last === undefined) return;
    note('this computer: heap and outside it', last.ownMib - first.ownMib);
    note('this computer: the process with the model, resident', last.engineMib - first.engineMib);
  },
};

async function threeHours(): Promise<(name: string) => number> {
  const child = fork(path.join(REPOSITORY, 'test/simulation/three-hours.ts'), {
    execArgv: ['--import', 'tsx', '--expose-gc'],
  });
  const exit = once(child, 'exit');
  const answers: unknown[] = await Promise.race([once(child, 'message'), exit]);
  await exit;
  return (name) => Number(Reflect.get(Object(answers[0]), name));
}
