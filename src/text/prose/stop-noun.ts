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
  const near = words.slice(-LONGEST_NOUN_PHRASE).reverse();
  const [last = ''] = near;
  const isCompound = compounds.some((one) => last.endsWith(one));
  for (const [n, as] of near.entries()) {
    const word = as.toLowerCase().replace('’', "'");
    if (articles.includes(word) || /\p{N}|'s$/u.test(word)) return false;
    // "In heat period", "with period", but "on Monday period".
    if (prepositions.includes(word)) return n > 0 && /^\p{Lu}/u.test(last);
    // "It is raining period", but "we offer waiting period".
    if (borders.includes(word)) {
      return n === 0 || !isCompound || (n === 1 && copulas.includes(word));
    }
  }
  return false;
}
