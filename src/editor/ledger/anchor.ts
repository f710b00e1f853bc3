/**
 * A tracked place in a document, in UTF-16 offsets. Where `end` is greater than `start`, it is the
 * selection that the first final replaces; afterwards both are the same.
 */
export interface Anchor {
  readonly start: number;
  readonly end: number;
}

/** One change of a document: at `offset`, `removedLength` was replaced by `insertedLength`. */
export interface TextChange {
  readonly offset: number;
  readonly removedLength: number;
  readonly insertedLength: number;
}

/**
 * Where `anchor` stands after `change`. What is typed exactly at the anchor stays before it, so
 * that the next final lands behind it; what replaces text right of the anchor stays right of it.
 * A selection that was edited is no longer replaced: only its end goes on as the anchor.
 */
export function moveAnchor(anchor: Anchor, change: TextChange): Anchor {
  const { offset, removedLength, insertedLength } = change;
  const shift = insertedLength - removedLength;
  if (offset + removedLength <= anchor.start) {
    return { start: anchor.start + shift, end: anchor.end + shift };
  }
  if (offset >= anchor.end) return anchor;
  // The change reaches over the end, or lies within the selection.
  const end =
    offset + removedLength <= anchor.end
      ? anchor.end + shift
      : Math.min(anchor.end, offset + insertedLength);
  return { start: end, end };
}
