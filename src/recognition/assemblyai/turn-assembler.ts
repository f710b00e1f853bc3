import type { Final, TranscriptEvent, Word } from '../../core/recognition';
import { plainText } from '../../core/plain-text';
import { inOrder, joinWords } from '../../core/words';
import type { Turn } from './protocol';

/** What the assembler makes of the server's turns. */
export type AssembledEvent = Extract<TranscriptEvent, { kind: 'partial' | 'final' }>;

interface OpenTurn {
  readonly text: string;
  readonly words: readonly Word[];
  readonly language: string | undefined;
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
  accept(told: Turn): readonly AssembledEvent[] {
    const turn = { ...told, words: inOrder(told.words, told.transcript) };
    if (turn.order <= this.committed) return [];
    // An ended turn only waits for its formatted version; a straggling partial does not reopen it.
    if (!turn.isEnd && this.open.get(turn.order)?.awaitsFormatting === true) return [];
    const { words, language } = turn;
    const awaitsFormatting = turn.isEnd && turn.awaitsFormatting;
    this.open.set(turn.order, { text: textOf(turn), words, language, awaitsFormatting });
    const finals = turn.isEnd
      ? this.commit((order) => order < turn.order + (turn.awaitsFormatting ? 0 : 1))
      : [];
    return [...finals, ...this.commitSurplus(), this.partial()];
  }

  /** Commits ended turns whose formatted version has not come, and unfinished turns before them. */
  settle(): readonly AssembledEvent[] {
    const waiting = [...this.open].filter(([, turn]) => turn.awaitsFormatting);
    const last = Math.max(-1, ...waiting.map(([order]) => order));
    return [...this.commit((order) => order <= last), this.partial()];
  }

  /** What is told of turns that are not committed, oldest first; of the words, those that are said. */
  get unfinished(): readonly Final[] {
    return [...this.open]
      .sort(([a], [b]) => a - b)
      .map(([turn, { text, words }]) => {
        const said = words.filter((word) => meaningful(word.text) !== '');
        return { turn, text, words: said };
      });
  }

  private commitSurplus(): readonly AssembledEvent[] {
    if (this.open.size <= MAX_OPEN_TURNS) return [];
    const oldest = Math.min(...this.open.keys());
    return this.commit((order) => order === oldest);
  }

  private commit(isDue: (order: number) => boolean): readonly AssembledEvent[] {
    const due = [...this.open].filter(([order]) => isDue(order)).sort(([a], [b]) => a - b);
    for (const [order] of due) {
      this.open.delete(order);
      this.committed = Math.max(this.committed, order);
    }
    return due
      .filter(([, turn]) => turn.text !== '')
      .map(([turn, { text, words, language }]) => {
        const told = language === undefined ? {} : { language };
        return { kind: 'final', final: { turn, text, words, ...told } };
      });
  }

  private partial(): AssembledEvent {
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
