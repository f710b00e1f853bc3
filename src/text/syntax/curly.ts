import {
  block,
  CHARACTER,
  code,
  docString,
  element,
  line,
  literally,
  longString,
  nest,
  nested,
  rawString,
  REGEX,
  string,
  skip,
  tag,
  type LanguageRow,
  type Rule,
  type Syntax,
} from './rules';

const SLASHES = line(/\/\//u);
const BLOCK = block(/\/\*/u, /\*\//u);
const NESTED_BLOCK = nested(/\/\*/u, /\*\//u);
const DOUBLE = string(/"/u);
const SINGLE = string(/'/u);
const TEXT_BLOCK = longString(/"""/u);

/** `#error what is wrong`, `#region what follows` */
const TOLD = line(/#(?<=^[ \t]{0,80}#)[ \t]*(?:error|warning|(?:end)?region)\b/u);

const BRACED = /\$\{/u;

/** `url(//host/it's)` */
const CSS_URL = skip(/\burl\([^"')\n]{1,100000}/u);

/** Code after C's manner: `//`, `/*` and quotes that end with their line. */
export const C_LIKE = code(SLASHES, BLOCK, DOUBLE, SINGLE);

const SCRIPT_RULES = [
  line(/#!(?<![^]#!)/u),
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
const JSX: Syntax = {
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

/** CSS with the line comments of its dialects. */
const SCSS = code(CSS_URL, SLASHES, BLOCK, DOUBLE, SINGLE);

/** PHP between its marks. */
export const PHP = code(
  line(/\/\//u, /\n|(?=\?>)/u),
  line(/#(?!\[)/u, /\n|(?=\?>)/u),
  BLOCK,
  longString(/"/u),
  longString(/'/u),
  rawString(/<<<[ \t]*["']?[A-Za-z_][^\n]{0,200}\n/u, (open) => {
    const name = /\w+/u.exec(open)?.[0] ?? '';
    return new RegExp(`^[ \\t]*${name}(?!\\w)`, 'u');
  }),
);

/** Languages with C's comments, by VS Code's ids. */
export const CURLY: readonly LanguageRow[] = [
  ['typescript mongo qml', SCRIPT, { dialect: 'javascript' }],
  ['javascript javascriptreact typescriptreact', JSX, { dialect: 'javascript' }],
  ['json jsonc jsonl json5 snippets', code(SLASHES, BLOCK, DOUBLE, SINGLE), { names: 'json' }],
  ['css', code(CSS_URL, BLOCK, DOUBLE, SINGLE), { dialect: 'css' }],
  ['scss less postcss sass stylus', SCSS, { dialect: 'css' }],
  [
    'c cpp cuda-cpp objective-c objective-cpp hlsl glsl wgsl shaderlab arduino',
    code(
      SLASHES,
      BLOCK,
      TOLD,
      rawString(/R"[^()\\ \n]{0,16}\(/u, (open) => literally(`)${open.slice(2, -1)}"`)),
      DOUBLE,
      CHARACTER,
    ),
    { dialect: 'pointer' },
  ],
  ['java apex', code(SLASHES, BLOCK, TEXT_BLOCK, DOUBLE, CHARACTER)],
  [
    'csharp',
    code(
      SLASHES,
      BLOCK,
      TOLD,
      rawString(/"{3,}/u, literally),
      longString(/"(?<=(?:\$@|@\$)")/u, /"/u, { skip: /""|\{\{/u, code: /\{/u }),
      longString(/"(?<=@")/u, /"/u, { skip: /""/u }),
      string(/"(?<=\$")/u, { skip: /\\.|\{\{/u, code: /\{/u }),
      DOUBLE,
      CHARACTER,
    ),
  ],
  ['go', code(SLASHES, BLOCK, rawString(/`/u), DOUBLE, CHARACTER)],
  [
    'rust',
    code(
      SLASHES,
      NESTED_BLOCK,
      rawString(/\bb?r#{0,32}"/u, (open) => literally(`"${open.replace(/[^#]/gu, '')}`)),
      longString(/"/u),
      CHARACTER,
    ),
  ],
  [
    'kotlin',
    code(
      SLASHES,
      NESTED_BLOCK,
      longString(/"""/u, /"""/u, { code: BRACED }),
      string(/"/u, { code: BRACED }),
      CHARACTER,
    ),
  ],
  [
    'swift',
    code(
      SLASHES,
      NESTED_BLOCK,
      rawString(/#{1,8}"/u, (open) => literally(`"${open.slice(0, -1)}`)),
      longString(/"""/u, /"""/u, { skip: /\\[^(]/u, code: /\\\(/u }),
      string(/"/u, { skip: /\\[^(]/u, code: /\\\(/u }),
    ),
  ],
  [
    'scala',
    code(
      SLASHES,
      NESTED_BLOCK,
      longString(/"""(?<=\b[a-z]{1,3}""")/u, /"""/u, { code: BRACED }),
      rawString(/"""/u),
      string(/"(?<=\b[a-z]{1,3}")/u, { code: BRACED }),
      DOUBLE,
      CHARACTER,
    ),
  ],
  [
    'groovy',
    code(
      SLASHES,
      BLOCK,
      longString(/"""/u, /"""/u, { code: BRACED }),
      longString(/'''/u),
      string(/"/u, { code: BRACED }),
      SINGLE,
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
      string(/"/u, { code: BRACED }),
      string(/'/u, { code: BRACED }),
    ),
  ],
  ['zig', code(SLASHES, rawString(/\\\\/u, /\n/u), DOUBLE, CHARACTER)],
  [
    'terraform hcl terraform-vars',
    code(line(/#/u), SLASHES, BLOCK, string(/"/u, { code: BRACED })),
    { names: 'ini' },
  ],
  ['graphql', code(line(/#/u), docString('"""'), TEXT_BLOCK, DOUBLE)],
  [
    'proto proto3 solidity d verilog systemverilog v vala haxe actionscript thrift bicep rescript gleam odin move cairo',
    C_LIKE,
  ],
  [
    'fsharp',
    code(
      block(/\(\*(?!\))/u, /\*\)/u),
      SLASHES,
      TEXT_BLOCK,
      longString(/"(?<=@")/u, /"/u, { skip: /""/u }),
      DOUBLE,
      CHARACTER,
    ),
  ],
  ['pascal objectpascal', code(block(/\{/u, /\}/u), block(/\(\*/u, /\*\)/u), SLASHES, SINGLE)],
];
