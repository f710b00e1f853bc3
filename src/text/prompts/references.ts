import type { WritingStyle } from '../compose';
import type { ReferenceId } from '../languages/language';
import { LANGUAGES, languagesOf } from '../languages/languages';

/** What is written for what the person is looking at, where there is any. */
export type References = Readonly<Partial<Record<ReferenceId, string>>>;

/**
 * The style in which "this selection", "this file" and "this line" are written as `references` has them; the
 * person's own replacements of the same words come first.
 */
export function withReferences(style: WritingStyle, references: References): WritingStyle {
  const { insertion, languages } = style;
  const spoken = languages.length === 0 ? LANGUAGES : languagesOf(languages);
  const entries = spoken.flatMap(({ references: phrases }) =>
    REFERENCE_IDS.flatMap((id) => {
      const text = references[id];
      return text === undefined ? [] : phrases[id].map((phrase) => [phrase, text] as const);
    }),
  );
  if (entries.length === 0) return style;
  const replacements = { ...Object.fromEntries(entries), ...insertion.replacements };
  return { ...style, insertion: { ...insertion, replacements } };
}

const REFERENCE_IDS = ['selection', 'file', 'line'] as const;
