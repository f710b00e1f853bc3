import { scan } from '../syntax/scan';
import type { Format } from '../syntax/rules';

/** A name and where it stands: offset in its text. */
export interface FoundName {
  readonly name: string;
  readonly at: number;
}

type KeyFormat = Exclude<Format, 'code' | 'markup'>;

const WORD = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_$.-]*`;

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
      return found(text, DOCKER_NAME);
    case 'makefile':
      return found(text, MAKE_NAME);
    case 'bat':
      return found(text, BATCH_NAME);
    case 'shell':
      return found(codeOf(text, 'shellscript'), SHELL_NAME);
    case 'powershell':
      return found(codeOf(text, 'powershell'), POWERSHELL_NAME);
    case 'cmake':
      return found(codeOf(text, 'cmake'), CMAKE_NAME);
    case 'viml':
      return found(codeOf(text, 'viml'), VIM_NAME);
    case 'sql':
      return sqlNames(text);
  }
}

/** `text` with blanks for what is no code, so that every name stands where it stood. */
export function codeOf(text: string, languageId: string): string {
  let code = '';
  scan(text, languageId, {
    code: (from, to) => {
      code += blanks(text.slice(code.length, from)) + text.slice(from, to);
    },
    region: () => undefined,
  });
  return code;
}

/** As long as `text`: a blank for each half of a character, too. */
function blanks(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** The first group that has matched, of each match. */
function found(text: string, pattern: RegExp): readonly FoundName[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [whole = '', ...groups]: readonly (string | undefined)[] = match;
    const name = groups.find((group) => group !== undefined);
    return name === undefined ? [] : [{ name, at: match.index + whole.indexOf(name) }];
  });
}

/** A string before a colon, or JSON5's bare word behind a brace or a comma; strings are skipped whole. */
const JSON_KEY =
  /"((?:[^"\\\n]|\\.)*)"(?=\s*:)|"(?:[^"\\\n]|\\.)*"|'((?:[^'\\\n]|\\.)*)'(?=\s*:)|'(?:[^'\\\n]|\\.)*'|\/\/.*|\/\*[^]*?\*\/|(?<=[{,]\s{0,80})([\p{L}_$][\p{L}\p{N}_$]*)(?=\s*:)/gu;

const DOCKER_NAME = /^[ \t]*(?:(?:ARG|ENV)[ \t]+(\w+)|FROM[ \t]+\S+[ \t]+AS[ \t]+([\w.-]+))/gimu;

/** Variables and targets; lines of recipes begin with a tab, a line may go on behind a backslash. */
const MAKE_NAME =
  /(?<!\\\n)^(?:(?:export|override)[ ]+)?([\w.-]+)[ \t]*(?:[:?+!]{0,2}=(?!=)[ \t]*\S|:(?![=\w]))|^define[ ]+([\w.-]+)/gmu;

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

const VIM_NAME =
  /^[ \t]*(?:let[ \t]+(?:[a-z]:)?(\w+)[ \t]*[.+-]?=|func(?:tion)?!?[ \t]+(?:[a-z]:)?(\w+))/gmu;

/** Keys of mappings in block style. What a scalar spans is skipped: deeper lines, up to its last. */
function yamlKeys(text: string): readonly FoundName[] {
  const names: FoundName[] = [];
  let scalar: number | undefined;
  for (const { line, at } of linesOf(text)) {
    if (line.trim() === '') continue;
    const indent = /^ */u.exec(line)?.[0].length ?? 0;
    if (scalar !== undefined && indent > scalar) continue;
    scalar = undefined;
    const [whole, before = '', quoted, single, plain, value = ''] = YAML_KEY.exec(line) ?? [];
    if (whole === undefined) continue;
    const name = quoted ?? single ?? plain ?? '';
    names.push({ name, at: at + line.indexOf(name, before.length) });
    // What has a value on its line has no keys below it; an anchor or a tag is none.
    if (/^(?:[&!]\S+\s*)*[^\s&!#]/u.test(value)) scalar = before.length;
  }
  return names;
}

const YAML_KEY = new RegExp(
  String.raw`^( *(?:[-?] +)*)(?:"([^"\\]+)"|'([^']+)'|(${WORD})) *:(?:[ \t]+(.*))?$`,
  'u',
);

