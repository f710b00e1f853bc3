import type { Clock } from '../../core/clock';
import type { Composed } from '../../text/compose';
import type { WritingPlace } from './text-context';

/** Characters that are looked at and composed in one turn of the event loop: some milliseconds. */
const CHARACTERS_A_TURN = 5000;

interface ComposedPlace {
  readonly at: WritingPlace;
  readonly composed: Composed;
}

/**
 * What one final has written at each of its places. It is composed once for each, however often the
 * document changes meanwhile, and the window has its turn between: with many cursors in long lines all of
 * it together takes too long.
 */
export class ComposedPlaces {
  private readonly made: ComposedPlace[] = [];

  /** @param compose for a place as it is */
  constructor(private readonly compose: (at: WritingPlace) => Composed) {}

  /**
   * Composes at all places.
   *
   * @param places what is there now; undefined: no such place any more
   * @param length characters of the final
   */
  async prepare(
    clock: Clock,
    length: number,
    placeAt: (index: number) => WritingPlace | undefined,
  ): Promise<void> {
    let characters = 0;
    let at = placeAt(0);
    for (let index = 0; at !== undefined; at = placeAt(++index)) {
      this.at(index, at);
      characters += at.place.left.length + at.place.right.length + length;
      if (characters < CHARACTERS_A_TURN) continue;
      characters = 0;
      await new Promise<void>((resolve) => {
        clock.schedule(0, resolve);
      });
    }
  }

  /** What is written at a place, composed anew only where something else stands around it now. */
  at(index: number, at: WritingPlace): Composed {
    const known = this.made[index];
    if (known !== undefined && isSame(known.at, at)) return known.composed;
    const composed = this.compose(at);
    this.made[index] = { at, composed };
    return composed;
  }
}

function isSame(one: WritingPlace, other: WritingPlace): boolean {
  const [a, b] = [one.place, other.place];
  return (
    one.continuation === other.continuation &&
    a.left === b.left &&
    a.right === b.right &&
    a.scope === b.scope &&
    a.languageId === b.languageId &&
    a.owed === b.owed &&
    a.stop === b.stop
  );
}
