/** A stretch of a text, in UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One change of a text, in UTF-16 offsets: at `offset`, `text` replaced `removedLength` characters. */
export interface Edit {
  readonly offset: number;
  readonly removedLength: number;
  readonly text: string;
}

/**
 * Edits of one text, made at once: in ascending order, touching at most, with offsets of the text
 * before all of them. Two may stand at one offset: an insertion, then what removes text there.
 */
export type Edits = readonly Edit[];

/** How far an edit reaches: at `offset`, so much was removed and so much put there. */
export interface Extent {
  readonly offset: number;
  readonly removedLength: number;
  readonly insertedLength: number;
}

/** Where `edit` is and how long, without its text. */
export function extentOf({ offset, removedLength, text }: Edit): Extent {
  return { offset, removedLength, insertedLength: text.length };
}

/** The same edits in an order in which they can be made one after the other. */
export function inSequence(edits: Edits): Edits {
  return edits.toReversed();
}

/** `text` after `edits`, made one after the other. */
export function applyEdits(text: string, edits: Edits): string {
  return edits.reduce(
    (before, { offset, removedLength, text: inserted }) =>
      before.slice(0, offset) + inserted + before.slice(offset + removedLength),
    text,
  );
}

/**
 * Where `anchor` stands after `edit`. What is typed exactly at the anchor stays before it, so
 * that the next final lands behind it; what replaces text right of the anchor stays right of it.
 * A selection that was edited is no longer replaced: only its end goes on as the anchor.
 */
export function moveAnchor(anchor: Range, edit: Extent): Range {
  const { offset, removedLength, insertedLength } = edit;
  const shift = insertedLength - removedLength;
  if (offset + removedLength <= anchor.start) {
    return { start: anchor.start + shift, end: anchor.end + shift };
  }
  if (offset >= anchor.end) return anchor;
  // The edit reaches over the end, or lies within the selection.
  const end =
    offset + removedLength <= anchor.end
      ? anchor.end + shift
      : Math.min(anchor.end, offset + insertedLength);
  return { start: end, end };
}

/**
 * What edits made one after the other did to a text, without the text: which extents there
 * are, in the text before all of them. Those that touch are one, so that the shape does not depend on
 * how the edits were cut.
 */
export class EditShape {
  private extents: readonly Extent[] = [];

  /** Adds an edit of the text as all edits so far have left it. */
  add({ offset, removedLength, insertedLength }: Extent): void {
    const before: Extent[] = [];
    const after: Extent[] = [];
    let start = offset;
    let end = offset + removedLength;
    // How much longer the text has become before the place that is looked at.
    let growth = 0;
    let growthBefore = 0;
    let growthWithin = 0;
    for (const extent of this.extents) {
      const from = extent.offset + growth;
      const to = from + extent.insertedLength;
      growth += extent.insertedLength - extent.removedLength;
      if (to < offset) {
        before.push(extent);
        growthBefore = growth;
      } else if (from > offset + removedLength) {
        after.push(extent);
      } else {
        start = Math.min(start, from);
        end = Math.max(end, to);
        growthWithin += extent.insertedLength - extent.removedLength;
      }
    }
    const merged = {
      offset: start - growthBefore,
      removedLength: end - start - growthWithin,
      insertedLength: end - start + insertedLength - removedLength,
    };
    const isNothing = merged.removedLength === 0 && merged.insertedLength === 0;
    this.extents = [...before, ...(isNothing ? [] : [merged]), ...after];
  }

  equals(other: EditShape): boolean {
    return (
      this.extents.length === other.extents.length &&
      this.extents.every((extent, i) => {
        const its = other.extents[i];
        return (
          its?.offset === extent.offset &&
          its.removedLength === extent.removedLength &&
          its.insertedLength === extent.insertedLength
        );
      })
    );
  }
}

/** A stretch of the original text that is still there, or new text. */
type Part = { readonly from: number; readonly to: number } | { readonly text: string };

/** Edits that are thought of one after the other, made at once. */
export class EditScript {
  private parts: readonly Part[];

  /** @param length of the text to be edited */
  constructor(private readonly length: number) {
    this.parts = [{ from: 0, to: length }];
  }

  /** Adds an edit of the text as all edits so far have left it. */
  add({ offset, removedLength, text }: Edit): void {
    const left = slice(this.parts, 0, offset);
    const right = slice(this.parts, offset + removedLength, Infinity);
    this.parts = text === '' ? [...left, ...right] : [...left, { text }, ...right];
  }

  /** Removes stretches of the text as all edits so far have left it, in ascending order, at once. */
  remove(ranges: readonly Range[]): void {
    const kept: Part[] = [];
    let next = 0;
    let at = 0;
    for (const part of this.parts) {
      const end = at + lengthOf(part);
      let from = at;
      for (
        let range = ranges[next];
        range !== undefined && range.start < end;
        range = ranges[next]
      ) {
        if (range.start > from) kept.push(cutPart(part, from - at, range.start - at));
        from = Math.max(from, Math.min(range.end, end));
        if (range.end > end) break;
        next++;
      }
      if (from < end) kept.push(cutPart(part, from - at, end - at));
      at = end;
    }
    this.parts = kept;
  }

  /** The edits of the original text: insertions and removals apart, so that carets come out right. */
  get edits(): Edits {
    const edits: Edit[] = [];
    let at = 0;
    let text = '';
    const close = (to: number): void => {
      if (text !== '') edits.push({ offset: at, removedLength: 0, text });
      if (to > at) edits.push({ offset: at, removedLength: to - at, text: '' });
      text = '';
    };
    for (const part of this.parts) {
      if ('text' in part) {
        text += part.text;
      } else {
        close(part.from);
        at = part.to;
      }
    }
    close(this.length);
    return edits;
  }
}

function slice(parts: readonly Part[], start: number, end: number): Part[] {
  const sliced: Part[] = [];
  let at = 0;
  for (const part of parts) {
    const length = lengthOf(part);
    const from = Math.max(0, start - at);
    const to = Math.min(length, end - at);
    at += length;
    if (from < to) sliced.push(cutPart(part, from, to));
  }
  return sliced;
}

function lengthOf(part: Part): number {
  return 'text' in part ? part.text.length : part.to - part.from;
}

function cutPart(part: Part, from: number, to: number): Part {
  if ('text' in part) return { text: part.text.slice(from, to) };
  return { from: part.from + from, to: part.from + to };
}
