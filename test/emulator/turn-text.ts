import type { TurnMessage, TurnWord } from './messages';
import type { RecognisedWord } from './recogniser';

/** Confidence of every word; nobody reads it. */
export const WORD_CONFIDENCE = 0.95;
/** Times at the edges of a Pro model's final turn are padded (docs/protocol.md §5.3 d), ms. */
const LEFT_PAD_MS = 1000;
const RIGHT_PAD_MS = 240;

/** Written out so that `type` stands last in every Turn. */
export function turn(fields: Omit<TurnMessage, 'type'>): TurnMessage {
  return { ...fields, type: 'Turn' };
}

/** One word of a Turn message, spelt as `text`. */
export function turnWord(word: RecognisedWord, text: string, isFinal: boolean): TurnWord {
  return {
    start: word.startMs,
    end: word.endMs,
    text,
    confidence: WORD_CONFIDENCE,
    word_is_final: isFinal,
  };
}

/** The words with the times of a Pro final: padded at both edges, not into the turn before. */
export function padded(words: readonly RecognisedWord[], previousEndMs: number): RecognisedWord[] {
  const copies = words.map((word) => ({ ...word }));
  const first = copies[0];
  const last = copies.at(-1);
  if (first) first.startMs = Math.max(previousEndMs, first.startMs - LEFT_PAD_MS);
  if (last) last.endMs += RIGHT_PAD_MS;
  return copies;
}

/** Whether the text sounds complete: it ends like a sentence. */
export function isComplete(words: readonly RecognisedWord[]): boolean {
  return /[.?!。？！]$/u.test(words.at(-1)?.text ?? '');
}

/** Without the punctuation at its end. */
export function withoutEnding(text: string): string {
  return text.replace(/[.,;:?!]+$/, '');
}

/** As a Universal-Streaming model writes it without `format_turns`: lower case, no punctuation. */
export function unformatted(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}'’-]/gu, '');
}
