/** One recognised word; times are milliseconds since the session's first audio. */
export interface RecognisedWord {
  /** As a formatting model writes it, with capitals and punctuation: `Hello,`. */
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** What is recognised of the current utterance so far. */
export interface Hypothesis {
  readonly words: readonly RecognisedWord[];
  /** Milliseconds of audio since the last sound of speech; 0 while somebody speaks. */
  readonly silenceMs: number;
}

/** Turns one session's audio into words. Where turns end is not its business but the session's. */
export interface Recogniser {
  /** Takes mono PCM in the session's sample rate, pieces of any length. */
  push(pcm: Int16Array): Hypothesis;
  /**
   * Ends the utterance: its final words. What comes next is another utterance; a word whose sound
   * has only begun belongs to that one.
   */
  end(): readonly RecognisedWord[];
  /** Forgets the utterance, also a word whose sound has only begun. */
  drop(): void;
  /** What was said before, as a Pro model is told and keeps in mind: what comes is likely to be like it. */
  remember?(turns: readonly string[]): void;
  close(): void;
}

/** Makes one session's recogniser; `sampleRate` in Hz. */
export type CreateRecogniser = (sampleRate: number) => Recogniser;
