import type { SessionBegin, Word } from '../../core/recognition';
import type { RecognitionSettings } from '../../core/settings';
import { isRecord } from '../../core/unknown';
import type { TunableKey } from './models';

/** A turn as the server tells it; later ones replace earlier ones of the same `order`. */
export interface WireTurn {
  /** 0, 1, 2 … within the session (`turn_order`), as servers should count. */
  readonly order: number;
  /** The turn's text so far; may be empty although `words` is not. */
  readonly transcript: string;
  readonly words: readonly Word[];
  /** Whether the turn is over (`end_of_turn`). */
  readonly isEnd: boolean;
  /** Whether the text has punctuation and capitals (`turn_is_formatted`); never an end signal. */
  readonly isFormatted: boolean;
  /** The language of an ended turn, where the server tells it and is not in doubt (`language_code`). */
  readonly language?: string | undefined;
}

/** A turn as it is to be taken, by model and settings. */
export interface Turn extends Omit<WireTurn, 'isFormatted'> {
  /**
   * True on an ended turn that the server will send once more, formatted: Universal-Streaming models
   * with `format_turns` (§5.3 c). Always false for Pro models, for partials and for the formatted
   * version itself.
   */
  readonly awaitsFormatting: boolean;
}

/** One text frame from the server, parsed (docs/protocol.md §5). */
export type ServerMessage =
  | { readonly kind: 'begin'; readonly begin: SessionBegin }
  | { readonly kind: 'turn'; readonly turn: WireTurn }
  | {
      readonly kind: 'termination';
      /** Nothing where the server tells nothing that can be a duration. */
      readonly sessionDurationMs: number | undefined;
    }
  /** `text` is the server's, bounded, without control characters. */
  | { readonly kind: 'error'; readonly code: number | undefined; readonly text: string }
  /** `speech`: how sure the server was at most that somebody spoke, 0 to 1, where it tells. */
  | { readonly kind: 'heartbeat'; readonly speech: number | undefined }
  /** Something that may be mended; `text` as in an error. */
  | { readonly kind: 'warning'; readonly code: number | undefined; readonly text: string }
  /** A turn that is longer than anybody speaks in one. */
  | { readonly kind: 'excess' }
  /** Nothing for us: a type we do not use, or not a message at all; `why` is safe to log. */
  | { readonly kind: 'ignored'; readonly why: string };

/**
 * What the settings are called on the wire, in the URL and in UpdateConfiguration alike (§2, §6).
 */
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

/** The version of the API that all this is written for, asked for by the header of that name (§1). */
export const API_VERSION = '2025-05-12';
/** That header's name. */
export const API_VERSION_HEADER = 'AssemblyAI-Version';

/** Ends the session: the server flushes, sends the last turns and Termination (§6). */
export const TERMINATE = JSON.stringify({ type: 'Terminate' });

/** Ends the current turn (§9). */
export const FORCE_ENDPOINT = JSON.stringify({ type: 'ForceEndpoint' });

/**
 * How long a Pro model holds a turn's first partial back, over 256 ms of its own (§4). Partials are only
 * shown, so they may come as soon as there are any.
 */
export const INTERRUPTION_DELAY_MS = 0;

/** What a session is told besides settings (§6). */
export interface WireContext {
  /** What is dictated where; '' takes it back. */
  readonly prompt?: string;
  /** What was said before: joins the turns that the server carries over. */
  readonly agent_context?: string;
}

/** AssemblyAI's limit for each of {@link WireContext}: more ends the session (§2). */
export const MAX_CONTEXT_CHARACTERS = 1750;

/**
 * How many turns a model keeps in mind, what it is told of a session before included (§5.5). It is the
 * server's default, which has been another one.
 */
export const CARRIED_TURNS = 5;

/**
 * UpdateConfiguration with the values that `settings` has under `keys`, and `context`; arrays are real
 * arrays here.
 */
export function encodeUpdate(
  settings: RecognitionSettings,
  keys: readonly TunableKey[],
  context: WireContext = {},
): string {
  const values = keys.map((key) => [WIRE_NAMES[key], settings[key]] as const);
  return JSON.stringify({
    type: 'UpdateConfiguration',
    ...Object.fromEntries(values),
    // A mode sets everything anew that it presets (§6).
    ...(keys.includes('mode') && { interruption_delay: INTERRUPTION_DELAY_MS }),
    ...context,
  });
}

const MAX_ERROR_CHARACTERS = 1000;

/**
 * The server ends a turn after a minute at the latest (§4): a thousand characters or two. Of five times
 * as many, also such as stand for eighteen others, all that is made of one message takes under 50 ms.
 */
export const MAX_TURN_CHARACTERS = 10_000;

/** A minute has 200 to 400 words; where every character is one, as in Chinese, hardly more. */
export const MAX_TURN_WORDS = 2000;

/** No session lasts longer than a day; AssemblyAI's three hours at the most (§8). */
const MAX_TIME_MS = 86_400_000;

/** What a model may be called where its name is logged, kept and linked: nothing but a name. */
const MODEL_NAME = /^[\w.-]{1,60}$/;

