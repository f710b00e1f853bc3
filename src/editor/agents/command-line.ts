import { innerCommand, isAssignment } from './inner-command';
import { simpleCommands } from './simple-commands';
import { wrappersOf } from './wrappers';

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
  /** Whether another program may be the one that reads: `make && claude`, `cmd /k claude`. */
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

/** Commands of shells that are over at once, or prepare another one; PowerShell's in lower case. */
const QUICK = new Set(
  'cd pushd popd export set unset setopt source . clear cls echo printf true false : alias umask mkdir touch nvm fnm test [ [[ trap ulimit stty exit logout pwd set-location sl'.split(
    ' ',
  ),
);

/** A variable of PowerShell that is set: `$env:X = "1"`. */
const SETS_VARIABLE = /^\$[\w:]+(=|$)/u;

function isQuick(words: readonly string[]): boolean {
  const start = words.findIndex((word) => !isAssignment(word));
  const [first, second] = start < 0 ? [] : words.slice(start);
  // `nvm exec` starts one itself.
  if (first === undefined || second === 'exec') return first === undefined;
  if (QUICK.has(first.toLowerCase())) return true;
  const sets = SETS_VARIABLE.exec(first)?.[1];
  return sets === '=' || (sets === '' && second?.startsWith('=') === true);
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
    const stays = args.some((arg) => wrapper.stays?.test(arg) === true);
    const all = readLine(inner, depth + 1);
    return all.map((one) => ({
      ...one,
      hasTerminal: one.hasTerminal && circumstances.hasTerminal,
      isOneOfMany: one.isOneOfMany || circumstances.isOneOfMany || stays,
    }));
  }
  return [{ program, args, ...circumstances }];
}

/**
 * What a path, or the name of a package, is called by: `claude` of `/opt/claude.exe`, and
 * `@anthropic-ai/claude-code` of `@anthropic-ai/claude-code@latest`.
 */
function programName(path: string): string {
  const scoped = /^(?:npm:)?(@[\w.-]+\/[\w.-]+)(?:@[\w.^~-]+)?$/u.exec(path)?.[1];
  if (scoped !== undefined) return scoped.toLowerCase();
  const flake = /^[\w./:-]+#([\w.-]+)$/u.exec(path)?.[1] ?? path;
  // `=claude` of zsh, `^claude` of nushell, `npm:claude` of Deno
  const file = flake.replace(/^.*[\\/]/u, '').replace(/^(?:[-=^]|npm:)/u, '');
  return file
    .toLowerCase()
    .replace(/(?:@[\w.^~-]+|==[\w.]+)$/u, '')
    .replace(/\.(?:exe|cmd|bat|ps1|com|m?js|cjs|py|sh)$/u, '');
}
