import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { endProcess } from '../harness/processes';

/** Of the ramp and of who listens beside: the speaker's own, so that nobody converts anything. */
const RATE = 48_000;

/** So long the ramp goes up before it begins anew. */
const PERIOD = 5 * RATE;
const TOP = 20_000;

/** PipeWire makes what is played to one channel louder, as if it were two. */
const GAINS = [1, Math.SQRT2];

/** Of so many samples the mean is taken: the room is not quite silent. */
const MEAN_OF = 101;

/** Where a recording is looked at: the last samples of a filter are not the ramp's. */
const LOOKS_BEFORE_END_MS = [300, 200, 100, 50, 20];
const EVEN_WITHIN_MS = 2;

/** Sound that tells of each sample which one it is: it goes up, slowly and evenly, for ever. */
export interface Ramp {
  /** All that a recorder beside, the quickest there is, has got lately. */
  heardBeside(): Buffer;
  /**
   * How many samples of `rate` a recording has less than had been heard beside.
   *
   * @returns undefined: one of them cannot be told, because the computer was too busy to play the ramp
   */
  lost(beside: Buffer, pcm: Buffer, rate: number): number | undefined;
  stop(): Promise<void>;
}

/** @returns once it is heard */
export async function startRamp(env: NodeJS.ProcessEnv): Promise<Ramp> {
  const format = [`--rate=${String(RATE)}`, '--channels=1', '--format=s16le', '--raw'];
  // Much of it is at the server, so that a busy computer does not tear it.
  const player = spawn('pacat', ['--playback', '--latency-msec=200', ...format], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  player.stdin.on('error', () => undefined); // It has been ended.
  let made = 0;
  new Readable({
    read(bytes) {
      const piece = Buffer.alloc(bytes & ~1);
      for (let i = 0; i < piece.length; i += 2) piece.writeInt16LE(valueOf(made++), i);
      this.push(piece);
    },
  }).pipe(player.stdin);

  const listener = spawn('parec', ['--latency-msec=200', ...format], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let recent: Buffer = Buffer.alloc(0);
  let isHeard: (() => void) | undefined;
  const heard = new Promise<void>((resolve) => {
    isHeard = resolve;
  });
  listener.stdout.on('data', (piece: Buffer) => {
    recent = Buffer.concat([recent, piece]).subarray(-2 * RATE * 2);
    if (recent.length === 2 * RATE * 2 && placeOf(recent, RATE) !== undefined) isHeard?.();
  });
  await heard;
  return {
    heardBeside: () => recent,
    lost(beside, pcm, rate) {
      const [heard, end] = [placeOf(beside, RATE), placeOf(pcm, rate)];
      if (heard === undefined || end === undefined) return undefined;
      const period = (PERIOD * rate) / RATE;
      const lost = (heard * rate) / RATE - end;
      return Math.round(lost - Math.round(lost / period) * period);
    },
    async stop() {
      await Promise.all([player, listener].map(endProcess));
    },
  };
}

function valueOf(index: number): number {
  return Math.round(-TOP + (2 * TOP * (index % PERIOD)) / PERIOD);
}

/**
 * The sample of the ramp at which a recording ends.
 *
 * @returns undefined: its end is not even, because the ramp begins anew there, or was not played in time
 */
function placeOf(pcm: Buffer, rate: number): number | undefined {
  const samples = pcm.length >> 1;
  const period = (PERIOD * rate) / RATE;
  if (samples < rate / 2) return undefined;
  const looks = LOOKS_BEFORE_END_MS.map((ms) => {
    const before = Math.round((ms * rate) / 1000);
    const from = samples - before - (MEAN_OF >> 1);
    const values = Array.from({ length: MEAN_OF }, (_, i) => pcm.readInt16LE(2 * (from + i)));
    return { before, mean: values.reduce((sum, value) => sum + value, 0) / MEAN_OF };
  });
  for (const gain of GAINS) {
    const places = looks.map(
      ({ before, mean }) => ((mean / gain + TOP) / (2 * TOP)) * period + before,
    );
    const isEven = Math.max(...places) - Math.min(...places) < (EVEN_WITHIN_MS * rate) / 1000;
    if (isEven) return places.at(-1);
  }
  return undefined;
}
