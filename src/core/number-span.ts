/** Some words, and the number in digits that is written for them. */
export interface NumberSpan {
  /** Which of the words: from, to (exclusive). */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Finds the numbers among words as a recogniser has written them.
 *
 * @param language code
 */
export type FindNumbers = (words: readonly string[], language: string) => readonly NumberSpan[];
