/**
 * What a language's code looks like where languages differ in spaces: `shell` writes `NAME=value`
 * and `-flag`, `python` `f(key=value)` and `{inner}`, `javascript` tags templates, `css` has units,
 * `pointer` writes `p->next`, `yaml` lists with `- `, `go` `map[string]bool`, `bars` `|a| a`.
 */
export type Dialect =
  'plain' | 'shell' | 'python' | 'javascript' | 'css' | 'pointer' | 'yaml' | 'go' | 'bars';

/** What "arrow" may be. */
export type Arrow = '->' | '=>' | '<-';

/** What VS Code calls a language, how it is read, and what else there is to know of it. */
export type LanguageRow = readonly [ids: string, syntax: Syntax, traits?: Traits];

/**
 * How the names of a language's texts are found. `code`: all words outside of comments and strings;
 * `markup`: tags, attributes, and the code between them; `headings`: what a heading has in backticks;
 * the others: keys and what is defined. What is in none of them is not known to have names.
 */
export type Format =
  | 'code'
  | 'markup'
  | 'headings'
  | 'yaml'
  | 'json'
  | 'ini'
  | 'shell'
  | 'powershell'
  | 'bat'
  | 'dockerfile'
  | 'makefile'
  | 'cmake'
  | 'viml'
  | 'sql';

/** What most languages have not. */
export interface Traits {
  /** Where its spaces differ from those of others. */
  readonly dialect?: Dialect;
  /** What "arrow" is in it; where nothing is said, `->`. */
  readonly arrow?: Exclude<Arrow, '->'>;
  /** How the names in its texts are found; `null`: it has none. Of code, all words are where nothing is said. */
  readonly names?: Format | null;
}

/**
 * How a language is read, as far as comments and strings go. The patterns of a rule are joined into
 * one: they have the flag `u`, are read with `m` too, and have no capturing groups. To stay fast, a
 * pattern that looks behind does so after its first character: `#(?<=^#)`.
 */
export interface Syntax {
  /** What it is where no rule holds. */
  readonly base: 'prose' | 'code';
  /** Where two match at one place, the first holds. */
  readonly rules: readonly Rule[];
  /** Whether it is what stands in a tag: names, and values that are none. */
  readonly isTag?: boolean;
  /** Whether nothing in it is a name of the text's own: a document's type. */
  readonly isNameless?: boolean;
}

/** What begins at a place, and how it is read from there. */
export type Rule = Stretch | Skip | Nest | Region | Element;

/** A comment, a string or a regular expression: its text is no code. */
export interface Stretch {
  readonly kind: 'lineComment' | 'blockComment' | 'docString' | 'string' | 'regex';
  readonly open: RegExp;
  /** What closes it; made from what opened it where that says. */
  readonly close: RegExp | ((open: string) => RegExp);
  /** What looks like its close and is none: escapes. */
  readonly skip?: RegExp;
  /** What begins code in it, up to the bracket that answers its last character. */
  readonly code?: RegExp;
  /** Whether it may hold another of its kind, which is closed first. */
  readonly isNested?: boolean;
}

/** What hides the beginning of a stretch: a character's literal. */
interface Skip {
  readonly kind: 'skip';
  readonly open: RegExp;
}

/** A part in another language, up to the bracket that closes it there. */
interface Nest {
  readonly kind: 'nest';
  readonly open: RegExp;
  readonly bracket: Bracket;
  readonly syntax: Syntax;
}

/** An element in code (JSX), where no operand stands: between its tags is prose. */
export interface Element {
  readonly kind: 'element';
  readonly open: RegExp;
  /** What stands in its opening tag, up to `>`. */
  readonly tag: Syntax;
  /** What stands between its tags in braces. */
  readonly braced: Syntax;
}

/** What code may be closed by: the answer to it. */
export type Bracket = '{' | '(' | '<' | '<?';

/** A part in another language, whatever it holds up to the first `close`. */
export interface Region {
  readonly kind: 'region';
  readonly open: RegExp;
  readonly close: RegExp | ((open: string) => RegExp);
  readonly language: string | ((open: string) => string);
}

/** A comment up to the end of its line. */
export function line(open: RegExp, close = /\n/u): Rule {
  return { kind: 'lineComment', open, close };
}

/** A comment up to its closing mark. */
export function block(open: RegExp, close: RegExp | ((open: string) => RegExp)): Rule {
  return { kind: 'blockComment', open, close };
}

