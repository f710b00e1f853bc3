import type { Range } from './edits';
import { endOf, joinPieces, type Marks, type Piece } from './mark';

/** Stretches of a text that go at once. However many there are, each place of the text is looked up quickly. */
export class Removal {
  /** Ascending, not overlapping. */
  readonly ranges: readonly Range[];
  /** How much is removed before each of them. */
  private readonly before: readonly number[];

  /** @param ranges of the text before any of them is gone, in any order */
  constructor(ranges: readonly Range[]) {
    const ascending: Range[] = [];
    for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
      const from = Math.max(start, ascending.at(-1)?.end ?? 0);
      if (from < end) ascending.push({ start: from, end });
    }
    this.ranges = ascending;
    let sum = 0;
    this.before = ascending.map(({ start, end }) => (sum += end - start) - (end - start));
  }

  /** Where what stands at `offset` is, once they are gone. */
  move(offset: number): number {
    const index = this.lastBefore(offset);
    const range = this.ranges[index];
    if (range === undefined) return offset;
    return offset - (this.before[index] ?? 0) - (Math.min(offset, range.end) - range.start);
  }

  /** `range` without what goes of it. */
  moveRange({ start, end }: Range): Range {
    return { start: this.move(start), end: this.move(end) };
  }

  /** The marks of what is left; see `make`. */
  moveMarks(marks: Marks): Marks {
    return marks.map((mark) => {
      const pieces = joinPieces(mark.pieces.flatMap((piece) => this.movePiece(piece)));
      return { ...mark, pieces };
    });
  }

  private movePiece(piece: Piece): readonly Piece[] {
    const start = this.move(piece.start);
    const length = this.move(endOf(piece)) - start;
    if (piece.text === '') return this.isWithin(piece.start) ? [] : [{ start, text: '' }];
    if (length === piece.text.length) return [{ start, text: piece.text }];
    // Nobody's text but its own: this happens only where a file was read anew.
    const text = this.ranges.reduceRight(
      (rest, { start: from, end: to }) =>
        rest.slice(0, Math.max(0, from - piece.start)) + rest.slice(Math.max(0, to - piece.start)),
      piece.text,
    );
    return text === '' ? [] : [{ start, text }];
  }

  private isWithin(offset: number): boolean {
    const range = this.ranges[this.lastBefore(offset)];
    return range !== undefined && offset < range.end;
  }

  /** The last range that begins before `offset`; -1: none. */
  private lastBefore(offset: number): number {
    let [low, high] = [0, this.ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ranges[middle]?.start ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
