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
