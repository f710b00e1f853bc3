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
