/** A row or a column: so many behind a place that is known, or that nobody knows. */
interface Coordinate {
  /** 0: the edge of the screen; else a place that nobody knows, each another one. */
  readonly origin: number;
  readonly offset: number;
}

/** Where a program has left the terminal's caret; two are the same where both coordinates are. */
export interface CaretPlace {
  readonly row: Coordinate;
  readonly column: Coordinate;
}

export function isSamePlace(one: CaretPlace, other: CaretPlace): boolean {
  return isSame(one.row, other.row) && isSame(one.column, other.column);
}

/**
 * Whether the caret has certainly gone to another column. A program that leaves it below what it draws goes to
 * another row only, when that grows.
 */
export function hasMoved(from: CaretPlace, to: CaretPlace): boolean {
  return from.column.origin === to.column.origin && !isSame(from.column, to.column);
}

/** Where the caret is behind a text of one line. */
export function behind({ row, column }: CaretPlace, text: string): CaretPlace {
  return { row, column: moved(column, widthOf(text)) };
}

function isSame(one: Coordinate, other: Coordinate): boolean {
  return one.origin === other.origin && one.offset === other.offset;
}

const [ESCAPE, BELL] = ['\u001b', '\u0007'];

/**
 * Control sequences with their parameters and last letter, what is told to the terminal (titles), and other
 * sequences (ECMA-48 §5.3 to §5.6).
 */
const SEQUENCE = new RegExp(
  `${ESCAPE}(?:\\[([0-?]*)[ -/]*([@-~])|[\\]PX^_][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)|[ -/]*([0-OQ-WYZ\`-~]))`,
  'uy',
);

/** A sequence that goes on in the next piece; longer ones are given up. */
const UNFINISHED = new RegExp(
  `${ESCAPE}(?:\\[[0-?]*[ -/]*|[\\]PX^_][^${BELL}${ESCAPE}]*${ESCAPE}?|[ -/]*)$`,
  'uy',
);
const LONGEST = 8192;

const TEXT = /\P{Cc}+/uy;

const TAB = 8;

/**
 * Follows the caret of a terminal through what programs write. Nobody tells how wide the terminal is,
 * so lines are taken to have no end: a place is only good for telling whether the caret is there again.
 */
export class Caret {
  private row = unknown();
  /** A shell has ended its line before it runs a program. */
  private column = at(0);
  private saved: CaretPlace | undefined;
  private piece = '';

  get place(): CaretPlace {
    return { row: this.row, column: this.column };
  }

  write(data: string): void {
    const text = this.piece + data;
    this.piece = '';
    let start = 0;
    while (start < text.length) {
      const character = text[start] ?? '';
      if (character === ESCAPE) {
        const [sequence, parameters, letter, escape] = matchAt(SEQUENCE, text, start) ?? [];
        if (letter !== undefined) this.sequence(parameters ?? '', letter);
        else if (escape !== undefined) this.escape(escape);
        else if (sequence === undefined && matchAt(UNFINISHED, text, start) !== null) {
          if (text.length - start <= LONGEST) this.piece = text.slice(start);
          return;
        }
        start += sequence?.length ?? 1;
        continue;
      }
      const shown = matchAt(TEXT, text, start)?.[0];
      if (shown === undefined) this.control(character);
      else this.column = moved(this.column, widthOf(shown));
      start += shown?.length ?? 1;
    }
  }

  private control(control: string): void {
    switch (control) {
      case '\r':
        this.column = at(0);
        break;
      case '\n':
      case '\v':
      case '\f':
        this.row = moved(this.row, 1);
        break;
      case '\b':
        this.column = moved(this.column, -1);
        break;
      case '\t': {
        const { origin, offset } = this.column;
        this.column = origin === 0 ? at(offset - (offset % TAB) + TAB) : unknown();
        break;
      }
    }
  }

  private escape(letter: string): void {
    switch (letter) {
      case '7':
        this.saved = this.place;
        break;
      case '8':
        this.restore();
        break;
      case 'D':
        this.row = moved(this.row, 1);
        break;
      case 'E':
        this.row = moved(this.row, 1);
        this.column = at(0);
        break;
      case 'M':
        this.row = moved(this.row, -1);
        break;
      case 'c':
        this.go(at(0), at(0));
        break;
    }
  }

  private sequence(parameters: string, letter: string): void {
    // Those of `?` and the like move nothing, but that the screen may be another one.
    if (/^[<=>?]/u.test(parameters)) {
      if (/^\?(?:\d+;)*(?:47|104[79])(?:;\d+)*$/u.test(parameters)) this.go(unknown(), unknown());
      return;
    }
    const numbers = parameters.split(/[;:]/u).map(Number);
    const count = Math.max(1, numbers[0] ?? 1);
    switch (letter) {
      case 'A':
        this.row = moved(this.row, -count);
        break;
      case 'B':
      case 'e':
        this.row = moved(this.row, count);
        break;
      case 'C':
      case 'a':
        this.column = moved(this.column, count);
        break;
      case 'D':
        this.column = moved(this.column, -count);
        break;
      case 'E':
        this.go(moved(this.row, count), at(0));
        break;
      case 'F':
        this.go(moved(this.row, -count), at(0));
        break;
      case 'G':
      case '`':
        this.column = at(count - 1);
        break;
      case 'H':
      case 'f':
        this.go(at(count - 1), at(Math.max(1, numbers[1] ?? 1) - 1));
        break;
      case 'd':
        this.row = at(count - 1);
        break;
      case 'L':
      case 'M':
        this.column = at(0);
        break;
      case 'r':
        this.go(at(0), at(0));
        break;
      case 's':
        this.saved = this.place;
        break;
      case 'u':
        this.restore();
        break;
      case 'I':
      case 'Z':
      case 'b':
        this.column = unknown();
        break;
    }
  }

  private go(row: Coordinate, column: Coordinate): void {
    this.row = row;
    this.column = column;
  }

  private restore(): void {
    this.go(this.saved?.row ?? at(0), this.saved?.column ?? at(0));
  }
}

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

let unknowns = 0;

function unknown(): Coordinate {
  return { origin: ++unknowns, offset: 0 };
}

function at(offset: number): Coordinate {
  return { origin: 0, offset };
}

/** The edges at the top and the left hold. */
function moved({ origin, offset }: Coordinate, by: number): Coordinate {
  return { origin, offset: origin === 0 ? Math.max(0, offset + by) : offset + by };
}

/** In cells, about: letters of East Asia and emoji have two. */
function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const { segment } of SEGMENTER.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

/** What most of a screen is made of, frames too. */
const NARROW = /^[ -~\u00a0-\u02ff\u2010-\u2027\u2190-\u2193\u2500-\u259f\u2800-\u28ff]*$/u;

const SEGMENTER = new Intl.Segmenter();

const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
