import { FRAME_MS } from '../../core/pcm';
import type { Word } from '../../core/session';
import type { Final } from '../../text/turn-assembler';
import type { Journal } from './journal';

/**
 * How far before the end of the last final a replay begins. AssemblyAI's Pro models report the last
 * word of a turn up to 240 ms too long (assemblyai-streaming-v3.md §1.6.3 d), so that much may
 * already belong to the next word.
 */
const REPLAY_MARGIN_MS = 250;

/** What of some audio is already final because a replay begins before the end of the last final. */
export interface Echo {
  /** From the beginning of the audio, ms. */
  readonly untilMs: number;
  /** The words there, lower case, letters and digits only. */
  readonly words: readonly string[];
}

export const NO_ECHO: Echo = { untilMs: 0, words: [] };

/** What of a session its finals are judged by; run times, ms. */
interface FinalsSession {
  /** The session's time zero. */
  readonly offsetMs: number;
  /** What {@link ReplayCover.endMs} was when it began. */
  readonly replayedMs: number;
  /** Up to where it was sent audio. */
  readonly sentMs: number;
  /** Up to where it can have listened when it ended the turn with this order. */
  endedMs(order: number): number;
}

/**
 * Decides which audio a final covers, and takes out of the finals after a replay what the margin
 * made the server hear twice.
 */
export class ReplayCover {
  private coveredMs: number;
  /** Final words that a replay may reach. */
  private tail: readonly { readonly letters: string; readonly endMs: number }[];

  constructor(
    private readonly journal: Journal,
    echo: Echo = NO_ECHO,
  ) {
    this.coveredMs = echo.untilMs;
    this.tail = echo.words.map((letters) => ({ letters, endMs: echo.untilMs }));
  }

  /** Run time, as the server told it, up to which everything is final. */
  get endMs(): number {
    return this.coveredMs;
  }

  /** What a replay of the journal would make the server hear twice. */
  get echo(): Echo {
    const untilMs = Math.max(0, this.coveredMs - this.journal.startIndex * FRAME_MS);
    return { untilMs, words: this.tail.map(({ letters }) => letters) };
  }

  /**
   * Takes a final of `session`.
   *
   * @returns what of it is new, or nothing
   */
  accept(final: Final, session: FinalsSession): Final | undefined {
    const words = final.words.filter((word) => !this.isEcho(word, session));
    const isWhole = words.length === final.words.length;
    const text = isWhole ? final.text : words.map((word) => word.text).join(' ');
    this.cover(final, session);
    return text === '' ? undefined : { ...final, text, words };
  }

  /** Where the server tells no times, what was said before it ended the turn is covered. */
  private cover({ turnOrder, words }: Final, session: FinalsSession): void {
    const { offsetMs, sentMs } = session;
    const last = words.at(-1);
    // A server can not have heard what it was not sent.
    const endMs =
      last === undefined
        ? session.endedMs(turnOrder)
        : Math.min(offsetMs + last.endMs, sentMs + REPLAY_MARGIN_MS);
    this.coveredMs = Math.max(this.coveredMs, endMs);
    this.journal.coverThrough(this.coveredMs - REPLAY_MARGIN_MS);
    const heard = words.map((word) => ({
      letters: lettersOf(word.text),
      endMs: offsetMs + word.endMs,
    }));
    const reachMs = this.journal.startIndex * FRAME_MS;
    this.tail = [...this.tail, ...heard].filter(({ endMs }) => endMs > reachMs);
  }

  /**
   * Whether a word of the replayed audio sounds like the end of one that is already final. It may
   * be reported to end later than it does, if it is the last of its turn, but it begins before.
   */
  private isEcho(word: Word, { offsetMs, replayedMs }: FinalsSession): boolean {
    const letters = lettersOf(word.text);
    const lateMs = offsetMs + word.endMs - replayedMs;
    if (letters === '' || lateMs > REPLAY_MARGIN_MS) return false;
    if (lateMs > 0 && offsetMs + word.startMs >= replayedMs) return false;
    return this.tail.some((final) => final.letters.endsWith(letters));
  }
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
