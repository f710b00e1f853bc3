/** Words after which an expression begins: a bracket is no call's, a sign no operator. */
const KEYWORDS = new Set(
  (
    'if elif else for foreach while until unless switch case catch except return yield await ' +
    'async throw raise typeof instanceof delete void new in of is and or not do with when let ' +
    'const var import export from as default extends implements function then assert del lambda ' +
    'echo public private protected static readonly'
  ).split(' '),
);

/** Whether `left` ends with something that an operator or a call can follow. */
export function operandEnd(left: string, isInString: boolean): boolean {
  const line = left.trimEnd();
  const word = /[\p{L}\p{M}\p{N}_$]+$/u.exec(line)?.[0];
  if (word !== undefined) {
    // A member may be named like a keyword: `promise.catch(`.
    const isMember = /(?:\.|->|::)$/u.test(line.slice(0, line.length - word.length));
    return isInString || isMember || !KEYWORDS.has(word);
  }
  if (/[)\]}"'`]$/u.test(line)) return true;
  if (/[^\s=-]>$/u.test(line)) return true;
  // Postfix operators, and a percentage.
  return /[\p{L}\p{N}_$)\]](?:\+\+|--|!|%)$/u.test(line);
}

/** The operator or mark that `line` ends with, '' for none: of `x = -` it is `-`. */
export function trailingSymbol(line: string): string {
  const run = /[-+*/%=<>!&|^~?:.@#$\\,;]+$/u.exec(line)?.[0] ?? '';
  for (let length = Math.min(3, run.length); length > 0; length--) {
    const symbol = run.slice(-length);
    if (length === run.length || COMPOUND.has(symbol)) return symbol;
  }
  return run.slice(-1);
}

const COMPOUND = new Set(
  '=== !== ... == != <= >= && || ?? => -> <- ++ -- ** :: ?. // += -='.split(' '),
);
