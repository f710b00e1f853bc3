import type { Dialect } from './rules';

/** Words after which an expression begins: a bracket is no call's, a sign no operator. */
const KEYWORDS = new Set(
  (
    'if elif else for foreach while until unless switch case catch except return yield await ' +
    'async throw raise typeof instanceof delete void new in of is and or not do with when let ' +
    'const var import export from as default extends implements function then assert del lambda ' +
    'echo public private protected static readonly'
  ).split(' '),
);

/** In style sheets; "var" and "from" are names there. */
const STYLE_KEYWORDS = new Set('and or not only'.split(' '));

/** Characters, and then some. */
const LONGEST_KEYWORD = 15;
const LONGEST_MARK = 4;

/** Whether `left` ends with something that an operator or a call can follow. */
export function operandEnd(left: string, isInString: boolean, dialect: Dialect): boolean {
  const line = left.trimEnd();
  const word = /[\p{L}\p{M}\p{N}_$]+$/u.exec(line.slice(-LONGEST_KEYWORD - 1))?.[0];
  if (word !== undefined) return isInString || !isKeyword(word, line, dialect);
  const end = line.slice(-LONGEST_MARK);
  if (/[)\]}"'`]$/u.test(end)) return true;
  if (/[^\s=-]>$/u.test(end)) return true;
  // Postfix operators, and a percentage.
  return /[\p{L}\p{N}_$)\]](?:\+\+|--|!|%)$/u.test(end);
}

function isKeyword(word: string, line: string, dialect: Dialect): boolean {
  const before = line.slice(0, line.length - word.length);
  if (dialect === 'css')
    return before.endsWith('@') || (STYLE_KEYWORDS.has(word) && !before.endsWith(':'));
  if (/^(?:include|import)$/u.test(word) && before.trim() === '#') return true;
  // A member may be named like a keyword: `promise.catch(`; so may a function: `fn new()`.
  return KEYWORDS.has(word) && !/(?:\.|->|::|\b(?:fn|def|func) )$/u.test(before.slice(-6));
}

/** Marks in a row; of a longer run only the end tells. */
const LONGEST_RUN = 32;

/** The operator or mark that `line` ends with, '' for none: of `x = -` it is `-`. */
export function trailingSymbol(line: string): string {
  const run = /[-+*/%=<>!&|^~?:.@#$\\,;]+$/u.exec(line.slice(-LONGEST_RUN))?.[0] ?? '';
  for (let length = Math.min(LONGEST_MARK, run.length); length > 0; length--) {
    const symbol = run.slice(-length);
    if (length === run.length || COMPOUND.has(symbol)) return symbol;
  }
  return run.slice(-1);
}

const COMPOUND = new Set(
  '=== !== ... == != <= >= && || ?? => -> <- ++ -- ** :: ?. // += -='.split(' '),
);
