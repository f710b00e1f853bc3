import type { Invocation } from './command-line';

/** Programs that run what is typed: never anything but one line, and never run, gets there. */
const SHELLS = new Set(
  'bash sh zsh dash ash ksh mksh csh tcsh fish nu nushell elvish xonsh pwsh powershell cmd gitbash git-cmd rbash su login tmux screen zellij ssh mosh telnet wsl docker podman kubectl'.split(
    ' ',
  ),
);

/** Whether a program is a shell, or something in which one runs. */
export function isShell(program: string): boolean {
  return SHELLS.has(program.replace(/[\d.]+$/u, ''));
}

/** What reads code of a language when it is started without a file; by VS Code's language id. */
const REPLS: ReadonlyMap<string, string> = new Map([
  ...ofLanguage('python', 'python py ipython bpython ptpython pypy asyncio pdb ipdb'),
  ...ofLanguage('javascript', 'node mongosh qjs'),
  ...ofLanguage('typescript', 'deno tsx ts-node'),
  ...ofLanguage(
    'sql',
    'psql pgcli sqlite sqlite3 litecli mysql mycli mariadb duckdb sqlplus sqlcmd usql clickhouse-client snowsql bq',
  ),
  ...ofLanguage('ruby', 'irb pry'),
  ...ofLanguage('r', 'r radian'),
  ...ofLanguage('julia', 'julia'),
  ...ofLanguage('lua', 'lua luajit'),
  ...ofLanguage('haskell', 'ghci'),
  ...ofLanguage('elixir', 'iex'),
  ...ofLanguage('erlang', 'erl'),
  ...ofLanguage('scala', 'scala amm'),
  ...ofLanguage('java', 'jshell'),
  ...ofLanguage('kotlin', 'kotlin kotlinc ki'),
  ...ofLanguage('clojure', 'clj clojure bb lein'),
  ...ofLanguage('ocaml', 'ocaml utop'),
  ...ofLanguage('php', 'psysh'),
  ...ofLanguage('perl', 'perl reply'),
  ...ofLanguage('swift', 'swift'),
  ...ofLanguage('csharp', 'csi csharprepl'),
]);

/** Code, or queries, that an option names instead of a prompt. */
const CODE = /^(?:-[ecp]|--eval|--print|--command|--test|--run|run|test)(?:$|=)/u;
const QUERY = /^(?:-[cefQ]|--command|--execute|--file|--query)(?:$|=)/u;

/** Options behind which a file is run, and the prompt comes then. */
const STAYS = /^(?:-i|-S|--interactive)$/u;

/** What reads commands with a file as well. */
const DEBUGGERS = new Set(['pdb', 'ipdb']);

/** What loads a file and reads then. */
const LOADS_FILES = new Set(['ghci', 'jshell', 'iex']);

/** Consoles of what is no language itself: what it is told first, and what is read there. */
const CONSOLES: ReadonlyMap<string, readonly [first: RegExp, languageId: string]> = new Map([
  ['rails', [/^c(?:onsole)?$/u, 'ruby']],
  ['manage', [/^shell(?:_plus)?$/u, 'python']],
  ['flask', [/^shell$/u, 'python']],
  ['php', [/^-a$/u, 'php']],
  ['artisan', [/^tinker$/u, 'php']],
  ['bun', [/^repl$/u, 'javascript']],
  ['jupyter', [/^console$/u, 'python']],
  ['sbt', [/^console$/u, 'scala']],
  ['rebar3', [/^shell$/u, 'erlang']],
  ['dune', [/^utop$/u, 'ocaml']],
  ['stack', [/^(?:ghci|repl)$/u, 'haskell']],
  ['cabal', [/^repl$/u, 'haskell']],
  ['dotnet', [/^fsi$/u, 'fsharp']],
]);

function consoleLanguage(program: string, args: readonly string[]): string | undefined {
  const [first, languageId] = CONSOLES.get(program) ?? [];
  return first?.test(args[0] ?? '') === true ? languageId : undefined;
}

/** Whether a word belongs to the option before it: `python -X dev`, `node -r ./x`. */
function isOptionValue(args: readonly string[], at: number): boolean {
  return /^(?:-[XWrC]|--require|--import|--loader|--env-file|--sname|--name|--cookie|-cmd|-init|-separator|-nullvalue|-newline)$/u.test(
    args[at - 1] ?? '',
  );
}

function ofLanguage(languageId: string, programs: string): readonly (readonly [string, string])[] {
  return programs.split(' ').map((program) => [program, languageId] as const);
}

/** The language that a program reads at its prompt; nothing where it has none. */
export function replLanguage({ program, args }: Invocation): string | undefined {
  const languageId = REPLS.get(program) ?? REPLS.get(program.replace(/[\d.]+$/u, ''));
  if (languageId === undefined) return consoleLanguage(program, args);
  if (DEBUGGERS.has(program)) return languageId;
  // What is named is no file, but a database.
  const isDatabase = languageId === 'sql' || program === 'mongosh';
  const code = isDatabase ? QUERY : CODE;
  if (args.some((arg) => code.test(arg))) return undefined;
  // `python -i train.py`, `iex -S mix`
  if (!isDatabase && args.some((arg) => STAYS.test(arg))) return languageId;
  if (LOADS_FILES.has(program)) return languageId;
  const names = args.filter((arg, i) => !/^-|^repl$/u.test(arg) && !isOptionValue(args, i));
  if (program === 'mongosh') {
    return names.some((name) => /\.m?js$/u.test(name)) ? undefined : languageId;
  }
  const isQueried = /^(?:sqlite|duckdb)/u.test(program) && names.length > 1;
  return isQueried || (!isDatabase && names.length > 0) ? undefined : languageId;
}

/** Other programs in which people write to people, or to models. */
const PROSE = new Set(
  'nano pico micro ollama llm aichat mods fabric sgpt tgpt oterm irssi weechat mutt neomutt aerc alpine mail'.split(
    ' ',
  ),
);

/** What is told on the command line is not asked for: `git commit -am "…"`. */
const HAS_MESSAGE =
  /^(?:-[aeinopqsvz]*[mFC]|--(?:message|file|no-edit|fixup|reuse-message)(?:=|$))/u;
const HAS_BODY = /^(?:-[bFfw]|--(?:body|body-file|fill|web)(?:-.*)?(?:=.*)?)$/u;

/** Whether a program that is no agent reads prose: an editor of texts, a chat, a commit message. */
export function readsProse({ program, args }: Invocation): boolean {
  const says = (options: RegExp, words = args): boolean => words.some((word) => options.test(word));
  if (program === 'git') {
    const at = args.findIndex(
      (arg, i) =>
        !arg.startsWith('-') && !/^(?:-[Cc]|--git-dir|--work-tree)$/u.test(args[i - 1] ?? ''),
    );
    const told = args.slice(at + 1);
    if (args[at] === 'tag') return says(/^-[as]$/u, told) && !says(HAS_MESSAGE, told);
    return args[at] === 'commit' && !says(HAS_MESSAGE, told);
  }
  if (program === 'gh') return (args[1] === 'create' || args[1] === 'comment') && !says(HAS_BODY);
  if (program === 'ollama') {
    // With a prompt behind the model's name it answers once.
    return args[0] === 'run' && args.filter((arg) => !arg.startsWith('-')).length < 3;
  }
  if (program === 'llm') return args[0] === 'chat';
  return PROSE.has(program);
}
