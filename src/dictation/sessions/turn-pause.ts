import type { Quiet } from './quiet';

/**
 * Word times are wrong by up to this: Pro models' 240 ms (docs/protocol.md §5.3 d), and some more
 * either way.
 */
const LATEST_MS = 400;
const EARLIEST_MS = 320;
/** Nor is it suspicious that times are told in steps of this. */
const STEP_MS = 80;
/** A turn ends after no less silence (§4: 128 ms), whose edges may be lost in the room's noise. */
const SHORTEST_PAUSE_MS = 80;
/** A longer pause is not a better one: a turn needs no more. */
const LONGEST_COUNTED_MS = 160;
/** By so much the best must be better than the next, or which it was is not known. */
const LEAD_MS = 40;
/** A turn's end is told within this of its pause (§9: 0.3 to 0.5 s), and the network's delay. */
const TOLD_WITHIN_MS = 1000;

/** What is known of where a turn ended; run times, ms. */
export interface TurnEnd {
  /** What the server says that the last word's end is, if that can be. */
  readonly saidMs: number | undefined;
  /** By how much that may be late as a rule. */
  readonly paddedMs: number;
  /** Up to where audio had been sent when the end of the turn was told. */
  readonly sentMs: number;
  /** Whether all of that had only just been recorded. */
  readonly isLive: boolean;
  /** Up to where audio had been sent when the person asked that the turn end, not long ago. */
  readonly forcedMs: number | undefined;
}

/** Where to look for the pause that ended a turn: from, to; undefined where nothing tells. */
export function whereToLook({
  saidMs,
  sentMs,
  isLive,
}: TurnEnd): readonly [number, number] | undefined {
  if (saidMs !== undefined) return [saidMs - 2000, Math.min(sentMs, saidMs + 1000)];
  return isLive ? [sentMs - 3000, sentMs] : undefined;
}

/**
 * The pause that ended a turn, among the quiet stretches of {@link whereToLook}; nothing where none
 * is, or two may be: what was said near an end that is not known is better heard again.
 */
export function pauseAfter(end: TurnEnd, stretches: readonly Quiet[]): Quiet | undefined {
  const possible = stretches.filter((quiet) => mayEnd(end, quiet));
  const { saidMs } = end;
  if (saidMs === undefined) return possible.length === 1 ? possible[0] : undefined;
  const [best, next] = possible
    .map((quiet) => ({ quiet, merit: meritOf(saidMs, end.paddedMs, quiet) }))
    .sort((a, b) => b.merit - a.merit);
  const isDoubtful = best !== undefined && next !== undefined && best.merit - next.merit < LEAD_MS;
  return isDoubtful ? undefined : best?.quiet;
}

function mayEnd({ saidMs, sentMs, forcedMs }: TurnEnd, { fromMs, toMs }: Quiet): boolean {
  if (toMs - fromMs < SHORTEST_PAUSE_MS || fromMs > sentMs - SHORTEST_PAUSE_MS) return false;
  // Nobody need have paused; if somebody did, they did when they asked.
  if (forcedMs !== undefined && (fromMs > forcedMs - SHORTEST_PAUSE_MS || toMs < forcedMs))
    return false;
  if (saidMs === undefined) return toMs >= sentMs - TOLD_WITHIN_MS;
  return fromMs >= saidMs - LATEST_MS && fromMs <= saidMs + EARLIEST_MS;
}

/** Long, and near where the server says. */
function meritOf(saidMs: number, paddedMs: number, { fromMs, toMs }: Quiet): number {
  const lengthMs = Math.min(toMs - fromMs, LONGEST_COUNTED_MS);
  const offMs = Math.max(0, saidMs - paddedMs - STEP_MS - fromMs, fromMs - saidMs - STEP_MS);
  return lengthMs - offMs;
}