/** A comment that may hold another. */
export function nested(open: RegExp, close: RegExp): Rule {
  return { kind: 'blockComment', open, close, isNested: true };
}

const ESCAPE = /\\[^]/u;

type Escaping = Partial<Pick<Stretch, 'skip' | 'code'>>;

/**
 * A string that ends with its line, closed or not.
 *
 * @param open the mark where it opens such a string, if that is not everywhere
 */
export function string(
  mark: RegExp,
  { skip = ESCAPE, ...rest }: Escaping = {},
  open: RegExp = mark,
): Rule {
  const close = new RegExp(`${mark.source}|\\n`, 'u');
  return { kind: 'string', open, close, skip, ...rest };
}

/** A string that may go over lines. */
export function longString(
  open: RegExp,
  close: RegExp | ((open: string) => RegExp) = open,
  { skip = ESCAPE, ...rest }: Escaping = {},
): Rule {
  return { kind: 'string', open, close, skip, ...rest };
}

/** A string in which no character has a meaning but its closing mark. */
export function rawString(open: RegExp, close: RegExp | ((open: string) => RegExp) = open): Rule {
  return { kind: 'string', open, close };
}

/** A string that opens its line, and so documents what it stands in. */
export function docString(mark: string): Rule {
  const open = new RegExp(`${mark}(?<=^[ \\t]*[rRuU]?${mark})`, 'u');
  return { kind: 'docString', open, close: new RegExp(mark, 'u'), skip: ESCAPE };
}

/** What hides the beginning of a stretch. */
export function skip(open: RegExp): Rule {
  return { kind: 'skip', open };
}

/** A part in another language, up to the bracket that closes it there. */
export function nest(open: RegExp, bracket: Bracket, syntax: Syntax): Rule {
  return { kind: 'nest', open, bracket, syntax };
}

/** A part in another language, whatever it holds up to the first `close`. */
export function region(open: RegExp, close: Region['close'], language: Region['language']): Rule {
  return { kind: 'region', open, close, language };
}

/** An element in code, between whose tags is prose. */
export function element(open: RegExp, tag: Syntax, braced: Syntax): Rule {
  return { kind: 'element', open, tag, braced };
}

/** `text` as a pattern of itself. */
export function literally(text: string, flags = 'u'): RegExp {
  return new RegExp(text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`), flags);
}

/** In a regular expression: what is escaped, and what stands in brackets. */
export const REGEX_ESCAPE = /\\.|\[(?:\\.|[^\]\\\n])*/u;

/** A regular expression between slashes; it opens where no operand stands, and ends with its line. */
export const REGEX: Rule = {
  kind: 'regex',
  open: /\/(?<!<\/)/u,
  close: /\/|\n/u,
  skip: REGEX_ESCAPE,
};

/** `'x'`, not the `'` of a lifetime, a digit group or a name. */
export const CHARACTER = skip(
  /'(?<=(?:^|\W|\b(?:L|u8|u|U|b))')(?:\\(?:'|[^'\n]{1,10})|[^\\'\n])'/u,
);

/** A language of code. */
export function code(...rules: Rule[]): Syntax {
  return { base: 'code', rules };
}

/** What stands in a tag. */
export function tag(...rules: Rule[]): Syntax {
  return { base: 'code', rules, isTag: true };
}

/** What is declared of a text as a whole. */
export function declaration(...rules: Rule[]): Syntax {
  return { base: 'code', rules, isNameless: true };
}

/** A language of text. */
export function prose(...rules: Rule[]): Syntax {
  return { base: 'prose', rules };
}

/** A comment behind `#`. */
export const HASH = line(/#/u);
/** One where a word begins: not that of `$#` and `${#list}`. */
export const WORD_HASH = line(/#(?<=(?:^|[\s;&|()])#)/u);
/** `"x"` and `'x'` on one line. */
export const DOUBLE = string(/"/u);
/** The same with the other quotes. */
export const SINGLE = string(/'/u);
/** `"x"` over several. */
export const LONG_DOUBLE = longString(/"/u);
/** A character that means itself. */
export const ESCAPED = skip(/\\./u);

/** What closes `[==[`. */
export function closeOfLong(open: string): RegExp {
  return new RegExp(`\\]${open.replace(/[^=]/gu, '')}\\]`, 'u');
}
