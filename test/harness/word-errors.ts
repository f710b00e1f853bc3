/** How far a text is from what was said. */
export interface WordErrors {
  /** Words that are wrong, missing or too many: the least number of changes. */
  readonly errors: number;
  /** Words that were said. */
  readonly words: number;
}

/** Compares word by word; capitals and punctuation do not count. */
export function wordErrors(said: string, written: string): WordErrors {
  const reference = wordsOf(said);
  const hypothesis = wordsOf(written);
  // Levenshtein's distance, row by row: `row[j]` is that of the first `j` written words.
  let row = [0, ...hypothesis.map((_, j) => j + 1)];
  for (const [i, word] of reference.entries()) {
    const next = [i + 1];
    for (const [j, other] of hypothesis.entries()) {
      const replaced = (row[j] ?? 0) + (word === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return { errors: row.at(-1) ?? 0, words: reference.length };
}

/** What was said or written as one row of letters: which words are one is the recogniser's affair. */
export function spelledOut(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}
