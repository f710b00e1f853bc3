import { BLOCKS_PER_FRAME, LevelMeter } from '../../core/level';
import { decodeFrame, FRAME_MS, type AudioFormat } from '../../core/pcm';
import type { Journal } from './journal';

/** A stretch of a recording that is quiet next to what is around it; run times, ms. */
export interface Quiet {
  readonly fromMs: number;
  readonly toMs: number;
}

const BLOCK_MS = FRAME_MS / BLOCKS_PER_FRAME;

/** Speech and the room must differ by so much, or nothing can be told apart. */
const LEAST_RANGE_DB = 8;
/** Quiet is what is in the lower part of that difference, and never within a noise's own unrest. */
const QUIET_SHARE = 0.3;
const UNREST_DB = 5;
/** No room is quieter than this; a microphone that is muted is, and next to that all rooms are loud. */
const QUIETEST_ROOM_DB = -65;
/** A key that is struck, or a click, does not end a pause. */
const CLICK_BLOCKS = 2;
/** The closure of a `t` or `k` is shorter than this, and no word is. */
const SHORTEST_BLOCKS = 6;

/**
 * The quiet stretches of what the journal keeps between two run times. Quiet is what is much less
 * loud than the loudest there, so a room may be noisy, or have music in it.
 */
export function quietStretches(
  journal: Journal,
  format: AudioFormat,
  fromMs: number,
  toMs: number,
): readonly Quiet[] {
  const first = Math.max(journal.startIndex, Math.floor(fromMs / FRAME_MS));
  const end = Math.min(journal.endIndex, Math.ceil(toMs / FRAME_MS));
  const meter = new LevelMeter(format.sampleRate);
  const levels: number[] = [];
  for (let index = first; index < end; index++) {
    const frame = journal.at(index);
    if (frame !== undefined) levels.push(...meter.measure(decodeFrame(frame, format.encoding)));
  }
  const sorted = levels.toSorted((a, b) => a - b);
  const floorDb = Math.max(QUIETEST_ROOM_DB, sorted[Math.floor(sorted.length * 0.1)] ?? 0);
  const rangeDb = (sorted.at(-SHORTEST_BLOCKS) ?? 0) - floorDb;
  if (rangeDb < LEAST_RANGE_DB) return [];
  const limitDb = floorDb + Math.max(UNREST_DB, rangeDb * QUIET_SHARE);
  const runs = runsOf(levels.map((level) => level < limitDb));
  return runs.map(([from, to]) => ({
    fromMs: first * FRAME_MS + from * BLOCK_MS,
    toMs: first * FRAME_MS + to * BLOCK_MS,
  }));
}

/** From and to (exclusive) of the runs of `true` that are long enough, clicks within them ignored. */
function runsOf(isQuiet: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [at, quiet] of isQuiet.entries()) {
    if (!quiet) continue;
    const last = runs.at(-1);
    if (last !== undefined && at - last[1] <= CLICK_BLOCKS) last[1] = at + 1;
    else runs.push([at, at + 1]);
  }
  return runs.filter(([from, to]) => to - from >= SHORTEST_BLOCKS);
}
