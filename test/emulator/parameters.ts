/**
 * What a session can be configured with, and how the server refuses what it does not like
 * (docs/protocol.md §2, §6). Texts marked "live" are verbatim; the others follow the
 * same validator's (pydantic's) wording and are not captured.
 */
import { DEFAULT_MODEL, familyOf, KNOWN_MODELS, type ModelFamily } from './models';

/** A parameter's value, checked. */
export type ParameterValue = number | boolean | string | readonly string[];

interface Parameter {
  /** Turns the query's text into a value; `undefined` when it cannot be one. */
  readonly parse: (text: string) => unknown;
  /** What is wrong with the value, in the validator's words. */
  readonly refuse: (value: unknown) => string | undefined;
  /** Families it has an effect on; default: all. */
  readonly families?: readonly ModelFamily[];
  /** Families that take it in UpdateConfiguration too. */
  readonly updates?: readonly ModelFamily[];
  /** Models of these families that it has no effect on. */
  readonly except?: readonly string[];
}

const PRO: readonly ModelFamily[] = ['pro'];
const US: readonly ModelFamily[] = ['universal-streaming'];
const BOTH: readonly ModelFamily[] = ['pro', 'universal-streaming'];
const ALL: readonly ModelFamily[] = ['pro', 'universal-streaming', 'whisper'];

const LANGUAGES =
  'en es de fr it pt tr nl sv no da fi hi vi ar he ja ur zh ru ko ca gl ro et fa yue af mr zu xh nn multi';

const PARAMETERS: Readonly<Record<string, Parameter>> = {
  speech_model: choice(KNOWN_MODELS, {}),
  sample_rate: { parse: Number, refuse: refuseSampleRate },
  encoding: { parse: text, refuse: refuseEncoding },
  mode: choice(['min_latency', 'balanced', 'max_accuracy'], { families: PRO, updates: PRO }),
  format_turns: flag({ families: US, updates: US }),
  end_of_turn_confidence_threshold: number(0, 1, { families: US, updates: US }),
  min_turn_silence: number(0, Infinity, { updates: ALL }),
  max_turn_silence: number(0, Infinity, { updates: ALL }),
  vad_threshold: number(0, 1, { updates: BOTH }),
  keyterms_prompt: texts(100, () => true, { updates: BOTH }),
  prompt: shortText({ families: PRO, updates: PRO }),
  agent_context: shortText({ families: PRO, updates: PRO }),
  previous_context_n_turns: number(0, 100, { families: PRO }),
  language_codes: texts(10, (code) => LANGUAGES.split(' ').includes(code), {
    families: PRO,
    updates: PRO,
  }),
  language_detection: flag({ except: ['universal-streaming-english'] }),
  domain: choice(['medical-v1'], {}),
  inactivity_timeout: number(5, 3600, {}),
  filter_profanity: flag({ updates: US }),
  speaker_labels: flag({}),
  max_speakers: number(1, 10, {}),
  voice_focus: choice(['near-field', 'far-field'], { families: PRO }),
  voice_focus_threshold: number(0, 1, { families: PRO }),
  continuous_partials: flag({ families: PRO, updates: PRO }),
  interruption_delay: number(0, 1000, { families: PRO, updates: PRO }),
  include_partial_turns: flag({}),
  redact_pii: flag({}),
  session_heartbeat: flag({ updates: ALL }),
  token: { parse: text, refuse: () => undefined },
};

/** What a connection's query or an update says, checked. */
export interface Parameters {
  readonly values: Readonly<Record<string, ParameterValue>>;
  /** The first refusal: text of an Error 3006. */
  readonly error?: string;
  /** What has no effect; the server does not mind. */
  readonly ignored: readonly string[];
}

/** Checks a connection's query parameters. */
export function parseQuery(query: Readonly<Record<string, string>>): Parameters {
  return check(
    Object.entries(query),
    (name) => PARAMETERS[name]?.families ?? ALL,
    (parameter, value) => (typeof value === 'string' ? parameter.parse(value) : undefined),
    query['speech_model'] ?? DEFAULT_MODEL,
  );
}

/** Checks an UpdateConfiguration message. */
export function parseUpdate(message: object, model: string): Parameters {
  return check(
    Object.entries(message).filter(([name]) => name !== 'type'),
    (name) => PARAMETERS[name]?.updates ?? [],
    (_parameter, value) => value,
    model,
  );
}

