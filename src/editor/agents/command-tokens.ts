/** One word of a command line, or an operator between words. */
export type CommandToken =
  | {
      readonly word: string;
      /** Whether nothing of it is quoted, so that a shell may take it for a word of its own: `if`, `{`. */
      readonly isPlain: boolean;
    }
  | { readonly operator: string };

/** As deep as `"$(echo "$(…)")"` is looked into. */
const MAX_NESTING = 50;

const SPACE = /(?:[^\S\n]|[\\`^]\n)+|#[^\n]*/uy;
const REDIRECTION =
  /\d?>&(?:\d+|-)|\d?<&(?:\d+|-)|&>>?|\d?>>[|!]?|\d?>[|!&]?|<<<|<<-?|\d?<>|\d?</uy;
const OPERATOR = /&&|\|\||\|&|&[!|]|;;&|;[;&]|[;|&()\n]/uy;
const ESCAPED = /\\[\s'"$`\\|&;<>()#*?!~{}[\]]/uy;
const ENDS_WORD = /[\s;|&<>()]/u;

/**
 * The tokens of a line, with quotes and what a backslash stands before in the manner of POSIX; Windows'
 * paths stay whole, and so does what a shell would expand (`$(…)`, `<(…)`). Texts that stand in the line
 * (`<<EOF`) are none of it.
 *
 * @returns nothing where a quote does not end
 */
export function commandTokens(commandLine: string): readonly CommandToken[] | undefined {
  const line = commandLine.replace(/\r\n?/gu, '\n');
  const tokens: CommandToken[] = [];
  /** Where the texts that begin behind this line end. */
  let hereDocuments: string[] = [];
  let isDelimiter = false;
  let at = 0;
  while (at < line.length) {
    const space = matchAt(SPACE, line, at);
    const isInner = /^[<>]\(/u.test(line.slice(at, at + 2));
    const redirection = isInner ? undefined : matchAt(REDIRECTION, line, at);
    const operator = matchAt(OPERATOR, line, at);
    if (space !== undefined) at += space.length;
    else if (redirection !== undefined) {
      tokens.push({ operator: redirection });
      isDelimiter = redirection.startsWith('<<') && redirection !== '<<<';
      at += redirection.length;
    } else if (operator !== undefined) {
      tokens.push({ operator });
      at += operator.length;
      if (operator !== '\n') continue;
      for (const end of hereDocuments) at = behindText(line, at, end);
      hereDocuments = [];
    } else {
      const word = wordAt(line, at);
      if (word === undefined) return undefined;
      tokens.push({ word: word.text, isPlain: word.isPlain });
      if (isDelimiter) hereDocuments.push(word.text);
      isDelimiter = false;
      at = word.end;
    }
  }
  return tokens;
}

function matchAt(pattern: RegExp, line: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0];
}

/** Behind the text that begins at `at`, and the line that ends it. */
function behindText(line: string, at: number, end: string): number {
  let start = at;
  while (start < line.length) {
    const newline = line.indexOf('\n', start);
    const next = newline < 0 ? line.length : newline;
    if (line.slice(start, next).trim() === end) return next;
    start = next + 1;
  }
  return line.length;
}

interface Word {
  readonly text: string;
  readonly isPlain: boolean;
  readonly end: number;
}

function wordAt(line: string, start: number): Word | undefined {
  let text = '';
  let isPlain = true;
  let at = start;
  while (at < line.length) {
    const char = line.charAt(at);
    const escaped = matchAt(ESCAPED, line, at);
    const isInner = /^[$<>]\(|^\$[{]/u.test(line.slice(at, at + 2)) || char === '`';
    // `A=(1 2)`
    const isList = char === '(' && text.endsWith('=');
    if (escaped !== undefined) {
      text += escaped.slice(1);
      isPlain = false;
      at += escaped.length;
    } else if (char === "'" || char === '"') {
      const end = behind(line, at);
      if (end === undefined) return undefined;
      const inside = line.slice(at + 1, end - 1);
      text += char === "'" ? inside : inside.replace(/\\(["$`\\])/gu, '$1');
      isPlain = false;
      at = end;
    } else if (isInner || isList) {
      const end = behind(line, isList || char === '`' ? at : at + 1);
      // A character of its own, as PowerShell has it.
      if (end === undefined && char !== '`') return undefined;
      text += line.slice(at, end ?? at + 1);
      at = end ?? at + 1;
    } else if (ENDS_WORD.test(char)) {
      break;
    } else {
      // `$'…'` and `$"…"` are quotes as well.
      if (char !== '$' || !/['"]/u.test(line.charAt(at + 1))) text += char;
      at += 1;
    }
  }
  return { text, isPlain, end: at };
}

const CLOSING: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '`': '`',
  '(': ')',
  '{': '}',
};

/**
 * Behind what a quote or a bracket at `at` begins, with all that stands in it.
 *
 * @returns nothing where it does not end
 */
function behind(line: string, at: number): number | undefined {
  const open = [CLOSING[line.charAt(at)] ?? ''];
  for (let i = at + 1; i < line.length; i++) {
    const char = line.charAt(i);
    const closing = open.at(-1);
    if (char === '\\' && closing !== "'") i += 1;
    else if (char === closing) {
      open.pop();
      if (open.length === 0) return i + 1;
    } else if (beginsInside(line, i, closing)) {
      if (open.length === MAX_NESTING) return undefined;
      open.push(CLOSING[char] ?? '');
    }
  }
  return undefined;
}

/** Whether something begins at `at`, within what ends with `closing`, that has an end of its own. */
function beginsInside(line: string, at: number, closing: string | undefined): boolean {
  const char = line.charAt(at);
  if (closing === "'" || closing === '`') return false;
  const isExpansion = line.charAt(at - 1) === '$';
  if (closing === '"') return isExpansion && (char === '(' || char === '{');
  return CLOSING[char] !== undefined && (char !== '{' || isExpansion);
}
