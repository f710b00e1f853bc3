import type { ProviderTraits, TimeSlack } from '../../core/recognition';
import type { Quiet } from './quiet';

/** Somebody who asks for an end in a pause has paused for so long, at least. */
const SHORTEST_FORCED_MS = 80;
/** By so much a pause may seem shorter than it was: its edges are lost in the room's noise. */
const LOST_EDGES_MS = 48;
/** A turn's end is told soon after its pause, but a network that stalls adds seconds. */
const TOLD_WITHIN_MS = 5000;

/** Who goes on to speak, or a noise, within this of a pause's end is nobody yet. */
const STILL_QUIET_MS = 100;

/**
 * Up to where audio had been sent when the person asked that the turn end: the first and the last time
 * of several that were soon after one another, because nothing tells which of them has been answered.
 */
export interface Forced {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What is known of where a turn ended; run times, ms. */
export interface TurnEnd {
  /** When the last word is said to begin, with its end. */
  readonly saidStartMs: number | undefined;
  /** When the last word is said to end, if that can be. */
  readonly saidMs: number | undefined;
  /** A turn does not end by itself after less silence than this. */
  readonly shortestMs: number;
  /** Up to where audio had been sent when the end of the turn was told. */
  readonly sentMs: number;
  /** Whether all of that had only just been recorded. */
  readonly isLive: boolean;
  /** Not long ago the person asked that the turn end. */
  readonly forced: Forced | undefined;
}

/** Where to look for the pause that ended a turn: from, to; undefined where nothing tells. */
export function whereToLook({
  saidMs,
  sentMs,
  isLive,
  shortestMs,
}: TurnEnd): readonly [number, number] | undefined {
  if (saidMs !== undefined) return [saidMs - 2000, Math.min(sentMs, saidMs + 1000 + shortestMs)];
  return isLive ? [sentMs - TOLD_WITHIN_MS - shortestMs, sentMs] : undefined;
}

/**
 * The pause that ended a turn, among the quiet stretches of {@link whereToLook}; nothing where none
 * is, or two may be, or the one that may be is doubtful: what was said near an end that is not known
 * is better heard again.
 */
export function pauseAfter(
  end: TurnEnd,
  stretches: readonly Quiet[],
  wordEnd: ProviderTraits['wordEnd'],
): Quiet | undefined {
  const [pause, other] = stretches.filter((quiet) => mayEnd(end, quiet, wordEnd.possible));
  if (pause === undefined || other !== undefined) return undefined;
  return isSure(end, pause, wordEnd) ? pause : undefined;
}

/** Whether a pause is the one that it may be, though a noise may have hidden that one. */
function isSure(
  { saidStartMs, saidMs, sentMs, shortestMs }: TurnEnd,
  { fromMs, toMs }: Quiet,
  { possible, usual }: ProviderTraits['wordEnd'],
): boolean {
  if (saidMs === undefined) {
    // Where any silence may have ended it, one that is too short to be seen may.
    return shortestMs > 0 && toMs >= sentMs - STILL_QUIET_MS;
  }
  // It may only seem too short to end a turn, or be a gap before a noise that hides the pause.
  if (toMs - fromMs < shortestMs) return false;
  // Nobody spoke where the word is said to end.
  if (fromMs <= saidMs && toMs >= saidMs) return true;
  if (fromMs < (saidStartMs ?? fromMs)) return false;
  // Another one that is so long has no room there.
  if (shortestMs >= possible.laterMs) return true;
  return fromMs >= saidMs - usual.earlierMs && fromMs <= saidMs + usual.laterMs;
}

function mayEnd(
  { saidMs, sentMs, forced, shortestMs }: TurnEnd,
  { fromMs, toMs }: Quiet,
  { earlierMs, laterMs }: TimeSlack,
): boolean {
  const leastMs = shortestMs - LOST_EDGES_MS;
  if (toMs - fromMs < leastMs || fromMs > sentMs - leastMs) return false;
  // Nobody need have paused; if somebody did, they did when they asked.
  if (forced !== undefined && (fromMs > forced.fromMs - SHORTEST_FORCED_MS || toMs < forced.toMs))
    return false;
  if (saidMs === undefined) return toMs >= sentMs - TOLD_WITHIN_MS;
  return fromMs >= saidMs - earlierMs && fromMs <= saidMs + laterMs;
}
