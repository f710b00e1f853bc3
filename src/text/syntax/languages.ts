import { C_LIKE, CURLY } from './curly';
import { MARKUP } from './markup';
import type { Arrow, Dialect, Format, LanguageRow, Syntax, Traits } from './rules';
import { SCRIPTS } from './scripts';
import { SHELLS } from './shells';

const ROWS: ReadonlyMap<string, LanguageRow> = new Map(
  [...CURLY, ...SCRIPTS, ...SHELLS, ...MARKUP].flatMap((row) =>
    row[0].split(' ').map((id): [string, LanguageRow] => [id, row]),
  ),
);

/**
 * The rules of VS Code's language `languageId`. One that is not known is code like C: who adds a
 * language to an editor of code most likely programs in it, and quotes and slashes are the widest
 * spread; `#` is not taken for a comment, for as often it is something else.
 */
export function syntaxOf(languageId: string): Syntax {
  return ROWS.get(languageId)?.[1] ?? C_LIKE;
}

/** The dialect of VS Code's language `languageId`. */
export function dialectOf(languageId = ''): Dialect {
  const traits: Traits = ROWS.get(languageId)?.[2] ?? {};
  return traits.dialect ?? 'plain';
}

/** What "arrow" writes in VS Code's language `languageId`. */
export function arrowOf(languageId = ''): Arrow {
  return ROWS.get(languageId)?.[2]?.arrow ?? '->';
}

/** How the names of VS Code's language `languageId` are found; nothing where a text may be anything. */
export function formatOf(languageId: string): Format | undefined {
  const row = ROWS.get(languageId);
  if (row === undefined) return undefined;
  const [, { base }, { names = base === 'code' ? 'code' : null } = {}] = row;
  return names ?? undefined;
}
