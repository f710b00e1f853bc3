import type { WritingStyle } from '../compose';
import type { ReferenceId } from '../languages/language';
import { LANGUAGES, languagesOf } from '../languages/languages';

/** What is written for what the person is looking at, where there is any. */
export type References = Readonly<Partial<Record<ReferenceId, string>>>;

/** With one of these behind it, "this file" is no file that is shown, and "this line" no line. */
const OF_ANOTHER =
  /^\s+(?:systems?|structures?|names?|paths?|formats?|types?|sizes?|extensions?|handling|handles?|uploads?|picker|tree|items?|numbers?|lengths?|heights?|widths?|breaks?|endings?|counts?|charts?|of (?:work|business|thought|thinking|argument|reasoning|defen[cs]e))\b/iu;

/** Whether a phrase is, somewhere in `final`, part of the name of something else: "this file structure". */
function isOfAnother(phrase: string, final: string): boolean {
  const said = final.toLowerCase();
  for (let at = said.indexOf(phrase); at >= 0; at = said.indexOf(phrase, at + 1)) {
    if (OF_ANOTHER.test(said.slice(at + phrase.length))) return true;
  }
  return false;
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
        .filter((phrase) => !isOfAnother(phrase, final))
        .map((phrase) => [phrase, text] as const);
    }),
  );
  if (entries.length === 0) return style;
  const replacements = { ...Object.fromEntries(entries), ...insertion.replacements };
  return { ...style, insertion: { ...insertion, replacements } };
}

const REFERENCE_IDS = ['selection', 'file', 'line'] as const;
