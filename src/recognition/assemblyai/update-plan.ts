import {
  type ModelFamily,
  takesAtConnect,
  takesWhileRunning,
  TUNABLE_KEYS,
  type TunableKey,
} from './models';
import type { RecognitionSettings } from '../../core/settings';

/** What changed settings mean to a running session. */
export interface UpdatePlan {
  /** Settings that UpdateConfiguration can carry. */
  readonly sendable: readonly TunableKey[];
  /** Settings that wait for the next session. */
  readonly deferred: readonly TunableKey[];
}

/** Settings that a mode presets (docs/protocol.md §4). */
const PRESET_KEYS: readonly TunableKey[] = ['minTurnSilenceMs', 'maxTurnSilenceMs'];

/**
 * Sorts what differs between `running` and `wanted`. A parameter that the family never takes
 * changes nothing, now or later, so it is in neither list. "The server's default" (`null`) has no
 * expression in UpdateConfiguration, so going back to it waits.
 */
export function planUpdate(
  running: RecognitionSettings,
  wanted: RecognitionSettings,
  family: ModelFamily,
): UpdatePlan {
  const differs = (key: TunableKey): boolean =>
    JSON.stringify(running[key]) !== JSON.stringify(wanted[key]);
  const isNewMode = takesWhileRunning(family, 'mode') && differs('mode');
  // A mode sets the silences anew, so that those of the person are to be said again (§6).
  const isReset = (key: TunableKey): boolean =>
    isNewMode && PRESET_KEYS.includes(key) && wanted[key] !== null;
  const changed = TUNABLE_KEYS.filter(
    (key) => takesAtConnect(family, key) && (differs(key) || isReset(key)),
  );
  const sendable = changed.filter((key) => takesWhileRunning(family, key) && wanted[key] !== null);
  const deferred = changed.filter((key) => !sendable.includes(key));
  return { sendable, deferred };
}

/** `running` with the values that `wanted` has under `keys`. */
export function withUpdated(
  running: RecognitionSettings,
  wanted: RecognitionSettings,
  keys: readonly TunableKey[],
): RecognitionSettings {
  return { ...running, ...Object.fromEntries(keys.map((key) => [key, wanted[key]])) };
}
