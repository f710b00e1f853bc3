import type { Turn } from '../core/session';
import { lettersOf } from './words';

/** A turn that ended: what tells whether another message is about it. */
interface EndedTurn {
  readonly letters: string;
  /** Of its last word; 0: the server does not tell. */
  readonly endMs: number;
  readonly awaitsFormatting: boolean;
  /** Something was said after it that may be the beginning of the same words, said again. */
  readonly mayBeAgain?: boolean;
}

/** Of the same audio, a message and its formatted version say ends that differ by no more than this. */
const SAME_END_MS = 150;
/** A message that comes again says the same; no two words of any length end so close together. */
const AGAIN_MS = 20;
/** Of older turns nothing comes again. */
const REMEMBERED_TURNS = 64;

/**
 * Tells which turn a message is about, whatever the server's number says: servers count turns from 0,
 * but a gateway may begin anew or repeat a number, and some always say 0. A repeated number is the
 * same turn where it is about the same audio (or, without times, the same words), else a new one.
 */
export class TurnNumbers {
  private readonly turns = new Map<number, { order: number; ended?: EndedTurn }>();
  /** Orders of the turns that have ended, by all that is told of them. */
  private readonly told = new Map<string, number>();
  private next = 0;

  /** @returns the turn with its number in the order in which turns came, from 0 */
  renumber(turn: Turn): Turn {
    const letters = lettersOf(turn.transcript) || lettersOf(turn.words.map((w) => w.text).join(''));
    const endMs = Math.max(0, ...turn.words.map((word) => word.endMs));
    const key = `${String(turn.order)} ${String(endMs)} ${letters}`;
    const again = turn.isEnd && endMs > 0 ? this.told.get(key) : undefined;
    if (again !== undefined) return { ...turn, order: again };
    let known = this.turns.get(turn.order);
    if (known?.ended !== undefined && letters !== '') {
      if (isAnother(turn, letters, endMs, known.ended)) known = undefined;
      else if (!turn.isEnd) known.ended = { ...known.ended, mayBeAgain: true };
    }
    // An empty turn takes nothing away from one with its number that has ended, and nothing that
    // has its number later is about the same.
    if (letters === '' && turn.isEnd) {
      const order = known?.ended === undefined ? known?.order : undefined;
      if (order !== undefined) this.turns.delete(turn.order);
      return { ...turn, order: order ?? this.next++ };
    }
    if (known === undefined) {
      known = { order: this.next++ };
      keep(this.turns, turn.order, known);
    }
    if (turn.isEnd && letters !== '') {
      keep(this.told, key, known.order);
      known.ended ??= { letters, endMs, awaitsFormatting: turn.awaitsFormatting };
      if (!turn.awaitsFormatting) known.ended = { ...known.ended, awaitsFormatting: false };
    }
    return { ...turn, order: known.order };
  }
}

function keep<K, V>(map: Map<K, V>, key: K, value: V): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > REMEMBERED_TURNS && oldest !== undefined) map.delete(oldest);
}

/** Whether a message with the number of a turn that has ended is about another turn. */
function isAnother(turn: Turn, letters: string, endMs: number, ended: EndedTurn): boolean {
  const isTimed = endMs > 0 && ended.endMs > 0;
  const sameEndMs = ended.awaitsFormatting ? SAME_END_MS : AGAIN_MS;
  const isSameAudio = Math.abs(endMs - ended.endMs) <= sameEndMs;
  if (!turn.isEnd) {
    // A straggler is about less of the same.
    if (isTimed) return endMs > ended.endMs + SAME_END_MS;
    return !ended.letters.startsWith(letters);
  }
  if (isTimed) return !isSameAudio && !(ended.awaitsFormatting && overlaps(turn, ended));
  return !ended.awaitsFormatting && (letters !== ended.letters || ended.mayBeAgain === true);
}

function overlaps({ words }: Turn, { endMs }: EndedTurn): boolean {
  return Math.min(...words.map((word) => word.startMs)) < endMs - SAME_END_MS;
}
