import type { ModelFamily } from './models';
import type { RecognitionSettings } from '../../core/settings';
import { encodeUpdate } from './protocol';

/**
 * The shortest silence that the server accepts as the end of a turn (docs/protocol.md §2: clamped
 * from 50 ms).
 */
export const SHORTEST_SILENCE_MS = 50;

/** Universal-Streaming's defaults (§2), because an update cannot say "the default". */
const DEFAULT_MIN_TURN_SILENCE_MS = 400;
const DEFAULT_MAX_TURN_SILENCE_MS = 1280;

/** What each mode of the other models presets instead (§4). */
const MODE_MIN_TURN_SILENCE_MS = { min_latency: 128, balanced: 128, max_accuracy: 512 } as const;

/** The shortest silence that ends a turn by itself (docs/protocol.md §4). */
export function shortestPauseMs(
  family: ModelFamily,
  { mode, minTurnSilenceMs, maxTurnSilenceMs }: RecognitionSettings,
): number {
  const presetMs =
    family === 'universal-streaming'
      ? DEFAULT_MIN_TURN_SILENCE_MS
      : // What is documented for Pro models only is not sent to others.
        MODE_MIN_TURN_SILENCE_MS[family === 'pro' ? mode : 'balanced'];
  const leastMs = Math.min(minTurnSilenceMs ?? presetMs, maxTurnSilenceMs ?? Infinity);
  return Math.max(SHORTEST_SILENCE_MS, leastMs);
}

/**
 * Ends the current turn of a Universal-Streaming session without ForceEndpoint, which on these
 * models drops the words in flight (§9): for one turn the shortest silence ends it.
 *
 * @returns the UpdateConfiguration message that shortens the silence, and the one that restores that of `running`
 */
export function shortTurn(running: RecognitionSettings): {
  readonly shorten: string;
  readonly restore: string;
} {
  const silences = (minTurnSilenceMs: number, maxTurnSilenceMs: number): string =>
    encodeUpdate({ ...running, minTurnSilenceMs, maxTurnSilenceMs }, [
      'minTurnSilenceMs',
      'maxTurnSilenceMs',
    ]);
  return {
    shorten: silences(SHORTEST_SILENCE_MS, SHORTEST_SILENCE_MS),
    restore: silences(
      running.minTurnSilenceMs ?? DEFAULT_MIN_TURN_SILENCE_MS,
      running.maxTurnSilenceMs ?? DEFAULT_MAX_TURN_SILENCE_MS,
    ),
  };
}
