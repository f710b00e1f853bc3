import type { Invocation } from './command-line';

/** What is known of one coding agent that runs in a terminal. */
interface AgentRow {
  /** The packages that bring it, by which `npx` and `uvx` start it. */
  readonly packages?: readonly string[];
  /** Other names of its program. */
  readonly aliases?: readonly string[];
  /** What its terminal may be titled, in lower case, alone or before ` - ` and the like. */
  readonly titles?: readonly string[];
  /** Options with which it answers once and reads nothing, beside {@link QUIET_OPTIONS}. */
  readonly quiet?: readonly string[];
  /** Its own commands that are no talk, beside {@link QUIET_COMMANDS}. */
  readonly quietCommands?: readonly string[];
  /** Its options that take the next word, beside {@link VALUED}. */
  readonly valued?: readonly string[];
  /** Options of {@link QUIET_OPTIONS} that mean something else. */
  readonly talks?: readonly string[];
  /** What has to be said before it reads: `ollama run`. */
  readonly after?: string;
  /** Whether Alt+Enter (ESC CR) breaks a line in its prompt. */
  readonly breaksByAltEnter?: true;
  /** How files are named in its prompt, where that is not `@path`. */
  readonly references?: Agent['references'];
}

const ALT_ENTER = { breaksByAltEnter: true } as const;

/** What Foundry's program of the same name is told, which compiles and tests contracts. */
const FOUNDRY =
  'build b compile test t script create c install fmt coverage snapshot inspect verify-contract init clean update bind lint doc'.split(
    ' ',
  );

/** By the name of the program. What is not here, and named in the settings, has nothing special. */
const AGENTS: Readonly<Record<string, AgentRow>> = {
  claude: {
    ...ALT_ENTER,
    packages: ['@anthropic-ai/claude-code', 'claude-code'],
    titles: ['claude code'],
    references: 'lines',
  },
  codex: {
    ...ALT_ENTER,
    packages: ['@openai/codex'],
    titles: ['openai codex'],
    valued: ['-c', '--config', '--enable', '--disable'],
    talks: ['-p'],
  },
  gemini: {
    ...ALT_ENTER,
    packages: ['@google/gemini-cli', 'gemini-cli'],
    titles: ['gemini cli'],
    quiet: ['-l', '--list-extensions', '--list-sessions', '--delete-session'],
  },
  qwen: { ...ALT_ENTER, packages: ['@qwen-code/qwen-code', 'qwen-code'], titles: ['qwen code'] },
  copilot: {
    packages: ['@github/copilot'],
    quietCommands: ['suggest', 'explain', 'alias'],
    titles: ['github copilot', 'copilot cli'],
  },
  opencode: {
    ...ALT_ENTER,
    packages: ['opencode-ai', 'opencode'],
    titles: ['opencode'],
    quietCommands: ['session', 'generate'],
    talks: ['-p', '--prompt'],
  },
  aider: {
    ...ALT_ENTER,
    packages: ['aider-chat', 'aider'],
    quiet: ['-m', '--message', '--msg', '-f', '--message-file'],
    references: 'path',
    talks: ['-p'],
  },
  goose: { packages: ['@block/goose'] },
  amp: { packages: ['@sourcegraph/amp', '@ampcode/cli'], quiet: ['-x', '--execute'] },
  'cursor-agent': { titles: ['cursor agent'] },
  crush: { packages: ['@charmland/crush'] },
  droid: { packages: ['@factory/cli', 'droid'] },
  kiro: { aliases: ['kiro-cli'], titles: ['kiro cli'] },
  auggie: { packages: ['@augmentcode/auggie'] },
  cline: { packages: ['cline'] },
  kilo: { aliases: ['kilocode'], packages: ['@kilocode/cli'] },
  continue: { aliases: ['cn'], packages: ['@continuedev/cli'] },
  kimi: { packages: ['kimi-cli', '@moonshot-ai/kimi-cli'] },
  iflow: { packages: ['@iflow-ai/iflow-cli'] },
  codebuddy: { packages: ['@tencent-ai/codebuddy-code'] },
  codebuff: { packages: ['codebuff'] },
  grok: { packages: ['@vibe-kit/grok-cli'] },
  vibe: { packages: ['mistral-vibe'] },
  pi: { packages: ['@mariozechner/pi-coding-agent'] },
  letta: { packages: ['@letta-ai/letta-code'] },
  openhands: { packages: ['openhands'] },
  plandex: { aliases: ['pdx'] },
  happy: { packages: ['happy-coder'] },
  gptme: { packages: ['gptme'] },
  interpreter: { packages: ['open-interpreter'] },
  q: { after: 'chat' },
  rovodev: { after: 'run' },
  forge: { packages: ['forgecode'], quietCommands: FOUNDRY },
  junie: {},
  devin: {},
};

