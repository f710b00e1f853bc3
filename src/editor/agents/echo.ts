import { behind, Caret, hasMoved, isSamePlace, type CaretPlace } from './caret';

/** A program shows what was typed within this time; what it writes later it writes for itself. */
export const ECHO_MS = 600;

/** What has come of the echo of the last text. */
type State =
  /** Nothing was written yet, or something else than the echo has come. */
  | { readonly kind: 'none' }
  /** So much of it is still to come. */
  | {
      readonly kind: 'awaited';
      readonly text: string;
      readonly rest: string;
      readonly line: Line | undefined;
    }
  | Shown;

/** A text of one line: where the caret was before it, and is behind it if nothing else comes there. */
interface Line {
  readonly from: CaretPlace;
  readonly ends: CaretPlace;
}

/** The echo is there. */
interface Shown {
  readonly kind: 'shown';
  /** Letter by letter, and no more: what comes behind it somebody has typed. */
  readonly isPlain: boolean;
  /** As of what is awaited; nothing: whether the caret goes along was seen elsewhere. */
  readonly line: Line | undefined;
  /** Until then the program still draws it. */
  readonly untilMs: number;
  /** Where the caret was then. */
  readonly at: CaretPlace;
  /** What was written. */
  readonly text: string;
  /** Since when it is elsewhere, and what can be seen of what was drawn since. */
  readonly away: { readonly sinceMs: number; readonly seen: string } | undefined;
}

const NO_ECHO: State = { kind: 'none' };

/** So many letters of a text are enough to tell it from what else a program shows. */
const TELLING = 3;

/** A program draws in one go, which may come in pieces; what comes later it draws for another reason. */
const DRAWN_WITHIN_MS = 100;

/**
 * What a program shows of what was written to it, and whether anything else has come there since. Where
 * the caret goes along with what is typed, a program may write elsewhere, a hint that comes and goes,
 * and put the caret back: nobody has typed then. Where it does not, or that cannot be told, whatever the program writes may
 * be what somebody has typed.
 */
export class Echo {
  private state: State = NO_ECHO;
  private readonly caret = new Caret();
  /** Whether the caret goes along with what is written, as far as that was seen. */
  private caretFollows = false;
  private wroteAtMs = -Infinity;
  /** Where what was written begins. */
  private began: CaretPlace | undefined;

  /** @param now `Clock.now` */
  constructor(private readonly now: () => number) {}

  /**
   * Something was written to the program.
   *
   * @param isFirst whether nothing that is known stands before it
   */
  await(text: string, isFirst: boolean): void {
    const { place } = this.caret;
    const line = text.includes('\n') ? undefined : { from: place, ends: behind(place, text) };
    if (this.state.kind === 'shown') this.learn(this.state.line, this.state.at);
    if (isFirst) this.began = place;
    this.wroteAtMs = this.now();
    this.state = { kind: 'awaited', text: squeezed(text), rest: squeezed(text), line };
  }

  /** The program has written something. @returns whether anything of it can be seen */
  printed(data: string): boolean {
    this.caret.write(data);
    const shown = squeezed(data);
    this.state = this.after(shown);
    return shown !== '';
  }

  /** What was written last was taken away again; how a program does that is its own business. */
  takenBack(): void {
    this.state = { ...this.shown(''), untilMs: this.now() + ECHO_MS };
  }

  /** Nothing is known any more. */
  forget(): void {
    this.state = NO_ECHO;
  }

  /** Whether the caret goes along with what is typed, and certainly stands where that begins. */
  get isBackAtStart(): boolean {
    const isAwaited = this.state.kind === 'awaited';
    if (!this.caretFollows || isAwaited || this.began === undefined) return false;
    return isSamePlace(this.caret.place, this.began);
  }

  /** Whether nothing else can have come to what was written last. */
  get isUntouched(): boolean {
    return (
      this.state.kind === 'awaited' ||
      (this.state.kind === 'shown' && this.state.away === undefined)
    );
  }

