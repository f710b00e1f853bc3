import { areAlike, beginsAlike, heardIn } from '../../core/spoken';
import type { Turn } from './protocol';

/** A turn that was told. */
interface ToldTurn {
  readonly order: number;
  /** Whether no turn with its number was known before. */
  readonly isFirst: boolean;
  /** Its newest partial. */
  partial: { readonly letters: string; readonly endMs: number };
  ended?: EndedTurn;
  /** The turn that had the same number before it, as it ended. */
  before?: Pick<ToldTurn, 'order'> &
    Pick<EndedTurn, 'letters' | 'formatted' | 'endMs' | 'awaitsFormatting'>;
}

/** A turn that ended: what tells whether another message is about it. */
interface EndedTurn {
  /** ''; it had no text, and nothing more is told of it. */
  readonly letters: string;
  /** Of its formatted version, which may spell them otherwise: "three thirty", "3:30". */
  readonly formatted?: string;
  /** Of its first word. */
  readonly startMs: number;
  /** Of its last word; 0: the server does not tell. */
  readonly endMs: number;
  readonly awaitsFormatting: boolean;
  /** Something was said after it that may be the beginning of the same words, said again. */
  readonly mayBeAgain?: boolean;
}

/** Of the same audio, a message and its formatted version say ends that differ by no more than this. */
const SAME_END_MS = 150;
/** Word times are wrong by up to 300 ms either way; who is earlier by more is earlier. */
const EARLIER_MS = 600;
/** Of older turns nothing comes again. */
const REMEMBERED_TURNS = 64;

/**
 * Tells which turn a message is about, whatever the server's number says: servers count turns from 0,
 * but a gateway may begin anew or repeat a number, and some always say 0. A repeated number is the
 * same turn where it is about the same audio (or, without times, the same words), else a new one.
 */
export class TurnNumbers {
  private readonly turns = new Map<number, ToldTurn>();
  /** Orders of the turns that have ended, by all that is told of them. */
  private readonly told = new Map<string, number>();
  private next = 0;
  private newestEnded = -1;
  /** Where the server's count began the last time. */
  private countedFrom = 0;
  private isBroken = false;

  /**
   * Whether turns ended in an order in which nobody can have said them: one whose number and whose
   * words' times are before those of one that had ended, or one of which a later turn's end had
   * already made final what there was. A count that begins anew, with its times or not, is no such.
   */
  get isOutOfOrder(): boolean {
    return this.isBroken;
  }

  /** @returns the turn with its number in the order in which turns came, from 0 */
  renumber(turn: Turn): Turn {
    const letters = heardIn(turn.transcript) || heardIn(turn.words.map((w) => w.text).join(' '));
    const endMs = Math.max(0, ...turn.words.map((word) => word.endMs));
    const startMs = startOf(turn);
    const key = [turn.order, startMs, endMs, letters].join(' ');
    const again = turn.isEnd && endMs > 0 ? this.told.get(key) : undefined;
    if (again !== undefined) return { ...turn, order: again };
    let known = this.turns.get(turn.order);
    if (known?.before !== undefined && turn.isEnd) {
      const { before } = known;
      if (saysWhatWasBefore(known, letters, endMs)) return { ...turn, order: before.order };
      if (!turn.awaitsFormatting && formatsWhatWasBefore(known, letters, endMs)) {
        known.before = { ...before, formatted: letters, awaitsFormatting: false };
        return { ...turn, order: before.order };
      }
    }
    let before: ToldTurn['before'];
    if (known?.ended !== undefined && letters !== '') {
      if (isAnother(turn, letters, endMs, known.ended)) {
        // Where the times begin anew, too, the count did.
        if (endMs < known.ended.endMs) this.countedFrom = this.next;
        before = { order: known.order, ...known.ended };
        known = undefined;
      } else if (!turn.isEnd) known.ended = { ...known.ended, mayBeAgain: true };
    } else if (known?.ended !== undefined && !turn.isEnd) {
      // It says nothing yet, and may be of a turn that says the same.
      known.ended = { ...known.ended, mayBeAgain: true };
    } else if (turn.isEnd && known !== undefined && known.order < this.newestEnded) {
      // A later turn's end has made its last partial final.
      const { partial } = known;
      const isMoved = endMs > 0 && partial.endMs > 0 && endMs > partial.endMs + SAME_END_MS;
      if (letters === partial.letters && !isMoved) return { ...turn, order: known.order };
      this.isBroken ||= partial.letters !== '' && letters.startsWith(partial.letters);
      known = undefined;
    }
    // An empty turn takes nothing away from one with its number that has ended.
    if (known?.ended !== undefined && letters === '' && turn.isEnd) {
      return { ...turn, order: this.next++ };
    }
    if (known === undefined) {
      const isFirst = !this.turns.has(turn.order);
      known = {
        order: this.next++,
        isFirst,
        partial: { letters: '', endMs: 0 },
        ...(before && { before }),
      };
      keep(this.turns, turn.order, known);
    }
    if (!turn.isEnd) known.partial = { letters, endMs };
    else {
      if (letters !== '') {
        if (known.isFirst && known.ended === undefined && endMs > 0)
          this.checkOrder(turn.order, startMs, endMs);
        keep(this.told, key, known.order);
        this.newestEnded = Math.max(this.newestEnded, known.order);
      }
      known.ended ??= { letters, startMs, endMs, awaitsFormatting: turn.awaitsFormatting };
      if (!turn.awaitsFormatting)
        known.ended = { ...known.ended, formatted: letters, awaitsFormatting: false };
    }
    return { ...turn, order: known.order };
  }

