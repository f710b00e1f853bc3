import type { Arrow, Dialect } from '../syntax/rules';
import type { CodeLine } from './line-state';
import type { Token } from './symbols';

/**
 * How a language writes what is said alike in all of them.
 *
 * @param next what is said behind it: a symbol's text, or a word in lower case
 */
export type Idiom = (token: Token, line: CodeLine, next: string) => Token;

/** @param arrow what the language's arrow is */
export function idiomOf(languageId: string, dialect: Dialect, arrow: Arrow): Idiom {
  const spelling = languageId === 'rust' ? inRust : SPELLINGS[dialect];
  return (token, { state, text: line }, next) => {
    const isInString = state.quote !== undefined;
    if (isInString && dialect !== 'shell') return token;
    if (token.text === '->' && !isInString) return { ...token, text: arrow };
    // It tells of a failure there, and belongs to what may fail.
    if (languageId === 'rust' && token.text === '?') return { ...token, lean: 'closing' };
    const text = spelling?.(token.text, line, isInString ? '"' : next);
    return text === undefined ? token : { ...token, text };
  };
}

/** How a word is written behind a line, where that is not as it is said. */
type Spelling = (word: string, line: string, next: string) => string | undefined;

const SPELLINGS: Readonly<Partial<Record<Dialect, Spelling>>> = {
  python: inPython,
  javascript: inJavaScript,
  css: inCss,
  shell: inShell,
};

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Recognisers write the constants of Python as the words that they are elsewhere. */
function inPython(word: string): string | undefined {
  return /^(?:none|true|false)$/u.test(word) ? capital(word) : undefined;
}

/** Of Rust, the variants of its own enumerations, and its own types where a type stands. */
function inRust(word: string, line: string, next: string): string | undefined {
  const isVariant = word === 'none' || (/^(?:some|ok|err)$/u.test(word) && next === '(');
  const isType =
    (/^(?:string|vec|option|result|box|rc|arc)$/u.test(word) &&
      (next === '::' || next === '<' || RUST_TYPE_START.test(line))) ||
    (word === 'self' && /->\s*(?:&\s*)?$/u.test(line));
  return isVariant || isType ? capital(word) : undefined;
}

const RUST_TYPE_START = /(?:[\w)]:|<|->)\s*&?\s*$/u;

/** Classes of JavaScript's own, where one is made, or has its types. */
function inJavaScript(word: string, line: string, next: string): string | undefined {
  if (!/^(?:promise|map|set|date|error|array|record|partial|readonly)$/u.test(word))
    return undefined;
  const isClass = word !== 'readonly' && (next === '<' || /(?:^|[^.\w])new$/u.test(line));
  return isClass ? capital(word) : undefined;
}

/** A length behind its number, as it is said: "ten pixels". */
function inCss(word: string, line: string): string | undefined {
  if (!/\d$/u.test(line)) return undefined;
  const unit = CSS_WORDS.get(word) ?? word.toLowerCase();
  return unit !== word && CSS_UNIT.test(unit) ? unit : undefined;
}

const CSS_WORDS: ReadonlyMap<string, string> = new Map([
  ['pixels', 'px'],
  ['pixel', 'px'],
  ['seconds', 's'],
  ['milliseconds', 'ms'],
  ['degrees', 'deg'],
  ['rems', 'rem'],
  ['ems', 'em'],
]);

/** What is measured in. */
export const CSS_UNIT = /^(?:px|r?em|ex|ch|v[hw]|vmin|vmax|fr|m?s|deg|pt|%)$/u;

/** Variables that every shell has, and whose names nobody gives to another. */
const SHELL_VARIABLES = new Set(
  'display editor home hostname lang oldpwd path pwd shell term'.split(' '),
);

