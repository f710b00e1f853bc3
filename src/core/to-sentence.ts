/** What of a sentence some words are. */
export interface SentencePart {
  /** They begin it. */
  readonly isStart: boolean;
  /** They end it. */
  readonly isEnd: boolean;
}

/**
 * Words of a recogniser that knows neither capitals nor punctuation, as a sentence is written.
 *
 * @param language code
 * @returns as many as there were
 */
export type ToSentence = (
  words: readonly string[],
  language: string,
  part: SentencePart,
) => readonly string[];
