/**
 * `npm run speech`: the whole real-speech tier: every clip in every room and manner, cut every
 * 150 ms, on all cores; more than an hour. `npm test` has a sample of it.
 *
 *   npm run speech -- [--clip text] [--room quiet|noise|music] [--manner 0…5] [--every ms]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { CLIPS } from '../speech/clips';
import { countsOf, MANNERS, reportOf, roomName, sweep, type Counts } from '../speech/sweep';

/** Which clip and which manner, by number, a process is for; our own children have it. */
const SHARE = 'VOICE_DICTATION_SPEECH_SHARE';

const NOTHING: Counts = [0, 0, 0, 0, 0];

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      clip: { type: 'string', default: '' },
      room: { type: 'string', default: '' },
      manner: { type: 'string', default: '' },
      every: { type: 'string', default: '150' },
    },
  });
  const share = process.env[SHARE];
  if (share !== undefined) return sweepShare(share, Number(values.every));
  const shares = CLIPS.flatMap((clip, number) =>
    clip.name.includes(values.clip) && roomName(clip.room).includes(values.room)
      ? MANNERS.map((_, manner) => `${String(number)} ${String(manner)}`)
      : [],
  ).filter((each) => each.endsWith(values.manner));
  const total = await sweepAll(shares);
  const [cuts, wrong, many, few, otherwise] = total;
  console.log(
    `${String(cuts)} cuts, ${String(wrong)} wrong: ${String(many)} words too many, ` +
      `${String(few)} too few; ${String(otherwise)} heard otherwise`,
  );
  return cuts !== 0 && wrong === 0;
}

/** Sweeps one clip in one manner, prints what became of it and tells the parent the counts. */
async function sweepShare(share: string, everyMs: number): Promise<boolean> {
  const [clip, manner] = share.split(' ').map(Number);
  const [what, how] = [CLIPS[clip ?? -1], MANNERS[manner ?? -1]];
  if (what === undefined || how === undefined) throw new Error(`no clip and manner ${share}`);
  const swept = await sweep(what, how, everyMs);
  console.log(reportOf(what, how, swept));
  process.send?.(countsOf(swept));
  return true;
}

/** Each share in a process of its own, as many at a time as there are cores. */
async function sweepAll(shares: string[]): Promise<Counts> {
  let total = NOTHING;
  const work = async (): Promise<void> => {
    for (let share = shares.shift(); share !== undefined; share = shares.shift()) {
      const child = fork(__filename, process.argv.slice(2), {
        env: { ...process.env, [SHARE]: share },
      });
      let counts: readonly number[] | undefined;
      child.on('message', (message) => {
        if (Array.isArray(message)) counts = message.map(Number);
      });
      await once(child, 'exit');
      if (counts === undefined) throw new Error(`clip and manner ${share} came to no end`);
      const added = counts;
      total = [0, 1, 2, 3, 4].map((i) => (total[i] ?? 0) + (added[i] ?? 0));
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  return total;
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
