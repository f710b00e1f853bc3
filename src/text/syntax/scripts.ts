import {
  block,
  CHARACTER,
  code,
  docString,
  hereDocument,
  line,
  literally,
  longString,
  nested,
  rawString,
  REGEX,
  skip,
  string,
  type LanguageRow,
  type Rule,
} from './rules';

const HASH = line(/#/u);
/** `#` where a word begins: not that of `$#` and `${#list}`. */
const WORD_HASH = line(/#(?<=(?:^|[\s;&|()])#)/u);
const LINE_HASH = line(/#(?<=^[ \t]*#)/u);
const DASHES = line(/--/u);
const SEMICOLON = line(/;/u);
const PERCENT = line(/%/u);
const DOUBLE = string(/"/u);
const SINGLE = string(/'/u);
const LONG_DOUBLE = longString(/"/u);
const ESCAPED = skip(/\\./u);
/** A quote opens a string where a value begins: "it's" is a plain one. */
const VALUE = String.raw`(?:^[ \t]{0,80}|[-:=?,[{][ \t]{1,80}|[,[{=])`;
/** A prefix of Python's strings that hold code. */
const FORMATTED = String.raw`\b(?:[fFtT][rR]?|[rR][fFtT])`;

/** Texts between brackets behind a sign: `%w[a b]`, `qw(a b)`. */
function quoted(sign: RegExp): readonly Rule[] {
  return ['()', '[]', '{}', '<>'].map(([open = '', close = '']) =>
    rawString(new RegExp(sign.source + literally(open).source, 'u'), literally(close)),
  );
}

/** Ruby, in templates too. */
const RUBY = code(
  block(/=begin\b(?<=^=begin)/u, /^=end\b/u),
  HASH,
  hereDocument(/<<[-~](?!\s)["']?[A-Z_][^\n]{0,200}\n/u),
  hereDocument(/<<(?<=[=(,][ \t]{0,9}<<)["']?[A-Z_]{3,}[^\n]{0,200}\n/u),
  ...quoted(/%[wWiIqQ]/u),
  skip(/\?["'#](?=\W)/u),
  string(/"/u, { code: /#\{/u }),
  SINGLE,
  REGEX,
);

/** Between the lines of three dashes that open a document, too. */
const YAML = code(
  WORD_HASH,
  longString(new RegExp(`"(?<=${VALUE}")`, 'u'), /"/u),
  longString(new RegExp(`'(?<=${VALUE}')`, 'u'), /'/u, { skip: /''/u }),
);

/** Languages with other comments than C's, by VS Code's ids. */
export const SCRIPTS: readonly LanguageRow[] = [
  [
    'python starlark snakemake cython',
    code(
      HASH,
      docString('"""'),
      docString("'''"),
      ...['"""', "'''"].map((mark) =>
        longString(new RegExp(`${mark}(?<=${FORMATTED}${mark})`, 'u'), new RegExp(mark, 'u'), {
          skip: /\\[^]|\{\{/u,
          code: /\{/u,
        }),
      ),
      longString(/"""/u),
      longString(/'''/u),
      ...['"', "'"].map((mark) => ({
        ...string(new RegExp(mark, 'u'), { skip: /\\[^]|\{\{/u, code: /\{/u }),
        open: new RegExp(`${mark}(?<=${FORMATTED}${mark})`, 'u'),
      })),
      DOUBLE,
      SINGLE,
    ),
    { dialect: 'python' },
  ],
  [
    'yaml dockercompose github-actions-workflow helm ansible azure-pipelines',
    YAML,
    { dialect: 'yaml', names: 'yaml' },
  ],
  [
    'toml',
    code(HASH, longString(/"""/u), rawString(/'''/u), DOUBLE, string(/'/u, { skip: /(?!)/u })),
    { names: 'ini' },
  ],
  ['ini properties editorconfig', code(line(/[;#!](?<=^[ \t]*[;#!])/u), DOUBLE), { names: 'ini' }],
  [
    'dotenv',
    code(WORD_HASH, longString(/"(?<==[ \t]*")/u, /"/u), rawString(/'(?<==[ \t]*')/u, /'/u)),
    { dialect: 'shell', names: 'ini' },
  ],
  ['ignore git-rebase gitattributes', code(LINE_HASH), { names: null }],
  ['makefile', code(line(/#(?<![\\$]#)/u), DOUBLE, SINGLE), { names: 'makefile' }],
  [
    'cmake',
    code(
      ESCAPED,
      block(/#\[=*\[/u, (open) => new RegExp(`\\]${open.replace(/[^=]/gu, '')}\\]`, 'u')),
      HASH,
      LONG_DOUBLE,
    ),
    { names: 'cmake' },
  ],
  [
    'dockerfile',
    code(LINE_HASH, ESCAPED, DOUBLE, SINGLE),
    { dialect: 'shell', names: 'dockerfile' },
  ],
  [
    'shellscript fish',
    code(
      ESCAPED,
      WORD_HASH,
      hereDocument(/<<(?<!<<<)-?(?!<)[ \t]*["'\\]?[A-Z_a-z][^\n]{0,200}\n/u),
      longString(/'(?<=\$')/u, /'/u),
      rawString(/'/u),
      longString(/"/u, /"/u, { code: /\$[({]/u }),
    ),
    { dialect: 'shell', names: 'shell' },
  ],
  [
    'powershell',
    code(
      skip(/`./u),
      block(/<#/u, /#>/u),
      WORD_HASH,
      rawString(/@"[ \t]{0,40}\n/u, /^"@/u),
      rawString(/@'[ \t]{0,40}\n/u, /^'@/u),
      longString(/"/u, /"/u, { skip: /`[^]|""/u, code: /\$\(/u }),
      rawString(/'/u),
    ),
    { names: 'powershell' },
  ],
  [
    'bat',
    code(
      line(/::(?<=^[ \t]*::)/u),
      line(/[Rr][Ee][Mm](?<=(?:^|[&|(@])[ \t]*...)(?=\s|$)/u),
      string(/"/u, { skip: /(?!)/u }),
    ),
    { names: 'bat' },
  ],
  ['ruby crystal', RUBY],
  [
    'perl perl6 raku',
    code(
      block(/=(?!cut\b)[a-z]\w*(?<=^=\w+)/u, /^=cut\b/u),
      WORD_HASH,
      ESCAPED,
      hereDocument(/<<~?["']?[A-Z_][^\n]{0,200}\n/u),
      ...quoted(/\bq[qwr]?(?<![$@%&>{]q[qwr]?)[ ]?/u),
      DOUBLE,
      SINGLE,
    ),
    { dialect: 'pointer' },
  ],
  [
    'elixir',
    code(
      HASH,
      skip(/\?["'#]/u),
      docString('"""'),
      longString(/"""/u, /"""/u, { code: /#\{/u }),
      longString(/'''/u),
      ...quoted(/~[a-zA-Z]/u),
      string(/"/u, { code: /#\{/u }),
      SINGLE,
    ),
  ],
  ['erlang', code(PERCENT, skip(/\$\\?["'%]/u), LONG_DOUBLE, SINGLE)],
  ['r rmd-chunk', code(HASH, rawString(/\b[rR]"\(/u, /\)"/u), LONG_DOUBLE, longString(/'/u))],
  [
    'julia',
    code(
      nested(/#=/u, /=#/u),
      HASH,
      docString('"""'),
      longString(/"""/u, /"""/u, { code: /\$\(/u }),
      longString(/"/u, /"/u, { code: /\$\(/u }),
      CHARACTER,
    ),
  ],
  ['nim', code(nested(/#\[/u, /\]#/u), HASH, longString(/"""/u), DOUBLE, CHARACTER)],
  [
    'coffeescript',
    code(
      block(/###/u, /###/u),
      HASH,
      longString(/"""/u),
      longString(/'''/u),
      string(/"/u, { code: /#\{/u }),
      SINGLE,
      REGEX,
    ),
  ],
  [
    'nix',
    code(
      HASH,
      block(/\/\*/u, /\*\//u),
      longString(/''/u, /''/u, { skip: /'''|''\$/u, code: /\$\{/u }),
      longString(/"/u, /"/u, { code: /\$\{/u }),
    ),
  ],
  ['gdscript', code(HASH, longString(/"""/u), DOUBLE, SINGLE)],
  [
    'sql plsql pgsql mysql',
    code(DASHES, block(/\/\*/u, /\*\//u), rawString(/'/u), string(/"/u)),
    { names: 'sql' },
  ],
  [
    'lua luau',
    code(
      block(/--\[=*\[/u, closeOfLong),
      DASHES,
      rawString(/\[=*\[/u, closeOfLong),
      DOUBLE,
      SINGLE,
    ),
  ],
  [
    'haskell elm purescript idris agda',
    code(
      nested(/\{-(?!#)/u, /-\}/u),
      line(/-{2,200}(?![-!#$%&*+./<=>?@\\^|~:])/u),
      longString(/"""/u),
      DOUBLE,
      CHARACTER,
    ),
  ],
  ['ada vhdl', code(DASHES, DOUBLE, CHARACTER)],
  [
    'clojure lisp commonlisp scheme racket elisp emacs-lisp fennel',
    code(ESCAPED, nested(/#\|/u, /\|#/u), SEMICOLON, LONG_DOUBLE),
  ],
  // Which marks begin a comment differs from assembler to assembler.
  ['asm nasm', code(SEMICOLON, HASH, DOUBLE, SINGLE), { names: null }],
  [
    'ocaml reason',
    code(
      nested(/\(\*(?!\))/u, /\*\)/u),
      rawString(/\{[a-z_]{0,16}\|/u, (open) => literally(`|${open.slice(1, -1)}}`)),
      LONG_DOUBLE,
      CHARACTER,
    ),
  ],
  ['sml coq', code(nested(/\(\*(?!\))/u, /\*\)/u), LONG_DOUBLE, CHARACTER)],
  [
    'matlab octave',
    code(
      block(/%\{(?<=^[ \t]*%\{)/u, /^[ \t]*%\}/u),
      PERCENT,
      DOUBLE,
      string(/'(?<![\w)\]}.']')/u),
    ),
  ],
  ['prolog', code(PERCENT, block(/\/\*/u, /\*\//u), DOUBLE, SINGLE)],
  ['fortran fortran-modern FortranFreeForm', code(line(/!/u), DOUBLE, SINGLE)],
  [
    'vb vba vbs',
    code(line(/'/u), line(/\b[Rr][Ee][Mm](?=\s|$)/u), string(/"/u, { skip: /(?!)/u })),
  ],
  [
    'viml vim',
    code(line(/"(?<=^[ \t]*")/u), string(/'/u, { skip: /(?!)/u }), DOUBLE),
    { names: 'viml' },
  ],
];

/** What closes Lua's `[==[`. */
function closeOfLong(open: string): RegExp {
  return new RegExp(`\\]${open.replace(/[^=]/gu, '')}\\]`, 'u');
}
