import { moveAnchor, type Anchor } from './anchor';
import type { Edits } from './edit';
import { inSequence } from './edit';
import { follow, type Marks } from './mark';

/** Whoever has anchors in a document; compared by identity. */
export type AnchorOwner = object;

/** All that dictation knows of a document. */
export interface DocumentState {
  /** Where each owner's next words go, its primary place first. */
  readonly anchors: ReadonlyMap<AnchorOwner, readonly Anchor[]>;
  /** What dictation has written. */
  readonly marks: Marks;
}

export const NOTHING_KNOWN: DocumentState = { anchors: new Map(), marks: [] };

/** The state after somebody else's edits. */
export function followEdits(state: DocumentState, edits: Edits): DocumentState {
  return {
    anchors: moveAnchors(state.anchors, edits),
    marks: follow(state.marks, inSequence(edits)),
  };
}

/**
 * The state after an edit that ends the document with a line break: the places before it stay there.
 * It may come from saving, which ends files so; whoever types it takes the caret along.
 */
export function followFinalBreak(state: DocumentState, edits: Edits): DocumentState {
  const followed = followEdits(state, edits);
  const anchors = new Map(
    [...followed.anchors].map(([owner, places]) => [owner, state.anchors.get(owner) ?? places]),
  );
  return { ...followed, anchors };
}

/** `state` with every place that is at `from` moved to `to`. */
export function withPlacesMoved(state: DocumentState, from: number, to: number): DocumentState {
  const move = (anchor: Anchor): Anchor =>
    anchor.start === from && anchor.end === from ? { start: to, end: to } : anchor;
  const anchors = [...state.anchors].map(([owner, places]) => [owner, places.map(move)] as const);
  return { ...state, anchors: new Map(anchors) };
}

/**
 * The state that holds again after an undo or redo: as it was, for the owners that there are now.
 *
 * @param moved as it would be if nothing were known about the step
 */
export function restoreState(before: DocumentState, moved: DocumentState): DocumentState {
  const anchors = new Map(
    [...moved.anchors].map(([owner, places]) => [owner, before.anchors.get(owner) ?? places]),
  );
  return { anchors, marks: before.marks };
}

/** `state` with other anchors for `owner`; none: it has no place any more. */
export function withAnchors(
  state: DocumentState,
  owner: AnchorOwner,
  places: readonly Anchor[],
): DocumentState {
  const anchors = new Map(state.anchors);
  if (places.length === 0) anchors.delete(owner);
  else anchors.set(owner, places);
  return { ...state, anchors };
}

/** All anchors after edits; those of one owner that meet at one place become one. */
export function moveAnchors(
  anchors: DocumentState['anchors'],
  edits: Edits,
): DocumentState['anchors'] {
  return new Map(
    [...anchors].map(([owner, places]) => [
      owner,
      withoutMet(places.map((place) => move(place, edits))),
    ]),
  );
}

/** Without the carets that have come to another one, or to a selection: they are one cursor now. */
function withoutMet(places: readonly Anchor[]): readonly Anchor[] {
  return places.filter(
    ({ start, end }, i) =>
      start < end ||
      !places.some(
        (other, at) =>
          other.start <= start && end <= other.end && (at < i || other.start < other.end),
      ),
  );
}

function move(anchor: Anchor, edits: Edits): Anchor {
  return inSequence(edits).reduce(
    (moved, { offset, removedLength, text }) =>
      moveAnchor(moved, { offset, removedLength, insertedLength: text.length }),
    anchor,
  );
}
