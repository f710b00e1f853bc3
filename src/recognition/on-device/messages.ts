import { isRecord } from '../../core/unknown';

/** A word that the engine heard; milliseconds since the session's first audio. */
export interface HeardWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** Why a turn is over: somebody paused, or stopped; or it had to be cut in mid-sentence. */
export type TurnEnding = 'pause' | 'cut';

/** Where the engine is: a native add-on, or the folder of its WebAssembly build. */
export interface EngineFiles {
  readonly kind: 'native' | 'wasm';
  /** Absolute: the add-on's file, or the build's `index.js`. */
  readonly file: string;
}

/** Absolute paths of a model's files, by what kind of model they are. */
export type ModelFiles =
  | {
      readonly kind: 'transducer';
      readonly encoder: string;
      readonly decoder: string;
      readonly joiner: string;
      readonly tokens: string;
    }
  | {
      readonly kind: 'paraformer';
      readonly encoder: string;
      readonly decoder: string;
      readonly tokens: string;
    }
  | {
      readonly kind: 'zipformer2Ctc' | 'nemoCtc' | 'wenetCtc';
      readonly model: string;
      readonly tokens: string;
    };

/** What a process is told before anything else. */
export interface LoadOrder {
  readonly engine: EngineFiles;
  readonly model: ModelFiles;
  /** How many cores it may use. */
  readonly threads: number;
}

/** What the extension host tells the process that holds the engine. */
export type Order =
  | ({ readonly kind: 'load' } & LoadOrder)
  | {
      readonly kind: 'open';
      readonly session: number;
      readonly sampleRate: number;
      /** Code of the only language that is spoken, for a model that can be told; undefined: it finds out. */
      readonly language: string | undefined;
      readonly flushMs: number;
      readonly silenceMs: number;
    }
  /** 16-bit little-endian PCM. */
  | { readonly kind: 'audio'; readonly session: number; readonly pcm: Uint8Array }
  | { readonly kind: 'hurry'; readonly session: number }
  | { readonly kind: 'finish'; readonly session: number }
  | { readonly kind: 'close'; readonly session: number }
  /** How long does so much audio take? */
  | { readonly kind: 'measure'; readonly audioMs: number }
  | { readonly kind: 'ping' };

/** What the process tells. Each is a sign of life. */
export type Report =
  | { readonly kind: 'loaded' }
  /** It cannot go on; `detail` is the engine's own words, which are not logged. */
  | { readonly kind: 'failed'; readonly detail: string }
  | {
      readonly kind: 'turn';
      readonly session: number;
      /** Nothing: the turn is on. */
      readonly ending: TurnEnding | undefined;
      readonly text: string;
      readonly words: readonly HeardWord[];
    }
  /** How much of the session's audio has been heard. */
  | { readonly kind: 'heard'; readonly session: number; readonly audioMs: number }
  | { readonly kind: 'finished'; readonly session: number }
  | { readonly kind: 'measured'; readonly tookMs: number }
  | { readonly kind: 'pong' };

/**
 * Parses what came from the process: it runs code that others have built.
 *
 * @returns nothing where it is no report
 */
export function parseReport(message: unknown): Report | undefined {
  if (!isRecord(message)) return undefined;
  const { kind, session, ending, text, words, audioMs, tookMs, detail } = message;
  switch (kind) {
    case 'loaded':
    case 'pong':
      return { kind };
    case 'failed':
      return { kind, detail: typeof detail === 'string' ? detail : '' };
    case 'measured':
      return isFinite(tookMs) ? { kind, tookMs } : undefined;
    case 'finished':
      return isFinite(session) ? { kind, session } : undefined;
    case 'heard':
      return isFinite(session) && isFinite(audioMs) ? { kind, session, audioMs } : undefined;
    case 'turn': {
      const isTurn = isFinite(session) && typeof text === 'string' && isEnding(ending);
      if (!isTurn || !Array.isArray(words)) return undefined;
      return { kind, session, ending, text, words: words.filter(isWord) };
    }
    default:
      return undefined;
  }
}

function isEnding(value: unknown): value is TurnEnding | undefined {
  return value === undefined || value === 'pause' || value === 'cut';
}

function isWord(word: unknown): word is HeardWord {
  if (!isRecord(word)) return false;
  const { text, startMs, endMs } = word;
  return typeof text === 'string' && isFinite(startMs) && isFinite(endMs);
}

function isFinite(value: unknown): value is number {
  return Number.isFinite(value);
}
