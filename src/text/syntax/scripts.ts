import { hereDocument, quoted, quotedTwice, rest } from './quoting';
import {
  block,
  CHARACTER,
  closeOfLong,
  code,
  docString,
  DOUBLE,
  ESCAPED,
  HASH,
  line,
  literally,
  LONG_DOUBLE,
  longString,
  nested,
  rawString,
  REGEX,
  REGEX_ESCAPE,
  SINGLE,
  skip,
  string,
  WORD_HASH,
  type LanguageRow,
} from './rules';

const DASHES = line(/--/u);
const SEMICOLON = line(/;/u);
const PERCENT = line(/%/u);
/** A prefix of Python's strings that hold code. */
const FORMATTED = String.raw`\b(?:[fFtT][rR]?|[rR][fFtT])`;

/** `__END__`: what follows is data. */
const END = rest(/__(?:END|DATA)__(?<=^__(?:END|DATA)__)(?=\s*$)/u);
const COMMAND = longString(/`/u);

/** A regular expression behind a word, which may be a call: `split /a/`. */
const SLASHED = { skip: REGEX_ESCAPE };

/** Ruby, in templates too. */
const RUBY = code(
  block(/=begin\b(?<=^=begin)/u, /^=end\b/u),
  END,
  HASH,
  hereDocument(/<<[-~](?!\s)["'`]?[A-Za-z_][^\n]{0,2000}\n/u),
  hereDocument(/<<(?<=[\w=(,][ \t]{1,9}<<|[=(,]<<)(?:[A-Z_]{2,}|["'`][A-Za-z_])[^\n]{0,2000}\n/u),
  ...quoted(/%[wWiIqQxrs]/u, /[/!|#"'~^@%:+*.-]/u),
  ...quoted(/%(?<=(?:^|[=(,[{|]|\w[?!]?[ \t])[ \t]{0,9}%)/u, /[/!|]/u),
  string(/\//u, SLASHED, /\/(?<=\w[?!]?[ \t]{1,9}\/)(?![\s=])/u),
  skip(/\?["'#`](?=\W)/u),
  longString(/"/u, /"/u, { code: /#\{/u }),
  longString(/'/u),
  COMMAND,
  REGEX,
);

/** `{|x|}`, `{id|x|id}`, `{%sql|x|}` */
const OCAML_STRING = rawString(/\{(?:%%?[\w.]{1,80}[ \t]{0,9})?[a-z_]{0,16}\|/u, (open) =>
  literally(`|${/[a-z_]*(?=\|$)/u.exec(open.replace(/%%?[\w.]+(?=\|$)/u, ''))?.[0] ?? ''}}`),
);

/** `\z` takes the ends of lines with it. */
const LUA_ESCAPE = { skip: /\\z\s*|\\[^]/u };

/** A string goes on behind `&` in the next line. No escapes. */
const FORTRAN_STRINGS = [/"/u, /'/u].map((mark) => string(mark, { skip: /&[ \t]*\n/u }));

/** Languages with other comments than C's, by VS Code's ids. */
export const SCRIPTS: readonly LanguageRow[] = [
  [
    'python starlark snakemake cython',
    code(
      HASH,
      // A notebook's: `%env`, `!curl`; `%%bash`, whose cell is in another language.
      rest(/%%(?<=^%%)(?!(?:time|timeit|capture|prun|debug)\b)/u),
      line(/[!%?](?<=^[ \t]{0,80}[!%?]|=[ \t]{0,9}!)(?![=])/u),
      // `{when:%H o'clock}`
      rawString(/:(?=%)/u, /(?=[}\n])/u),
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
      ...['"', "'"].map((mark) =>
        string(
          new RegExp(mark, 'u'),
          { skip: /\\[^]|\{\{/u, code: /\{/u },
          new RegExp(`${mark}(?<=${FORMATTED}${mark})`, 'u'),
        ),
      ),
      DOUBLE,
      SINGLE,
    ),
    { dialect: 'python' },
  ],
  ['ruby crystal', RUBY, { dialect: 'bars' }],
  [
    'perl perl6 raku',
    code(
      block(/=(?!cut\b)[a-z]\w*(?<=^=\w+)/u, /^=cut\b/u),
      END,
      block(/#`\(/u, /\)/u),
      WORD_HASH,
      ESCAPED,
      hereDocument(/<<~?(?:[ \t]{0,9}["'`][^"'`\n]{1,80}["'`]|[A-Za-z_]\w*)[^\n]{0,2000}\n/u),
      block(/format\b(?<=^format)[ \t]*[\w:]*[ \t]*=[ \t]*\n/u, /^\.$/u),
      skip(/\$["'`](?=[\s;,)}])/u),
      ...quoted(
        /\b(?:q[qwrx]?|m|Q)(?<!(?:[$@%&*>:]|sub )(?:q[qwrx]?|m|Q))[ \t]?/u,
        /(?<![ \t])[/!|#~^@%"'+]/u,
      ),
      ...quotedTwice(
        /\b(?:s|tr|y)(?<!(?:[$@%&*>:]|sub )(?:s|tr|y))[ \t]?/u,
        /(?<![ \t])[/!|#~^@%"'+]/u,
      ),
      rawString(/\u300c/u, /\u300d/u),
      longString(/"/u),
      longString(/'/u),
      COMMAND,
      string(/\//u, SLASHED, /\/(?<=\b(?:split|grep|push|join|x|eq|ne)[ \t]{1,9}\/)/u),
      REGEX,
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
      rawString(/~[a-zA-Z]{1,20}"""/u, /"""/u),
      rawString(/~[a-zA-Z]{1,20}'''/u, /'''/u),
      ...quoted(/~[a-zA-Z]{1,20}/u, /[/|"']/u),
      longString(/"/u, /"/u, { code: /#\{/u }),
      longString(/'/u),
    ),
  ],
  [
    'erlang',
    code(
      PERCENT,
      skip(/\$\\?["'%]/u),
      rawString(/"{3,}(?=[^"\n]*\n)/u, (open) => new RegExp(`^[ \\t]*${open}`, 'u')),
      ...quoted(/~[a-zA-Z]{0,20}/u, /[/|"'`#]/u),
      LONG_DOUBLE,
      SINGLE,
    ),
  ],
  [
    'r rmd-chunk',
    code(
      HASH,
      // `r"--[x]--"`
      rawString(/\b[rR]["']-{0,16}[([{]/u, (open) => {
        const close = { '(': ')', '[': ']', '{': '}' }[open.slice(-1)] ?? '';
        return literally(close + open.slice(2, -1) + open.slice(1, 2));
      }),
      LONG_DOUBLE,
      longString(/'/u),
    ),
  ],
  [
    'julia',
    code(
      nested(/#=/u, /=#/u),
      HASH,
      docString('"""'),
      longString(/"""/u, /"""/u, { code: /\$\(/u }),
      longString(/"/u, /"/u, { code: /\$\(/u }),
      longString(/`/u, /`/u, { code: /\$\(/u }),
      CHARACTER,
    ),
  ],
  [
    'nim',
    code(
      nested(/#{1,2}\[/u, /\]#{1,2}/u),
      HASH,
      rawString(/"""/u),
      // `r"x"`, `sql"x"`
      string(/"/u, { skip: /""/u }, /"(?<=\w")/u),
      DOUBLE,
      CHARACTER,
    ),
  ],
  [
    'coffeescript',
    code(
      block(/###/u, /###/u),
      HASH,
      longString(/"""/u),
      longString(/'''/u),
      longString(/"/u, /"/u, { code: /#\{/u }),
      longString(/'/u),
      COMMAND,
      longString(/\/{3}/u),
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
      skip(/\bhttps?:\/\/[^\s;]*/u),
    ),
  ],
  ['gdscript', code(HASH, longString(/"""/u), longString(/'''/u), LONG_DOUBLE, longString(/'/u))],
  [
    'lua luau',
    code(
      block(/--\[=*\[/u, closeOfLong),
      DASHES,
      rawString(/\[=*\[/u, closeOfLong),
      string(/"/u, LUA_ESCAPE),
      string(/'/u, LUA_ESCAPE),
      longString(/`/u, /`/u, { code: /\{/u }),
    ),
  ],
  [
    'haskell elm purescript idris agda',
    code(
      nested(/\{-(?!#)/u, /-\}/u),
      line(/-{2,200}(?![-!#$%&*+./<=>?@\\^|~:])/u),
      // `[sql|select 1|]`, not `[e|` of code and `[x|x <- xs]`
      rawString(
        /\[(?![edtp]\|)(?:[A-Z]\w{0,80}\.){0,8}[a-z_][\w.']{0,80}\|(?![^|\n]{0,200}<-)/u,
        /\|\]/u,
      ),
      longString(/"""/u),
      // Between two backslashes, ends of lines.
      string(/"/u, { skip: /\\\s+\\|\\[^]/u }),
      CHARACTER,
    ),
  ],
  ['ada vhdl', code(DASHES, block(/\/\*/u, /\*\//u), DOUBLE, CHARACTER)],
  [
    'clojure lisp commonlisp scheme racket elisp emacs-lisp fennel',
    code(
      rawString(/#<<[^\n]{1,80}\n/u, (open) => literally(`\n${open.slice(3)}`)),
      ESCAPED,
      nested(/#\|/u, /\|#/u),
      skip(/\?"(?=[\s)])/u),
      // `@title{A text}`, `|a name|`
      longString(/@[\w-]{1,40}(?:\[[^\]\n]{0,80}\])?\{/u, /\}/u),
      string(/\|/u),
      SEMICOLON,
      LONG_DOUBLE,
    ),
  ],
  // Which marks begin a comment differs from assembler to assembler.
  ['asm nasm', code(SEMICOLON, HASH, DOUBLE, SINGLE), { names: null }],
  ['ocaml', code(nested(/\(\*(?!\))/u, /\*\)/u), OCAML_STRING, LONG_DOUBLE, CHARACTER)],
  ['reason', code(line(/\/\//u), nested(/\/\*/u, /\*\//u), OCAML_STRING, LONG_DOUBLE, CHARACTER)],
  ['sml coq', code(nested(/\(\*(?!\))/u, /\*\)/u), LONG_DOUBLE, CHARACTER)],
  [
    'matlab octave',
    code(
      block(/[%#]\{(?<=^[ \t]*[%#]\{)/u, /^[ \t]*[%#]\}/u),
      line(/[%#]|\.{3}|!(?<=^[ \t]{0,80}!)/u),
      DOUBLE,
      string(/'(?<![\w)\]}.']')/u),
    ),
  ],
  [
    'prolog',
    code(PERCENT, block(/\/\*/u, /\*\//u), skip(/0'(?:''|\\?.)/u), DOUBLE, SINGLE, COMMAND),
  ],
  [
    'fortran fortran-modern FortranFreeForm',
    code(line(/!|[Cc*](?<=^[Cc*])(?=[ \t]+(?![=(%*]))/u), ...FORTRAN_STRINGS),
  ],
];
