/** Samples per second the recogniser is fed with, Hz. */
export const SAMPLE_RATES = [8000, 16000, 24000, 32000, 44100, 48000] as const;
export type SampleRate = (typeof SAMPLE_RATES)[number];

/** AssemblyAI's `encoding`: 16-bit little-endian PCM, or 8-bit µ-law. */
export const ENCODINGS = ['pcm_s16le', 'pcm_mulaw'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** AssemblyAI's `mode`, a preset of the Pro models. */
export const MODES = ['min_latency', 'balanced', 'max_accuracy'] as const;
type RecognitionMode = (typeof MODES)[number];

/** Where partials are shown. */
export const PARTIALS = ['both', 'ghost', 'statusBar', 'off'] as const;
type PartialsDisplay = (typeof PARTIALS)[number];

/** Whether the place of insertion stays where dictation began, or goes with the caret. */
export const INSERTION_TARGETS = ['sticky', 'followCursor'] as const;
type InsertionTarget = (typeof INSERTION_TARGETS)[number];

/** Whether the workspace's own words are used; `auto`: where they cost nothing, else after asking. */
export const WORKSPACE_VOCABULARY = ['auto', 'on', 'off'] as const;
type WorkspaceVocabulary = (typeof WORKSPACE_VOCABULARY)[number];

/** AssemblyAI's limits for `keyterms_prompt` (assemblyai-streaming-v3.md §1.3). */
export const MAX_KEYTERMS = 100;
export const MAX_KEYTERM_LENGTH = 50;

/**
 * The shortest silence after which a session may be parked: each wake-up is a new session, and free
 * accounts may open five a minute (assemblyai-streaming-v3.md §1.9).
 */
const SHORTEST_PARKING_MS = 5000;

export interface RecordingSettings {
  /** Path of sox; empty: search. */
  readonly soxPath: string;
  /** Device as sox names it; empty: system default. */
  readonly device: string;
  readonly sampleRate: SampleRate;
  readonly encoding: Encoding;
}

export interface RecognitionSettings {
  readonly endpoint: string;
  readonly allowInsecureEndpoint: boolean;
  /** Where each session gets a temporary token instead of the API key; empty: the key is used. */
  readonly tokenUrl: string;
  readonly model: string;
  readonly mode: RecognitionMode;
  /** Language codes, most likely first; empty: the model decides. */
  readonly languages: readonly string[];
  readonly formatTurns: boolean;
  /** At most {@link MAX_KEYTERMS} of at most {@link MAX_KEYTERM_LENGTH} characters. */
  readonly keyterms: readonly string[];
  /** Milliseconds; `null`: the server's default. 0 is a value. */
  readonly minTurnSilenceMs: number | null;
  readonly maxTurnSilenceMs: number | null;
  /** 0 to 1; `null`: the server's default. */
  readonly endOfTurnConfidenceThreshold: number | null;
  readonly vadThreshold: number | null;
  readonly filterProfanity: boolean;
}

/** What keeps the bill small. */
export interface CostSettings {
  /** Silence after which the session is ended while the microphone goes on; 0: never. */
  readonly parkAfterSilenceMs: number;
  /** Silence after which dictation stops; 0: never. */
  readonly stopAfterSilenceMs: number;
  /** How long one run may last, in minutes; 0: as long as the person likes. */
  readonly maxMinutes: number;
  /** US dollars an hour of open session, by model. */
  readonly pricePerHour: Readonly<Record<string, number>>;
  /** US dollars a day after which dictation stops; `null`: no budget. */
  readonly dailyBudget: number | null;
}

/** How dictated text becomes text of the document. */
export interface InsertionSettings {
  readonly target: InsertionTarget;
  readonly spokenCommands: boolean;
  /** What to write instead of a spoken phrase. */
  readonly replacements: Readonly<Record<string, string>>;
  /** Snippets in VS Code's syntax, by spoken name. */
  readonly snippets: Readonly<Record<string, string>>;
  readonly removeFillers: boolean;
  readonly wrapAtRuler: boolean;
}

/** Everything a person can set, in the shape of the setting ids under `voiceDictation.` */
export interface Settings {
  readonly recording: RecordingSettings;
  readonly recognition: RecognitionSettings;
  readonly cost: CostSettings;
  readonly display: { readonly partials: PartialsDisplay };
  readonly insertion: InsertionSettings;
  readonly vocabulary: { readonly fromWorkspace: WorkspaceVocabulary };
  /** Whether a held toggle key dictates while it is held. */
  readonly holdToTalk: boolean;
  readonly privacy: {
    /** Whether dictated text that has not landed is on disk, for the next window to offer. */
    readonly keepUnlandedText: boolean;
    /** Whether audio that was not transcribed is left on disk when the window closes. */
    readonly keepUnsentAudio: boolean;
  };
}

/** Id of a setting without the `voiceDictation.` prefix, e.g. `recording.sampleRate`. */
export type SettingKey = {
  [S in keyof Settings]: Settings[S] extends boolean ? S : `${S}.${string & keyof Settings[S]}`;
}[keyof Settings];

/** A setting whose value is not used as it stands. */
export interface SettingProblem {
  readonly key: SettingKey;
  /** What is wrong, as the end of a sentence that starts with the key. */
  readonly problem: string;
}

/** One raw setting: what is configured, and the manifest's default (where defaults live). */
export interface RawSetting {
  readonly value: unknown;
  readonly defaultValue: unknown;
}

/**
 * Turns raw settings into {@link Settings}. A value that is not valid is reported and replaced by
 * the manifest's default; keyterms over AssemblyAI's limits are reported and left out.
 *
 * @param read looks a key without prefix up (`recording.sampleRate`)
 * @throws {Error} when a manifest default is itself invalid: a bug of ours
 */
export function parseSettings(read: (key: SettingKey) => RawSetting): {
  readonly settings: Settings;
  readonly problems: readonly SettingProblem[];
} {
  const problems: SettingProblem[] = [];

  function setting<T>(key: SettingKey, parse: (value: unknown) => T | Problem): T {
    const { value, defaultValue } = read(key);
    const parsed = parse(value);
    if (!(parsed instanceof Problem)) return parsed;
    const fallback = parse(defaultValue);
    if (fallback instanceof Problem) throw new Error(`invalid default of ${key}`);
    problems.push({ key, problem: `${parsed.text}; the default is used` });
    return fallback;
  }

  const settings: Settings = {
    recording: {
      soxPath: setting('recording.soxPath', string),
      device: setting('recording.device', string),
      sampleRate: setting('recording.sampleRate', oneOf(SAMPLE_RATES)),
      encoding: setting('recording.encoding', oneOf(ENCODINGS)),
    },
    recognition: {
      endpoint: setting('recognition.endpoint', nonEmptyString),
      allowInsecureEndpoint: setting('recognition.allowInsecureEndpoint', boolean),
      tokenUrl: setting('recognition.tokenUrl', string),
      model: setting('recognition.model', nonEmptyString),
      mode: setting('recognition.mode', oneOf(MODES)),
      languages: setting('recognition.languages', strings),
      formatTurns: setting('recognition.formatTurns', boolean),
      keyterms: keytermsWithinLimits(setting('recognition.keyterms', strings), problems),
      minTurnSilenceMs: setting('recognition.minTurnSilenceMs', numberOrNull(0, Infinity)),
      maxTurnSilenceMs: setting('recognition.maxTurnSilenceMs', numberOrNull(0, Infinity)),
      endOfTurnConfidenceThreshold: setting(
        'recognition.endOfTurnConfidenceThreshold',
        numberOrNull(0, 1),
      ),
      vadThreshold: setting('recognition.vadThreshold', numberOrNull(0, 1)),
      filterProfanity: setting('recognition.filterProfanity', boolean),
    },
    cost: {
      parkAfterSilenceMs: setting('cost.parkAfterSilenceMs', zeroOrFrom(SHORTEST_PARKING_MS)),
      stopAfterSilenceMs: setting('cost.stopAfterSilenceMs', zeroOrFrom(0)),
      maxMinutes: setting('cost.maxMinutes', zeroOrFrom(0)),
      pricePerHour: setting('cost.pricePerHour', prices),
      dailyBudget: setting('cost.dailyBudget', numberOrNull(0, Infinity)),
    },
    display: { partials: setting('display.partials', oneOf(PARTIALS)) },
    insertion: {
      target: setting('insertion.target', oneOf(INSERTION_TARGETS)),
      spokenCommands: setting('insertion.spokenCommands', boolean),
      replacements: setting('insertion.replacements', texts),
      snippets: setting('insertion.snippets', texts),
      removeFillers: setting('insertion.removeFillers', boolean),
      wrapAtRuler: setting('insertion.wrapAtRuler', boolean),
    },
    vocabulary: {
      fromWorkspace: setting('vocabulary.fromWorkspace', oneOf(WORKSPACE_VOCABULARY)),
    },
    holdToTalk: setting('holdToTalk', boolean),
    privacy: {
      keepUnlandedText: setting('privacy.keepUnlandedText', boolean),
      keepUnsentAudio: setting('privacy.keepUnsentAudio', boolean),
    },
  };
  return { settings, problems };
}

class Problem {
  constructor(readonly text: string) {}
}

function string(value: unknown): string | Problem {
  return typeof value === 'string' ? value.trim() : new Problem('must be a text');
}

function nonEmptyString(value: unknown): string | Problem {
  const text = string(value);
  return text === '' ? new Problem('must not be empty') : text;
}

function boolean(value: unknown): boolean | Problem {
  return typeof value === 'boolean' ? value : new Problem('must be true or false');
}

function strings(value: unknown): readonly string[] | Problem {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    return new Problem('must be a list of texts');
  }
  return value.map((item) => item.trim()).filter((item) => item !== '');
}

