import type { HeardWord, TurnEnding } from '../messages';
import type { EngineStream } from './engine-stream';

/** How turns are cut; each model has its own {@link flushMs}. */
export interface CuttingRules {
  /** So much silence brings out the model's last word. */
  readonly flushMs: number;
  /** So long after its last token a turn is over. */
  readonly silenceMs: number;
}

/** What is heard of one turn. */
export interface CutTurn {
  /** Nothing: it is on. */
  readonly ending: TurnEnding | undefined;
  readonly text: string;
  readonly words: readonly HeardWord[];
}

/**
 * A turn without a pause is cut by then: the journal keeps what may be in an unfinished turn for a
 * minute (`ProviderTraits.longestTurnMs`).
 */
const LONGEST_TURN_MS = 45_000;

/** Its beginning and its end are no places to cut it at: one leaves too little, one may be mid-word. */
const UNCUT_BEGINNING_MS = 15_000;
const UNCUT_END_MS = 2000;

/** The engine lists all tokens of a stream at each look: a stream with more is followed by a new one. */
const MOST_TOKENS = 400;

/** What a new stream hears again, so that it knows how a word began of which the old one told nothing. */
const AGAIN_MS = 800;

/** Models tell when a token begins, not when it ends: about as long is one (docs/on-device.md). */
const TOKEN_MS = 80;

/** A bare one stands for the space before a word, in most models' alphabets. */
const WORD_MARK = /^[\s\u2581]/;

/**
 * Cuts what an engine hears into turns. The engine's own endpoint is not used: its reset forgets the
 * word that is just beginning, and its longest turn ends in the middle of one (docs/on-device.md).
 */
export class TurnCutter {
  private stream: EngineStream;
  /** When the stream's first sample was, in the session's time. */
  private baseMs = 0;
  private fedMs = 0;
  /** The stream's tokens before this one belong to turns that are over. */
  private from = 0;
  /** The moment of sound that a new stream hears again. */
  private lately: Float32Array[] = [];
  private hurriedAtMs: number | undefined;

  constructor(
    private readonly openStream: () => EngineStream,
    private readonly sampleRate: number,
    private readonly rules: CuttingRules,
  ) {
    this.stream = openStream();
  }

  /** How much sound it was given. */
  get heardMs(): number {
    return this.fedMs;
  }

  /** Hears more. @returns turns that have ended, and last how far the one that is on has come */
  accept(samples: Float32Array): readonly CutTurn[] {
    this.stream.accept(samples);
    this.fedMs += this.durationMs(samples);
    this.lately.push(samples);
    while (this.latelyMs - this.durationMs(this.lately[0]) >= AGAIN_MS) this.lately.shift();
    const heard = this.look();
    const first = heard.times[0];
    const last = heard.times.at(-1);
    if (first === undefined || last === undefined) {
      // Nobody speaks: there is nothing to hurry.
      if (this.fedMs - (this.hurriedAtMs ?? this.fedMs) > this.rules.flushMs) this.unhurry();
      return [];
    }
    if (this.fedMs - last > this.endingSilenceMs) {
      this.from += heard.tokens.length;
      this.unhurry();
      if (this.from > MOST_TOKENS) this.renew();
      return [turnOf(heard, 'pause')];
    }
    const cut = this.fedMs - first > LONGEST_TURN_MS ? this.widestGap(heard) : 0;
    if (cut === 0) return [turnOf(heard, undefined)];
    this.from += cut;
    return [turnOf(part(heard, 0, cut), 'cut'), turnOf(part(heard, cut), undefined)];
  }

  /** The person wants the turn to end: any silence will do that brings out its last word. */
  hurry(): void {
    this.hurriedAtMs = this.fedMs;
  }

  /** No more sound follows. @returns the last turn */
  finish(): CutTurn {
    // Without it, models keep their last word to themselves.
    this.stream.accept(new Float32Array((this.sampleRate * this.rules.flushMs) / 1000));
    this.stream.finish();
    return turnOf(this.look(), 'pause');
  }

  free(): void {
    this.stream.free();
  }

  private get endingSilenceMs(): number {
    const { flushMs, silenceMs } = this.rules;
    return this.hurriedAtMs === undefined ? silenceMs : Math.min(flushMs, silenceMs);
  }

  private get latelyMs(): number {
    return this.lately.reduce((sum, samples) => sum + this.durationMs(samples), 0);
  }

  private durationMs(samples: Float32Array | undefined): number {
    return ((samples?.length ?? 0) * 1000) / this.sampleRate;
  }

  private unhurry(): void {
    this.hurriedAtMs = undefined;
  }

  /** A new stream, in the silence after a turn. */
  private renew(): void {
    this.stream.free();
    this.stream = this.openStream();
    this.baseMs = this.fedMs - this.latelyMs;
    this.from = 0;
    for (const samples of this.lately) this.stream.accept(samples);
  }

  private look(): OpenTurn {
    const { tokens, timesMs } = this.stream.heard();
    const times = timesMs.slice(this.from).map((timeMs) => Math.round(this.baseMs + timeMs));
    return { tokens: tokens.slice(this.from), times };
  }

  /** Where an endless turn is cut: before the token that begins a word after the longest gap. */
  private widestGap({ tokens, times }: OpenTurn): number {
    const from = (times[0] ?? 0) + UNCUT_BEGINNING_MS;
    const to = this.fedMs - UNCUT_END_MS;
    let widest = { gapMs: -1, index: 0 };
    for (const [index, timeMs] of times.entries()) {
      const gapMs = timeMs - (times[index - 1] ?? timeMs);
      const isWord = WORD_MARK.test(tokens[index] ?? '');
      if (isWord && timeMs > from && timeMs < to && gapMs > widest.gapMs) widest = { gapMs, index };
    }
    return widest.index;
  }
}

/** The tokens of the turn that is on, with their times in the session's. */
interface OpenTurn {
  readonly tokens: readonly string[];
  readonly times: readonly number[];
}

function part({ tokens, times }: OpenTurn, from: number, to?: number): OpenTurn {
  return { tokens: tokens.slice(from, to), times: times.slice(from, to) };
}

function turnOf(heard: OpenTurn, ending: TurnEnding | undefined): CutTurn {
  return { ending, text: spaced(heard.tokens.join('')), words: wordsOf(heard) };
}

/** A word begins with a token that is marked so, or behind a bare mark. */
function wordsOf({ tokens, times }: OpenTurn): readonly HeardWord[] {
  const words: HeardWord[] = [];
  let isNew = true;
  for (const [index, token] of tokens.entries()) {
    isNew ||= WORD_MARK.test(token);
    const text = spaced(token);
    const startMs = times[index];
    if (text === '' || startMs === undefined) continue;
    const last = isNew ? undefined : words.pop();
    const endMs = startMs + TOKEN_MS;
    words.push(
      last === undefined ? { text, startMs, endMs } : { ...last, text: last.text + text, endMs },
    );
    isNew = false;
  }
  return words;
}

function spaced(text: string): string {
  return text.replaceAll('\u2581', ' ').replaceAll(/\s+/g, ' ').trim();
}
