import { hereDocument } from './quoting';
import {
  block,
  closeOfLong,
  code,
  DOUBLE,
  element,
  ESCAPED,
  HASH,
  line,
  literally,
  LONG_DOUBLE,
  longString,
  prose,
  rawString,
  SINGLE,
  skip,
  string,
  tag,
  WORD_HASH,
  type LanguageRow,
} from './rules';

const LINE_HASH = line(/#(?<=^[ \t]*#)/u);
const DASHES = line(/--/u);
const REM = line(/\b[Rr][Ee][Mm](?=\s|$)/u);
/** A quote opens a string where a value begins: "it's" is a plain one. */
const VALUE = String.raw`(?:^[ \t]{0,80}|[-:=?,[{][ \t]{1,80}|[,[{=])`;
/** Between the lines of three dashes that open a document, too. */
const YAML = code(
  WORD_HASH,
  longString(new RegExp(`"(?<=${VALUE}")`, 'u'), /"/u),
  longString(new RegExp(`'(?<=${VALUE}')`, 'u'), /'/u, { skip: /''/u }),
);

/** XML in Visual Basic stands for a value; elsewhere `<` opens attributes. */
const VB_ELEMENT = element(
  /<(?<==[ \t]{0,9}<)(?=[A-Za-z])/u,
  tag(rawString(/"/u), rawString(/'/u)),
  prose(),
);

/** Languages of settings, builds, shells and databases, by VS Code's ids. */
export const SHELLS: readonly LanguageRow[] = [
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
      rawString(/\[=*\[/u, closeOfLong),
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
      hereDocument(
        /<<(?<!<<<)-?(?!<)[ \t]*(?:["'][^"'\n]{1,80}["']|\\?[A-Z_a-z!%@+])[^\n]{0,2000}\n/u,
      ),
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
  [
    'sql plsql pgsql',
    code(
      DASHES,
      block(/\/\*/u, /\*\//u),
      // `q'[it's]'`
      rawString(/\b[nN]?[qQ]'\S/u, (open) => {
        const mark = open.slice(-1);
        const close = { '(': ')', '[': ']', '{': '}', '<': '>' }[mark] ?? mark;
        return literally(`${close}'`);
      }),
      rawString(/'/u),
      string(/"/u),
    ),
    { names: 'sql' },
  ],
  [
    'mysql',
    code(DASHES, HASH, block(/\/\*/u, /\*\//u), longString(/'/u), longString(/"/u)),
    { names: 'sql' },
  ],
  ['vb', code(line(/'/u), REM, longString(/"/u, /"/u, { skip: /(?!)/u }), VB_ELEMENT)],
  ['vba vbs', code(line(/'/u), REM, string(/"/u, { skip: /(?!)/u }))],
  [
    'viml vim',
    code(line(/"(?<=^[ \t]*")/u), string(/'/u, { skip: /(?!)/u }), DOUBLE),
    { names: 'viml' },
  ],
];
