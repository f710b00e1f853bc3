import { innerCommand, isAssignment, wrappersOf } from './wrappers';

/** One word of a command line, or an operator between two commands. */
type CommandToken = { readonly word: string } | { readonly operator: string };

/** A program as a command line starts it. */
export interface Invocation {
  /** Its file's name, in lower case and without folder, version and Windows' extension: `claude`. */
  readonly program: string;
  readonly args: readonly string[];
  /**
   * Whether it reads what is typed, as far as the line tells: it is in the foreground, and nothing is
   * piped into it or out of it.
   */
  readonly hasTerminal: boolean;
  /** Whether another program, that takes its time, may be the one that runs: `make && claude`. */
  readonly isOneOfMany: boolean;
}

/** Longer lines are written by programs; they are not looked into. */
const MAX_LENGTH = 20_000;

/** As deep as `sudo env npx …` and `sh -c "…"` are looked into. */
const MAX_DEPTH = 12;

/**
 * The programs that a command line starts, seen through what only starts another one (`env X=1`,
 * `sudo`, `npx`, `sh -c`), in the line's order. What a shell would expand (`$AGENT`, aliases) is left as it
 * stands; a line that cannot be read has none.
 */
export function invocationsIn(commandLine: string): readonly Invocation[] {
  if (commandLine.length > MAX_LENGTH) return [];
  return readLine(commandLine, 0);
}

/** The program that an argument list starts, seen through likewise. */
export function invocationOf(args: readonly string[]): Invocation | undefined {
  const invocations = seenThrough(args, { hasTerminal: true, isOneOfMany: false }, 0);
  return invocations.length === 1 ? invocations[0] : undefined;
}

type Circumstances = Pick<Invocation, 'hasTerminal' | 'isOneOfMany'>;

function readLine(line: string, depth: number): readonly Invocation[] {
  const commands = simpleCommands(line);
  const lasting = commands.filter(({ words }) => !isQuick(words));
  return lasting.flatMap(({ words, hasTerminal }) =>
    seenThrough(words, { hasTerminal, isOneOfMany: lasting.length > 1 }, depth),
  );
}

interface SimpleCommand {
  readonly words: readonly string[];
  readonly hasTerminal: boolean;
}

function simpleCommands(line: string): readonly SimpleCommand[] {
  const commands: { words: string[]; hasTerminal: boolean }[] = [];
  let current = { words: [] as string[], hasTerminal: true };
  let isTarget = false;
  for (const token of tokens(line) ?? []) {
    if ('word' in token) {
      if (!isTarget) current.words.push(token.word);
      isTarget = false;
      continue;
    }
    const { operator } = token;
    isTarget = /[<>]/u.test(operator);
    if (isTarget) {
      // Errors may go elsewhere: `claude 2>log`.
      if (!operator.startsWith('2>')) current.hasTerminal = false;
      if (/&\d?$/u.test(operator)) isTarget = !/\d$/u.test(operator);
      continue;
    }
    const isPipe = operator === '|' || operator === '|&';
    if (isPipe || operator === '&') current.hasTerminal = false;
    if (current.words.length > 0) commands.push(current);
    current = { words: [], hasTerminal: !isPipe };
  }
  if (current.words.length > 0) commands.push(current);
  return commands;
}

/**
 * Quotes, and what a backslash stands before, in the manner of POSIX; Windows' paths stay whole.
 *
 * @returns nothing where a quote does not end
 */
function tokens(line: string): readonly CommandToken[] | undefined {
  const found: CommandToken[] = [];
  const pattern =
    /\s*(?:(#[^\n]*)|(2?>&\d|2>>?|&>>?|[<>]{1,3}&?)|(&&|\|\||\|&|;;|[;|&\n(){}](?=\s|$)|[;|&\n()])|((?:'[^']*'|"(?:[^"\\]|\\[^])*"|\\[^]|[^\s'"\\;|&<>()])+)|([^]))/guy;
  let rest = line.replace(/\\\r?\n/gu, ' ');
  rest = rest.replace(/\r\n?/gu, '\n');
  for (const match of rest.matchAll(pattern)) {
    const [whole, comment, redirection, operator, word] = match;
    if (/^[^\S\n]*\n/u.test(whole)) found.push({ operator: '\n' });
    if (comment !== undefined) continue;
    if (redirection !== undefined) found.push({ operator: redirection });
    else if (operator !== undefined) found.push({ operator });
    else if (word !== undefined) found.push({ word: unquoted(word) });
    else return undefined;
  }
  return found;
}

function unquoted(word: string): string {
  return word.replace(
    /'([^']*)'|"((?:[^"\\]|\\[^])*)"|\\([\s'"$`\\|&;<>()#*?!~{}[\]])/gu,
    (_, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replace(/\\(["$`\\])/gu, '$1') ?? escaped ?? '',
  );
}

/** Commands of shells that are over at once, or prepare another one. */
const QUICK = new Set(
  'cd pushd popd export set unset setopt source . clear cls echo printf true false : alias umask mkdir touch nvm fnm'.split(
    ' ',
  ),
);

function isQuick(words: readonly string[]): boolean {
  const first = words.find((word) => !isAssignment(word));
  return first === undefined || QUICK.has(first);
}

function seenThrough(
  words: readonly string[],
  circumstances: Circumstances,
  depth: number,
): readonly Invocation[] {
  const start = words.findIndex((word) => !isAssignment(word));
  const [path, ...args] = start < 0 ? [] : words.slice(start);
  if (path === undefined || depth > MAX_DEPTH) return [];
  const program = programName(path);
  for (const wrapper of wrappersOf(program)) {
    const inner = innerCommand(wrapper, args);
    if (inner === undefined) continue;
    if (typeof inner !== 'string') return seenThrough(inner, circumstances, depth + 1);
    const all = readLine(inner, depth + 1);
    return all.map((one) => ({
      ...one,
      hasTerminal: one.hasTerminal && circumstances.hasTerminal,
      isOneOfMany: one.isOneOfMany || circumstances.isOneOfMany,
    }));
  }
  return [{ program, args, ...circumstances }];
}

/**
 * What a path, or the name of a package, is called by: `claude` of `/opt/claude.exe`, and
 * `@anthropic-ai/claude-code` of `@anthropic-ai/claude-code@latest`.
 */
function programName(path: string): string {
  const scoped = /^(@[\w.-]+\/[\w.-]+)(?:@[\w.^~-]+)?$/u.exec(path)?.[1];
  if (scoped !== undefined) return scoped.toLowerCase();
  const flake = /^[\w./:-]+#([\w.-]+)$/u.exec(path)?.[1] ?? path;
  const file = flake.replace(/^.*[\\/]/u, '').replace(/^-/u, '');
  return file
    .toLowerCase()
    .replace(/(?:@[\w.^~-]+|==[\w.]+)$/u, '')
    .replace(/\.(?:exe|cmd|bat|ps1|com|m?js|cjs|py|sh)$/u, '');
}
