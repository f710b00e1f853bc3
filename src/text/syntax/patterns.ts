import type { Bracket, Stretch, Syntax } from './rules';

/** One pattern that finds the next of `patterns`, the first first, and tells which it is. */
function joined(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => `(${source})`).join('|'), 'gmu');
}

const FINDERS = new WeakMap<RegExp, RegExp>();

/** The offset behind the next match of `pattern` in `text`. */
export function endOfNext(pattern: RegExp, text: string, from: number): number | undefined {
  const finder = FINDERS.get(pattern) ?? joined([pattern]);
  FINDERS.set(pattern, finder);
  finder.lastIndex = from;
  return finder.exec(text) ? finder.lastIndex : undefined;
}

/** Which of the {@link joined} patterns matched, from 1. */
export function groupOf(match: RegExpExecArray): number {
  return match.indexOf(match[0], 1);
}

const NOTHING = /(?!)/u;

/** What counts inside a bracket. */
const BRACKETS: Readonly<Record<Bracket, RegExp>> = {
  '{': /[{}]/u,
  '(': /[()]/u,
  '<': />/u,
  '<?': /\?>/u,
};

/** What closes code. */
export const CLOSERS: Readonly<Record<Bracket, string>> = {
  '{': '}',
  '(': ')',
  '<': '>',
  '<?': '?>',
};

/** Whether `text` is a bracket that code may stand in. */
export function isBracket(text: string): text is Bracket {
  return Object.hasOwn(BRACKETS, text);
}

const CODE_PATTERNS = new WeakMap<Syntax, Map<Bracket | undefined, RegExp>>();

/** What counts in code: the beginnings of `syntax`'s rules, then the brackets of `bracket`'s kind. */
export function codePattern(syntax: Syntax, bracket?: Bracket): RegExp {
  const patterns = CODE_PATTERNS.get(syntax) ?? new Map<Bracket | undefined, RegExp>();
  CODE_PATTERNS.set(syntax, patterns);
  const known = patterns.get(bracket);
  if (known) return known;
  const pattern = joined([
    ...syntax.rules.map(({ open }) => open),
    bracket === undefined ? NOTHING : BRACKETS[bracket],
  ]);
  patterns.set(bracket, pattern);
  return pattern;
}

/** The group of {@link textPattern} that closes the stretch. */
export const CLOSE = 2;
/** The group of {@link textPattern} that begins something in the stretch. */
export const INNER = 3;

const TEXT_PATTERNS = new WeakMap<Stretch, RegExp>();

/** What counts in a stretch: what is skipped, its close, and what begins in it. */
export function textPattern(stretch: Stretch, open: string): RegExp {
  const known = TEXT_PATTERNS.get(stretch);
  if (known) return known;
  const isMade = typeof stretch.close === 'function';
  const close = typeof stretch.close === 'function' ? stretch.close(open) : stretch.close;
  const inner = stretch.isNested === true ? stretch.open : stretch.code;
  const pattern = joined([stretch.skip ?? NOTHING, close, inner ?? NOTHING]);
  if (!isMade) TEXT_PATTERNS.set(stretch, pattern);
  return pattern;
}
