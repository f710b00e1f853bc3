import type { Clock } from '../../src/core/clock';
import type { SessionFaults } from './faults';
import type { ServerMessage, TurnMessage } from './messages';
import type { Hypothesis, RecognisedWord, Recogniser } from './recogniser';
import {
  WORD_CONFIDENCE,
  isComplete,
  padded,
  turn,
  turnWord,
  unformatted,
  withoutEnding,
} from './turn-text';
import type { TurnSettings } from './turn-settings';

/**
 * Universal-Streaming: a pause after which words are final and `utterance` is filled
 * (docs/protocol.md §5.2).
 */
const SHORT_PAUSE_MS = 160;
/** Pro: a turn never grows longer (§4). */
const LONGEST_TURN_MS = 60_000;
/** Universal-Streaming: how sure the model is that a turn has ended after text that sounds complete, or does not. */
const CONFIDENCE_COMPLETE = 0.85;
const CONFIDENCE_INCOMPLETE = 0.25;
/** How sure the model is of a turn's language. */
const LANGUAGE_CONFIDENCE = 0.97;

/**
 * Turns the recogniser's hypotheses into Turn messages, in the sequence of the model's family
 * (§5.3).
 */
export class TurnWriter {
  private order = 0;
  private partialKey = '';
  /** How long the turn's first partial has been held back, once there was a word. */
  private heldMs = 0;
  private utteranceSent = false;
  private previousEndMs = 0;
  private lastHypothesis: Hypothesis = { words: [], silenceMs: 0 };
  private heardSinceFinal = false;
  private pendingFormatted: { readonly turn: TurnMessage; readonly dispose: () => void }[] = [];
  settings: TurnSettings;

  constructor(
    settings: TurnSettings,
    private readonly recogniser: Recogniser,
    private readonly faults: SessionFaults,
    private readonly clock: Clock,
    private readonly send: (message: ServerMessage) => void,
  ) {
    this.settings = settings;
  }

  /** Takes a short piece of audio: a few tens of milliseconds, the grain at which turns end. */
  push(pcm: Int16Array, lengthMs: number): void {
    this.heardSinceFinal = true;
    const hypothesis = this.recogniser.push(pcm);
    this.lastHypothesis = hypothesis;
    if (hypothesis.words.length === 0) return;
    if (this.partialKey === '') this.heldMs += lengthMs;
    this.writePartial(hypothesis);
    if (this.isEnd(hypothesis)) this.writeFinal(this.recogniser.end());
  }

  /**
   * ForceEndpoint (§9): a Pro model finalises what was said; a Universal-Streaming model only
   * acknowledges, with the words that are final already, and drops the tail in flight.
   */
  forceEndpoint(): void {
    if (this.settings.family !== 'universal-streaming') {
      const words = this.recogniser.end();
      if (words.length > 0) this.writeFinal(words);
      return;
    }
    const words = finalWords(this.lastHypothesis);
    this.recogniser.drop();
    this.writeFinal(words);
  }

  /** The finals that Terminate brings out. */
  finish(): void {
    const words = this.recogniser.end();
    // A turn that has been told ends, whatever is left of it.
    if (words.length > 0 || this.partialKey !== '') this.writeFinal(words);
    // Live, a Universal-Streaming session ends in an empty final when audio came after the last one.
    else if (this.settings.family === 'universal-streaming' && this.heardSinceFinal) {
      this.writeFinal([]);
    }
    for (const { turn, dispose } of this.pendingFormatted.splice(0)) {
      dispose();
      this.send(turn);
    }
  }

  dispose(): void {
    for (const { dispose } of this.pendingFormatted.splice(0)) dispose();
  }

  private isEnd({ words, silenceMs }: Hypothesis): boolean {
    const { family, minTurnSilenceMs, maxTurnSilenceMs, confidenceThreshold } = this.settings;
    if (silenceMs >= maxTurnSilenceMs) return true;
    const complete = isComplete(words);
    if (family === 'universal-streaming') {
      const confidence = complete ? CONFIDENCE_COMPLETE : CONFIDENCE_INCOMPLETE;
      return confidence > confidenceThreshold && silenceMs >= minTurnSilenceMs;
    }
    const first = words[0]?.startMs ?? 0;
    const last = words.at(-1)?.endMs ?? 0;
    return (complete && silenceMs >= minTurnSilenceMs) || last - first >= LONGEST_TURN_MS;
  }

  private writePartial(hypothesis: Hypothesis): void {
    if (!this.settings.includePartials) return;
    const { words } = hypothesis;
    if (this.settings.family === 'universal-streaming') this.writeUtterance(hypothesis);
    const key = words.map(({ text }) => text).join(' ');
    if (key === this.partialKey) return;
    if (this.partialKey === '' && this.isTooSoon(hypothesis)) return;
    if (this.partialKey === '' && this.settings.family === 'pro') {
      const timestamp = words[0]?.startMs ?? 0;
      this.send({ type: 'SpeechStarted', timestamp, confidence: WORD_CONFIDENCE });
    }
    this.partialKey = key;
    this.heldMs = 0;
    this.send(this.partial(words));
    if (this.faults.has('partial-shrinks') && words.length > 1) {
      this.send(this.partial(words.slice(0, -1)));
    }
  }

