import { JSX, PHP } from './curly';
import {
  block,
  code,
  declaration,
  line,
  longString,
  nest,
  prose,
  rawString,
  region,
  tag,
  type LanguageRow,
  type Rule,
  type Syntax,
} from './rules';

const HTML_COMMENT = block(/<!--/u, /-->/u);
const FRONT_MATTER = region(/---[ \t]*\n(?<![^]---[ \t]*\n)/u, /^---[ \t]*$/u, 'yaml');
const STYLE = region(/<style\b[^<>]*>/u, /<\/style[^<>]*>?/u, 'scss');
/** A script of another type is a text that a script reads. */
const SCRIPT = region(/<script\b[^<>]*>/u, /<\/script[^<>]*>?/u, (open) => {
  const type = /\btype\s*=\s*["']?([\w/+.-]+)/iu.exec(open)?.[1]?.toLowerCase();
  if (type === undefined || /script|^module$|babel|jsx/u.test(type)) return 'javascript';
  return /json|importmap/u.test(type) ? 'json' : 'plaintext';
});
/** Comments of Handlebars, Blade and Jinja: `{{! x }}`, `{{!-- x --}}`, `{{-- x --}}`, `{# x #}`. */
const TEMPLATE_COMMENTS = [
  block(/\{\{~?!--/u, /--~?\}\}/u),
  block(/\{\{~?!/u, /\}\}/u),
  block(/\{\{--/u, /--\}\}/u),
  block(/<%--/u, /--%>/u),
  block(/\{#/u, /#\}/u),
  block(
    /\{%-?[ \t]*(?:comment|raw|verbatim)\b/u,
    /\{%-?[ \t]*end(?:comment|raw|verbatim)\b[^%\n]{0,80}%\}/u,
  ),
];
/** What a template writes into a value, with quotes of its own. */
const WRITTEN = { skip: /\{\{[^{}]{0,500}\}\}|<(?:%[^%]{0,500}%|\?[^?]{0,500}\?)>/u };
/** Attributes' values are strings, those in braces code; what a template writes has no names. */
const tagWith = (...rules: Rule[]): Rule =>
  nest(
    /<(?=[A-Za-z/])/u,
    '<',
    tag(
      HTML_COMMENT,
      ...TEMPLATE_COMMENTS,
      block(/<%/u, /%>/u),
      block(/<\?/u, /\?>/u),
      longString(/"(?<!\w")/u, /"/u, WRITTEN),
      longString(/'(?<!\w')/u, /'/u, WRITTEN),
      ...rules,
    ),
  );
const TAG = tagWith();
const TAG_WITH_CODE = tagWith(nest(/\{/u, '{', JSX));
const CDATA = region(/<!\[CDATA\[/u, /\]\]>/u, 'plaintext');
/** A document's type, and what is defined in it. */
const DECLARATION = nest(/<[!?]/u, '<', declaration(rawString(/"/u), rawString(/'/u)));
/** What stands between these tags is text, whatever it looks like. */
const PLAIN_ELEMENT = region(
  /<(?:textarea|title|xmp)\b[^<>]*>/u,
  /<\/(?:textarea|title|xmp)[^<>]*>?/u,
  'plaintext',
);
const MUSTACHE = region(/\{\{/u, /\}\}/u, 'javascript');

/** What a fence may call a language beside its id. */
const FENCE_NAMES: ReadonlyMap<string, string> = new Map(
  [
    ['javascript', 'js jsx mjs cjs node'],
    ['typescript', 'ts tsx'],
    ['python', 'py python3'],
    ['ruby', 'rb'],
    ['rust', 'rs'],
    ['go', 'golang'],
    ['shellscript', 'sh bash zsh shell console'],
    ['powershell', 'ps1 pwsh'],
    ['yaml', 'yml'],
    ['cpp', 'c++'],
    ['csharp', 'cs c#'],
    ['kotlin', 'kt'],
    ['haskell', 'hs'],
    ['elixir', 'ex exs'],
    ['dockerfile', 'docker'],
    ['makefile', 'make'],
    ['markdown', 'md'],
    ['plaintext', 'text txt'],
    ['bat', 'batch cmd'],
  ].flatMap(([id = '', names = '']) =>
    names.split(' ').map((name): [string, string] => [name, id]),
  ),
);

const FENCE = region(
  /(?=[`~]{3})(?<=^[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(?:`{3}`*[^`\n]*|~{3}[^\n]*)\n/u,
  (open) => new RegExp(`^[ \\t>]*${/^(?:`+|~+)/u.exec(open)?.[0] ?? ''}[\`~]*[ \\t]*$`, 'u'),
  (open) => {
    const name = /^[`~]+[ \t]*\{?\.?([\w+#-]*)/u.exec(open)?.[1]?.toLowerCase() ?? '';
    return FENCE_NAMES.get(name) ?? name;
  },
);

/** @param server what language stands in `<% %>` */
const html = (server: string): Syntax =>
  prose(
    HTML_COMMENT,
    CDATA,
    ...TEMPLATE_COMMENTS,
    SCRIPT,
    STYLE,
    PLAIN_ELEMENT,
    MUSTACHE,
    nest(/<\?(?:php\b|=)/u, '<?', PHP),
    region(/<%#/u, /%>/u, 'plaintext'),
    region(/<%/u, /%>/u, server),
    DECLARATION,
    TAG,
  );
const HTML = html('plaintext');

/** Languages of text and of markup, by VS Code's ids. */
export const MARKUP: readonly LanguageRow[] = [
  [
    'markdown mdx quarto rmd prompt instructions chatagent',
    prose(FRONT_MATTER, FENCE, HTML_COMMENT),
    { names: 'headings' },
  ],
  ['plaintext scminput log search-result csv org textile', prose()],
  ['restructuredtext asciidoc', prose(), { names: 'headings' }],
  ['git-commit', prose(line(/#(?<=^#)/u))],
  ['latex tex bibtex latex-expl3 doctex', prose(line(/%(?<!\\%)/u))],
  [
    'html vue-html handlebars razor aspnetcorerazor twig blade jinja-html django-html',
    HTML,
    { names: 'markup' },
  ],
  ['erb', html('ruby'), { names: 'markup' }],
  ['ejs', html('javascript'), { names: 'markup' }],
  ['php', HTML, { dialect: 'pointer', names: 'markup' }],
  ['vue', HTML, { dialect: 'javascript', arrow: '=>', names: 'markup' }],
  [
    'svelte',
    prose(HTML_COMMENT, SCRIPT, STYLE, region(/\{/u, /\}/u, 'javascript'), TAG_WITH_CODE),
    { dialect: 'javascript', arrow: '=>', names: 'markup' },
  ],
  [
    'astro',
    prose(
      region(/---[ \t]*\n(?<![^]---[ \t]*\n)/u, /^---[ \t]*$/u, 'typescript'),
      HTML_COMMENT,
      SCRIPT,
      STYLE,
      region(/\{/u, /\}/u, 'javascript'),
      TAG_WITH_CODE,
    ),
    { names: 'markup' },
  ],
  ['xml xsl svg xaml', prose(HTML_COMMENT, CDATA, DECLARATION, TAG), { names: 'markup' }],
  ['diff', code(), { names: null }],
];
