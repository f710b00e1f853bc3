/** What `ui` says in the language of the window: a sentence or a part of one, in English. */
export interface Phrase {
  readonly sentence: string;
  /** Stand for `{0}`, `{1}` … */
  readonly values: readonly (string | number)[];
}

/** @param sentence a literal, whole: it is the key of its translations */
export function phrase(sentence: string, ...values: readonly (string | number)[]): Phrase {
  return { sentence, values };
}

/** The phrase in English, for logs and for those who read English. */
export function inEnglish({ sentence, values }: Phrase): string {
  return filledIn(sentence, values);
}

/** `sentence` with the values at their places. */
export function filledIn(sentence: string, values: Phrase['values']): string {
  return sentence.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));
}
