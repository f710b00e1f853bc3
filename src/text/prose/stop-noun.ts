import type { MentionWords } from '../languages/mention/mention-words';
import type { Lexicon } from './lexicon';

/** No noun has more words before it that belong to it: "the first very long trial period". */
const LONGEST_NOUN_PHRASE = 6;

/**
 * Whether `name`, of a stop that is a noun, too ("period"), is meant behind `before`: such a noun has an article, or
 * what stands for one, somewhere before it ("over the whole trial period"), and no phrase of a noun goes over
 * a verb or a pronoun ("I like it period", "the build is green period").
 */
export function isNoNoun(name: string, before: string, { languages }: Lexicon): boolean {
  return languages.some(
    ({ mention }) => mention.stopNoun?.noun === name.toLowerCase() && hasNoArticle(before, mention),
  );
}

function hasNoArticle(before: string, { stopNoun, copulas }: MentionWords): boolean {
  if (stopNoun === null) return false;
  const { articles, borders, prepositions, compounds } = stopNoun;
  const clause = /[^.!?…,;:()"\n]*$/u.exec(before)?.[0] ?? '';
  const words = clause.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];
  const near = words
    .slice(-LONGEST_NOUN_PHRASE)
    .map((word) => word.toLowerCase().replace('’', "'"));
  const isCompound = compounds.some((one) => near.at(-1)?.endsWith(one) === true);
  for (const [n, word] of near.reverse().entries()) {
    if (articles.includes(word) || /\p{N}|'s$/u.test(word)) return false;
    const isPreposition = prepositions.includes(word);
    if (!isPreposition && !borders.includes(word)) continue;
    // "It is raining period", but "during waiting period".
    return n === 0 ? !isPreposition : !isCompound || (n === 1 && copulas.includes(word));
  }
  return false;
}
