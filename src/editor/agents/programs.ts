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
  ...ofLanguage('python', 'python ipython bpython ptpython pypy pdb ipdb'),
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

/** What takes an argument that no file is: the name of a database. */
const TAKES_DATABASE = new Set(['sql']);

function ofLanguage(languageId: string, programs: string): readonly (readonly [string, string])[] {
  return programs.split(' ').map((program) => [program, languageId] as const);
}

/** The language that a program reads at its prompt; nothing where it has none. */
export function replLanguage({ program, args }: Invocation): string | undefined {
  const languageId = REPLS.get(program) ?? REPLS.get(program.replace(/[\d.]+$/u, ''));
  if (languageId === undefined || TAKES_DATABASE.has(languageId)) return languageId;
  const runsCode = args.some((arg) => /^(?:-[ecp]|--eval|--print|--command|run|test)$/u.test(arg));
  const hasFile = args.some((arg) => !arg.startsWith('-') && arg !== 'repl');
  return runsCode || hasFile ? undefined : languageId;
}

/** Other programs in which people write to people, or to models. */
const PROSE = new Set(
  'nano pico micro ollama llm aichat mods fabric sgpt tgpt oterm irssi weechat mutt neomutt aerc alpine mail'.split(
    ' ',
  ),
);

/** Whether a program that is no agent reads prose: an editor of texts, a chat, a commit message. */
export function readsProse({ program, args }: Invocation): boolean {
  if (program === 'git') return args[0] === 'commit' || args[0] === 'tag';
  if (program === 'gh') return args[1] === 'create' || args[1] === 'comment';
  return PROSE.has(program);
}
