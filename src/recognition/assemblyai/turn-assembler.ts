import type { Turn, Word } from '../../core/recognition';
import { plainText } from '../../core/plain-text';
import { inOrder, joinWords } from '../../core/words';

/** What the assembler makes of the server's turns. */
export type TranscriptEvent =
  /** The text of what is not final yet, '' when nothing is; replaces the one before. */
  | { readonly kind: 'partial'; readonly text: string }
  /** Text to insert, exactly once. */
  | { readonly kind: 'final'; readonly final: Final };

/** The finished text of one turn. */
export interface Final {
  readonly turnOrder: number;
  /** Never blank; plain text, whatever the server sent. */
  readonly text: string;
  /** Its words with their times, as far as the server told. */
  readonly words: readonly Word[];
}

interface OpenTurn {
  readonly text: string;
  readonly words: readonly Word[];
  /** The server ended it and only the formatted version is still to come. */
  readonly awaitsFormatting: boolean;
}

/** A partial is only shown, and only its end: nobody needs more of what nobody can have said. */
const MAX_PARTIAL_CHARACTERS = 2000;

/** Two or three are open at a time; a server that never ends one gets no further than this. */
const MAX_OPEN_TURNS = 16;

/**
 * Makes each turn of one session final exactly once and in order, whatever sequence the model sends
 * (docs/protocol.md §5.3 a to d): partials replace each other, the formatted version of
 * an ended turn is preferred, the unformatted one is committed when the formatted one does not come
 * ({@link settle}, or a later turn ends first), late and repeated messages of a committed turn and
 * blank finals are ignored.
 */
export class TurnAssembler {
  /** Turns that are not committed, by order. */
  private readonly open = new Map<number, OpenTurn>();
  private committed = -1;

  /** Whether an ended turn waits for its formatted version: the caller then owes a {@link settle}. */
  get awaitsFormatting(): boolean {
    return [...this.open.values()].some((turn) => turn.awaitsFormatting);
  }

  /** Takes the server's next message. */
  accept(told: Turn): readonly TranscriptEvent[] {
    const turn = { ...told, words: inOrder(told.words, told.transcript) };
    if (turn.order <= this.committed) return [];
    // An ended turn only waits for its formatted version; a straggling partial does not reopen it.
    if (!turn.isEnd && this.open.get(turn.order)?.awaitsFormatting === true) return [];
    const { words } = turn;
    const awaitsFormatting = turn.isEnd && turn.awaitsFormatting;
    this.open.set(turn.order, { text: textOf(turn), words, awaitsFormatting });
    const finals = turn.isEnd
      ? this.commit((order) => order < turn.order + (turn.awaitsFormatting ? 0 : 1))
      : [];
    return [...finals, ...this.commitSurplus(), this.partial()];
  }

  /** Commits ended turns whose formatted version has not come, and unfinished turns before them. */
  settle(): readonly TranscriptEvent[] {
    const waiting = [...this.open].filter(([, turn]) => turn.awaitsFormatting);
    const last = Math.max(-1, ...waiting.map(([order]) => order));
    return [...this.commit((order) => order <= last), this.partial()];
  }

  /** Commits everything, unfinished turns with their last partial: the session is over. */
  finish(): readonly TranscriptEvent[] {
    return [...this.commit(() => true), this.partial()];
  }

  /**
   * Commits everything but the last word of an unfinished last turn: the session was lost in the
   * middle of it, and more of the word may be to come. Without its words, that turn is dropped.
   */
  breakOff(): readonly TranscriptEvent[] {
    const last = Math.max(-1, ...this.open.keys());
    const turn = this.open.get(last);
    if (turn !== undefined && !turn.awaitsFormatting) {
      const words = turn.words.slice(0, -1);
      const text = plainText(joinWords(words.map((word) => word.text))).trim();
      this.open.set(last, { ...turn, text: meaningful(text), words });
    }
    return this.finish();
  }

  private commitSurplus(): readonly TranscriptEvent[] {
    if (this.open.size <= MAX_OPEN_TURNS) return [];
    const oldest = Math.min(...this.open.keys());
    return this.commit((order) => order === oldest);
  }

  private commit(isDue: (order: number) => boolean): readonly TranscriptEvent[] {
    const due = [...this.open].filter(([order]) => isDue(order)).sort(([a], [b]) => a - b);
    for (const [order] of due) {
      this.open.delete(order);
      this.committed = Math.max(this.committed, order);
    }
    return due
      .filter(([, turn]) => turn.text !== '')
      .map(([turnOrder, { text, words }]) => ({
        kind: 'final',
        final: { turnOrder, text, words },
      }));
  }

  private partial(): TranscriptEvent {
    const texts = [...this.open].sort(([a], [b]) => a - b).map(([, turn]) => turn.text);
    const text = texts.filter((each) => each !== '').join(' ');
    return { kind: 'partial', text: text.slice(-MAX_PARTIAL_CHARACTERS) };
  }
}

/**
 * The turn's text. Universal-Streaming's early partials have words before they have a transcript,
 * and their transcript lags behind the words (§5.3 a and b); an ended turn's transcript is whole.
 */
function textOf(turn: Turn): string {
  const transcript = plainText(turn.transcript).trim();
  if (turn.isEnd && transcript !== '') return meaningful(transcript);
  const words = plainText(joinWords(turn.words.map((word) => word.text))).trim();
  // Spaces do not count: words of a language without spaces are not "longer" for being joined.
  return meaningful(lettersIn(words) > lettersIn(transcript) ? words : transcript);
}

function lettersIn(text: string): number {
  return text.replaceAll(/\s/g, '').length;
}

/** whisper-rt writes tags such as `[Silence]` where nobody speaks (§3). */
function meaningful(text: string): string {
  return /^(\[[^\]]*\]\s*)+$/.test(text) ? '' : text;
}
