import type { ServerMessage, TurnMessage, TurnWord } from '../emulator/messages';

/** What a server is like that is not as exact as the emulator. */
export interface ServerManner {
  /** What it says of the times of words. */
  readonly times:
    'exact' | 'off by 80' | 'off by 300' | 'missing' | 'zero' | 'unordered' | 'last word only';
  /** How it counts turns. */
  readonly counts: 'up' | 'always 0' | 'from 0 again' | 'by threes';
}

export const EXACT: ServerManner = { times: 'exact', counts: 'up' };

/** @returns the message as a server of this manner sends it */
export function inManner(message: ServerMessage, manner: ServerManner): ServerMessage {
  if (message.type !== 'Turn') return message;
  return {
    ...message,
    turn_order: orderOf(message.turn_order, manner.counts),
    transcript: unspaced(message.transcript),
    words: wordsOf(message, manner.times),
  };
}

/** Nobody writes a space between two Chinese words. */
function unspaced(text: string): string {
  return text.replaceAll(/(?<=[\p{Script=Han}。]) (?=\p{Script=Han})/gu, '');
}

function orderOf(order: number, counts: ServerManner['counts']): number {
  switch (counts) {
    case 'up':
      return order;
    case 'always 0':
      return 0;
    case 'from 0 again':
      return order % 3;
    case 'by threes':
      return order * 3;
  }
}

function wordsOf(
  { words, turn_order: order }: TurnMessage,
  times: ServerManner['times'],
): readonly TurnWord[] {
  switch (times) {
    case 'exact':
      return words;
    case 'off by 80':
      return words.map((word, n) => moved(word, order + n, 80));
    case 'off by 300':
      return words.map((word, n) => moved(word, order + n, 300));
    case 'missing':
      return [];
    case 'zero':
      return words.map((word) => ({ ...word, start: 0, end: 0 }));
    case 'unordered':
      return words.toReversed();
    case 'last word only':
      return words.slice(-1);
  }
}

/** The same for the same word each time, as far as one can tell words apart. */
function moved(word: TurnWord, seed: number, mostMs: number): TurnWord {
  const byMs = (step: number): number =>
    (((seed * 7919 + step * 104729) % 201) - 100) * (mostMs / 100);
  const start = Math.max(0, Math.round(word.start + byMs(1)));
  return { ...word, start, end: Math.max(start, Math.round(word.end + byMs(2))) };
}