  private checkOrder(number: number, startMs: number, endMs: number): void {
    if (!this.isBefore(number, startMs, endMs)) return;
    // A count that begins anew begins with a number that was told before, and may be forgotten.
    const isForgotten = this.next > REMEMBERED_TURNS;
    if (isForgotten && number < Math.min(...this.without(number))) this.countedFrom = this.next - 1;
    else this.isBroken = true;
  }

  private without(number: number): readonly number[] {
    return [...this.turns.keys()].filter((other) => other !== number);
  }

  /** Whether a turn is before one that has ended, by its number and by its times. */
  private isBefore(number: number, startMs: number, endMs: number): boolean {
    return [...this.turns].some(
      ([other, { order, ended }]) =>
        order >= this.countedFrom &&
        ended !== undefined &&
        ended.letters !== '' &&
        other > number &&
        startMs + EARLIER_MS < ended.startMs &&
        endMs + EARLIER_MS < ended.endMs,
    );
  }
}

function keep<K, V>(map: Map<K, V>, key: K, value: V): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > REMEMBERED_TURNS && oldest !== undefined) map.delete(oldest);
}

/** Without times: an end that is not what its partials were, but what the turn before ended as. */
function saysWhatWasBefore({ partial, before }: ToldTurn, letters: string, endMs: number): boolean {
  if (endMs > 0 || partial.letters === '' || letters === '') return false;
  return before !== undefined && says(before, letters) && !beginsAlike(letters, partial.letters);
}

/** The formatted version of the turn before, which comes when this one has begun or ended. */
function formatsWhatWasBefore(
  { before, ended }: ToldTurn,
  letters: string,
  endMs: number,
): boolean {
  if (before?.awaitsFormatting !== true || letters === '') return false;
  const isTimed = endMs > 0 && before.endMs > 0;
  if (isTimed) return Math.abs(endMs - before.endMs) <= SAME_END_MS;
  return areAlike(letters, before.letters) && !(ended && areAlike(letters, ended.letters));
}

/** Whether a message with the number of a turn that has ended is about another turn. */
function isAnother(turn: Turn, letters: string, endMs: number, ended: EndedTurn): boolean {
  const isTimed = endMs > 0 && ended.endMs > 0;
  if (!turn.isEnd) {
    // A straggler is about less of the same, perhaps spelt otherwise.
    if (isTimed) return endMs > ended.endMs + SAME_END_MS;
    return !beginsAlike(ended.letters, letters);
  }
  // A message that comes again says the same, of the same times; wrong times may well end together.
  if (isTimed && !(ended.awaitsFormatting && !turn.awaitsFormatting)) {
    const isSameAudio = startOf(turn) === ended.startMs && endMs === ended.endMs;
    return !isSameAudio || !areAlike(letters, ended.letters);
  }
  // A turn whose formatted version is to come has one more end, said alike.
  const mayBeFormatted = ended.awaitsFormatting && areAlike(letters, ended.letters);
  if (isTimed) {
    const isSameAudio = Math.abs(endMs - ended.endMs) <= SAME_END_MS;
    return !isSameAudio && !(mayBeFormatted && overlaps(turn, ended));
  }
  if (mayBeFormatted && !turn.awaitsFormatting) return false;
  return !says(ended, letters) || ended.mayBeAgain === true;
}

/** Whether a turn ended with just these letters, formatted or not. */
function says(
  { letters, formatted }: Pick<EndedTurn, 'letters' | 'formatted'>,
  told: string,
): boolean {
  return told === letters || told === formatted;
}

function overlaps(turn: Turn, { endMs }: EndedTurn): boolean {
  return startOf(turn) < endMs - SAME_END_MS;
}

/** When its first word begins; no words: never. */
function startOf({ words }: Turn): number {
  return Math.min(...words.map((word) => word.startMs));
}
