import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { REPOSITORY } from '../../harness/repository';
import type { Part } from '../part';

/** Three hours on a virtual clock, in a process of its own. */
export const memory: Part = {
  seconds: 60,
  async measure({ notes }) {
    const child = fork(path.join(REPOSITORY, 'test/simulation/three-hours.ts'), {
      execArgv: ['--import', 'tsx', '--expose-gc'],
    });
    const exit = once(child, 'exit');
    const answers: unknown[] = await Promise.race([once(child, 'message'), exit]);
    await exit;
    const told = (name: string): number => Number(Reflect.get(Object(answers[0]), name));
    const MIB = 1024 * 1024;
    for (const [row, name] of [
      ['heap', 'heapGrowthBytes'],
      ['outside the heap, where audio is', 'externalGrowthBytes'],
    ] as const) {
      notes.add('memory', row, 'MiB more after 3 h than after 15 min', told(name) / MIB);
    }
    notes.add(
      'memory',
      'longest audio kept, s',
      'MiB more after 3 h than after 15 min',
      told('longestJournalMs') / 1000,
    );
  },
};
