import { scan } from './syntax/scan';

/** Whether text is written as spoken, or as code: with formatters, symbols and identifiers. */
export type Scope = 'prose' | 'code';

/** What stands at a place of a document. */
export interface ScopeAt {
  readonly scope: Scope;
  /** Where that is; `document`: a text as a whole, or between the tags of one. */
  readonly within: 'document' | 'comment' | 'string' | 'code';
  /** The comment, or the string that documents, that the place is in. */
  readonly comment?: CommentStyle;
}

/** A comment as far as wrapping must know it (see `continuationOf`). */
export interface CommentStyle {
  /** A line comment ends with its line; a doc string stands alone, and has no marker. */
  readonly kind: 'line' | 'block' | 'docString';
  /** What opened it, as it stands in the document: `//`, `/*`, `<!--`, `"""`. */
  readonly open: string;
  /** Where in its line that is; nothing when that is a line further up. */
  readonly openedAt: number | undefined;
}

/**
 * The scope at the end of `left`, the document before the place (from a line's start, if not from
 * its own). Comments, strings, and the text of documents are prose; the rest is code, as are a
 * string's interpolations, fenced code, tags and regular expressions.
 */
export function scopeAt(left: string, languageId: string): ScopeAt {
  const lines = left.replaceAll('\r\n', '\n');
  const ending = scan(lines, languageId);
  switch (ending.kind) {
    case 'base':
      return ending.base === 'prose'
        ? { scope: 'prose', within: 'document' }
        : { scope: 'code', within: 'code' };
    case 'regex':
      return { scope: 'code', within: 'code' };
    case 'string':
      return { scope: 'prose', within: 'string' };
    case 'docString':
    case 'lineComment':
    case 'blockComment': {
      const { open, start, kind } = ending;
      const column = start - (lines.lastIndexOf('\n') + 1);
      const comment = { kind: STYLES[kind], open, openedAt: column < 0 ? undefined : column };
      return { scope: 'prose', within: kind === 'docString' ? 'string' : 'comment', comment };
    }
  }
}

const STYLES = { docString: 'docString', lineComment: 'line', blockComment: 'block' } as const;

/** Whether nothing but spaces stands between the place behind `left` and what opens its comment. */
export function isAfterCommentMarker(left: string, languageId: string | undefined): boolean {
  const line = left.slice(left.lastIndexOf('\n') + 1).trimEnd();
  if (languageId === undefined || !/[^\s\p{L}\p{N}]$/u.test(line)) return false;
  const { openedAt, kind } = scopeAt(left, languageId).comment ?? {};
  if (openedAt === undefined || kind === 'docString') return false;
  return /^[^\s\p{L}\p{N}]+$/u.test(line.slice(openedAt));
}