/** @param next `"` in a string, too, where words are words */
function inShell(word: string, line: string, next: string): string | undefined {
  if (/\$\{?$/u.test(line) && SHELL_VARIABLES.has(word)) return word.toUpperCase();
  // What is exported has a name in capitals; so has what git calls the last commit.
  if (/^\s*export(?:\s+\w+_)?$/u.test(line) && /^[a-z]\w*$/u.test(word)) return word.toUpperCase();
  if (next === '"' || next === '=') return undefined;
  if (word === 'head' && /^\s*git\s/u.test(line)) return 'HEAD';
  // Nobody calls a program, or flags, in capitals: recognisers spell out "ls -la".
  if (!/^\p{Lu}{2,}$/u.test(word)) return undefined;
  const isLower = COMMAND_START.test(line) || /(?:^|\s)-$/u.test(line) || /\w\.$/u.test(line);
  return isLower ? word.toLowerCase() : undefined;
}

/** Where a shell's command begins, behind what only says how it is run. */
export const COMMAND_START =
  /(?:^|[;&|({`!])\s*(?:(?:sudo|exec|time|env|nohup|command|builtin|then|do|else|if|while|until|!|\w+=\S*|-\S+)\s*)*$/u;

/**
 * Whether `token` goes on with what `line` ends with, which is written as one though it is said in pieces.
 *
 * @param next the word that is said behind it
 */
export function joins(
  { text: line, state }: CodeLine,
  token: Token,
  next: string,
  dialect: Dialect,
): boolean {
  if (dialect === 'css') {
    if (/^[1-6]$/u.test(token.text) && /(?:^|[\s,>+~}])h$/u.test(line) && !line.includes(':'))
      return true;
    return state.quote === undefined && joinsColor(line, token.text);
  }
  if (dialect === 'yaml') return line.endsWith('@v') && /^\d/u.test(token.text);
  if (dialect === 'bars') return RUST_TYPE.test(line) && /^(?:8|16|32|64|128)$/u.test(token.text);
  if (dialect !== 'shell' || state.quote !== undefined) return false;
  return (
    joinsFlag(line, token.text, next) ||
    (/^[a-z]$/iu.test(token.text) &&
      !/^[./:@]$/u.test(next) &&
      SHORT_FLAGS.test(line) &&
      !SHELL_TEST.test(line)) ||
    (token.text === '3' && /(?:^|[\s;&|])(?:python|pip)$/u.test(line)) ||
    ((token.text === '~' || token.text === '^') && REVISION.test(line))
  );
}

/** `i32`, `&f64`, where a type stands. */
const RUST_TYPE = /(?:[:<&(,[]|->|\bas)\s*(?:mut\s+)?[iuf]$/u;

/** `-xz` takes one more letter. */
const SHORT_FLAGS = /(?:^|\s)-[A-Za-z]+$/u;

/** A file stands behind its flag: `[ -f x ]`. */
const SHELL_TEST = /(?:\[|\btest)\s+[^\]]*$/u;

/** What git counts back from: `HEAD~3`. */
const REVISION = /\bgit\s.*\s(?:HEAD|@|main|master|[0-9a-f]{7,40})[~^]*$/iu;

/** Two letters behind a dash are flags of their own (`--rm -it`), but for such words. */
const SHORT_WORDS = new Set('as by db id if in ip no of on op or os to ui up'.split(' '));

/** Whether a dash goes on with the long flag at the end of `line`: `--save-exact`, but `--rm -it`. */
function joinsFlag(line: string, text: string, next: string): boolean {
  if (text !== '-') return false;
  if (DASHED.test(line)) return next.length > 2 && /[aeiouy]/u.test(next);
  return /(?:^|\s)--[A-Za-z][\w-]*$/u.test(line) && (next.length > 2 || SHORT_WORDS.has(next));
}

/** What takes names that have dashes, and whose flags of one dash are letters, behind the first of their words. */
const DASHED =
  /^\s*(?:(?:sudo\s+)?(?:npm|pnpm|yarn|bun|pip3?|apt|apt-get|brew|gem|cargo|docker|git)\s+(?:-\S+\s+)*\w+\s|npx\s|cd\s|mkdir\s)(?:.*\s)?(?!-)[@\w./][@\w./-]*$/u;

/** Digits of a colour that is whole. */
const COLOR_LENGTHS = [3, 4, 6, 8];

/** Whether `text` is more of the colour at the end of `line`, whose digits are said one by one: `#ff0000`. */
function joinsColor(line: string, text: string): boolean {
  const begun = /:[^;{}]*#([\da-f]*)$/iu.exec(line)?.[1];
  if (begun === undefined || !/^(?:[a-f]|\d+)$/iu.test(text)) return false;
  const length = begun.length + text.length;
  if (length > 8) return false;
  return /\D/u.test(text) || !COLOR_LENGTHS.includes(begun.length) || length === 6 || length === 8;
}