  /** Whether a turn of which nothing has been told has hardly begun, and goes on. */
  private isTooSoon({ words, silenceMs }: Hypothesis): boolean {
    const { firstPartialMs, minTurnSilenceMs } = this.settings;
    const [first] = words;
    const saidMs = (first === undefined ? 0 : first.endMs - first.startMs) + this.heldMs;
    return saidMs < firstPartialMs && silenceMs < minTurnSilenceMs;
  }

  private partial(words: readonly RecognisedWord[]): TurnMessage {
    const isPro = this.settings.family !== 'universal-streaming';
    // The model cannot know yet how the newest word will be punctuated: a later partial revises it.
    const texts = words.map(({ text }, i) =>
      !isPro ? unformatted(text) : i === words.length - 1 ? withoutEnding(text) : text,
    );
    return turn({
      turn_order: this.order,
      turn_is_formatted: isPro,
      end_of_turn: false,
      transcript: this.faults.has('transcript-empty-words-filled') ? '' : texts.join(' '),
      end_of_turn_confidence: isPro ? 0 : 0.000036,
      words: words.map((word, i) => turnWord(word, texts[i] ?? '', !isPro && i < words.length - 1)),
      utterance: '',
    });
  }

  /** Sequence (b): the utterance is known at a short pause; the transcript lags by its last word. */
  private writeUtterance({ words, silenceMs }: Hypothesis): void {
    if (!this.faults.has('utterance-before-end')) return;
    if (this.utteranceSent || silenceMs < SHORT_PAUSE_MS) return;
    this.utteranceSent = true;
    const texts = words.map(({ text }) => unformatted(text));
    this.send(
      turn({
        turn_order: this.order,
        turn_is_formatted: false,
        end_of_turn: false,
        transcript: texts.slice(0, -1).join(' '),
        end_of_turn_confidence: CONFIDENCE_INCOMPLETE,
        words: words.map((word, i) => turnWord(word, texts[i] ?? '', i < words.length - 1)),
        utterance: words.map(({ text }) => text).join(' '),
      }),
    );
  }

  private writeFinal(words: readonly RecognisedWord[]): void {
    if (this.settings.family === 'universal-streaming') this.writeUniversalFinal(words);
    else this.writeProFinal(words);
    this.order++;
    this.partialKey = '';
    this.heldMs = 0;
    this.utteranceSent = false;
    this.heardSinceFinal = false;
    this.previousEndMs = words.at(-1)?.endMs ?? this.previousEndMs;
    this.lastHypothesis = { words: [], silenceMs: 0 };
    if (this.faults.has('empty-final') && words.length > 0) this.writeFinal([]);
  }

  private writeProFinal(words: readonly RecognisedWord[]): void {
    const transcript = words.map(({ text }) => text).join(' ');
    this.send(
      turn({
        turn_order: this.order,
        turn_is_formatted: true,
        end_of_turn: true,
        transcript,
        end_of_turn_confidence: 1,
        words: padded(words, this.previousEndMs).map((word) => turnWord(word, word.text, true)),
        utterance: transcript,
        ...this.toldLanguage(),
      }),
    );
  }

  private toldLanguage(): Pick<TurnMessage, 'language_code' | 'language_confidence'> {
    const { language } = this.settings;
    if (language === undefined) return {};
    return { language_code: language, language_confidence: LANGUAGE_CONFIDENCE };
  }

  private writeUniversalFinal(words: readonly RecognisedWord[]): void {
    const confidence = isComplete(words) ? CONFIDENCE_COMPLETE : CONFIDENCE_INCOMPLETE;
    const final = (isFormatted: boolean): TurnMessage => {
      const texts = words.map(({ text }) => (isFormatted ? text : unformatted(text)));
      return turn({
        turn_order: this.order,
        turn_is_formatted: isFormatted,
        end_of_turn: true,
        transcript: texts.join(' '),
        end_of_turn_confidence: confidence,
        words: words.map((word, i) => turnWord(word, texts[i] ?? '', true)),
        utterance: '',
        ...this.toldLanguage(),
      });
    };
    const isPair = this.settings.formatTurns && words.length > 0;
    if (!isPair || !this.faults.has('unformatted-turn-missing')) this.send(final(false));
    if (isPair && !this.faults.has('formatted-turn-missing')) this.writeFormatted(final(true));
  }

  private writeFormatted(formatted: TurnMessage): void {
    const delayMs = this.faults.get('formatted-turn-delayed')?.ms;
    if (delayMs === undefined) {
      this.send(formatted);
      return;
    }
    const timer = this.clock.schedule(delayMs, () => {
      this.pendingFormatted = this.pendingFormatted.filter((pending) => pending !== entry);
      this.send(formatted);
    });
    const entry = {
      turn: formatted,
      dispose: () => {
        timer.dispose();
      },
    };
    this.pendingFormatted.push(entry);
  }
}

/** Universal-Streaming: every word is final but the last, and that one too after a short pause. */
export function finalWords({ words, silenceMs }: Hypothesis): readonly RecognisedWord[] {
  return silenceMs >= SHORT_PAUSE_MS ? words : words.slice(0, -1);
}
