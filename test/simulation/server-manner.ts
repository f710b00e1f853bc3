import type { ServerMessage, TurnMessage, TurnWord } from '../emulator/messages';
import { VOCABULARY } from './vocabulary';

/** What a server is like that is not as exact as the emulator. */
export interface ServerManner {
  /** What it says of the times of words. */
  readonly times:
    | 'exact'
    | 'off by 80'
    | 'off by 300'
    | 'missing'
    | 'zero'
    | 'unordered'
    | 'last word only'
    | 'the turn’s'
    | 'in seconds';
  /** How it counts turns. */
  readonly counts: 'up' | 'always 0' | 'from 0 again' | 'by threes' | 'down' | 'at random';
  /** What it tells as the words of a turn; default: the words of its text. */
  readonly words?: 'with marks apart' | 'spelt otherwise' | 'all in one' | undefined;
  /** Whether a partial spells words otherwise than the final that comes of it; default: no. */
  readonly respellsPartials?: boolean;
}

export const EXACT: ServerManner = { times: 'exact', counts: 'up' };

/** @returns the message as a server of this manner sends it */
export function inManner(message: ServerMessage, manner: ServerManner): ServerMessage {
  if (message.type !== 'Turn') return message;
  const isRespelt = manner.respellsPartials === true && !message.end_of_turn;
  const told = isRespelt ? respelt(message) : message;
  return {
    ...told,
    turn_order: orderOf(message.turn_order, manner.counts),
    transcript: unspaced(told.transcript),
    words: listed(timed(told, manner.times), manner.words),
  };
}

/** Each word that has another spelling in that one. */
function respelt(message: TurnMessage): TurnMessage {
  const words = message.words.map((word) => ({ ...word, text: otherSpelling(word.text) }));
  const transcript = message.transcript.split(' ').map(otherSpelling).join(' ');
  return { ...message, words, transcript };
}

function otherSpelling(text: string): string {
  const spellings = VOCABULARY.map((form) => form.spellings.filter((it) => !it.includes(' ')));
  const known = spellings.find((each) => each.includes(text)) ?? [];
  return known[(known.indexOf(text) + 1) % known.length] ?? text;
}

/** The words of a turn as such a server lists them. */
function listed(words: readonly TurnWord[], as: ServerManner['words']): readonly TurnWord[] {
  const [first] = words;
  switch (as) {
    case undefined:
      return words;
    case 'with marks apart':
      return words.flatMap((word) => {
        const [, text = word.text, mark = ''] = /^(.*?)([.。]?)$/u.exec(word.text) ?? [];
        return [{ ...word, text }, ...(mark === '' ? [] : [{ ...word, text: mark }])];
      });
    case 'spelt otherwise':
      return words.map((word) => ({ ...word, text: otherSpelling(word.text) }));
    case 'all in one':
      return first === undefined
        ? []
        : [
            {
              ...first,
              text: unspaced(words.map(({ text }) => text).join(' ')),
              end: Math.max(...words.map(({ end }) => end)),
            },
          ];
  }
}

const UNSPACED_SCRIPT = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Thai}';
const UNSPACED_GAP = new RegExp(`(?<=[${UNSPACED_SCRIPT}。]) (?=[${UNSPACED_SCRIPT}])`, 'gu');

/** Nobody writes a space between two Chinese words. */
function unspaced(text: string): string {
  return text.replaceAll(UNSPACED_GAP, '');
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
    case 'down':
      return 1000 - order;
    case 'at random':
      return (order * 7919) % 101;
  }
}

function timed(
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
    case 'the turn’s': {
      const { start = 0 } = words[0] ?? {};
      const { end = 0 } = words.at(-1) ?? {};
      return words.map((word) => ({ ...word, start, end }));
    }
    case 'in seconds':
      return words.map((word) => ({ ...word, start: word.start / 1000, end: word.end / 1000 }));
  }
}

/** The same for the same word each time, as far as one can tell words apart. */
function moved(word: TurnWord, seed: number, mostMs: number): TurnWord {
  const byMs = (step: number): number =>
    (((seed * 7919 + step * 104729) % 201) - 100) * (mostMs / 100);
  const start = Math.max(0, Math.round(word.start + byMs(1)));
  return { ...word, start, end: Math.max(start, Math.round(word.end + byMs(2))) };
}
