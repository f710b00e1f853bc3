import type { Clock } from '../../core/clock';
import type { Composed } from '../../text/compose';
import type { WritingPlace } from './text-context';

/**
 * How long the event loop is kept: half of what the window takes for a picture. Each turn that is given
 * away is a timer, and whatever else waits there comes before the words.
 */
const TURN_MS = 8;

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
   * @param placeAt what is there now; undefined: no such place any more
   */
  async prepare(clock: Clock, placeAt: (index: number) => WritingPlace | undefined): Promise<void> {
    let sinceMs = clock.now();
    let at = placeAt(0);
    for (let index = 0; at !== undefined; at = placeAt(++index)) {
      if (clock.now() - sinceMs >= TURN_MS) {
        await new Promise<void>((resolve) => {
          clock.schedule(0, resolve);
        });
        sinceMs = clock.now();
        // What stands there may be something else meanwhile.
        at = placeAt(index);
        if (at === undefined) return;
      }
      this.at(index, at);
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
