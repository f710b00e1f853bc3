/**
 * How a mark stands in text: `left` is written against the word before it, `right` against the word
 * behind it, `both` against both, `none` with a space on either side.
 */
export type Hold = 'left' | 'right' | 'both' | 'none';

/**
 * What a mark does to the text around it: `end` ends a sentence; `pause` parts a sentence; `open`
 * and `close` enclose; `break` begins a line; `symbol` is none of these.
 */
export type Role = 'end' | 'pause' | 'open' | 'close' | 'break' | 'symbol';

/** A punctuation mark, symbol or line break that can be spoken. */
export interface ProseMark {
  readonly text: string;
  readonly role: Role;
  readonly hold: Hold;
}

function mark<const T extends string>(text: T, role: Role, hold: Hold) {
  return { text, role, hold };
}

/** Every mark of prose. Quotes are straight, as code has them, unless asked for by name. */
export const MARKS = {
  fullStop: mark('.', 'end', 'left'),
  questionMark: mark('?', 'end', 'left'),
  exclamationMark: mark('!', 'end', 'left'),
  openQuestion: mark('¿', 'open', 'right'),
  openExclamation: mark('¡', 'open', 'right'),
  comma: mark(',', 'pause', 'left'),
  semicolon: mark(';', 'pause', 'left'),
  colon: mark(':', 'pause', 'left'),
  ellipsis: mark('…', 'pause', 'left'),
  dash: mark('–', 'pause', 'none'),
  longDash: mark('—', 'pause', 'none'),
  hyphen: mark('-', 'symbol', 'both'),
  minusSign: mark('-', 'symbol', 'none'),
  apostrophe: mark("'", 'symbol', 'both'),
  openParenthesis: mark('(', 'open', 'right'),
  closeParenthesis: mark(')', 'close', 'left'),
  openBracket: mark('[', 'open', 'right'),
  closeBracket: mark(']', 'close', 'left'),
  openBrace: mark('{', 'open', 'right'),
  closeBrace: mark('}', 'close', 'left'),
  openAngle: mark('<', 'open', 'right'),
  closeAngle: mark('>', 'close', 'left'),
  quote: mark('"', 'symbol', 'none'),
  openQuote: mark('"', 'open', 'right'),
  closeQuote: mark('"', 'close', 'left'),
  openTypographicQuote: mark('“', 'open', 'right'),
  closeTypographicQuote: mark('”', 'close', 'left'),
  openSingleQuote: mark("'", 'open', 'right'),
  closeSingleQuote: mark("'", 'close', 'left'),
  backtick: mark('`', 'symbol', 'none'),
  openBacktick: mark('`', 'open', 'right'),
  closeBacktick: mark('`', 'close', 'left'),
  slash: mark('/', 'symbol', 'both'),
  backslash: mark('\\', 'symbol', 'both'),
  verticalBar: mark('|', 'symbol', 'none'),
  ampersand: mark('&', 'symbol', 'none'),
  atSign: mark('@', 'symbol', 'both'),
  hash: mark('#', 'symbol', 'right'),
  percent: mark('%', 'symbol', 'left'),
  asterisk: mark('*', 'symbol', 'none'),
  underscore: mark('_', 'symbol', 'both'),
  tilde: mark('~', 'symbol', 'right'),
  caret: mark('^', 'symbol', 'none'),
  equalsSign: mark('=', 'symbol', 'none'),
  plusSign: mark('+', 'symbol', 'none'),
  lessThan: mark('<', 'symbol', 'none'),
  greaterThan: mark('>', 'symbol', 'none'),
  dollar: mark('$', 'symbol', 'right'),
  euro: mark('€', 'symbol', 'none'),
  cent: mark('¢', 'symbol', 'left'),
  pound: mark('£', 'symbol', 'right'),
  yen: mark('¥', 'symbol', 'right'),
  degree: mark('°', 'symbol', 'left'),
  times: mark('×', 'symbol', 'none'),
  division: mark('÷', 'symbol', 'none'),
  section: mark('§', 'symbol', 'none'),
  paragraphSign: mark('¶', 'symbol', 'none'),
  copyright: mark('©', 'symbol', 'none'),
  registered: mark('®', 'symbol', 'left'),
  trademark: mark('™', 'symbol', 'left'),
  middleDot: mark('·', 'symbol', 'none'),
  bullet: mark('•', 'symbol', 'none'),
  fullStopNewLine: mark('.\n', 'break', 'both'),
  fullStopNewParagraph: mark('.\n\n', 'break', 'both'),
  newLine: mark('\n', 'break', 'both'),
  newParagraph: mark('\n\n', 'break', 'both'),
  tab: mark('\t', 'symbol', 'both'),
} as const satisfies Readonly<Record<string, ProseMark>>;

/** One of them, for the words that each language has for it. */
export type ProseMarkId = keyof typeof MARKS;
