import type { Edit, Edits } from './edits';

/** Text that dictation has written, where it stands now. */
export interface Piece {
  readonly start: number;
  readonly text: string;
}

/** A piece of an earlier mark in the text that a later one replaced. */
export interface OwnedPiece {
  readonly utterance: number;
  readonly index: number;
  /** In the replaced text. */
  readonly start: number;
  readonly text: string;
}

/** What an utterance replaced, with what of it dictation had written earlier. */
interface Replaced {
  readonly text: string;
  /** How much of its end the person had selected; the rest went with that. */
  readonly selectedLength: number;
  readonly owned: readonly OwnedPiece[];
}

/** What is left in a document of one utterance at one place. */
export interface Mark {
  readonly utterance: number;
  /** Tells the marks of one utterance apart. */
  readonly index: number;
  /** The cursor it was written at; a change of what was written keeps that. */
  readonly site: number;
  /**
   * In ascending order, not touching. Exactly the characters that it wrote: what others put in
   * between is not its own. None: all are gone. A piece without text is the place where the
   * utterance only removed something.
   */
  readonly pieces: readonly Piece[];
  /** The mark at the end of its text that the recogniser has set by itself; '' for none. */
  readonly stop: string;
  readonly replaced: Replaced;
  /** Whether somebody else has changed its text. Default: nobody. */
  readonly isTouched?: boolean;
}

/** All marks of a document, in the order in which they were written. */
export type Marks = readonly Mark[];

/** Shorter texts are found by accident too easily. */
const MIN_FOUND_LENGTH = 4;

/** The offset behind `piece`. */
export function endOf({ start, text }: Piece): number {
  return start + text.length;
}

/** What of `piece` stands in the text from `start` to `end`. */
export function cut(piece: Piece, start: number, end: number): Piece {
  const from = Math.max(piece.start, start);
  const to = Math.min(endOf(piece), end);
  return { start: from, text: piece.text.slice(from - piece.start, Math.max(0, to - piece.start)) };
}

/**
 * The marks after somebody else's edits, made one after the other. White space that is put into an
 * utterance (a formatter wraps or indents it) becomes part of it.
 */
export function follow(marks: Marks, edits: Edits): Marks {
  return edits.reduce((moved, edit) => move(moved, edit, true), marks);
}

/** The marks after an edit that dictation makes itself. */
export function make(marks: Marks, edit: Edit): Marks {
  return move(marks, edit, false);
}

/** Sorted, and what touches made one. */
export function joinPieces(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && endOf(last) === piece.start) {
      joined[joined.length - 1] = { start: last.start, text: last.text + piece.text };
    } else {
      joined.push(piece);
    }
  }
  return joined;
}

function move(marks: Marks, edit: Edit, isForeign: boolean): Marks {
  const moved = marks.map((mark) => {
    // Most edits are behind most marks.
    if (mark.pieces.every((piece) => endOf(piece) <= edit.offset && piece.text !== '')) return mark;
    const moved = mark.pieces.flatMap((piece) => movePiece(piece, edit));
    const pieces = isForeign ? withWhiteSpace(moved, edit) : joinPieces(moved);
    const isTouched = isForeign && textOf(pieces) !== textOf(mark.pieces);
    return { ...mark, pieces, ...(isTouched && { isTouched }) };
  });
  return moved.some((mark, i) => mark !== marks[i]) ? moved : marks;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

function movePiece(piece: Piece, { offset, removedLength, text }: Edit): readonly Piece[] {
  const end = offset + removedLength;
  const shift = text.length - removedLength;
  if (end <= piece.start) return [{ start: piece.start + shift, text: piece.text }];
  if (offset >= endOf(piece)) return [piece];
  const left = cut(piece, 0, offset);
  const right = cut(piece, end, Infinity);
  const rest = [left, { start: offset + text.length, text: right.text }].filter(
    (part) => part.text !== '',
  );
  if (rest.length > 0 || removedLength === piece.text.length) return rest;
  return find(piece, offset, text);
}

/** A file that is read anew, or formatted as a whole, arrives as one replacement of many lines. */
function find({ text }: Piece, offset: number, replacement: string): readonly Piece[] {
  if (text.length < MIN_FOUND_LENGTH) return [];
  const at = replacement.indexOf(text);
  if (at === -1 || replacement.includes(text, at + 1)) return [];
  return [{ start: offset + at, text }];
}

/** Takes white space in where it was inserted between two pieces. */
function withWhiteSpace(pieces: readonly Piece[], { offset, text }: Edit): readonly Piece[] {
  const isWithin =
    text !== '' &&
    text.trim() === '' &&
    pieces.some((piece) => endOf(piece) === offset) &&
    pieces.some((piece) => piece.start === offset + text.length);
  return joinPieces(isWithin ? [...pieces, { start: offset, text }] : pieces);
}
