import type { Dialect } from '../syntax/rules';
import type { CodeLine } from './line-state';
import type { Token } from './symbols';

/** How a language writes what is said alike in all of them. */
export type Idiom = (token: Token, line: CodeLine) => Token;

/** @param arrow what the language's arrow is */
export function idiomOf(dialect: Dialect, arrow: '->' | '=>'): Idiom {
  return (token, { state, text: line }) => {
    if (dialect === 'shell') return inShell(token, line);
    if (state.quote !== undefined) return token;
    if (token.text === '->') return { ...token, text: arrow };
    return dialect === 'python' ? inPython(token) : token;
  };
}

/** Recognisers write the constants of Python as the words that they are elsewhere. */
function inPython(token: Token): Token {
  if (!/^(?:none|true|false)$/u.test(token.text)) return token;
  return { ...token, text: token.text.slice(0, 1).toUpperCase() + token.text.slice(1) };
}

/** Variables that every shell has, and whose names nobody gives to another. */
const SHELL_VARIABLES = new Set(
  'display editor home hostname lang oldpwd path pwd shell term'.split(' '),
);

function inShell(token: Token, line: string): Token {
  const isVariable = /(?:\$\{?|^\s*export\s*)$/u.test(line) && SHELL_VARIABLES.has(token.text);
  return isVariable ? { ...token, text: token.text.toUpperCase() } : token;
}

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
  if (dialect === 'css') return state.quote === undefined && joinsColor(line, token.text);
  if (dialect === 'bars') return RUST_TYPE.test(line) && /^(?:8|16|32|64|128)$/u.test(token.text);
  if (dialect !== 'shell' || state.quote !== undefined) return false;
  return (
    joinsFlag(line, token.text, next) ||
    (/^[a-z]$/iu.test(token.text) && SHORT_FLAGS.test(line) && !SHELL_TEST.test(line)) ||
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
  if (text !== '-' || !/(?:^|\s)--[A-Za-z][\w-]*$/u.test(line)) return false;
  return next.length > 2 || SHORT_WORDS.has(next);
}

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
