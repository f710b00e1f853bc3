import { namesIn, type ToneWord } from './tone-speech';

/** What became of the words that the microphone delivered. */
export interface Account {
  /** In neither the text nor the audio that is kept. */
  readonly lost: number;
  /** In the text more often, or elsewhere, than they were said. */
  readonly doubled: number;
}

/**
 * @param heard what the microphone delivered; a word that is not whole may be recognised or not
 * @param inserted the words of the text
 * @param kept the words in the audio that is kept
 */
export function account(
  heard: readonly ToneWord[],
  inserted: readonly string[],
  kept: readonly string[] = [],
): Account {
  const names = (words: readonly ToneWord[]): readonly string[] =>
    words.flatMap(({ text }) => namesIn(text));
  const whole = names(heard.filter(({ isWhole }) => isWhole));
  const missing = without(whole, inserted);
  return {
    lost: missing.filter((word) => !kept.includes(word)).length,
    doubled: without(inserted, names(heard)).length,
  };
}

/** @returns what of `words` is not in the longest row that they have in common with `others` */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const width = others.length + 1;
  const lengths = new Uint16Array((words.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = words.length - 1; i >= 0; i--) {
    for (let j = others.length - 1; j >= 0; j--) {
      const isSame = words[i] === others[j];
      lengths[i * width + j] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const rest: string[] = [];
  for (let i = 0, j = 0; i < words.length;) {
    const word = words[i] ?? '';
    if (j < others.length && word === others[j]) {
      i++;
      j++;
    } else if (j >= others.length || at(i + 1, j) >= at(i, j + 1)) {
      rest.push(word);
      i++;
    } else {
      j++;
    }
  }
  return rest;
}
