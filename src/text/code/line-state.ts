/** Characters of a line that are looked at, so that a final costs no more behind a minified file. */
const SIGHT = 1000;

/** An opening bracket that nothing has closed yet. */
interface OpenBracket {
  readonly bracket: string;
  readonly index: number;
}

/** What is open at the end of a line of code, as far as the line itself tells. */
export interface LineState {
  /** The string that the line ends in. */
  readonly quote: OpenQuote | undefined;
  /** The last bracket that is open; one around an interpolation, too. */
  readonly innermost: OpenBracket | undefined;
  /** Whether a comma parts what stands in the innermost of them, or in the line where none is open. */
  readonly hasComma: boolean;
}

interface OpenQuote {
  readonly mark: string;
  /** Where its text begins. */
  readonly textStart: number;
  /** Whether `{` begins code in it, as in Python's f"" and C#'s $"". */
  readonly isFormatted: boolean;
}

interface NestedBracket extends OpenBracket {
  /** The string that goes on behind the bracket that closes this one. */
  readonly outer: OpenQuote | undefined;
  /** Whether a comma stands before it. */
  readonly hadComma: boolean;
  /** The bracket around this one. */
  readonly around: NestedBracket | undefined;
}

/** How far a line is read, and what is open there. */
interface Reading {
  readonly at: number;
  readonly quote: OpenQuote | undefined;
  readonly nested: NestedBracket | undefined;
  readonly hasComma: boolean;
}

const START: Reading = { at: 0, quote: undefined, nested: undefined, hasComma: false };

/** Characters behind one that tell what it means: `"` may begin `"""`. */
const LOOKAHEAD = 3;

/**
 * A line of code that grows. What it costs to know its end grows with what is added, not with the
 * line: what is read stays read, and what is out of sight decides nothing.
 */
export class CodeLine {
  /** Its end, as far as it is in sight. */
  text: string;
  private indentation: string | undefined;
  private reading = START;
  private known: LineState | undefined;

  constructor(line: string) {
    this.text = line;
    this.trim(SIGHT);
  }

  /** What is open at its end. */
  get state(): LineState {
    if (this.known !== undefined) return this.known;
    const { text } = this;
    this.reading = readOn(text, this.reading, text.length - LOOKAHEAD);
    const { quote, nested, hasComma } = readOn(text, this.reading, text.length);
    this.known = { quote, innermost: nested, hasComma };
    return this.known;
  }

  /** The white space that it begins with. */
  get indent(): string {
    return this.indentation ?? /^[ \t]*/u.exec(this.text)?.[0] ?? '';
  }

  /** @param text without line breaks */
  append(text: string): void {
    this.text += text;
    this.known = undefined;
    if (this.text.length > 2 * SIGHT) this.trim(SIGHT);
  }

  private trim(length: number): void {
    if (this.text.length <= length) return;
    this.indentation = this.indent;
    this.text = this.text.slice(-length);
    this.reading = START;
  }
}

/** Whether what stands at the end of `line` may be one of several in brackets; in braces, of a pattern or an object. */
export function isInList(line: string, { innermost }: LineState): boolean {
  if (innermost?.bracket !== '{') return innermost !== undefined;
  return /(?:[=(,:[]|\b(?:const|let|var|import|export|type|return))\s*\{$/u.test(
    line.slice(0, innermost.index + 1),
  );
}

/** Every other character tells nothing. */
const TELLING: ReadonlySet<string> = new Set('"\'`\\()[]{}$#,;');
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Reads on up to `end`, at least; brackets and quotes within strings do not count. */
function readOn(line: string, from: Reading, end: number): Reading {
  let { quote, nested, hasComma } = from;
  let i = from.at;
  const open = (outer: OpenQuote | undefined): void => {
    nested = { bracket: line.charAt(i), index: i, outer, hadComma: hasComma, around: nested };
    hasComma = false;
  };
  for (; i < end; i++) {
    const char = line.charAt(i);
    if (!TELLING.has(char)) continue;
    if (quote === undefined) {
      const opened = quoteAt(line, i);
      if (opened) {
        quote = opened;
        i = opened.textStart - 1;
      } else if (char in CLOSERS) {
        open(undefined);
      } else if (char === CLOSERS[nested?.bracket ?? '']) {
        quote = nested?.outer;
        hasComma = nested?.hadComma ?? false;
        nested = nested?.around;
      } else if (char === ',' || char === ';') {
        hasComma = char === ',';
      }
    } else if (char === '\\') {
      i++;
    } else if (line.startsWith(quote.mark, i)) {
      i += quote.mark.length - 1;
      quote = undefined;
    } else if (opensCode(line, i, quote)) {
      if (!(char in CLOSERS)) i++;
      open(quote);
      quote = undefined;
    }
  }
  return { at: i, quote, nested, hasComma };
}

/** Characters before a quote that tell what kind it is. */
const LONGEST_PREFIX = 4;

function quoteAt(line: string, index: number): OpenQuote | undefined {
  const mark = /^(?:"""|'''|["'`])/u.exec(line.slice(index, index + 3))?.[0];
  if (mark === undefined) return undefined;
  const before = line.slice(Math.max(0, index - LONGEST_PREFIX), index);
  const prefix = /(?:^|[^\p{L}\p{N}])([a-z]{1,2}|\$@?|@\$)$/iu.exec(before)?.[1] ?? '';
  // An apostrophe, or the separator of 1'000.
  const isInWord = /[\p{L}\p{N}]/u.test(line.charAt(index - 1));
  if (mark === "'" && isInWord && !/^[rbfu]{1,2}$/iu.test(prefix)) return undefined;
  const isFormatted = /[f$]/iu.test(prefix);
  return { mark, textStart: index + mark.length, isFormatted };
}

/** Whether an interpolation begins here: `${`, `$(`, `#{`, or `{` in a formatted string. */
function opensCode(line: string, index: number, { mark, isFormatted }: OpenQuote): boolean {
  const two = line.slice(index, index + 2);
  if (isFormatted && two.startsWith('{')) return two !== '{{' && line.charAt(index - 1) !== '{';
  return mark !== "'" && (two === '${' || two === '$(' || two === '#{');
}
