import { linesOf, withoutParts, WORD, type FoundName } from './found-name';

/** Helm's comments, which may have anything in them. */
const TEMPLATE_COMMENT = /\{\{-?\s{0,80}\/\*/gu;

const KEY = new RegExp(
  String.raw`^( *(?:[-?] +)*)(?:"([^"\\]+)"|'([^']+)'|(${WORD})) *:(?:[ \t]+(.*))?$`,
  'u',
);
/** What a line has besides a key: a document's marks, a comment, a template's line, nothing. */
const NO_SCALAR = /^(?:#|%|\{\{|$)/u;
const DOCUMENT = /^(?:---|\.\.\.)(?=\s|$)/u;

/**
 * Keys of mappings in block style. What a scalar or a flow spans is skipped: a quoted one up to its
 * quote, a plain or a block one the deeper lines.
 */
export function yamlKeys(text: string): readonly FoundName[] {
  const names: FoundName[] = [];
  /** The indentation that a line in the scalar exceeds. */
  let scalar: number | undefined;
  let quote: string | undefined;
  const plain = withoutParts(text, TEMPLATE_COMMENT, () => /\*\/\s{0,80}-?\}\}/u);
  for (const { line, at } of linesOf(plain)) {
    if (quote !== undefined) {
      if (closes(line, quote)) quote = undefined;
      continue;
    }
    if (line.trim() === '') continue;
    const isDocument = DOCUMENT.test(line);
    const indent = /^ */u.exec(line)?.[0].length ?? 0;
    if (scalar !== undefined && indent > scalar && !isDocument) continue;
    scalar = undefined;
    const [whole, before = '', double, single, bare, value = ''] = KEY.exec(line) ?? [];
    if (whole === undefined) {
      const [start = ''] = /^ *(?:[-?:] +)*/u.exec(line) ?? [];
      const text = (isDocument ? line.slice(3) : line.slice(start.length)).trim();
      if (NO_SCALAR.test(withoutProperties(text))) continue;
      // Of an entry, what is deeper than its dash; else all that is as deep.
      scalar = isDocument ? -1 : start.trimEnd() === '' ? indent - 1 : start.trimEnd().length - 1;
      quote = openQuote(text);
      continue;
    }
    const name = double ?? single ?? bare ?? '';
    names.push({ name, at: at + line.indexOf(name, before.length) });
    // What has a value on its line has no keys below it; an anchor or a tag is none.
    if (NO_SCALAR.test(withoutProperties(value))) continue;
    scalar = before.length;
    quote = openQuote(value);
  }
  return names;
}

/** `value` without its anchor and tag. */
function withoutProperties(value: string): string {
  return value.replace(/^(?:[&!]\S*\s*){0,2}/u, '');
}

/** The quote of a scalar that is not closed on its line. */
function openQuote(value: string): string | undefined {
  const scalar = withoutProperties(value);
  const mark = /^["']/u.exec(scalar)?.[0];
  return mark === undefined || closes(scalar.slice(1), mark) ? undefined : mark;
}

function closes(line: string, quote: string): boolean {
  return line.replace(quote === '"' ? /\\./gu : /''/gu, '').includes(quote);
}
