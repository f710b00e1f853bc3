import type { Dialect } from '../syntax/rules';
import { CSS_UNIT } from './idiom';
import type { CodeLine, LineState } from './line-state';
import { operandEnd, trailingSymbol } from '../syntax/operand';
import type { Token } from './symbols';

/** Characters at a line's end that hold what most rules ask for: a word, a few marks. */
const TAIL = 32;

/**
 * Whether a space belongs between `code`, the line so far, and `token`. Only what is written
 * decides, so that code comes out alike at once and in pieces; a style that is there is followed
 * (`x=` goes on as `x=1`, `x =` as `x = 1`).
 */
export function needsGap(code: CodeLine, token: Token, dialect: Dialect): boolean {
  const { text: line } = code;
  const tail = line.slice(-TAIL);
  if (line === '' || token.lean === 'raw' || /\s$/u.test(line.slice(-1))) return false;
  const place: LineEnd = { line, tail, state: code.state, dialect };
  return !holdsOn(place, token) && !leansLeft(place, token);
}

interface LineEnd {
  readonly line: string;
  /** The end of the line. */
  readonly tail: string;
  readonly state: LineState;
  readonly dialect: Dialect;
}

/** Operators that hold nothing: `git add . && …`. */
const INFIX = new Set(
  (
    '= == === != !== <= >= << >> <<< >>> && || ?? => += -= *= /= := | < > + - * / & % ^ ' +
    '<<= >>= >>>= **= &&= ||= ??= %= &= |= ^='
  ).split(' '),
);

