import { FRAME_MS } from '../../core/pcm';

/**
 * How much audio may be ahead of real time. AssemblyAI closes a session that has more than about
 * five minutes buffered (docs/protocol.md §7); this leaves a third of it unused.
 */
const BURST_MS = 200_000;

/** How fast a longer backlog follows: the server is said to drain at 1.25 times real time. */
const RATE = 1.2;

/**
 * Whether one more frame would be too far ahead.
 *
 * @param sentMs audio sent since the session began
 * @param elapsedMs milliseconds since it began
 */
export function isTooFarAhead(sentMs: number, elapsedMs: number): boolean {
  return sentMs + FRAME_MS > BURST_MS + RATE * elapsedMs;
}
