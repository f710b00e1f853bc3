import type { Word } from '../core/session';
import type { Final } from '../transcript/turn-assembler';
import type { Journal } from './journal';

/**
 * How far before the end of the last final a replay begins. AssemblyAI's Pro models report the last
 * word of a turn up to 240 ms too long (assemblyai-streaming-v3.md §1.6.3 d), so that much may
 * already belong to the next word.
 */
export const REPLAY_MARGIN_MS = 250;

/**
 * Decides which audio a final covers, and takes out of the first final after a replay what the
 * margin made the server hear twice: the end of the last word.
 */
export class ReplayCover {
  private coveredMs = 0;
  private lastWord = '';

  constructor(private readonly journal: Journal) {}

  /** Run time, as the server told it, up to which everything is final. */
  get endMs(): number {
    return this.coveredMs;
  }

  /**
   * Takes a final.
   *
   * @param offsetMs run time of its session's time zero
   * @param replayedMs what {@link endMs} was when its session began
   * @returns what of it is new, or nothing
   */
  accept(final: Final, offsetMs: number, replayedMs: number): Final | undefined {
    const words = final.words.filter(
      (word) => offsetMs + word.endMs > replayedMs || !this.isEcho(word),
    );
    const isWhole = words.length === final.words.length;
    const text = isWhole ? final.text : words.map((word) => word.text).join(' ');
    const last = final.words.at(-1);
    if (last !== undefined) {
      this.coveredMs = Math.max(this.coveredMs, offsetMs + last.endMs);
      this.lastWord = lettersOf(last.text);
      this.journal.coverThrough(this.coveredMs - REPLAY_MARGIN_MS);
    }
    return text === '' ? undefined : { ...final, text, words };
  }

  /** Whether a word sounds like the end of the word that is already final. */
  private isEcho(word: Word): boolean {
    const letters = lettersOf(word.text);
    return letters !== '' && this.lastWord.endsWith(letters);
  }
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
