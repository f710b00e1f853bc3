import { setTimeout as sleep } from 'node:timers/promises';
import type { SoundServerName } from '../../harness/sound-servers';
import { WORDS } from '../../matrix/tone-speech';
import { Floor } from '../floor';
import { OnsetClock } from '../onset-clock';
import type { Part } from '../part';
import { openPlace, ours, rival, RIVALS, type OpenContender, type Place } from '../place';

/** Who hears the same sound at the same time: few enough that nobody waits for a core. */
const GROUPS: Readonly<
  Record<SoundServerName, readonly Readonly<Record<string, OpenContender>>[]>
> = {
  PulseAudio: [rivals(), recorders('sox', 'parec', 'arecord', 'ffmpeg')],
  PipeWire: [rivals(), recorders('sox', 'parec', 'pw-record', 'arecord', 'ffmpeg')],
};

function recorders(...names: readonly Parameters<typeof ours>[0][]) {
  return Object.fromEntries(names.map((name) => [`ours, ${name}`, ours(name)]));
}

function rivals() {
  return Object.fromEntries(Object.keys(RIVALS).map((name) => [name, rival(name)]));
}

/** The slowest recorder there is delivers within two seconds. */
const HEARD_DEADLINE_MS = 6000;
const POLL_MS = 20;

/** From the microphone to the server, later than the floor. */
export const wire = (server: SoundServerName): Part => ({
  seconds: 130,
  async measure({ runs, notes, closers }) {
    const place = await openPlace(server, closers);
    for (let run = 0; run < runs; run++) {
      for (const group of GROUPS[server]) {
        for (const [name, lateness] of await listen(group, place)) {
          notes.add(`wire-${server}`, name, 'ms', ...lateness);
        }
      }
    }
  },
});

async function listen(
  group: Readonly<Record<string, OpenContender>>,
  place: Place,
): Promise<readonly (readonly [string, readonly number[]])[]> {
  const floor = await Floor.start();
  const lanes = await Promise.all(
    Object.entries(group).map(async ([name, open]) => {
      const clock = new OnsetClock();
      return { name, clock, contender: await open({ wire: clock }, place) };
    }),
  );
  try {
    await Promise.all(lanes.map(({ contender }) => contender.start()));
    // All have their connection then, and their recorder.
    await until(() => lanes.every(({ contender }) => contender.isHeard));
    await place.microphone.play(place.speech);
    await until(() => lanes.every(({ clock }) => clock.words.length === WORDS.length));
    await Promise.all(lanes.map(({ contender }) => contender.stop()));
    const { arrivals } = floor.clock;
    return lanes.map(({ name, clock }) => [
      name,
      [...clock.arrivals].flatMap(([word, ms]) => {
        const floorMs = arrivals.get(word);
        return floorMs === undefined ? [] : [ms - floorMs];
      }),
    ]);
  } finally {
    await Promise.all(lanes.map(({ contender }) => contender.close()));
    await floor.close();
  }
}

/** Who does not come to it in time is measured as far as it has come. */
async function until(condition: () => boolean): Promise<void> {
  const deadlineMs = performance.now() + HEARD_DEADLINE_MS;
  while (!condition() && performance.now() < deadlineMs) await sleep(POLL_MS);
}
