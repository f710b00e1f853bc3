/**
 * How the names of a language's texts are found. `code`: all words outside of comments and strings;
 * `markup`: tags, attributes, and the code between them; `headings`: what a heading has in backticks;
 * the others: keys and what is defined. What is in none of them is not known to have names.
 */
export type Format =
  | 'code'
  | 'markup'
  | 'headings'
  | 'yaml'
  | 'json'
  | 'ini'
  | 'shell'
  | 'powershell'
  | 'bat'
  | 'dockerfile'
  | 'makefile'
  | 'cmake'
  | 'viml'
  | 'sql';

const LANGUAGES: Readonly<Record<Format, string>> = {
  code:
    'javascript javascriptreact typescript typescriptreact mongo qml css scss less postcss sass ' +
    'c cpp cuda-cpp objective-c objective-cpp hlsl glsl wgsl shaderlab arduino java apex csharp go ' +
    'rust kotlin swift scala groovy dart zig graphql proto proto3 solidity d verilog systemverilog ' +
    'v vala haxe actionscript thrift bicep fsharp pascal objectpascal python starlark snakemake ' +
    'cython ruby crystal perl perl6 raku elixir erlang r rmd-chunk julia nim coffeescript nix ' +
    'gdscript lua luau haskell elm purescript idris agda ada vhdl clojure lisp commonlisp scheme ' +
    'racket elisp emacs-lisp fennel asm nasm ocaml reason rescript sml coq matlab octave prolog ' +
    'fortran fortran-modern FortranFreeForm vb vba vbs gleam odin move cairo',
  markup:
    'html php vue-html vue svelte astro handlebars erb ejs razor aspnetcorerazor twig blade ' +
    'jinja-html django-html xml xsl svg xaml',
  headings: 'markdown mdx quarto rmd prompt instructions chatagent asciidoc restructuredtext',
  yaml: 'yaml dockercompose github-actions-workflow helm ansible azure-pipelines',
  json: 'json jsonc jsonl json5 snippets',
  ini: 'ini properties editorconfig toml dotenv terraform hcl terraform-vars',
  shell: 'shellscript fish',
  powershell: 'powershell',
  bat: 'bat',
  dockerfile: 'dockerfile',
  makefile: 'makefile',
  cmake: 'cmake',
  viml: 'viml vim',
  sql: 'sql plsql pgsql mysql',
};

const FORMATS: ReadonlyMap<string, Format> = new Map(
  formats().flatMap((format) =>
    LANGUAGES[format].split(' ').map((id): [string, Format] => [id, format]),
  ),
);

function formats(): readonly Format[] {
  return Object.keys(LANGUAGES).filter((key): key is Format => Object.hasOwn(LANGUAGES, key));
}

/** The format of VS Code's language `languageId`; nothing where a text may be anything. */
export function formatOf(languageId: string): Format | undefined {
  return FORMATS.get(languageId);
}

/** Files of code and markup by their endings: what their names, and symbols in them, are names of. */
const NAMED_FILES = new RegExp(
  String.raw`(?:^(?:dockerfile|makefile|gnumakefile|rakefile|gemfile|jenkinsfile|vagrantfile)|\.(?:${(
    'ts tsx mts cts js jsx mjs cjs py pyi pyx rb rake go rs java kt kts scala groovy gradle swift c h cc ' +
    'cpp cxx hh hpp hxx m mm cu cuh cs fs fsx vb php pl pm lua luau dart zig nim cr ex exs erl hrl hs lhs ' +
    'elm purs ml mli res re clj cljs cljc edn lisp el scm rkt jl r f f90 f95 for pas d v sv vhd vhdl asm s ' +
    'sol proto graphql gql thrift coffee gd hx css scss less sass styl sh bash zsh fish ps1 psm1 bat cmd ' +
    'cmake mk sql html htm xhtml vue svelte astro hbs erb ejs cshtml razor twig xml xsl xsd svg xaml md mdx ' +
    'rst adoc json jsonc yaml yml toml tf nix vim ipynb'
  ).replaceAll(' ', '|')}))$`,
);

/** Whether the file at `path` is one whose name programmers say. */
export function isNamedFile(path: string): boolean {
  return NAMED_FILES.test(path.slice(path.lastIndexOf('/') + 1).toLowerCase());
}

/** Files of code, where what a language service finds are names. */
const NO_SYMBOLS = /\.(?:md|mdx|rst|adoc|json|jsonc|ya?ml|toml|xml|xsd|html?|xhtml|svg|ipynb|tf)$/;

/** Whether the symbols that a language service finds in the file at `path` are names of code. */
export function hasSymbols(path: string): boolean {
  return isNamedFile(path) && !NO_SYMBOLS.test(path.toLowerCase());
}
