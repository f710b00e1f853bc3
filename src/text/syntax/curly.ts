import { rest } from './quoting';
import {
  block,
  CHARACTER,
  code,
  docString,
  DOUBLE,
  element,
  HASH,
  line,
  literally,
  longString,
  nest,
  nested,
  rawString,
  REGEX,
  SINGLE,
  skip,
  string,
  tag,
  type LanguageRow,
  type Rule,
  type Syntax,
} from './rules';

/** A comment of C goes on behind a backslash at its line's end. */
const C_SLASHES = line(/\/\//u, /\n(?<!\\\r?\n)/u);
const SLASHES = line(/\/\//u);
const BLOCK = block(/\/\*/u, /\*\//u);
const NESTED_BLOCK = nested(/\/\*/u, /\*\//u);
const TEXT_BLOCK = longString(/"""/u);

/** `#error what is wrong`, `#region what follows`, `#pragma mark - what follows` */
const TOLD = line(/#(?<=^[ \t]{0,80}#)[ \t]*(?:error|warning|pragma|(?:end)?region)\b/u);

/** No escapes. */
const NOTHING = /(?!)/u;

const BRACED = /\$\{/u;

/** `url(//host/it's)` */
const CSS_URL = skip(/\burl\([^"')\n]{1,100000}/u);

/** A name that may be a sentence: `it gets well`. */
const QUOTED_NAME = string(/`/u, { skip: NOTHING });

/** Code after C's manner: `//`, `/*` and quotes that end with their line. */
export const C_LIKE = code(SLASHES, BLOCK, DOUBLE, SINGLE);

const SCRIPT_RULES = [
  line(/#!(?<![^]#!)|<!--/u),
  SLASHES,
  BLOCK,
  DOUBLE,
  SINGLE,
  longString(/`/u, /`/u, { code: BRACED }),
  REGEX,
];

/** JavaScript and TypeScript without JSX. */
const SCRIPT = code(...SCRIPT_RULES);

/** With JSX: `<p>`, `<>`, not the `<T,>`, `<T extends U>` and `<T>(` of a function's type. */
export const JSX: Syntax = {
  base: 'code',
  get rules() {
    return JSX_RULES;
  },
};
const JSX_TAG = tag(SLASHES, BLOCK, rawString(/"/u), rawString(/'/u), nest(/\{/u, '{', JSX));
const ELEMENT = element(
  /<(?=>|(?!(?:const\s+)?[\w$]+\s*(?:,|extends\b)|T\w*>\(|[A-Z]>\()[\p{L}_$])/u,
  JSX_TAG,
  JSX,
);
const JSX_RULES: readonly Rule[] = [...SCRIPT_RULES, ELEMENT];

/** With elements of XML in it. */
const SCALA: Syntax = {
  base: 'code',
  get rules() {
    return SCALA_RULES;
  },
};
const SCALA_RULES: readonly Rule[] = [
  SLASHES,
  NESTED_BLOCK,
  longString(/"""(?<=\b[a-z]{1,3}""")/u, /"""/u, { code: BRACED }),
  rawString(/"""/u),
  string(/"/u, { code: BRACED }, /"(?<=\b[a-z]{1,3}")/u),
  DOUBLE,
  CHARACTER,
  QUOTED_NAME,
  element(/<(?=[A-Za-z_])/u, tag(rawString(/"/u), rawString(/'/u), nest(/\{/u, '{', SCALA)), SCALA),
];

/** CSS with the line comments of its dialects. */
const SCSS = code(CSS_URL, SLASHES, BLOCK, DOUBLE, SINGLE);

/** A comment of the indented syntax goes on in the lines that are deeper. */
const SASS_COMMENT = block(/^[ \t]*\/[/*]|\/[/*]/u, (open) => {
  const deeper = String((/^[ \t]*/u.exec(open)?.[0].length ?? 0) + 1);
  return new RegExp(`\\n(?![ \\t]{${deeper},}\\S|[ \\t]*\\n)`, 'u');
});

/** PHP between its marks. */
export const PHP = code(
  line(/\/\//u, /\n|(?=\?>)/u),
  line(/#(?!\[)/u, /\n|(?=\?>)/u),
  BLOCK,
  longString(/"/u, /"/u, { code: /\{(?=\$)/u }),
  longString(/'/u),
  longString(/`/u),
  rest(/\b__halt_compiler\b/u),
  rawString(/<<<[ \t]*["']?[A-Za-z_][^\n]{0,2000}\n/u, (open) => {
    const name = /\w+/u.exec(open)?.[0] ?? '';
    return new RegExp(`^[ \\t]*${name}(?!\\w)`, 'u');
  }),
);

/** Where a line ends behind three quotes, more of them follow. No escapes. */
const PASCAL_STRINGS = [
  rawString(/'''(?=[ \t]*\n)/u, /^[ \t]*'''/u),
  string(/'/u, { skip: NOTHING }),
];

/** Languages with C's comments, by VS Code's ids. */
export const CURLY: readonly LanguageRow[] = [
  ['typescript mongo qml', SCRIPT, { dialect: 'javascript', arrow: '=>' }],
  ['javascript javascriptreact typescriptreact', JSX, { dialect: 'javascript', arrow: '=>' }],
  ['json jsonc jsonl json5 snippets', code(SLASHES, BLOCK, DOUBLE, SINGLE), { names: 'json' }],
  ['css', code(CSS_URL, BLOCK, DOUBLE, SINGLE), { dialect: 'css' }],
  ['scss less postcss stylus', SCSS, { dialect: 'css' }],
  ['sass', code(CSS_URL, SASS_COMMENT, DOUBLE, SINGLE), { dialect: 'css' }],
  [
    'c cpp cuda-cpp objective-c objective-cpp hlsl glsl wgsl shaderlab arduino',
    code(
      C_SLASHES,
      BLOCK,
      TOLD,
      rawString(/R"[^()\\ \n]{0,16}\(/u, (open) => literally(`)${open.slice(2, -1)}"`)),
      DOUBLE,
      CHARACTER,
    ),
    { dialect: 'pointer' },
  ],
  ['java', code(SLASHES, BLOCK, TEXT_BLOCK, DOUBLE, CHARACTER)],
  ['apex', code(SLASHES, BLOCK, longString(/'''/u), SINGLE)],
  [
    'csharp',
    code(
      SLASHES,
      BLOCK,
      TOLD,
      rawString(/"{3,}/u, literally),
      longString(/"(?<=(?:\$@|@\$)")/u, /"/u, { skip: /""|\{\{/u, code: /\{/u }),
      longString(/"(?<=@")/u, /"/u, { skip: /""/u }),
      string(/"/u, { skip: /\\.|\{\{/u, code: /\{/u }, /"(?<=\$")/u),
      DOUBLE,
      CHARACTER,
    ),
    { arrow: '=>' },
  ],
  ['go', code(SLASHES, BLOCK, rawString(/`/u), DOUBLE, CHARACTER), { dialect: 'go', arrow: '<-' }],
  [
    'rust',
    code(
      SLASHES,
      NESTED_BLOCK,
      rawString(/\b[bc]?r#{0,32}"/u, (open) => literally(`"${open.replace(/[^#]/gu, '')}`)),
      longString(/"/u),
      CHARACTER,
    ),
    { dialect: 'bars' },
  ],
  [
    'kotlin',
    code(
      SLASHES,
      NESTED_BLOCK,
      longString(/"""/u, /"""/u, { code: BRACED }),
      string(/"/u, { code: BRACED }),
      CHARACTER,
      QUOTED_NAME,
    ),
  ],
  [
    'swift',
    code(
      SLASHES,
      NESTED_BLOCK,
      rawString(/#{1,8}["/]/u, (open) => literally(open.slice(-1) + open.slice(0, -1))),
      longString(/"""/u, /"""/u, { skip: /\\[^(]/u, code: /\\\(/u }),
      string(/"/u, { skip: /\\[^(]/u, code: /\\\(/u }),
      QUOTED_NAME,
      REGEX,
    ),
  ],
  ['scala', SCALA, { arrow: '=>' }],
  [
    'groovy',
    code(
      SLASHES,
      BLOCK,
      longString(/"""/u, /"""/u, { code: BRACED }),
      longString(/'''/u),
      string(/"/u, { code: BRACED }),
      SINGLE,
      rawString(/\$\//u, /\/\$/u),
      { kind: 'regex', open: /\//u, close: /\//u, skip: /\\[^]/u },
    ),
  ],
  [
    'dart',
    code(
      SLASHES,
      NESTED_BLOCK,
      rawString(/"""(?<=\br""")/u, /"""/u),
      rawString(/'''(?<=\br''')/u, /'''/u),
      longString(/"""/u, /"""/u, { code: BRACED }),
      longString(/'''/u, /'''/u, { code: BRACED }),
      string(/"/u, { skip: NOTHING }, /"(?<=\br")/u),
      string(/'/u, { skip: NOTHING }, /'(?<=\br')/u),
      string(/"/u, { code: BRACED }),
      string(/'/u, { code: BRACED }),
    ),
    { arrow: '=>' },
  ],
  ['zig', code(SLASHES, rawString(/\\\\/u, /\n/u), DOUBLE, CHARACTER)],
  [
    'terraform hcl terraform-vars',
    code(line(/#/u), SLASHES, BLOCK, string(/"/u, { code: BRACED })),
    { names: 'ini' },
  ],
  ['graphql', code(line(/#/u), docString('"""'), TEXT_BLOCK, DOUBLE)],
  ['proto proto3 solidity move cairo', C_LIKE],
  ['thrift', code(HASH, SLASHES, BLOCK, DOUBLE, SINGLE)],
  // `8'hFF`
  ['verilog systemverilog', code(SLASHES, BLOCK, TEXT_BLOCK, DOUBLE)],
  // Its elements of XML open where those of types do.
  ['actionscript', C_LIKE, { names: null }],
  [
    'd',
    code(
      SLASHES,
      BLOCK,
      nested(/\/\+/u, /\+\//u),
      rawString(/\bq"[A-Za-z_]\w*\n/u, (open) => new RegExp(`^${open.slice(2, -1)}"`, 'u')),
      ...['()', '[]', '{}', '<>'].map(([open = '', close = '']) =>
        rawString(new RegExp(`\\bq"${literally(open).source}`, 'u'), literally(`${close}"`)),
      ),
      rawString(/"(?<=\b[rx]")/u, /"/u),
      rawString(/`/u),
      longString(/"/u),
      CHARACTER,
      rest(/\b__EOF__\b/u),
    ),
  ],
  ['vala bicep', code(SLASHES, BLOCK, TEXT_BLOCK, rawString(/'''/u), DOUBLE, SINGLE, REGEX)],
  [
    'haxe gleam odin rescript v',
    code(
      SLASHES,
      NESTED_BLOCK,
      rawString(/`/u),
      longString(/"/u),
      rawString(/'(?<=\br')/u, /'/u),
      longString(/'(?<!\w')/u, /'/u),
      string(/\//u, {}, /~\//u),
    ),
  ],
  [
    'fsharp',
    code(
      block(/\(\*(?!\))/u, /\*\)/u),
      SLASHES,
      TEXT_BLOCK,
      longString(/"(?<=@")/u, /"/u, { skip: /""/u }),
      rawString(/``/u),
      CHARACTER,
      longString(/"/u),
    ),
  ],
  [
    'pascal objectpascal',
    code(block(/\{/u, /\}/u), block(/\(\*/u, /\*\)/u), SLASHES, ...PASCAL_STRINGS),
  ],
];
