/** One stretch of a text and how long what replaced it is. */
export interface Stretch {
  /** In the text before all changes. */
  readonly offset: number;
  readonly removedLength: number;
  readonly insertedLength: number;
}

/**
 * What changes made one after the other did to a text, without the text: which stretches were
 * replaced by how much. Stretches that touch are one, so that the shape does not depend on how the
 * changes were cut.
 */
export class EditShape {
  private stretches: readonly Stretch[] = [];

  /** Adds a change of the text as all changes so far have left it. */
  add({ offset, removedLength, insertedLength }: Stretch): void {
    const before: Stretch[] = [];
    const after: Stretch[] = [];
    let start = offset;
    let end = offset + removedLength;
    // How much longer the text has become before the place that is looked at.
    let growth = 0;
    let growthBefore = 0;
    let growthWithin = 0;
    for (const stretch of this.stretches) {
      const from = stretch.offset + growth;
      const to = from + stretch.insertedLength;
      growth += stretch.insertedLength - stretch.removedLength;
      if (to < offset) {
        before.push(stretch);
        growthBefore = growth;
      } else if (from > offset + removedLength) {
        after.push(stretch);
      } else {
        start = Math.min(start, from);
        end = Math.max(end, to);
        growthWithin += stretch.insertedLength - stretch.removedLength;
      }
    }
    const merged = {
      offset: start - growthBefore,
      removedLength: end - start - growthWithin,
      insertedLength: end - start + insertedLength - removedLength,
    };
    const isNothing = merged.removedLength === 0 && merged.insertedLength === 0;
    this.stretches = [...before, ...(isNothing ? [] : [merged]), ...after];
  }

  equals(other: EditShape): boolean {
    return (
      this.stretches.length === other.stretches.length &&
      this.stretches.every((stretch, i) => {
        const its = other.stretches[i];
        return (
          its?.offset === stretch.offset &&
          its.removedLength === stretch.removedLength &&
          its.insertedLength === stretch.insertedLength
        );
      })
    );
  }
}