/** Options with which an agent prints something and is over. */
const QUIET_OPTIONS = ['-p', '--print', '--prompt', '-v', '-V', '--version', '-h', '--help'];

/** The first word, with which an agent is told to do something else than to talk. */
const QUIET_COMMANDS = new Set(
  'mcp mcp-server acp exec e update upgrade install uninstall doctor config login logout auth setup setup-token plugin plugins extensions skills completion completions models serve server web app-server export import stats version help debug app apply cloud login-status run sandbox review features configure github logs proto'.split(
    ' ',
  ),
);

/** Options of agents that take the next word, so that this is none of those. */
const VALUED = new Set(
  '-m --model -p --profile --append-system-prompt --system-prompt --settings --mcp-config --allowedTools --disallowedTools -C --cd --add-dir --agent -n --name -r --resume -s --sandbox --session -a --ask-for-approval -i --image --permission-mode -w --worktree'.split(
    ' ',
  ),
);

/** A coding agent that reads a terminal. */
export interface Agent {
  /** As the person's settings call it, and the status bar: `claude`. */
  readonly name: string;
  /** Whether Alt+Enter breaks a line in its prompt: the key to fall back on. */
  readonly breaksByAltEnter: boolean;
  /** How files are named in its prompt: `@path`, `@path#L10-20` with lines, or just by their path. */
  readonly references: 'file' | 'lines' | 'path';
}

/**
 * The agent that a program is, one of those in `programs`, as long as it talks: not where it answers
 * once (`claude -p …`), does something else (`codex mcp`), or has no terminal to read.
 */
export function agentIn(
  { program, args, hasTerminal }: Invocation,
  programs: readonly string[],
): Agent | undefined {
  const [name, row] = rowOf(program, args, programs) ?? [];
  if (name === undefined || row === undefined || !hasTerminal) return undefined;
  const { after, quiet = [], quietCommands = [], talks = [], valued = [] } = row;
  const quietOptions = [...QUIET_OPTIONS.filter((option) => !talks.includes(option)), ...quiet];
  const told = FRONTS.has(program) ? args.slice(1) : args;
  const options = told.slice(0, told.includes('--') ? told.indexOf('--') : told.length);
  const isValue = (i: number): boolean => {
    const option = options[i - 1] ?? '';
    return (VALUED.has(option) && !quietOptions.includes(option)) || valued.includes(option);
  };
  const first = options.find((arg, i) => !arg.startsWith('-') && !isValue(i)) ?? '';
  const isQuiet = QUIET_COMMANDS.has(first) || quietCommands.includes(first);
  if (after !== undefined ? first !== after : isQuiet) return undefined;
  const says = (arg: string): boolean =>
    quietOptions.includes(arg.split('=', 1)[0] ?? '') ||
    // `-cp`
    (/^-[a-z]{2}$/u.test(arg) && quietOptions.includes(`-${arg.slice(2)}`));
  if (options.some((arg, i) => says(arg) && !isValue(i))) return undefined;
  return agentOf(name, row);
}

/** `gh copilot` and `acli rovodev run` start what their first word names. */
const FRONTS = new Set(['gh', 'acli']);

/** The agent that a terminal's title names, one of those in `programs`. */
export function agentInTitle(title: string, programs: readonly string[]): Agent | undefined {
  const shown = title
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}~./\\]+/u, '')
    .trim();
  const isTitled = (name: string): boolean =>
    shown === name || new RegExp(`^${escaped(name)}(?: [-–—|·:]|:) `, 'u').test(shown);
  for (const name of programs) {
    const row = AGENTS[name.toLowerCase()] ?? {};
    const names = [name.toLowerCase(), ...(row.aliases ?? [])];
    if (names.some(isTitled) || (row.titles ?? []).some(isTitled)) {
      return agentOf(name, row);
    }
  }
  return undefined;
}

function agentOf(name: string, { breaksByAltEnter, references = 'file' }: AgentRow): Agent {
  return { name, breaksByAltEnter: breaksByAltEnter === true, references };
}

function rowOf(
  program: string,
  args: readonly string[],
  programs: readonly string[],
): readonly [string, AgentRow] | undefined {
  const called = FRONTS.has(program) ? (args[0] ?? '').toLowerCase() : program;
  for (const name of programs) {
    const id = name.toLowerCase();
    const row = AGENTS[id] ?? {};
    const names = [id, ...(row.aliases ?? []), ...(row.packages ?? [])];
    if (names.includes(called)) return [name, row];
  }
  return undefined;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
