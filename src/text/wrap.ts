import type { CommentStyle, ScopeAt } from './scope';

/** Where a text is wrapped. */
export interface WrapPlace {
  /** The line before the place. */
  readonly lineLeft: string;
  /** The line behind it. */
  readonly lineRight: string;
  /** The ruler: how many columns a line may have. */
  readonly column: number;
  readonly tabSize: number;
  /** What each further line begins with: `  // `, ` * `, `# `, ''. */
  readonly continuation: string;
}

/**
 * `text`, with the spaces that join it to its place, in lines that do not pass the column where a
 * space allows that: there `\n` and the continuation stand for spaces. What is there already does not
 * change; a word that is longer than a line stands alone; a line break of the text's own starts a
 * line at its first column. No line is begun with what would mean something there: `#1`, `@name`,
 * `-`, `1.`
 */
export function wrapText(text: string, place: WrapPlace): string {
  const { column, continuation } = place;
  const left = widthOf(place.continuation, place);
  let line = lineOf(place.lineLeft, place);
  let wrapped = '';
  for (const { spaces, words, isLast } of unitsOf(text)) {
    const glued = isLast ? (/^\S*/u.exec(place.lineRight)?.[0] ?? '') : '';
    const isBreakable = words !== '' && (spaces !== '' || line.endsInBlank);
    const before = lineOf(spaces, place, line);
    const after = lineOf(words, place, before);
    const isOver = lineOf(glued, place, after).width > column;
    // A new line has more room than this one, and leaves more than a marker behind.
    if (isBreakable && isOver && before.hasWords && before.width > left) {
      wrapped += `\n${continuation}${words}`;
      line = lineOf(continuation + words, place);
    } else {
      wrapped += spaces + words;
      line = after;
    }
  }
  return wrapped;
}

/** What is written on one line: words that hold on to each other, with the spaces before them. */
interface Unit {
  readonly spaces: string;
  readonly words: string;
  readonly isLast: boolean;
}

/** Behind a space, a word that would begin a list, a title, a tag or a comment if it began a line. */
const UNIT =
  / *(?:\n+|[^ \n]+(?: +(?:[#>@][^ \n]*|[-+*=]+(?![^ \n])|\d{1,9}[.)](?![^ \n])))*)| +/gu;

function unitsOf(text: string): Unit[] {
  const units = text.match(UNIT) ?? [];
  return units.map((unit, i) => {
    const words = unit.replace(/^ +/u, '');
    return words === '' || unit.endsWith('\n')
      ? { spaces: unit, words: '', isLast: false }
      : {
          spaces: unit.slice(0, unit.length - words.length),
          words,
          isLast: i === units.length - 1,
        };
  });
}

/** What of a line decides where it breaks. */
interface Line {
  readonly width: number;
  readonly hasWords: boolean;
  readonly endsInBlank: boolean;
}

const EMPTY: Line = { width: 0, hasWords: false, endsInBlank: false };

/** The line that `text` makes of `line`: of what is added, only the last line counts. */
function lineOf(text: string, place: Pick<WrapPlace, 'tabSize'>, line = EMPTY): Line {
  const lineBreak = text.lastIndexOf('\n');
  if (lineBreak >= 0) return lineOf(text.slice(lineBreak + 1), place);
  if (text === '') return line;
  return {
    width: widthOf(text, place, line.width),
    hasWords: line.hasWords || /[\p{L}\p{N}]/u.test(text),
    endsInBlank: /[ \t]$/u.test(text.slice(-1)),
  };
}

const WIDE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;

/** The columns of a line as an editor counts them, `from` of which stand before this part of it. */
function widthOf(line: string, { tabSize }: Pick<WrapPlace, 'tabSize'>, from = 0): number {
  let width = from;
  for (const character of line) {
    if (character === '\t') width += tabSize - (width % tabSize);
    else width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/**
 * What a line begins with that goes on behind `lineLeft`, the anchor's line up to it; nothing where
 * a line break would be part of the program: in code and in strings, but for those that document.
 * A list's item hangs; a comment behind code goes on in its column; `/**` is answered by ` * `.
 */
export function continuationOf(lineLeft: string, at: ScopeAt): string | undefined {
  if (at.comment) return ofComment(lineLeft, at.comment);
  return at.within === 'document' ? hanging(lineLeft, /^\s*(?:>[ \t]?)*/u) : undefined;
}

function ofComment(line: string, { kind, open, openedAt }: CommentStyle): string {
  if (openedAt === undefined) {
    return open.startsWith('/*')
      ? hanging(line, /^\s*(?:\*(?!\S)[ \t]*)?/u)
      : hanging(line, /^\s*/u);
  }
  if (kind === 'docString') return /^\s*/u.exec(line)?.[0] ?? '';
  const before = blank(line.slice(0, openedAt));
  const behind = line.slice(openedAt + open.length);
  const marker = MARKER.exec(behind)?.[0] ?? '';
  const hung = hang(behind.slice(marker.length));
  if (kind === 'line') return before + spaced(open + marker) + hung;
  return before + (open.startsWith('/*') ? ' * ' : blank(spaced(open + marker))) + hung;
}

/** The rest of a comment's marker, as in `///`, `//!`, `;;` and `/**`, and its spaces. */
const MARKER = /^[/!#;%*']*[ \t]*/u;

function spaced(marker: string): string {
  return /[ \t]$/u.test(marker) ? marker : `${marker} `;
}

/** The prefix of `line`, and the blanks under a list's marker behind it. */
function hanging(line: string, prefix: RegExp): string {
  const begin = prefix.exec(line)?.[0] ?? '';
  return (begin.trim() === '' ? begin : spaced(begin)) + hang(line.slice(begin.length));
}

/** The blanks that stand under a list's marker. */
function hang(text: string): string {
  return blank(/^(?:[-*+•]|\d{1,3}[.)])[ \t]+/u.exec(text)?.[0] ?? '');
}

function blank(text: string): string {
  return text.replace(/[^\t]/gu, ' ');
}
