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
}

/** Presets of the Pro models' `mode` (§4): shortest and longest silence that end a turn, ms. */
const MODES: Readonly<Record<string, readonly [number, number]>> = {
  min_latency: [128, 640],
  balanced: [128, 1280],
  max_accuracy: [512, 2560],
};

/** The server clamps silences to this range, ms (§2). */
const SILENCE_RANGE_MS = [50, 10_000] as const;

/** The settings that parameters, of the connection and of every update so far, amount to. */
export function turnSettings(
  model: string,
  values: Readonly<Record<string, ParameterValue>>,
): TurnSettings {
  const family = familyOf(model);
  const mode = String(values['mode'] ?? 'balanced');
  const [minMs, maxMs] = (family === 'universal-streaming' ? undefined : MODES[mode]) ?? [
    400, 1280,
  ];
  const tellsLanguage = family === 'whisper' || values['language_detection'] === true;
  return {
    family,
    formatTurns: values['format_turns'] === true,
    minTurnSilenceMs: silence(values['min_turn_silence'], minMs),
    maxTurnSilenceMs: silence(values['max_turn_silence'], maxMs),
    confidenceThreshold: numberOr(values['end_of_turn_confidence_threshold'], 0.4),
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
