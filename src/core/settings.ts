import { MAX_KEYTERM_LENGTH, MAX_KEYTERMS } from './keyterms';
import {
  boolean,
  nonEmptyString,
  numberOrNull,
  oneOf,
  prices,
  Problem,
  string,
  strings,
  texts,
  zeroOrFrom,
  type Parser,
} from './setting-parsers';
import { phrase, type Phrase } from './phrase';

/** Samples per second the recogniser is fed with, Hz. */
export const SAMPLE_RATES = [8000, 16000, 24000, 32000, 44100, 48000] as const;
/** One of them. */
export type SampleRate = (typeof SAMPLE_RATES)[number];

/** Programs that record, in the order in which `auto` tries them. */
export const RECORDERS = [
  'sox',
  'parec',
  'pw-record',
  'rec',
  'arecord',
  'ffmpeg',
  // Comes with the extension where the system brings none.
  'pvrecorder',
] as const;
/** One of them. */
export type RecorderName = (typeof RECORDERS)[number];

/** AssemblyAI's `encoding`: 16-bit little-endian PCM, or 8-bit µ-law. */
export const ENCODINGS = ['pcm_s16le', 'pcm_mulaw'] as const;
/** One of them; see docs/audio.md §3. */
export type Encoding = (typeof ENCODINGS)[number];

/** What turns sound into words; `auto`: AssemblyAI where there is a key, else this computer. */
export const PROVIDERS = ['auto', 'assemblyai', 'onDevice'] as const;

/** Kinds of models that can be had for this computer, the usual one first. */
export const LOCAL_MODEL_FAMILIES = ['kroko', 'nemotron'] as const;
/** One of them. */
export type LocalModelFamily = (typeof LOCAL_MODEL_FAMILIES)[number];

/** AssemblyAI's `mode`, a preset of the Pro models. */
export const MODES = ['min_latency', 'balanced', 'max_accuracy'] as const;

/** Where partials are shown. */
export const PARTIALS = ['both', 'ghost', 'statusBar', 'off'] as const;

/** Whether the place of insertion stays where dictation began, or goes with the caret. */
export const INSERTION_TARGETS = ['sticky', 'followCursor'] as const;

/** How terminals are written in; `auto`: as the program that reads there wants it. */
export const TERMINAL_SCOPES = ['auto', 'prose', 'code'] as const;

/** What a language model polishes: nothing, prompts for agents and chats, or all prose. */
export const POLISHES = ['off', 'prompts', 'prose'] as const;

/** How a prompt is sent by dictation; `release`: by letting go of the key that was held. */
export const SUBMITS = ['off', 'phrase', 'release'] as const;

/** Whether the workspace's own words are used; `auto`: where they cost nothing, else after asking. */
export const WORKSPACE_VOCABULARY = ['auto', 'on', 'off'] as const;

/**
 * The shortest silence after which a session may be parked: each wake-up is a new session, and free
 * accounts may open five a minute (docs/protocol.md §8).
 */
const SHORTEST_PARKING_MS = 5000;

/** One setting: how its value is parsed, and what a change of it means for a run that is on. */
interface Setting<T> {
  readonly parse: Parser<T>;
  /** `next-run`: a run keeps it as it began; `at-once`: as far as a running session can. */
  readonly takesEffect: 'at-once' | 'next-run';
}

function atOnce<T>(parse: Parser<T>): Setting<T> {
  return { parse, takesEffect: 'at-once' };
}

function nextRun<T>(parse: Parser<T>): Setting<T> {
  return { parse, takesEffect: 'next-run' };
}

