import { familyOf, type ModelFamily } from './models';
import type { ParameterValue } from './parameters';

/** What decides where turns end and how they are written (docs/protocol.md §4). */
export interface TurnSettings {
  readonly family: ModelFamily;
  readonly formatTurns: boolean;
  readonly minTurnSilenceMs: number;
  readonly maxTurnSilenceMs: number;
  /** Universal-Streaming: how sure the server must be that a turn has ended, 0 to 1. */
  readonly confidenceThreshold: number;
  readonly includePartials: boolean;
  /** The language that finals are told to be in; nothing: it is not told (§5.2). */
  readonly language: string | undefined;
  /** Pro: a turn's first partial comes after so much speech, unless there is a pause before (§4). */
  readonly firstPartialMs: number;
}

/**
 * Presets of the Pro models' `mode` (§4): shortest and longest silence that end a turn, and how long
 * its first partial is held back, ms.
 */
const MODES: Readonly<Record<string, readonly [number, number, number]>> = {
  min_latency: [128, 640, 0],
  balanced: [128, 1280, 500],
  max_accuracy: [512, 2560, 500],
};

/** What the server holds a Pro model's first partial back in any case (§4). */
const PARTIAL_MS = 256;

/** The server clamps silences to this range, ms (§2). */
const SILENCE_RANGE_MS = [50, 10_000] as const;

/** The settings that parameters, of the connection and of every update so far, amount to. */
export function turnSettings(
  model: string,
  values: Readonly<Record<string, ParameterValue>>,
): TurnSettings {
  const family = familyOf(model);
  const mode = String(values['mode'] ?? 'balanced');
  const tellsLanguage = family === 'whisper' || values['language_detection'] === true;
  const preset = family === 'universal-streaming' ? undefined : MODES[mode];
  const [minMs, maxMs, delayMs] = preset ?? [400, 1280, 0];
  return {
    family,
    formatTurns: values['format_turns'] === true,
    minTurnSilenceMs: silence(values['min_turn_silence'], minMs),
    maxTurnSilenceMs: silence(values['max_turn_silence'], maxMs),
    confidenceThreshold: numberOr(values['end_of_turn_confidence_threshold'], 0.4),
    firstPartialMs:
      family === 'pro' ? PARTIAL_MS + numberOr(values['interruption_delay'], delayMs) : 0,
    includePartials: values['include_partial_turns'] !== false && values['redact_pii'] !== true,
    language: tellsLanguage ? likeliestLanguage(values) : undefined,
  };
}

/** No recogniser here hears languages: the one that was asked for first, else English. */
function likeliestLanguage(values: Readonly<Record<string, ParameterValue>>): string {
  const codes = values['language_codes'];
  return Array.isArray(codes) ? String(codes[0] ?? 'en') : 'en';
}

function silence(value: ParameterValue | undefined, presetMs: number): number {
  const [lowest, highest] = SILENCE_RANGE_MS;
  return Math.min(highest, Math.max(lowest, numberOr(value, presetMs)));
}

function numberOr(value: ParameterValue | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
