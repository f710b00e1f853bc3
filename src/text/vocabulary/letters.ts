import { FOLLOWING, TRIPLES } from './letter-tables';

/** The digits of both tables: 0 to 63. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';

const SIZE = 28;
const LETTERS = 26;

/**
 * How unlikely it is that somebody made `words` up to be read, in bits for each character.
 *
 * @param words of ASCII letters in lower case, or of digits
 */
export function costOf(words: readonly string[]): number {
  const text = `|${words.join('|')}|`.replace(/\d+/g, '0');
  let cost = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    cost += DIGITS.indexOf(FOLLOWING.charAt(SIZE * rank(text, i) + rank(text, i + 1))) / 4;
  }
  return cost / Math.max(1, words.join('').length);
}

/** How many three letters in a row `words` have, and how many of these no other words have. */
export function oddTriples(words: readonly string[]): {
  readonly all: number;
  readonly odd: number;
} {
  let [all, odd] = [0, 0];
  for (const word of words) {
    if (!/^[a-z]+$/.test(word)) continue;
    for (let i = 0; i + 2 < word.length; i++) {
      const at = (rank(word, i) * LETTERS + rank(word, i + 1)) * LETTERS + rank(word, i + 2);
      const bits = DIGITS.indexOf(TRIPLES.charAt(Math.floor(at / 6)));
      all++;
      if (((bits >> (at % 6)) & 1) === 0) odd++;
    }
  }
  return { all, odd };
}

function rank(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? LETTERS : LETTERS + 1;
}
