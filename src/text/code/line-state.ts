/** Characters of a line that are looked at, so that a final costs no more behind a minified file. */
const SIGHT = 1000;

/** The end of `line`: what is further left decides nothing. */
export function inSight(line: string): string {
  return line.slice(-SIGHT);
}

/** An opening bracket that nothing has closed yet. */
interface OpenBracket {
  readonly bracket: string;
  readonly index: number;
}

/** What is open at the end of a line of code, as far as the line itself tells. */
export interface LineState {
  /** The string that the line ends in. */
  readonly quote: OpenQuote | undefined;
  /** Outermost first; those around an interpolation too. */
  readonly brackets: readonly OpenBracket[];
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

interface Frame extends OpenBracket {
  /** The string that goes on behind the bracket that closes this one. */
  readonly outer: OpenQuote | undefined;
  /** Whether a comma stands before it. */
  readonly hadComma: boolean;
}

/** Every other character tells nothing. */
const TELLING: ReadonlySet<string> = new Set('"\'`\\()[]{}$#,;');
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Reads a line of code up to its end; brackets and quotes within strings do not count. */
export function lineState(line: string): LineState {
  const frames: Frame[] = [];
  let quote: OpenQuote | undefined;
  let hasComma = false;
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i);
    if (!TELLING.has(char)) continue;
    if (quote === undefined) {
      const opened = quoteAt(line, i);
      if (opened) {
        quote = opened;
        i = opened.textStart - 1;
      } else if (char in CLOSERS) {
        frames.push({ bracket: char, index: i, outer: undefined, hadComma: hasComma });
        hasComma = false;
      } else if (char === CLOSERS[frames.at(-1)?.bracket ?? '']) {
        const closed = frames.pop();
        quote = closed?.outer;
        hasComma = closed?.hadComma ?? false;
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
      frames.push({ bracket: line.charAt(i), index: i, outer: quote, hadComma: hasComma });
      hasComma = false;
      quote = undefined;
    }
  }
  const brackets = frames.map(({ bracket, index }) => ({ bracket, index }));
  return { quote, brackets, hasComma };
}

function quoteAt(line: string, index: number): OpenQuote | undefined {
  const mark = /^(?:"""|'''|["'`])/u.exec(line.slice(index, index + 3))?.[0];
  if (mark === undefined) return undefined;
  const prefix =
    /(?:^|[^\p{L}\p{N}])([a-z]{1,2}|\$@?|@\$)$/iu.exec(line.slice(0, index))?.[1] ?? '';
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