/** A session's id, which support asks for: it can carry nothing else. */
const SESSION_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Parses a text frame; never throws, whatever `text` is. */
export function parseServerMessage(text: string): ServerMessage {
  const message = parseObject(text);
  if (message === undefined) return { kind: 'ignored', why: 'not a JSON object' };
  const type = message['type'];
  // Both official SDKs take any message with this key for an error (§5).
  if ('error' in message || type === 'Error') return parseError(message);
  switch (type) {
    case 'Begin':
      return parseBegin(message) ?? { kind: 'ignored', why: 'malformed Begin' };
    case 'Turn':
      return parseTurn(message) ?? { kind: 'ignored', why: 'malformed Turn' };
    case 'Heartbeat':
      return { kind: 'heartbeat', speech: probability(message['max_speech_probability']) };
    case 'Warning':
      return parseWarning(message);
    case 'Termination':
      return {
        kind: 'termination',
        sessionDurationMs: milliseconds(message['session_duration_seconds']),
      };
    default:
      return { kind: 'ignored', why: `type ${nameOf(type)}` };
  }
}

function parseError(message: Fields): ServerMessage {
  const { error, error_code: code } = message;
  return {
    kind: 'error',
    code: isCode(code) ? code : undefined,
    text: printable(error, MAX_ERROR_CHARACTERS) ?? '',
  };
}

function parseWarning({ warning, warning_code: code }: Fields): ServerMessage {
  const text = printable(warning, MAX_ERROR_CHARACTERS) ?? '';
  return { kind: 'warning', code: isCode(code) ? code : undefined, text };
}

function probability(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined;
}

function parseBegin(message: Fields): ServerMessage | undefined {
  const { id, expires_at: expiresAt, configuration } = message;
  if (typeof id !== 'string' || milliseconds(expiresAt) === undefined) return undefined;
  const sessionId = SESSION_ID.test(id) ? id.toLowerCase() : undefined;
  // Servers before 2026-09 send no configuration (§5.1).
  const model = isRecord(configuration) ? modelName(configuration['model']) : undefined;
  return { kind: 'begin', begin: { sessionId, model } };
}

function parseTurn(message: Fields): ServerMessage | undefined {
  const { turn_order: order, end_of_turn: isEnd, transcript, words } = message;
  if (typeof order !== 'number' || !Number.isSafeInteger(order) || order < 0) return undefined;
  if (typeof isEnd !== 'boolean' || typeof transcript !== 'string') return undefined;
  const parsed = Array.isArray(words) ? parseWords(words) : [];
  if (transcript.length > MAX_TURN_CHARACTERS || parsed === undefined) return { kind: 'excess' };
  const isFormatted = message['turn_is_formatted'] === true;
  const language = parseLanguage(message);
  const told = language === undefined ? {} : { language };
  return { kind: 'turn', turn: { order, transcript, words: parsed, isEnd, isFormatted, ...told } };
}

/** Below it the server guesses (docs/protocol.md §5.2). */
const LEAST_CONFIDENCE = 0.5;

function parseLanguage(message: Fields): string | undefined {
  const { language_code: code, language_confidence: confidence } = message;
  if (typeof code !== 'string' || !/^[a-z]{2,3}(?:[-_]\w{2,8})*$/iu.test(code)) return undefined;
  if (typeof confidence === 'number' && confidence < LEAST_CONFIDENCE) return undefined;
  return code.toLowerCase();
}

/** @returns nothing where they are more than anybody says in a turn */
function parseWords(words: readonly unknown[]): readonly Word[] | undefined {
  if (words.length > MAX_TURN_WORDS) return undefined;
  const parsed = words.flatMap(parseWord);
  const characters = parsed.reduce((sum, { text }) => sum + text.length + 1, 0);
  return characters > MAX_TURN_CHARACTERS ? undefined : parsed;
}

function parseWord(word: unknown): readonly Word[] {
  if (!isRecord(word)) return [];
  const { text, start, end } = word;
  if (typeof text !== 'string' || typeof start !== 'number' || typeof end !== 'number') return [];
  const [startMs, endMs] = [time(start), time(end)];
  return [{ text, startMs, endMs }];
}

/** A time in a session; JSON's `1e999` is Infinity. */
function time(ms: number): number {
  return Math.min(Math.max(ms, 0), MAX_TIME_MS);
}

type Fields = Readonly<Record<string, unknown>>;

function parseObject(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
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

function isCode(code: unknown): code is number {
  return typeof code === 'number' && Number.isInteger(code) && code >= 0 && code < 100_000;
}

/** `name` if it is a model's name and can be nothing else. */
export function modelName(name: unknown): string | undefined {
  return typeof name === 'string' && MODEL_NAME.test(name) ? name : undefined;
}

/** Messages that servers send and we do not use (§5); what else a type says is nobody's name. */
const KNOWN_TYPES: ReadonlySet<string> = new Set([
  'LLMGatewayResponse',
  'Silence',
  'SpeakerRevision',
  'SpeechStarted',
]);

/** A message's type in a form that may be logged. */
function nameOf(type: unknown): string {
  return typeof type === 'string' && KNOWN_TYPES.has(type) ? type : '?';
}