function check(
  entries: readonly (readonly [string, unknown])[],
  familiesOf: (name: string) => readonly ModelFamily[],
  read: (parameter: Parameter, value: unknown) => unknown,
  model: string,
): Parameters {
  const family = familyOf(model);
  const values: Record<string, ParameterValue> = {};
  const ignored: string[] = [];
  for (const [name, raw] of entries) {
    const parameter = PARAMETERS[name];
    if (parameter === undefined) {
      ignored.push(`unknown parameter '${name}'`);
      continue;
    }
    const value = read(parameter, raw);
    const refusal = parameter.refuse(value);
    if (refusal !== undefined) {
      const at = /^\.\d+:/.test(refusal)
        ? `${name}${refusal.slice(0, refusal.indexOf(':'))}`
        : name;
      const why = refusal.replace(/^\.\d+: /, '');
      return { values, ignored, error: `User Input Validation Error: Invalid '${at}': ${why}` };
    }
    const { except = [] } = parameter;
    if (!familiesOf(name).includes(family)) {
      ignored.push(`'${name}' has no effect on a ${family} model here`);
    } else if (except.includes(model)) {
      ignored.push(`'${name}' has no effect on ${model} here`);
    }
    if (isValue(value)) values[name] = value;
  }
  if ('voice_focus_threshold' in values && !('voice_focus' in values)) {
    const why = 'Value error, voice_focus_threshold requires voice_focus';
    return { values, ignored, error: `User Input Validation Error: ${why}` };
  }
  return { values, ignored };
}

function isValue(value: unknown): value is ParameterValue {
  return (
    ['number', 'boolean', 'string'].includes(typeof value) ||
    (Array.isArray(value) && value.every((item) => typeof item === 'string'))
  );
}

type Where = Pick<Parameter, 'families' | 'updates' | 'except'>;

function text(value: string): string {
  return value;
}

function json(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined; // refused like any other value that is not a list
  }
}

function number(minimum: number, maximum: number, where: Where): Parameter {
  return {
    parse: (value) => (value.trim() === '' ? NaN : Number(value)),
    refuse: (value) => {
      if (typeof value !== 'number' || Number.isNaN(value)) return 'Input should be a valid number';
      if (value < minimum) return `Input should be greater than or equal to ${String(minimum)}`;
      if (value > maximum) return `Input should be less than or equal to ${String(maximum)}`;
      return undefined;
    },
    ...where,
  };
}

function flag(where: Where): Parameter {
  return {
    parse: (value) => (value === 'true' ? true : value === 'false' ? false : undefined),
    refuse: (value) =>
      typeof value === 'boolean'
        ? undefined
        : 'Input should be a valid boolean, unable to interpret input',
    ...where,
  };
}

function choice(allowed: readonly string[], where: Where): Parameter {
  const quoted = allowed.map((value) => `'${value}'`);
  const last = quoted.pop() ?? '';
  const list = quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
  return {
    parse: text,
    refuse: (value) =>
      allowed.some((item) => item === value) ? undefined : `Input should be ${list}`,
    ...where,
  };
}

function shortText(where: Where): Parameter {
  return {
    parse: text,
    refuse: (value) => {
      if (typeof value !== 'string') return 'Input should be a valid string';
      return value.length > 1750 ? 'String should have at most 1750 characters' : undefined;
    },
    ...where,
  };
}

function texts(maximum: number, isAllowed: (item: string) => boolean, where: Where): Parameter {
  return {
    parse: json,
    refuse: (value) => {
      if (!Array.isArray(value)) return 'Input should be a valid list';
      // Live: "Value error, Max 100 items".
      if (value.length > maximum) return `Value error, Max ${String(maximum)} items`;
      const bad = value.findIndex((item) => typeof item !== 'string' || !isAllowed(item));
      return bad === -1 ? undefined : `.${String(bad)}: Input should be a valid value`;
    },
    ...where,
  };
}

function refuseSampleRate(value: unknown): string | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    return 'Input should be a valid integer, unable to parse string as an integer';
  }
  // Live.
  if (value < 8_000) return 'Value error, sample_rate must be at least 8,000 Hz';
  return value > 96_000 ? 'Value error, sample_rate must be at most 96,000 Hz' : undefined;
}

function refuseEncoding(value: unknown): string | undefined {
  if (value === 'pcm_s16le' || value === 'pcm_mulaw') return undefined;
  if (value === 'opus' || value === 'ogg_opus' || value === 'aac') {
    return `'${value}' is not emulated`;
  }
  return `${JSON.stringify(value).replaceAll('"', "'")} is not a valid Encoding`;
}
