import type { SessionBegin, Turn, Word } from '../../core/session';
import type { RecognitionSettings } from '../../core/settings';
import type { TunableKey } from './models';

/** A turn as the server tells it; the session makes a {@link Turn} of it. */
export interface WireTurn extends Omit<Turn, 'awaitsFormatting'> {
  /** Whether the text has punctuation and capitals (`turn_is_formatted`); never an end signal. */
  readonly isFormatted: boolean;
}

/** One text frame from the server, parsed (assemblyai-streaming-v3.md §1.6). */
export type ServerMessage =
  | { readonly kind: 'begin'; readonly begin: SessionBegin }
  | { readonly kind: 'turn'; readonly turn: WireTurn }
  | {
      readonly kind: 'termination';
      readonly audioDurationMs: number;
      readonly sessionDurationMs: number;
    }
  /** `text` is the server's, bounded, without control characters. */
  | { readonly kind: 'error'; readonly code: number | undefined; readonly text: string }
  /** Nothing for us: a type we do not use, or not a message at all; `why` is safe to log. */
  | { readonly kind: 'ignored'; readonly why: string };

/** What the settings are called on the wire, in the URL and in UpdateConfiguration alike (§1.3, §1.7). */
export const WIRE_NAMES: Readonly<Record<TunableKey, string>> = {
  mode: 'mode',
  languages: 'language_codes',
  formatTurns: 'format_turns',
  keyterms: 'keyterms_prompt',
  minTurnSilenceMs: 'min_turn_silence',
  maxTurnSilenceMs: 'max_turn_silence',
  endOfTurnConfidenceThreshold: 'end_of_turn_confidence_threshold',
  vadThreshold: 'vad_threshold',
  filterProfanity: 'filter_profanity',
};

/** Ends the session: the server flushes, sends the last turns and Termination (§1.7). */
export const TERMINATE = JSON.stringify({ type: 'Terminate' });

/** Ends the current turn (§1.10). */
export const FORCE_ENDPOINT = JSON.stringify({ type: 'ForceEndpoint' });

/** UpdateConfiguration with the values that `settings` has under `keys`; arrays are real arrays here. */
export function encodeUpdate(settings: RecognitionSettings, keys: readonly TunableKey[]): string {
  const values = keys.map((key) => [WIRE_NAMES[key], settings[key]] as const);
  return JSON.stringify({ type: 'UpdateConfiguration', ...Object.fromEntries(values) });
}

const MAX_ERROR_CHARACTERS = 1000;
const MAX_NAME_CHARACTERS = 100;

/** The server ends a turn after a minute at the latest (§1.5): a thousand characters or two. */
const MAX_TURN_CHARACTERS = 20_000;

/** Parses a text frame; never throws, whatever `text` is. */
export function parseServerMessage(text: string): ServerMessage {
  const message = parseObject(text);
  if (message === undefined) return { kind: 'ignored', why: 'not a JSON object' };
  const type = message['type'];
  // Both official SDKs take any message with this key for an error (§1.6).
  if ('error' in message || type === 'Error') return parseError(message);
  switch (type) {
    case 'Begin':
      return parseBegin(message) ?? { kind: 'ignored', why: 'malformed Begin' };
    case 'Turn':
      return parseTurn(message) ?? { kind: 'ignored', why: 'malformed Turn' };
    case 'Termination':
      return {
        kind: 'termination',
        audioDurationMs: milliseconds(message['audio_duration_seconds']) ?? 0,
        sessionDurationMs: milliseconds(message['session_duration_seconds']) ?? 0,
      };
    default:
      return { kind: 'ignored', why: `type ${nameOf(type)}` };
  }
}

function parseError(message: Fields): ServerMessage {
  const { error, error_code: code } = message;
  return {
    kind: 'error',
    code: typeof code === 'number' ? code : undefined,
    text: printable(error, MAX_ERROR_CHARACTERS) ?? '',
  };
}

function parseBegin(message: Fields): ServerMessage | undefined {
  const { id, expires_at: expiresAt, configuration } = message;
  const sessionId = printable(id, MAX_NAME_CHARACTERS);
  const expiresAtMs = milliseconds(expiresAt);
  if (sessionId === undefined || expiresAtMs === undefined) return undefined;
  // Servers before 2026-09 send no configuration (§1.6.1).
  const model = isFields(configuration)
    ? printable(configuration['model'], MAX_NAME_CHARACTERS)
    : undefined;
  return { kind: 'begin', begin: { sessionId, model, expiresAtMs } };
}

function parseTurn(message: Fields): ServerMessage | undefined {
  const { turn_order: order, end_of_turn: isEnd, transcript, words } = message;
  if (typeof order !== 'number' || !Number.isSafeInteger(order) || order < 0) return undefined;
  if (typeof isEnd !== 'boolean' || typeof transcript !== 'string') return undefined;
  if (transcript.length > MAX_TURN_CHARACTERS) return undefined;
  return {
    kind: 'turn',
    turn: {
      order,
      transcript,
      words: Array.isArray(words) ? words.flatMap(parseWord) : [],
      isEnd,
      isFormatted: message['turn_is_formatted'] === true,
    },
  };
}

function parseWord(word: unknown): readonly Word[] {
  if (!isFields(word)) return [];
  const { text, start: startMs, end: endMs } = word;
  if (typeof text !== 'string' || typeof startMs !== 'number' || typeof endMs !== 'number') {
    return [];
  }
  return [{ text, startMs, endMs, isFinal: word['word_is_final'] === true }];
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseObject(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    // Not JSON: the caller ignores and logs it.
    return undefined;
  }
}

/** Seconds on the wire; anything but a sensible number is `undefined`. */
function milliseconds(seconds: unknown): number | undefined {
  return typeof seconds === 'number' && seconds >= 0 && seconds <= Number.MAX_SAFE_INTEGER / 1000
    ? seconds * 1000
    : undefined;
}

/** The server's text, cut and without control and bidi characters; `undefined` when it is none. */
function printable(text: unknown, maxCharacters: number): string | undefined {
  if (typeof text !== 'string') return undefined;
  return text.slice(0, maxCharacters).replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

/** A server's name in a form that may be logged. */
function nameOf(type: unknown): string {
  return typeof type === 'string' && /^\w{1,40}$/.test(type) ? type : '?';
}
