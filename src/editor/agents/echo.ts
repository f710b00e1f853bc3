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
      /** Where the caret was before, and where it is behind the text; nothing of more than one line. */
      readonly from: CaretPlace | undefined;
      readonly ends: CaretPlace | undefined;
    }
  | Shown;

/** The echo is there. */
interface Shown {
  readonly kind: 'shown';
  /** Letter by letter, and no more: what comes behind it somebody has typed. */
  readonly isPlain: boolean;
  /** As of what is awaited; nothing: whether the caret goes along was seen elsewhere. */
  readonly from: CaretPlace | undefined;
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

  /** @param now `Clock.now` */
  constructor(private readonly now: () => number) {}

  /** Something was written to the program. */
  await(text: string): void {
    const { place } = this.caret;
    const isLine = !text.includes('\n');
    if (this.state.kind === 'shown') this.learn(this.state.from, this.state.at);
    this.wroteAtMs = this.now();
    this.state = {
      kind: 'awaited',
      text: squeezed(text),
      rest: squeezed(text),
      from: isLine ? place : undefined,
      ends: isLine ? behind(place, text) : undefined,
    };
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

  /** Where the program has left the caret. */
  get caretPlace(): CaretPlace {
    return this.caret.place;
  }

  /** Whether the caret goes along with what is typed, and certainly stands at `place` again. */
  isBackAt(place: CaretPlace): boolean {
    const isAwaited = this.state.kind === 'awaited';
    return this.caretFollows && !isAwaited && isSamePlace(this.caret.place, place);
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
        const rest = state.rest.startsWith(shown) ? state.rest.slice(shown.length) : '';
        if (rest !== '') return { ...state, rest };
        const isPlain = shown === state.rest;
        // Behind the echo, somebody may have typed.
        const isMore = !isPlain && shown.startsWith(state.rest);
        return isMore && !this.isWhereItEnds(state)
          ? NO_ECHO
          : this.shown(state.text, { isPlain, from: state.from });
      }
      case 'shown':
        return this.now() <= state.untilMs
          ? this.whileDrawn(state, shown)
          : this.afterDrawn(state, shown);
    }
  }

  /** Whether the caret is where what was written last ends, as far as that can be told. */
  private isWhereItEnds({ ends }: Extract<State, { kind: 'awaited' }>): boolean {
    const { place } = this.caret;
    // How a program indents the lines of a prompt nobody tells.
    return ends === undefined
      ? this.caretFollows && this.now() - this.wroteAtMs < ECHO_MS
      : isSamePlace(place, ends);
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
    const { at, from, text, away } = state;
    const { place } = this.caret;
    this.learn(from, at);
    if (!this.caretFollows) return NO_ECHO;
    const nowMs = this.now();
    if (away !== undefined && nowMs - away.sinceMs > DRAWN_WITHIN_MS) return NO_ECHO;
    const seen = (away?.seen ?? '') + shown;
    const isInColumn = isSamePlace({ ...place, row: at.row }, at);
    const isMoved = isInColumn && text !== '' && seen.includes(text);
    if (isMoved || isSamePlace(place, at)) {
      return { ...state, from: undefined, at: place, away: undefined };
    }
    return { ...state, from: undefined, away: { sinceMs: away?.sinceMs ?? nowMs, seen } };
  }

  private learn(from: CaretPlace | undefined, at: CaretPlace): void {
    if (from !== undefined) this.caretFollows = hasMoved(from, at);
  }

  private shown(
    text: string,
    { isPlain = false, from }: { isPlain?: boolean; from?: CaretPlace | undefined } = {},
  ): Shown {
    const untilMs = this.now() + DRAWN_WITHIN_MS;
    return { kind: 'shown', text, isPlain, from, untilMs, at: this.caret.place, away: undefined };
  }
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
