import { actionsOf, lexiconOf, normalPhrase } from './lexicon';
import { writePunctuation } from './write-punctuation';

/** What a sentence ends with, before quotes and brackets that close. */
const SENTENCE_END = /[.?!…。？！؟।][\p{Pe}\p{Pf}"'”’]*$|\n$/u;

/** The longest phrase, with room. */
const LONGEST = 60;

/**
 * What is left of a final that ends with the phrase that sends, said after the end of a sentence: "Fix it.
 * Send it." leaves "Fix it."; "please send it" is text.
 *
 * @param languages codes such as `de` or `de-AT`; none: English
 * @returns nothing where the phrase does not stand there
 */
export function withoutSubmit(text: string, languages: readonly string[]): string | undefined {
  const { languages: spoken } = lexiconOf(languages);
  const tail = normalPhrase(text.slice(-LONGEST));
  const phrases = spoken.flatMap((language) =>
    actionsOf(language).flatMap(([id, said]) => (id === 'submit' ? said.map(normalPhrase) : [])),
  );
  for (const phrase of phrases) {
    if (!tail.endsWith(` ${phrase}`)) continue;
    const before = beforeWords(text, phrase.split(' ').length).trimEnd();
    if (SENTENCE_END.test(writePunctuation(before, languages))) return before;
  }
  return undefined;
}

/** `text` without its last words. */
function beforeWords(text: string, count: number): string {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu)];
  return text.slice(0, words.at(-count)?.index);
}
