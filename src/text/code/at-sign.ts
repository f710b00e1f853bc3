import type { Dialect } from '../syntax/rules';

/** Languages whose lines begin with what decorates, instructs, or belongs to an object: `@property`, `@media`. */
const DECORATED = new Set(
  (
    'python javascript javascriptreact typescript typescriptreact vue svelte java kotlin groovy swift dart ' +
    'scala css scss less ruby elixir julia objective-c'
  ).split(' '),
);

/** What adds packages, behind whose names their versions stand. */
const PACKAGES = /^\s*(?:sudo\s+)?(?:npm|npx|pnpm|yarn|bun|bunx|deno|go|cargo|volta)\s/u;
const VERSION = /^(?:latest|next|beta|alpha|canary|v?\d\S*)$/u;
const HOST = /^\s*(?:ssh|scp|sftp|rsync|mosh|ssh-copy-id)\s.*[\p{L}\p{N}]$/u;

/** Where "at" is said. */
interface Place {
  readonly line: string;
  readonly dialect: Dialect;
  readonly languageId: string;
}

/**
 * How the word "at" stands where it is said for `@`: `apart` before the scope of a package, else `call`; nothing
 * where it is a word.
 *
 * @param next the word behind it, a number in digits
 * @param then the symbol behind that one
 */
export function atSignAt(
  { line, dialect, languageId }: Place,
  next: string,
  then: string,
): 'apart' | 'call' | undefined {
  if (next === '') return undefined;
  if (DECORATED.has(languageId)) return line.trim() === '' ? 'call' : undefined;
  if (dialect === 'yaml') return /\buses:\s*\S+$/u.test(line) ? 'call' : undefined;
  if (dialect !== 'shell') return undefined;
  if (HOST.test(line)) return 'call';
  if (!PACKAGES.test(line)) return undefined;
  if (then === '/') return 'apart';
  return VERSION.test(next) ? 'call' : undefined;
}