/** Everything a person can set, in the shape of the setting ids under `voiceDictation.` */
const SETTINGS = {
  recording: {
    /** The program that records; `auto`: the first that works. */
    recorder: nextRun(oneOf(['auto', ...RECORDERS])),
    /** Path of sox; empty: search. */
    soxPath: nextRun(string),
    /** Device as the recorder names it; empty: system default. */
    device: nextRun(string),
    sampleRate: nextRun(oneOf(SAMPLE_RATES)),
    encoding: nextRun(oneOf(ENCODINGS)),
  },
  recognition: {
    provider: nextRun(oneOf(PROVIDERS)),
    endpoint: nextRun(nonEmptyString),
    allowInsecureEndpoint: nextRun(boolean),
    /** Where each session gets a temporary token instead of the API key; empty: the key is used. */
    tokenUrl: nextRun(string),
    model: nextRun(nonEmptyString),
    mode: atOnce(oneOf(MODES)),
    /** Language codes, most likely first; empty: the model decides. */
    languages: atOnce(strings),
    formatTurns: atOnce(boolean),
    /** At most {@link MAX_KEYTERMS} of at most {@link MAX_KEYTERM_LENGTH} characters. */
    keyterms: atOnce(keyterms),
    /** Milliseconds; `null`: the server's default. 0 is a value. */
    minTurnSilenceMs: atOnce(numberOrNull(0, Infinity)),
    /** Milliseconds; `null`: the server's default. 0 is a value. */
    maxTurnSilenceMs: atOnce(numberOrNull(0, Infinity)),
    /** 0 to 1; `null`: the server's default. */
    endOfTurnConfidenceThreshold: atOnce(numberOrNull(0, 1)),
    /** 0 to 1; `null`: the server's default. */
    vadThreshold: atOnce(numberOrNull(0, 1)),
    filterProfanity: atOnce(boolean),
  },
  /** Recognition on this computer. */
  onDevice: {
    /** A base address or a folder that has engines and models; empty: where they are published. */
    source: nextRun(string),
    /** `auto`: the smallest that hears the person's language. */
    model: nextRun(oneOf(['auto', ...LOCAL_MODEL_FAMILIES])),
    /** Has a streaming model of the person's own; empty: one of the catalogue's. */
    modelFolder: nextRun(string),
  },
  /** What keeps the bill small. */
  cost: {
    /** Silence after which the session is ended while the microphone goes on; 0: never. */
    parkAfterSilenceMs: atOnce(zeroOrFrom(SHORTEST_PARKING_MS)),
    /** Silence after which dictation stops; 0: never. */
    stopAfterSilenceMs: atOnce(zeroOrFrom(0)),
    /** How long one run may last, in minutes; 0: as long as the person likes. */
    maxMinutes: atOnce(zeroOrFrom(0)),
    /** US dollars an hour of open session, by model. */
    pricePerHour: atOnce(prices),
    /** US dollars a day after which dictation stops; `null`: no budget. */
    dailyBudget: atOnce(numberOrNull(0, Infinity)),
  },
  display: {
    partials: atOnce(oneOf(PARTIALS)),
    /** The manifest's menu asks for it. */
    editorTitleButton: atOnce(boolean),
  },
  /** How dictated text becomes text of the document. */
  insertion: {
    target: atOnce(oneOf(INSERTION_TARGETS)),
    spokenCommands: atOnce(boolean),
    /** What to write instead of a spoken phrase. */
    replacements: atOnce(texts),
    /** Snippets in VS Code's syntax, by spoken name. */
    snippets: atOnce(texts),
    removeFillers: atOnce(boolean),
    wrapAtRuler: atOnce(boolean),
    namesInPrompts: atOnce(boolean),
    terminalScope: atOnce(oneOf(TERMINAL_SCOPES)),
    polish: atOnce(oneOf(POLISHES)),
  },
  /** The language model that polishes. */
  polish: {
    /** Base address of an API as OpenAI's; empty: a model of VS Code's. */
    endpoint: atOnce(string),
    /** Whether {@link endpoint} may be another computer. */
    allowRemoteEndpoint: atOnce(boolean),
    /** Empty: the first there is. */
    model: atOnce(string),
  },
  vocabulary: { fromWorkspace: atOnce(oneOf(WORKSPACE_VOCABULARY)) },
  /** Coding agents in terminals. */
  agents: {
    /** Names of their programs. */
    programs: atOnce(strings),
    submit: atOnce(oneOf(SUBMITS)),
  },
  /** Whether start, end and failures are told by short sounds. */
  soundCues: atOnce(boolean),
  /** Whether a held toggle key dictates while it is held. */
  holdToTalk: atOnce(boolean),
  privacy: {
    /** Whether dictated text that has not landed is on disk, for the next window to offer. */
    keepUnlandedText: atOnce(boolean),
    /** Whether what was dictated is kept on disk, for the history of later windows. */
    keepHistory: atOnce(boolean),
    /** Whether audio that was not transcribed is left on disk when the window closes. */
    keepUnsentAudio: atOnce(boolean),
    /** Ids of the extensions that may listen. */
    allowedExtensions: atOnce(strings),
  },
};

type Values<T> = {
  readonly [K in keyof T]: T[K] extends Setting<infer V> ? V : Values<T[K]>;
};

/** Everything a person can set, parsed. */
export type Settings = Values<typeof SETTINGS>;
/** What is recorded, and with what. */
export type RecordingSettings = Settings['recording'];
/** What the recogniser is asked for. */
export type RecognitionSettings = Settings['recognition'];
/** What keeps the bill small. */
export type CostSettings = Settings['cost'];
/** How words are written, and where. */
export type InsertionSettings = Settings['insertion'];

