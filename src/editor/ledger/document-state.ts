import { extentOf, inSequence, moveAnchor, type Edits, type Range } from './edits';
import { follow, type Marks } from './mark';

/** Whoever has anchors in a document; compared by identity. */
export type AnchorOwner = object;

/** All that dictation knows of a document. */
export interface DocumentState {
  /** Where each owner's next words go, its primary place first. */
  readonly anchors: ReadonlyMap<AnchorOwner, readonly Range[]>;
  /** What dictation has written. */
  readonly marks: Marks;
}

/** Of a document that dictation has not written in. */
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
  const move = (anchor: Range): Range =>
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
  places: readonly Range[],
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
function withoutMet(places: readonly Range[]): readonly Range[] {
  return places.filter(
    ({ start, end }, i) =>
      start < end ||
      !places.some(
        (other, at) =>
          other.start <= start && end <= other.end && (at < i || other.start < other.end),
      ),
  );
}

function move(anchor: Range, edits: Edits): Range {
  return inSequence(edits).reduce((moved, edit) => moveAnchor(moved, extentOf(edit)), anchor);
}

/**
 * The state of a document whose line ends have changed between `\n` and `\r\n`: the same places.
 *
 * @param text the document with its new line ends, which are all alike
 */
export function convertLineEnds({ anchors, marks }: DocumentState, text: string): DocumentState {
  const isCrlf = text.includes('\r\n');
  const before = isCrlf ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
  const lines = (offset: number): number => before.slice(0, offset).split('\n').length - 1;
  const move = (offset: number): number => offset + (isCrlf ? lines(offset) : -lines(offset));
  const convert = (some: string): string =>
    isCrlf ? some.replaceAll('\n', '\r\n') : some.replaceAll('\r\n', '\n');
  return {
    anchors: new Map(
      [...anchors].map(([owner, places]) => [
        owner,
        places.map(({ start, end }) => ({ start: move(start), end: move(end) })),
      ]),
    ),
    marks: marks.map((mark) => ({
      ...mark,
      pieces: mark.pieces.map(({ start, text: own }) => ({
        start: move(start),
        text: convert(own),
      })),
      replaced: {
        ...mark.replaced,
        text: convert(mark.replaced.text),
        owned: mark.replaced.owned.map((piece) => ({
          ...piece,
          start: convert(mark.replaced.text.slice(0, piece.start)).length,
          text: convert(piece.text),
        })),
      },
    })),
  };
}