function oneOf<const T extends string | number>(allowed: readonly T[]) {
  return (value: unknown): T | Problem =>
    allowed.find((item) => item === value) ?? new Problem(`must be one of ${allowed.join(', ')}`);
}

function numberOrNull(minimum: number, maximum: number) {
  return (value: unknown): number | null | Problem => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'number' && value >= minimum && value <= maximum) return value;
    return new Problem(
      maximum === Infinity
        ? `must be null or a number from ${String(minimum)}`
        : `must be null or a number from ${String(minimum)} to ${String(maximum)}`,
    );
  };
}

function zeroOrFrom(minimum: number) {
  return (value: unknown): number | Problem => {
    const isValid = typeof value === 'number' && (value === 0 || value >= minimum);
    if (isValid && Number.isFinite(value)) return value;
    const rest = `a number from ${String(minimum)}`;
    return new Problem(minimum === 0 ? `must be ${rest}` : `must be 0 or ${rest}`);
  };
}

function prices(value: unknown): Readonly<Record<string, number>> | Problem {
  const isPrice = (item: unknown): item is number =>
    typeof item === 'number' && item >= 0 && Number.isFinite(item);
  return record(value, isPrice) ?? new Problem('must give a number from 0 for each model');
}

function texts(value: unknown): Readonly<Record<string, string>> | Problem {
  const isText = (item: unknown): item is string => typeof item === 'string';
  return record(value, isText) ?? new Problem('must give a text for each phrase');
}

/** @returns nothing when `value` is no object, or one of its members is not as it should be */
function record<T>(
  value: unknown,
  isValid: (item: unknown) => item is T,
): Readonly<Record<string, T>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries: [string, unknown][] = Object.entries(value);
  const valid = entries.filter((entry): entry is [string, T] => isValid(entry[1]));
  return valid.length === entries.length ? Object.fromEntries(valid) : undefined;
}

function keytermsWithinLimits(
  terms: readonly string[],
  problems: SettingProblem[],
): readonly string[] {
  const key = 'recognition.keyterms';
  const unique = [...new Set(terms)];
  const fitting = unique.filter((term) => term.length <= MAX_KEYTERM_LENGTH);
  if (fitting.length < unique.length) {
    problems.push({
      key,
      problem: `has ${String(unique.length - fitting.length)} terms of more than ${String(MAX_KEYTERM_LENGTH)} characters, which are not sent`,
    });
  }
  if (fitting.length > MAX_KEYTERMS) {
    problems.push({
      key,
      problem: `has ${String(fitting.length)} terms; only the first ${String(MAX_KEYTERMS)} are sent`,
    });
  }
  return fitting.slice(0, MAX_KEYTERMS);
}
