import type { Format } from '../syntax/rules';
import { codeOf } from './code-of';
import { found, linesOf, withoutParts, type FoundName } from './found-name';
import { settings } from './setting-keys';
import { sqlNames } from './sql-names';
import { yamlKeys } from './yaml-keys';

type KeyFormat = Exclude<Format, 'code' | 'markup'>;

/**
 * The keys of a text of data, and what a script defines: never what stands for a key, what a program
 * is given, or any text.
 */
export function keysIn(text: string, format: KeyFormat): readonly FoundName[] {
  switch (format) {
    case 'yaml':
      return yamlKeys(text);
    case 'json':
      return found(text, JSON_KEY);
    case 'ini':
      return settings(text);
    case 'headings':
      return headings(text);
    case 'dockerfile':
      return found(
        withoutParts(text, HERE_DOCUMENT, ([, name = '']) => new RegExp(`^[ \\t]*${name}$`)),
        DOCKER_NAME,
      );
    case 'makefile':
      return found(
        withoutParts(text, DEFINITION, () => /^[ ]*endef\b/u),
        MAKE_NAME,
      );
    case 'bat':
      return found(text, BATCH_NAME);
    case 'shell':
      return found(codeOf(text, 'shellscript'), SHELL_NAME);
    case 'powershell':
      return found(codeOf(text, 'powershell'), POWERSHELL_NAME);
    case 'cmake':
      return found(codeOf(text, 'cmake'), CMAKE_NAME);
    case 'viml':
      return found(
        withoutParts(
          codeOf(text, 'viml'),
          VIM_TEXT,
          ([, name = '']) => new RegExp(`^\\s*${name}$`),
        ),
        VIM_NAME,
      );
    case 'sql':
      return sqlNames(text);
  }
}

/** A string before a colon, or JSON5's bare word behind a brace or a comma; strings are skipped whole. */
const JSON_KEY =
  /"((?:[^"\\\n]|\\.)*)"(?=\s*:)|"(?:[^"\\\n]|\\[^])*"|'((?:[^'\\\n]|\\.)*)'(?=\s*:)|'(?:[^'\\\n]|\\[^])*'|(?:\/\/|#).*|\/\*[^]*?(?:\*\/|$(?![^]))|(?<=[{,]\s{0,80})([\p{L}_$][\p{L}\p{N}_$]*)(?=\s*:)/gu;

const HERE_DOCUMENT = /<<-?["']?(\w{1,80})["']?.*\n/gu;

const DOCKER_NAME =
  /(?<!\\\r?\n(?:[ \t]*#.*\r?\n){0,20})^[ \t]*(?:(?:ARG|ENV)[ \t]+(\w+)|FROM[ \t]+\S+[ \t]+AS[ \t]+([\w.-]+))/gimu;

/** What a variable of several lines is. */
const DEFINITION = /\n(?<=^[ ]*(?:(?:override|export|private)[ ]+){0,3}define[ ][^\n]{0,200}\n)/gmu;

/** Variables and targets; lines of recipes begin with a tab, a line may go on behind a backslash. */
const MAKE_NAME =
  /(?<!\\\r?\n)^(?:(?:export|override)[ ]+)?([\w.-]+)[ \t]*(?:[:?+!]{0,2}=(?!=)[ \t]*\S|:(?![=\w]))|^define[ ]+([\w.-]+)/gmu;

const BATCH_NAME = /^[ \t]*@?set[ \t]+(?:\/[ap][ \t]+)?"?(\w+)=|^:(\w+)/gimu;

/** At the beginning of a command: an assignment, a loop's variable, a function. */
const SHELL_NAME = new RegExp(
  String.raw`(?:^|[;&|{(]|\b(?:then|do|else)[ \t])[ \t]*(?:` +
    String.raw`(?:(?:export|local|readonly|declare|typeset)[ \t]+(?:-[A-Za-z]+[ \t]+)?)?([A-Za-z_]\w*)(?:\[[^\]\n]*\])?\+?=(?!=)` +
    String.raw`|alias[ \t]+([\w-]+)=|for[ \t]+([A-Za-z_]\w*)[ \t]+in\b` +
    String.raw`|function[ \t]+([\w-]+)|([A-Za-z_][\w-]*)[ \t]*\(\))`,
  'gmu',
);

const POWERSHELL_NAME =
  /(?<![\w$}\])])\$(?:(?:script|global|local):)?([A-Za-z_]\w*)(?![\w:])|\bfunction[ \t]+([\w-]+)/giu;

const CMAKE_NAME =
  /\b(?:set|option|function|macro|project|foreach|add_(?:executable|library|custom_target|test))[ \t]*\([ \t]*([\w.-]+)/giu;

/** `let a =<< trim END`, `lua << END` */
const VIM_TEXT = /<<[ \t]*(?:(?:trim|eval)[ \t]+){0,2}(\w{1,80})[ \t]*\n/gu;

const VIM_NAME =
  /^[ \t]*(?:let[ \t]+(?:[a-z]:)?(\w+)[ \t]*[.+-]?=|func(?:tion)?!?[ \t]+(?:[a-z]:)?(\w+))/gmu;

/** What headings have in backticks, of Markdown and AsciiDoc; comments and listings have none. */
function headings(text: string): readonly FoundName[] {
  const names: FoundName[] = [];
  let fence: string | undefined;
  let before = '';
  const plain = withoutParts(text, FRONT_MATTER, () => /^(?:---|\.{3})[ \t]*$/u);
  for (const { line, at } of linesOf(withoutParts(plain, MARKUP_COMMENT, closeOfComment))) {
    const mark = fenceOf(line);
    // Four dashes below a line make a heading of it in Markdown.
    const isListing = mark !== '' && !(mark.startsWith('-') && /^[^[.\s]/u.test(before));
    before = line;
    if (fence !== undefined) {
      if (mark.startsWith(fence)) fence = undefined;
      continue;
    }
    if (isListing) fence = mark;
    if (!/^ {0,3}(?:#{1,6}|={1,6})\s/u.test(line)) continue;
    for (const { 1: code = '', index } of line.matchAll(/`([^`]+)`/gu)) {
      const words = found(code, /([\p{L}_$][\p{L}\p{M}\p{N}_$]*)/gu);
      names.push(...words.map((word) => ({ ...word, at: at + index + 1 + word.at })));
    }
  }
  return names;
}

function fenceOf(line: string): string {
  const [, marks, delimiter] = FENCE.exec(line) ?? [];
  return marks ?? delimiter ?? '';
}

const FRONT_MATTER = /---[ \t]*\n(?<![^]---[ \t]*\n)/gu;
/** MDX's too; one that is not closed goes on to the end. */
const MARKUP_COMMENT = /<!--|\{\/\*/gu;
const closeOfComment = ([open]: RegExpExecArray): RegExp =>
  open === '<!--' ? /-->|$(?![^])/u : /\*\/|$(?![^])/u;
const FENCE = /^\s*(`{3,}|~{3,})|^(-{4,}|\.{4,}|\/{4,}|\+{4,})\s*$/u;