  /** @param shown what can be seen of what the program has written */
  private after(shown: string): State {
    const { state } = this;
    switch (state.kind) {
      case 'none':
        return state;
      case 'awaited': {
        if (shown === '') return state;
        const { line } = state;
        const rest = state.rest.startsWith(shown) ? state.rest.slice(shown.length) : '';
        if (rest !== '') return { ...state, rest };
        // A program that is slow shows its own prompt first.
        if (!shown.includes(state.rest.slice(0, TELLING))) {
          const isNew = this.now() - this.wroteAtMs < ECHO_MS;
          return isNew ? { ...state, line: line && this.lineHere(line) } : NO_ECHO;
        }
        const isPlain = shown === state.rest;
        const isAtEnd = line !== undefined && isSamePlace(this.caret.place, line.ends);
        // Behind the echo, somebody may have typed.
        const isMore = !isPlain && shown.startsWith(state.rest);
        if (isMore && !isAtEnd && !this.mayEndHere(line)) return NO_ECHO;
        if (!isAtEnd) return this.shown(state.text, { isPlain, line });
        // What comes later may take it away again.
        this.learn(line, line.ends);
        return this.shown(state.text, { isPlain });
      }
      case 'shown':
        return this.now() <= state.untilMs
          ? this.whileDrawn(state, shown)
          : this.afterDrawn(state, shown);
    }
  }

  /** Whether what was written last may end anywhere: how a program indents the lines of a prompt nobody tells. */
  private mayEndHere(line: Line | undefined): boolean {
    return line === undefined && this.caretFollows && this.now() - this.wroteAtMs < ECHO_MS;
  }

  private whileDrawn(state: Shown, shown: string): State {
    const isTyped = state.isPlain && shown !== '' && !isSamePlace(this.caret.place, state.at);
    if (isTyped) return NO_ECHO;
    const untilMs = Math.min(this.now() + DRAWN_WITHIN_MS, this.wroteAtMs + ECHO_MS);
    return { ...state, untilMs: Math.max(state.untilMs, untilMs), at: this.caret.place };
  }

  /**
   * A program may write elsewhere, a hint that comes and goes, and put the caret back; or draw its prompt anew
   * in another row. Where the caret goes along with what is typed, nobody has typed then.
   */
  private afterDrawn(state: Shown, shown: string): State {
    const { at, line, text, away } = state;
    const { place } = this.caret;
    this.learn(line, at);
    if (!this.caretFollows) return NO_ECHO;
    const nowMs = this.now();
    if (away !== undefined && nowMs - away.sinceMs > DRAWN_WITHIN_MS) return NO_ECHO;
    const seen = (away?.seen ?? '') + shown;
    const isInColumn = isSamePlace({ ...place, row: at.row }, at);
    const isMoved = isInColumn && text !== '' && seen.includes(text);
    if (isMoved || isSamePlace(place, at)) {
      return { ...state, line: undefined, at: place, away: undefined };
    }
    return { ...state, line: undefined, away: { sinceMs: away?.sinceMs ?? nowMs, seen } };
  }

  /** A text that is still to come, from where the caret is now. */
  private lineHere({ from, ends }: Line): Line {
    const { place } = this.caret;
    if (this.began === from) this.began = place;
    return { from: place, ends: moved(place, widthOf({ from, ends })) };
  }

  /** The caret has come to `at` with what was written. */
  private learn(line: Line | undefined, at: CaretPlace): void {
    if (line === undefined) return;
    this.caretFollows = hasMoved(line.from, at);
    // Where a program that had not shown its prompt yet has put the text.
    if (this.began === line.from) this.began = startOf(line, at) ?? line.from;
  }

  private shown(
    text: string,
    { isPlain = false, line }: { isPlain?: boolean; line?: Line | undefined } = {},
  ): Shown {
    const untilMs = this.now() + DRAWN_WITHIN_MS;
    return { kind: 'shown', text, isPlain, line, untilMs, at: this.caret.place, away: undefined };
  }
}

/** Where a text of one line begins that ends at `at`; nothing where it cannot be one line there. */
function startOf(line: Line, at: CaretPlace): CaretPlace | undefined {
  const start = moved(at, -widthOf(line));
  return at.column.origin === 0 && start.column.offset < 0 ? undefined : start;
}

function widthOf({ from, ends }: Line): number {
  return ends.column.offset - from.column.offset;
}

function moved({ row, column }: CaretPlace, by: number): CaretPlace {
  return { row, column: { ...column, offset: column.offset + by } };
}

/** What can be seen of what a program writes, without spaces: lines may be broken anywhere. */
function squeezed(data: string): string {
  return data.replace(ESCAPE_SEQUENCE, '').replace(/[\s\p{Cc}]+/gu, '');
}

const [ESCAPE, BELL] = ['\u001b', '\u0007'];

/** Control sequences, what is told to the terminal (titles), and the rest (ECMA-48 §5.3 to §5.6). */
const ESCAPE_SEQUENCE = new RegExp(
  `${ESCAPE}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)?|[ -/]*[0-~])`,
  'gu',
);
