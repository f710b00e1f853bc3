import type { RecognitionSettings } from '../../core/settings';

/** Models that take the same parameters and send the same turn sequences (docs/protocol.md §2, §5.3). */
export type ModelFamily = 'pro' | 'universal-streaming' | 'whisper' | 'unknown';

/** The family of a `speech_model` (docs/protocol.md §3); new names are `unknown`. */
export function modelFamily(model: string): ModelFamily {
  if (model.startsWith('universal-streaming')) return 'universal-streaming';
  if (/^(universal-3|u3-)/.test(model)) return 'pro';
  if (model.startsWith('whisper')) return 'whisper';
  return 'unknown';
}

/** A recognition setting that is one parameter on the wire, taken by some models only. */
export type TunableKey = Exclude<
  keyof RecognitionSettings,
  'provider' | 'endpoint' | 'allowInsecureEndpoint' | 'tokenUrl' | 'model'
>;

const EVERY_FAMILY: readonly ModelFamily[] = ['pro', 'universal-streaming', 'whisper', 'unknown'];

/**
 * Who takes what: docs/protocol.md §2 when the session opens, §6 while it runs. What is only
 * documented for some models is not sent to the others; a model we do not know is sent everything,
 * because servers ignore parameters they do not know. Nothing is documented about changing
 * `whisper-rt` or `filter_profanity` in a running session: that waits for the next one.
 */
const FAMILIES: Readonly<
  Record<
    TunableKey,
    { readonly atConnect: readonly ModelFamily[]; readonly whileRunning: readonly ModelFamily[] }
  >
> = {
  mode: { atConnect: ['pro', 'unknown'], whileRunning: ['pro', 'unknown'] },
  languages: { atConnect: ['pro', 'unknown'], whileRunning: ['pro', 'unknown'] },
  formatTurns: {
    atConnect: ['universal-streaming', 'unknown'],
    whileRunning: ['universal-streaming', 'unknown'],
  },
  endOfTurnConfidenceThreshold: {
    atConnect: ['universal-streaming', 'unknown'],
    whileRunning: ['universal-streaming', 'unknown'],
  },
  keyterms: { atConnect: EVERY_FAMILY, whileRunning: ['pro', 'universal-streaming', 'unknown'] },
  minTurnSilenceMs: {
    atConnect: EVERY_FAMILY,
    whileRunning: ['pro', 'universal-streaming', 'unknown'],
  },
  maxTurnSilenceMs: {
    atConnect: EVERY_FAMILY,
    whileRunning: ['pro', 'universal-streaming', 'unknown'],
  },
  vadThreshold: {
    atConnect: EVERY_FAMILY,
    whileRunning: ['pro', 'universal-streaming', 'unknown'],
  },
  filterProfanity: { atConnect: EVERY_FAMILY, whileRunning: [] },
};

/** All of them. */
export const TUNABLE_KEYS: readonly TunableKey[] = Object.keys(FAMILIES).filter(isTunable);

function isTunable(key: string): key is TunableKey {
  return Object.hasOwn(FAMILIES, key);
}

/** Whether models of `family` take the parameter when a session opens. */
export function takesAtConnect(family: ModelFamily, key: TunableKey): boolean {
  return FAMILIES[key].atConnect.includes(family);
}

/** Whether models of `family` take the parameter in a running session (UpdateConfiguration). */
export function takesWhileRunning(family: ModelFamily, key: TunableKey): boolean {
  return FAMILIES[key].whileRunning.includes(family);
}

/**
 * Whether a model tells which language a turn was spoken in when it is asked to (§2). The English one
 * knows no other; a model we do not know ignores what it does not know.
 */
export function tellsLanguages(model: string): boolean {
  return model !== 'universal-streaming-english';
}

/**
 * Whether the model takes `prompt`, `agent_context` and `previous_context_n_turns` (§2). The first Pro
 * model, `u3-rt-pro`, took a prompt for instructions, and none beside keyterms.
 */
export function takesContext(model: string): boolean {
  return model.startsWith('universal-3');
}

/**
 * Whether a turn that ended unformatted comes once more, formatted, when `format_turns` is on
 * (§5.3 c). A model we do not know is given the benefit of the doubt: waiting loses nothing.
 */
export function sendsFormattedTwice(family: ModelFamily): boolean {
  return family === 'universal-streaming' || family === 'unknown';
}
