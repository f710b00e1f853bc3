import type { WritingStyle } from '../compose';
import type { ReferenceId } from '../languages/language';
import { LANGUAGES, languagesOf } from '../languages/languages';
import { ACTS, BINDING } from './name-words';

/** What is written for what the person is looking at, where there is any. */
export type References = Readonly<Partial<Record<ReferenceId, string>>>;

/** With one of these behind it, "this file" is no file that is shown, and "this line" no line. */
const OF_ANOTHER =
  /^\s+(?:systems?|structures?|names?|paths?|formats?|types?|sizes?|extensions?|handling|handles?|uploads?|picker|tree|items?|numbers?|lengths?|heights?|widths?|breaks?|endings?|counts?|charts?|by (?:file|line)|(?:of|de|des|du|del|di|della)\s|d['’])/iu;

/** What stands behind a file, a line or a selection, besides what binds sentences and what those do. */
const BEHIND = new Set(
  (
    'please again first next today yet still always never already once twice instead anymore alone even ever ' +
    'like across against along among around behind below beside beyond during except inside near onto ' +
    'outside per since toward towards upon within cannot'
  ).split(' '),
);

/** What is asked of them, besides what names of functions begin with. */
const DOES = new Set(
  'depend exist look belong contain work fail break compile crash differ matter mean refer define do have'.split(
    ' ',
  ),
);

/** Before these, a verb or what they are comes behind them: "Does this file import it?", "Is this line right?" */
const ASKS =
  /\b(?:do|does|did|can|could|should|would|will|must|may|might|let|help|\p{L}+n['’]t)\s+$/iu;
const ASKS_WHAT_IT_IS = /\b(?:is|was|isn['’]t|wasn['’]t|make|keep|call|name|leave|consider)\s+$/iu;

/** "Explain the selection.": said with an article, it is only what is shown where that is all that is said. */
const HAS_ARTICLE = /^(?:the|die|la)\s/u;

/** Whether a phrase is, all over `final`, what is shown, and not part of the name of something else: "this file structure". */
function isShown(phrase: string, final: string): boolean {
  const said = final.toLowerCase();
  const small = phrase.toLowerCase();
  for (let at = said.indexOf(small); at >= 0; at = said.indexOf(small, at + 1)) {
    const [before, behind] = [said.slice(0, at), said.slice(at + small.length)];
    const isIt = HAS_ARTICLE.test(small)
      ? /^\s*(?:\S+\s+){1,2}$/u.test(before) && /^[.!?…]?\s*$/u.test(behind)
      : !OF_ANOTHER.test(behind) && (!small.startsWith('this ') || isAlone(before, behind));
    if (!isIt) return false;
  }
  return true;
}

/** Whether no noun can follow "this file" and the like, between `before` and `behind`. */
function isAlone(before: string, behind: string): boolean {
  const [, word, next] = /^\s+([\p{L}\p{N}'’]+)(?:\s+([\p{L}'’]+)|)/u.exec(behind) ?? [];
  if (word === undefined || BINDING.has(word) || BEHIND.has(word)) return true;
  if (/(?:[^s]s|ed|ly|n['’]t|['’]\p{L}+)$/u.test(word)) return true;
  if (ASKS.test(before)) return ACTS.has(word) || DOES.has(word);
  if (!ASKS_WHAT_IT_IS.test(before)) return false;
  return next === undefined || BINDING.has(next) || word.endsWith('ing');
}

/**
 * The style in which "this selection", "this file" and "this line" are written as `references` has them; the
 * person's own replacements of the same words come first.
 *
 * @param final what is said
 */
export function withReferences(
  style: WritingStyle,
  references: References,
  final: string,
): WritingStyle {
  const { insertion, languages } = style;
  const spoken = languages.length === 0 ? LANGUAGES : languagesOf(languages);
  const entries = spoken.flatMap(({ references: phrases }) =>
    REFERENCE_IDS.flatMap((id) => {
      const text = references[id];
      if (text === undefined) return [];
      return phrases[id]
        .filter((phrase) => isShown(phrase, final))
        .map((phrase) => [phrase, text] as const);
    }),
  );
  if (entries.length === 0) return style;
  const replacements = { ...Object.fromEntries(entries), ...insertion.replacements };
  return { ...style, insertion: { ...insertion, replacements } };
}

const REFERENCE_IDS = ['selection', 'file', 'line'] as const;
