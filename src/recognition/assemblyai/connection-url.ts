import { parseEndpoint } from './endpoint';
import { modelFamily, takesAtConnect, takesContext, tellsLanguages, TUNABLE_KEYS } from './models';
import type { SessionOptions } from '../../core/recognition';
import { CARRIED_TURNS, INTERRUPTION_DELAY_MS, WIRE_NAMES } from './protocol';

/**
 * The server ends a session that hears nothing for this long: the guard against a session that
 * outlives us and bills (§8). Audio comes every 50 ms, so any value is safe; 5 to 3600 is legal.
 */
const INACTIVITY_TIMEOUT_S = 30;

/**
 * The address a session is opened at, its parameters in the query (docs/protocol.md
 * §2): `null` and empty lists are not sent, 0 and `false` are values, and what the model's family
 * does not take is left out. Where more than one language can be heard, the server is asked to tell
 * which it was. A query in the endpoint itself stays, ours wins.
 *
 * @throws {DictationError} `endpoint-invalid`
 */
export function connectionUrl(options: SessionOptions): string {
  const { recognition, sampleRate, encoding } = options;
  const url = parseEndpoint(recognition);
  url.searchParams.set('speech_model', recognition.model);
  url.searchParams.set('sample_rate', String(sampleRate));
  url.searchParams.set('encoding', encoding);
  url.searchParams.set('inactivity_timeout', String(INACTIVITY_TIMEOUT_S));
  if (tellsLanguages(recognition.model)) url.searchParams.set('language_detection', 'true');
  url.searchParams.set('session_heartbeat', 'true');
  const family = modelFamily(recognition.model);
  if (takesAtConnect(family, 'mode')) {
    url.searchParams.set('interruption_delay', String(INTERRUPTION_DELAY_MS));
  }
  if (takesContext(recognition.model)) {
    url.searchParams.set('previous_context_n_turns', String(CARRIED_TURNS));
  }
  for (const key of TUNABLE_KEYS.filter((tunable) => takesAtConnect(family, tunable))) {
    const value = queryValue(recognition[key]);
    if (value !== undefined) url.searchParams.set(WIRE_NAMES[key], value);
  }
  return url.href;
}

function queryValue(
  value: string | number | boolean | readonly string[] | null,
): string | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'object') return String(value);
  return value.length === 0 ? undefined : JSON.stringify(value);
}
