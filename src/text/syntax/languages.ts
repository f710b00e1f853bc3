import { C_LIKE, CURLY } from './curly';
import { MARKUP } from './markup';
import type { Syntax } from './rules';
import { SCRIPTS } from './scripts';

const BY_LANGUAGE: ReadonlyMap<string, Syntax> = new Map(
  [...CURLY, ...SCRIPTS, ...MARKUP].flatMap(([ids, syntax]) =>
    ids.split(' ').map((id): [string, Syntax] => [id, syntax]),
  ),
);

/**
 * The rules of VS Code's language `languageId`. One that is not known is code like C: who adds a
 * language to an editor of code most likely programs in it, and quotes and slashes are the widest
 * spread; `#` is not taken for a comment, for as often it is something else.
 */
export function syntaxOf(languageId: string): Syntax {
  return BY_LANGUAGE.get(languageId) ?? C_LIKE;
}
