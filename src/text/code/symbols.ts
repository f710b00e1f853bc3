import { namesOf } from './names-of';

/**
 * How a token stands to what is left of it: `apart` with a space, `call` with none after an operand
 * (`f(`, `a.b`, `i++`), `closing` with none at all, `quote` by whether it opens or closes a string,
 * `raw` as it is, with no space after it either.
 */
type Lean = 'apart' | 'call' | 'closing' | 'quote' | 'raw';

/** One written piece of code between two possible spaces. */
export interface Token {
  readonly text: string;
  readonly lean: Lean;
}

function symbol(text: string, lean: Lean): Token {
  return { text, lean };
}

/**
 * Every symbol of code that has a spoken name, called as the mark of prose where there is one. Two may
 * be written alike and stand differently.
 */
export const SYMBOLS = {
  openParenthesis: symbol('(', 'call'),
  closeParenthesis: symbol(')', 'closing'),
  openBracket: symbol('[', 'call'),
  closeBracket: symbol(']', 'closing'),
  openBrace: symbol('{', 'apart'),
  closeBrace: symbol('}', 'closing'),
  openAngle: symbol('<', 'call'),
  closeAngle: symbol('>', 'closing'),
  fullStop: symbol('.', 'call'),
  range: symbol('..', 'call'),
  ellipsis: symbol('...', 'apart'),
  comma: symbol(',', 'closing'),
  colon: symbol(':', 'closing'),
  semicolon: symbol(';', 'closing'),
  doubleColon: symbol('::', 'call'),
  equalsSign: symbol('=', 'apart'),
  walrus: symbol(':=', 'apart'),
  equal: symbol('==', 'apart'),
  strictEqual: symbol('===', 'apart'),
  notEqual: symbol('!=', 'apart'),
  strictNotEqual: symbol('!==', 'apart'),
  plusSign: symbol('+', 'apart'),
  increment: symbol('++', 'call'),
  plusAssign: symbol('+=', 'apart'),
  minusSign: symbol('-', 'apart'),
  decrement: symbol('--', 'call'),
  minusAssign: symbol('-=', 'apart'),
  asterisk: symbol('*', 'apart'),
  power: symbol('**', 'apart'),
  timesAssign: symbol('*=', 'apart'),
  divide: symbol('/', 'apart'),
  divideAssign: symbol('/=', 'apart'),
  modulo: symbol('%', 'apart'),
  lessThan: symbol('<', 'apart'),
  greaterThan: symbol('>', 'apart'),
  lessEqual: symbol('<=', 'apart'),
  greaterEqual: symbol('>=', 'apart'),
  shiftLeft: symbol('<<', 'apart'),
  shiftRight: symbol('>>', 'apart'),
  ampersand: symbol('&', 'apart'),
  and: symbol('&&', 'apart'),
  verticalBar: symbol('|', 'apart'),
  or: symbol('||', 'apart'),
  caret: symbol('^', 'apart'),
  exclamationMark: symbol('!', 'call'),
  tilde: symbol('~', 'apart'),
  questionMark: symbol('?', 'apart'),
  optional: symbol('?:', 'closing'),
  nullish: symbol('??', 'apart'),
  chain: symbol('?.', 'call'),
  arrow: symbol('->', 'apart'),
  leftArrow: symbol('<-', 'apart'),
  fatArrow: symbol('=>', 'apart'),
  slash: symbol('/', 'call'),
  doubleSlash: symbol('//', 'apart'),
  openComment: symbol('/*', 'apart'),
  closeComment: symbol('*/', 'apart'),
  backslash: symbol('\\', 'call'),
  percent: symbol('%', 'apart'),
  atSign: symbol('@', 'call'),
  hash: symbol('#', 'apart'),
  dollar: symbol('$', 'apart'),
  underscore: symbol('_', 'call'),
  hyphen: symbol('-', 'call'),
  doubleHyphen: symbol('--', 'call'),
  quote: symbol('"', 'quote'),
  openQuote: symbol('"', 'quote'),
  closeQuote: symbol('"', 'quote'),
  tripleQuote: symbol('"""', 'quote'),
  apostrophe: symbol("'", 'quote'),
  backtick: symbol('`', 'quote'),
  openBacktick: symbol('`', 'quote'),
  closeBacktick: symbol('`', 'quote'),
  space: symbol(' ', 'raw'),
  newLine: symbol('\n', 'raw'),
  tab: symbol('\t', 'raw'),
} as const satisfies Record<string, Token>;

/** One of them. */
export type SymbolName = keyof typeof SYMBOLS;

/** All of them. */
export const SYMBOL_NAMES: readonly SymbolName[] = namesOf(SYMBOLS);

/** The same by text; where two are written alike, the first. */
const BY_TEXT = new Map<string, Token>();
for (const token of Object.values(SYMBOLS)) {
  if (!BY_TEXT.has(token.text)) BY_TEXT.set(token.text, token);
}

/** The symbol that is written `text`, if there is one. */
export function symbolOf(text: string): Token | undefined {
  return BY_TEXT.get(text);
}

/** Symbols whose names are words of names as well: `tabIndex`, `hashMap`, `whiteSpace`. */
export const NAME_WORDS: ReadonlySet<SymbolName> = new Set(['space', 'tab', 'hash']);