/** Keys before `=` or `: `, and sections; what goes on in deeper lines, or in a long string, is none. */
function settings(text: string): readonly FoundName[] {
  const names: FoundName[] = [];
  let value: number | undefined;
  let closing: RegExp | undefined;
  let isContinued = false;
  for (const { line, at } of linesOf(text)) {
    const isInside = isContinued || closing !== undefined;
    isContinued = /(?:^|[^\\])(?:\\\\)*\\$/u.test(line);
    if (closing?.test(line) === true) closing = undefined;
    if (isInside) continue;
    const indent = /^[ \t]*/u.exec(line)?.[0].length ?? 0;
    const section = SECTION.exec(line)?.[1];
    if (section !== undefined || /[{}]\s*$/u.test(line)) value = undefined;
    if (section !== undefined) {
      const start = at + line.indexOf(section);
      names.push(...found(section, PART).map((part) => ({ ...part, at: start + part.at })));
      continue;
    }
    if (value !== undefined && indent > value && line.trim() !== '') continue;
    const [whole, name = '', what = ''] = SETTING.exec(line) ?? [];
    if (whole === undefined) continue;
    names.push(
      ...found(name, PART).map((part) => ({ ...part, at: at + line.indexOf(name) + part.at })),
    );
    value = indent;
    closing = closingOf(what);
  }
  return names;
}

const SECTION = new RegExp(String.raw`^[ \t]*\[+((?:${WORD})+)\]+[ \t]*$`, 'u');
const SETTING = new RegExp(
  String.raw`^[ \t]*(?:export[ \t]+)?(${WORD})[ \t]*(?:=(?!=)|:(?=[ \t]))[ \t]*(\S.*)$`,
  'u',
);
/** Of a dotted key. */
const PART = new RegExp(`(${WORD.replace('.', '')})`, 'gu');

/** What ends the long string that `value` opens: TOML's quotes, a here document's name. */
function closingOf(value: string): RegExp | undefined {
  const mark = /"""|'''/u.exec(value)?.[0];
  if (mark !== undefined) return value.split(mark).length === 2 ? new RegExp(mark, 'u') : undefined;
  const name = /<<[-~]?["']?(\w+)/u.exec(value)?.[1];
  return name === undefined ? undefined : new RegExp(String.raw`^\s*${name}\s*$`, 'u');
}

/** What headings have in backticks, of Markdown and AsciiDoc. */
function headings(text: string): readonly FoundName[] {
  const names: FoundName[] = [];
  let fence: string | undefined;
  for (const { line, at } of linesOf(text)) {
    const mark = /^\s*(`{3}|~{3})/u.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark === fence) fence = undefined;
      continue;
    }
    fence = mark;
    if (!/^ {0,3}(?:#{1,6}|={1,6})\s/u.test(line)) continue;
    for (const { 1: code = '', index } of line.matchAll(/`([^`]+)`/gu)) {
      const words = found(code, /([\p{L}_$][\p{L}\p{M}\p{N}_$]*)/gu);
      names.push(...words.map((word) => ({ ...word, at: at + index + 1 + word.at })));
    }
  }
  return names;
}

/** What is created, altered and filled, and the columns of tables. */
function sqlNames(text: string): readonly FoundName[] {
  // What `COPY … FROM stdin` is given.
  const plain = text.replace(
    /(^COPY\b[^;]{0,2000}\bFROM\s+stdin\b[^;]{0,200};)([^]*?)(^\\\.|$(?![^]))/gimu,
    (_, copy: string, rows: string, end: string) => copy + blanks(rows) + end,
  );
  const code = codeOf(plain, 'sql');
  const columns = [...code.matchAll(SQL_TABLE)].flatMap((table) => {
    const start = table.index + table[0].length;
    const body =
      /^(?:[^()]|\((?:[^()]|\([^()]{0,200}\)){0,200}\)){0,20000}/u.exec(code.slice(start))?.[0] ??
      '';
    return found(body, SQL_COLUMN).map(({ name, at }) => ({ name, at: at + start }));
  });
  return [...found(code, SQL_NAME), ...columns];
}

const SQL_NAME =
  /\b(?:create\s+(?:or\s+replace\s+)?(?:(?:global|local|temporary|temp|unlogged|unique|materialized|recursive)\s+){0,2}(?:table|view|function|procedure|trigger|index|schema|type|sequence|database)|alter\s+table|insert\s+into|join)\s+(?:if\s+(?:not\s+)?exists\s+)?(?:[\w$]+\.)?([\p{L}_][\p{L}\p{N}_$]*)/giu;
const SQL_TABLE = /\bcreate\s+(?:\w+\s+){0,2}table\s+(?:if\s+not\s+exists\s+)?[^\s(;]*\s*\(/giu;
const SQL_COLUMN =
  /(?:^|,)\s*(?!(?:constraint|primary|foreign|unique|check|key|index)\b)([\p{L}_][\p{L}\p{N}_$]*)[ \t]+[a-z]/giu;

function linesOf(text: string): readonly { readonly line: string; readonly at: number }[] {
  let at = 0;
  return text.split('\n').map((whole) => {
    const line = { line: whole.replace(/\r$/u, ''), at };
    at += whole.length + 1;
    return line;
  });
}