/** Whether the line ends with something that takes what follows without a space. */
function holdsOn(place: LineEnd, next: Token): boolean {
  const { line, tail, state, dialect } = place;
  if (state.quote?.textStart === line.length) return true;
  const last = line.slice(-1);
  // Go's `map[string]bool` and `[]int`.
  if (dialect === 'go' && last === ']') return GO_TYPE.test(line) && /^[\p{L}[*]/u.test(next.text);
  if (last === '(' || last === '[') return !isShellTest(place);
  if (last === '{') return next.text === '}' || isTightBrace(place);
  if (/["'`]/u.test(last)) return state.quote !== undefined && isInnerQuoteOpen(line, state);
  if (last === '_') return isNameBegun(line) && isNamePart(next.text);
  if (dialect === 'css' && /\d/u.test(last)) return CSS_UNIT.test(next.text);
  const symbol = trailingSymbol(tail);
  if (symbol === '') return false;
  if (isOneOperator(symbol, next.text, dialect)) return true;
  // A slice from the end: `items[:-1]`.
  if (/^::?$/u.test(symbol) && next.text === '-' && isSlice(line, state, dialect)) return true;
  const isApart = INFIX.has(next.text) && next.lean === 'apart';
  return symbolHoldsOn(place, symbol, next.text) && !(isApart && !/[!-]$/u.test(symbol));
}

/** Operators that are said as two: a range with its end, those that assign what they compute. */
const COMPOUND = new Set('<< >> >>> ..= <<= >>= >>>= **= &&= ||= ??= %= &= |= ^='.split(' '));
const SHELL_COMPOUND = new Set('<< >> <<< >& <& &> &>>'.split(' '));

/** Two of them said one after the other: `>>`, `>>>=`, a shell's `>&` and `&>`. */
function isOneOperator(symbol: string, next: string, dialect: Dialect): boolean {
  return (dialect === 'shell' ? SHELL_COMPOUND : COMPOUND).has(symbol + next);
}

/** What takes two revisions. */
const GIT_RANGE = /\bgit\s+(?:\S+\s+)*?(?:diff|log|range-diff|rev-list|shortlog|show)\s/u;

/** Brackets of a type, which is what stands before no operand. */
const GO_TYPE = /(?:\bmap\[[^\]]*|(?:^|[\s(,*\]])\[[\w.]*)\]$/u;
/** A name that its type follows, in a declaration or a signature. */
const GO_DECLARED = /^\s*(?:(?:var|type|const)\s+[\w, ]*\w|func\b.*[(,]\s*\w+)(?<!\bmap)$/u;

function symbolHoldsOn({ line, state, dialect }: LineEnd, symbol: string, next: string): boolean {
  const before = line.slice(0, line.length - symbol.length);
  const isAfterSpace = before === '' || /\s$/u.test(before.slice(-1));
  const hasOperand = operandEnd(before, state.quote !== undefined, dialect);
  if (dialect === 'bars' && symbol === '|') return isBarOpen(line);
  switch (symbol) {
    case ',':
    case ';':
    case '?':
    case '?:':
    case '*/':
    case '/*':
      return false;
    case ':':
      return (
        dialect === 'shell' ||
        next.startsWith('/') ||
        isSlice(line, state, dialect) ||
        (dialect === 'css' && PSEUDO_CLASS.test(next)) ||
        (dialect === 'yaml' && YAML_VALUE.test(before))
      );
    case '.':
      return !(dialect === 'shell' && isAfterSpace && next.startsWith('-'));
    case '//':
      return before.endsWith(':');
    case '++':
    case '--':
      return (isAfterSpace || !hasOperand) && !(dialect === 'shell' && next === symbol);
    case '!':
      return state.quote === undefined || !hasOperand;
    case '#':
      return !['python', 'shell', 'yaml'].includes(dialect) || next === '!';
    case '%':
      return !/\d$/u.test(before.slice(-1)) && !(isAfterSpace && hasOperand);
    case '>':
    case '&>':
      return false;
    case '*':
      // "import * as"; elsewhere it is a pointer's, a parameter's or a pattern's.
      if (/(?:^|\s)(?:import|export|select|yield)\s+$/iu.test(before)) return false;
      if (dialect === 'css') return next !== '{';
      if (dialect === 'go' && GO_DECLARED.test(before.trimEnd())) return true;
      if (dialect === 'shell') return next === '.' || next === '/' || !(isAfterSpace && hasOperand);
      return !(isAfterSpace && hasOperand);
    case '-':
      if (dialect === 'yaml' && before.trim() === '') return false;
      return dialect === 'shell' || !(isAfterSpace && hasOperand);
    case '/':
      return dialect === 'shell' || !(isAfterSpace && hasOperand);
    case '+':
      if (dialect === 'shell' && state.innermost === undefined && state.quote === undefined)
        return true;
      return !(isAfterSpace && hasOperand);
    case '&':
    case '<':
    case '**':
      return !(isAfterSpace && hasOperand);
    default:
      if (symbol === '<-' && !hasOperand) return true;
      if (INFIX.has(symbol) || symbol === '->' || symbol === '<-') {
        return !isAfterSpace && hasOperand;
      }
      return true;
  }
}

/** Whether `token` stands without a space behind the end of the line. */
function leansLeft(place: LineEnd, token: Token): boolean {
  const { line, tail, state, dialect } = place;
  const isInString = state.quote !== undefined;
  const hasOperand = operandEnd(line, isInString, dialect);
  const { text } = token;
  if (isInString && (/^[?!]$/u.test(text) || (text === '%' && /\d$/u.test(line.slice(-1)))))
    return true;
  switch (text) {
    case '{':
      return dialect === 'go' && isGoLiteral(line);
    case '(':
      if (dialect === 'go' && line.trim() === 'func') return false;
      break;
    case '!':
      if (dialect === 'css') return false;
      break;
    case ':':
      return !isTernary(line);
    case ')':
    case ']':
    case '}':
      return !isClosedApart(line, state, text);
    case '=':
      return isAssignment(place) && hasOperand;
    case '|':
      return dialect === 'bars' && isBarOpen(line);
    case '->':
      return dialect === 'pointer' && hasOperand && !line.endsWith(')');
    case '--':
      return dialect !== 'shell' && hasOperand && token.lean === 'call';
    case '-':
      return dialect !== 'shell' && hasOperand && token.lean === 'call';
    case '[':
      if (dialect === 'go' && GO_DECLARED.test(line)) return false;
      return hasOperand && !(dialect === 'shell' && !/[\p{L}\p{N}_]$/u.test(tail));
    case '/':
      return token.lean === 'call' && hasOperand && !isCommand(place);
    case '/*':
      return dialect === 'shell' && hasOperand && !isCommand(place);
    case '//':
      return line.endsWith(':');
    case '.':
      // `grep "foo" .`
      if (dialect === 'shell' && /["']$/u.test(line)) return false;
      return hasOperand && !isCommand(place);
    case '@':
      return token.lean === 'call' && hasOperand && !isCommand(place);
    case '..':
      return hasOperand && (dialect !== 'shell' || GIT_RANGE.test(line));
    case '>':
      return token.lean === 'closing' || hasOpenAngle(line) || isDescriptor(place);
    default:
      break;
  }
  if (token.lean === 'quote') return quoteLeansLeft(place, text);
  return token.lean === 'closing' || (token.lean === 'call' && hasOperand);
}

/** Whether a type's or a tag's `<` waits for its `>`: `Map<string, number`, `<div`. */
export function hasOpenAngle(line: string): boolean {
  const count = (pattern: RegExp): number => line.match(pattern)?.length ?? 0;
  return count(/(?<=[\p{L}\p{N}_:])<|<(?=[\p{L}/])/gu) > count(/(?<=[^\s=-])>/gu);
}

/** What a shell redirects: `2>&1`. */
function isDescriptor({ line, state, dialect }: LineEnd): boolean {
  const isBare = state.quote === undefined && state.innermost === undefined;
  return dialect === 'shell' && isBare && /(?:^|\s)[012]$/u.test(line);
}

function quoteLeansLeft({ line, tail, state, dialect }: LineEnd, mark: string): boolean {
  const { quote } = state;
  if (quote !== undefined) return quote.mark === mark || countIn(line, state, mark) % 2 === 1;
  if (dialect === 'python') return /(?:^|[^\p{L}\p{N}_])(?:[rbfu]|[rb][rbf]|fr)$/iu.test(tail);
  return dialect === 'javascript' && mark === '`' && operandEnd(line, false, dialect);
}

/** Whether the quote at the line's end, within a string of another mark, is an opening one. */
function isInnerQuoteOpen(line: string, state: LineState): boolean {
  return countIn(line, state, line.slice(-1)) % 2 === 1;
}

function countIn(line: string, { quote }: LineState, mark: string): number {
  return line.slice(quote?.textStart ?? 0).split(mark).length - 1;
}

/** `{a}` where it is a template's, an attribute's or Python's; else `{ a }`. */
function isTightBrace({ tail, state, dialect }: LineEnd): boolean {
  if (dialect === 'python' || state.quote !== undefined) return true;
  // Behind a tag is an expression in JSX; behind an arrow, a function's body.
  return /(?:[$#=%{"'\p{L}\p{N}]|(?<!=)>|<\p{L}[^<>]*(?<!=)>[^<>{}();=]*)\{$/u.test(tail);
}

/** A closing bracket mirrors the opening one: `{ a }` and `{a}`. */
function isClosedApart(line: string, state: LineState, closer: string): boolean {
  const opener = state.innermost;
  if (opener === undefined || '([{'.indexOf(opener.bracket) !== ')]}'.indexOf(closer)) return false;
  return /\s/u.test(line.charAt(opener.index + 1));
}

/** `[ -f x ]` and `[[ … ]]`. */
function isShellTest({ tail, dialect }: LineEnd): boolean {
  return dialect === 'shell' && /(?:^|\s)\[\[?$/u.test(tail);
}

/** Whether a `?` waits for its `:`. */
function isTernary(line: string): boolean {
  const count = (pattern: RegExp): number => line.match(pattern)?.length ?? 0;
  return count(/\s\?(?=\s|$)/gu) > count(/\s:(?=\s|$)/gu);
}

/** Whether a bar before a parameter, of Rust's `|a| a` or Ruby's `do |a|`, waits for the one behind it. */
function isBarOpen(line: string): boolean {
  const opening = /(?:^|[=(,{]|\b(?:move|do|return))\s*\|(?![|=])[^|]*$/u.exec(line);
  return opening !== null;
}

/** What a selector's colon stands before, or its first word. */
const PSEUDO_CLASS =
  /^(?:root|hover|focus|active|visited|link|checked|disabled|enabled|not|is|has|first|last|nth|only|empty|target|host|invalid|required|placeholder)\b/u;

/** A value behind its key. */
const YAML_VALUE = /^\s*(?:-\s+)*[^\s:#][^:#]*:\s+\S+$/u;

/** Python's `items[1:3]`. */
function isSlice(line: string, { innermost }: LineState, dialect: Dialect): boolean {
  return dialect === 'python' && line.charAt(innermost?.index ?? -1) === '[';
}

/** Whether `=` stands without spaces here. */
function isAssignment({ line, state, dialect }: LineEnd): boolean {
  if (state.quote !== undefined) return false;
  const { innermost } = state;
  if (dialect === 'shell') {
    if (/(?:^|\s)--[A-Za-z][\w-]*$/u.test(line)) return true;
    return /^\s*(?:(?:export|local|readonly|declare|env|alias|ENV|ARG)\s+(?:-\S+\s+)*)?(?:\w+=\S*\s+)*[A-Za-z_]\w*$/u.test(
      line,
    );
  }
  if (dialect === 'python') {
    // An annotated parameter has spaces around it: `def f(a: int = 1)`.
    return innermost?.bracket === '(' && !/:[^,]*$/u.test(line.slice(innermost.index));
  }
  // An attribute of a tag.
  return /<[a-z][\w.-]*\s[^<>]*$/iu.test(line.slice((innermost?.index ?? -1) + 1));
}

/** Whether a brace behind `line` has the values of Go's type, or nothing: `User{`, `[]int{`, `chan struct{}`. */
function isGoLiteral(line: string): boolean {
  if (/^\s*(?:type|func|if|switch|select)\b/u.test(line) && !/[(,]\s*[&*]?[\w.[\]]+$/u.test(line))
    return false;
  if (/\]\*?[\w.]+$|(?:^|[^\w])(?:struct|interface)$/u.test(line)) return true;
  return !/^\s*for\b/u.test(line) && /(?:[=(,:{]|\breturn|&)\s*&?[\w.]+$/u.test(line);
}

const SHELL_COMMAND =
  /(?:^|[|&;]\s*)(?:(?:cargo|docker|git|go|npm|pnpm|sudo|yarn)\s+)?[\w.]+$|\s-[\w-]+$/u;

/** Where a shell's argument follows: `cd /etc`, but `src/lib`. */
function isCommand({ line, dialect }: LineEnd): boolean {
  return dialect === 'shell' && SHELL_COMMAND.test(line.trimStart());
}

/** Whether the underscore at the line's end waits for more of its name; `__name__` does not. */
function isNameBegun(line: string): boolean {
  return !/(?<![\p{L}\p{N}_])__[\p{L}\p{N}_]*[\p{L}\p{N}]__$/u.test(line);
}

function isNamePart(text: string): boolean {
  return /^[\p{L}\p{N}]/u.test(text) && !/^(?:in|of|as|is|and|or|if|for|from)$/u.test(text);
}