/** Id of a setting without the `voiceDictation.` prefix, e.g. `recording.sampleRate`. */
export type SettingKey = {
  [S in keyof Settings]: Settings[S] extends boolean ? S : `${S}.${string & keyof Settings[S]}`;
}[keyof Settings];

/** Ids of the settings that differ and of which a run keeps the value that it began with. */
export function keptKeys(wanted: Settings, began: Settings): readonly SettingKey[] {
  return settingsOf(SETTINGS).flatMap(([key, { takesEffect }]) =>
    takesEffect === 'next-run' && settingValue(wanted, key) !== settingValue(began, key)
      ? [key]
      : [],
  );
}

function settingValue(settings: Settings, key: SettingKey): unknown {
  return key
    .split('.')
    .reduce<unknown>((value, name) => Reflect.get(Object(value), name), settings);
}

/** A setting whose value is not used as it stands. */
export interface SettingProblem {
  readonly key: SettingKey;
  /** What is wrong, as the end of a sentence that starts with the key. */
  readonly problem: Phrase;
  /** Whether the manifest's default is used in its place; else what is left of the value. */
  readonly isDefaultUsed: boolean;
}

/** One raw setting. */
export interface RawSetting {
  /** What is configured. */
  readonly value: unknown;
  /** The manifest's, where defaults live; read only where the value is of no use. */
  readonly defaultValue: unknown;
}

/**
 * Turns raw settings into {@link Settings}. A value that is not valid is reported and replaced by
 * the manifest's default; keyterms over AssemblyAI's limits are reported and left out.
 *
 * @param read looks a key up
 * @throws {Error} when a manifest default is itself invalid: a bug of ours
 */
export function parseSettings(read: (key: SettingKey) => RawSetting): {
  readonly settings: Settings;
  readonly problems: readonly SettingProblem[];
} {
  const problems: SettingProblem[] = [];

  function valueOf(key: SettingKey, { parse }: Setting<unknown>): unknown {
    const report = (problem: Phrase): void =>
      void problems.push({ key, problem, isDefaultUsed: false });
    const raw = read(key);
    const parsed = parse(raw.value, report);
    if (!(parsed instanceof Problem)) return parsed;
    const fallback = parse(raw.defaultValue, report);
    if (fallback instanceof Problem) throw new Error(`invalid default of ${key}`);
    problems.push({ key, problem: parsed.phrase, isDefaultUsed: true });
    return fallback;
  }

  return { settings: build(valueOf), problems };
}

/** `wanted`, but what a change of waits for the next run is as the run `began`. */
export function withKept(wanted: Settings, began: Settings): Settings {
  return build((key, { takesEffect }) =>
    settingValue(takesEffect === 'next-run' ? began : wanted, key),
  );
}

function build(valueOf: (key: SettingKey, setting: Setting<unknown>) => unknown): Settings {
  const settings: Record<string, unknown> = {};
  for (const [key, setting] of settingsOf(SETTINGS)) {
    const [section = '', name] = key.split('.');
    const value = valueOf(key, setting);
    settings[section] =
      name === undefined ? value : { ...Object(settings[section]), [name]: value };
  }
  // Built from the very table that the type is derived from.
  return settings as Settings;
}

/** The settings of the table with their ids, in its order. */
function settingsOf(
  table: typeof SETTINGS,
): readonly (readonly [key: SettingKey, setting: Setting<unknown>])[] {
  return Object.entries(table).flatMap(([section, entry]) =>
    isSetting(entry)
      ? [[section, entry] as [SettingKey, Setting<unknown>]]
      : Object.entries(entry).map(
          ([name, setting]) => [`${section}.${name}`, setting] as [SettingKey, Setting<unknown>],
        ),
  );
}

function isSetting(entry: object): entry is Setting<unknown> {
  return 'takesEffect' in entry;
}

/** The terms within AssemblyAI's limits, each once. */
function keyterms(value: unknown, report: (problem: Phrase) => void): readonly string[] | Problem {
  const terms = strings(value);
  if (terms instanceof Problem) return terms;
  const unique = [...new Set(terms)];
  const fitting = unique.filter((term) => term.length <= MAX_KEYTERM_LENGTH);
  if (fitting.length < unique.length) {
    report(
      phrase(
        'has terms of more than {1} characters, which are not sent: {0}',
        unique.length - fitting.length,
        MAX_KEYTERM_LENGTH,
      ),
    );
  }
  if (fitting.length > MAX_KEYTERMS) {
    report(phrase('has {0} terms; only the first {1} are sent', fitting.length, MAX_KEYTERMS));
  }
  return fitting.slice(0, MAX_KEYTERMS);
}
