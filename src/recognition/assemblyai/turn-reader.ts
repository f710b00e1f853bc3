import type { Clock } from '../../core/clock';
import type { Disposable } from '../../core/events';
import type { Final, TranscriptEvent } from '../../core/recognition';
import { inOrder } from '../../core/words';
import { type ModelFamily, sendsFormattedTwice } from './models';
import type { Turn, WireTurn } from './protocol';
import { TurnAssembler } from './turn-assembler';
import { TurnNumbers } from './turn-numbers';

/**
 * How long the formatted version of an ended turn is waited for before the unformatted text is
 * final (docs/protocol.md §5.3 c: about 1.5 s).
 */
export const FORMATTED_TURN_DEADLINE_MS = 1500;

/** A Pro model's last word is said to end so much later than it does (docs/protocol.md §5.3 d). */
const PADDING_MS = 240;

/** A Pro model's turn, its last word, wherever it is listed, as long as it is. */
export function withoutPadding<T extends Pick<Turn, 'words' | 'transcript'>>(turn: T): T {
  const last = inOrder(turn.words, turn.transcript).at(-1);
  if (last === undefined) return turn;
  const endMs = last.endMs - PADDING_MS;
  if (endMs <= last.startMs) return turn;
  // Where words are told to have the turn's times, its end is the end of each.
  const words = turn.words.map((word) =>
    word.endMs === last.endMs ? { ...word, endMs: Math.max(word.startMs, endMs) } : word,
  );
  return { ...turn, words };
}

/** A turn as it is to be read with what the server works with. */
export function turnOf(
  { isFormatted, ...turn }: WireTurn,
  { family, formatsTurns }: { readonly family: ModelFamily; readonly formatsTurns: boolean },
): Turn {
  const comesAgain = !isFormatted && formatsTurns && sendsFormattedTwice(family);
  const awaitsFormatting = turn.isEnd && comesAgain;
  const isPadded = turn.isEnd && family === 'pro';
  return { ...(isPadded ? withoutPadding(turn) : turn), awaitsFormatting };
}

/** Makes of a session's turns what the house is told: each final once, in the order they came. */
export class TurnReader implements Disposable {
  private readonly numbers = new TurnNumbers();
  private readonly assembler = new TurnAssembler();
  /** The newest turn of which the end is told. */
  private ended = -1;
  private formatting: Disposable | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly tell: (event: TranscriptEvent) => void,
  ) {}

  /** See `TranscriptionSession.unfinished`. */
  get unfinished(): readonly Final[] {
    return this.assembler.unfinished;
  }

  /**
   * Takes the server's next message.
   *
   * @param shortestPauseMs the shortest silence that ends a turn now
   */
  read(told: Turn, shortestPauseMs: number): void {
    const turn = this.numbers.renumber(told);
    if (this.numbers.isOutOfOrder) this.tell({ kind: 'disorder' });
    if (turn.isEnd && turn.order > this.ended) {
      this.ended = turn.order;
      this.tell({ kind: 'turn-end', turn: turn.order, shortestPauseMs });
    }
    for (const event of this.assembler.accept(turn)) this.tell(event);
    const isWaiting = this.assembler.awaitsFormatting;
    if (isWaiting && !turn.isEnd) return; // a partial of the next turn does not prolong the wait
    this.formatting?.dispose();
    if (!isWaiting) return;
    this.formatting = this.clock.schedule(FORMATTED_TURN_DEADLINE_MS, () => {
      for (const event of this.assembler.settle()) this.tell(event);
    });
  }

  /** The session is over: what had ended is final, formatted or not. */
  finish(): void {
    this.dispose();
    for (const event of this.assembler.settle()) if (event.kind === 'final') this.tell(event);
  }

  dispose(): void {
    this.formatting?.dispose();
  }
}
