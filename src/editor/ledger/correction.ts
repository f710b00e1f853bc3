/** Words that a person wrote in the place of others. */
export interface Correction {
  /** As dictation had written them. */
  readonly said: string;
  readonly written: string;
}

/** More are no misheard words, but another text. */
const MAX_WORDS = 4;

/**
 * What a person corrected in a text of one utterance: a few words, with others of it left around them.
 *
 * @returns nothing where the text is the same, is longer or shorter only, or is another one; nor for
 *   numbers, marks, and the first letter, which go by what is said around them
 */
export function correctionOf(before: string, now: string): Correction | undefined {
  const [were, are] = [wordsOf(before), wordsOf(now)];
  const shorter = Math.min(were.length, are.length);
  let left = 0;
  while (left < shorter && were[left] === are[left]) left++;
  let right = 0;
  while (right < shorter - left && were.at(-1 - right) === are.at(-1 - right)) right++;
  const old = were.slice(left, were.length - right);
  const own = are.slice(left, are.length - right);
  const isLeft = left + right > 0;
  if (!isLeft || [old, own].some(({ length }) => length === 0 || length > MAX_WORDS))
    return undefined;
  const [said, written] = withoutSameMarks(old.join(' '), own.join(' '));
  const isFirstLetter = left === 0 && said.slice(1) === written.slice(1);
  const areWords = HAS_LETTER.test(said) && HAS_LETTER.test(written);
  const isOfMarks = withoutMarks(said) === withoutMarks(written);
  return !areWords || isFirstLetter || isOfMarks ? undefined : { said, written };
}

/** Corrections that were made to `least` utterances or more, each once. */
export function repeated(corrections: Iterable<Correction>, least: number): readonly Correction[] {
  const counts = new Map<string, { readonly correction: Correction; count: number }>();
  for (const correction of corrections) {
    const key = keyOf(correction);
    const found = counts.get(key);
    if (found === undefined) counts.set(key, { correction, count: 1 });
    else found.count++;
  }
  return [...counts.values()].flatMap(({ correction, count }) =>
    count >= least ? [correction] : [],
  );
}

/** The same for corrections of the same words, however the first of them was written. */
export function keyOf({ said, written }: Correction): string {
  return JSON.stringify([said.toLowerCase(), written]);
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** Both without the marks that both begin and end with: "netties." and "Kubernetes." */
function withoutSameMarks(a: string, b: string): readonly [string, string] {
  let start = 0;
  while (a[start] === b[start] && MARK.test(a[start] ?? 'a')) start++;
  let end = 0;
  while (a.at(-1 - end) === b.at(-1 - end) && MARK.test(a.at(-1 - end) ?? 'a')) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

function withoutMarks(text: string): string {
  return text.replace(/[\p{P}\p{S}]/gu, '');
}

const HAS_LETTER = /\p{L}/u;

const MARK = /^[\p{P}\p{S}]$/u;
