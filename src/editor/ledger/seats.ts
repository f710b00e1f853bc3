import type { Edit, Edits } from './edits';

/** A place, and the line that it stands in. */
export interface Seat {
  readonly offset: number;
  readonly line: number;
  readonly left: string;
  readonly right: string;
}

/** An edit, and the line that it begins in. */
export interface PlacedEdit extends Edit {
  readonly line: number;
}

/** Shorter starts of lines are found by accident too easily. */
const MIN_LEFT_LENGTH = 4;

/**
 * A file that is read anew, or formatted as a whole, arrives as one replacement of many lines, most of
 * which are the same: cut in two at each place whose line is there still, so that the place stays in it.
 */
export function splitAtSeats(edit: PlacedEdit, seats: readonly Seat[]): Edits {
  const { offset, removedLength, text } = edit;
  const end = offset + removedLength;
  const within = seats
    .filter((seat) => seat.offset > offset && seat.offset < end)
    .toSorted((a, b) => a.offset - b.offset);
  if (within.length === 0 || !text.includes('\n')) return [edit];
  const lines = linesOf(text);
  const edits: Edit[] = [];
  let from = { offset, at: 0 };
  for (const seat of within) {
    const at = find(seat, lines, seat.line - edit.line);
    if (at === undefined || at < from.at || seat.offset <= from.offset) continue;
    edits.push({
      offset: from.offset,
      removedLength: seat.offset - from.offset,
      text: text.slice(from.at, at),
    });
    from = { offset: seat.offset, at };
  }
  const rest = { offset: from.offset, removedLength: end - from.offset, text: text.slice(from.at) };
  return [...edits, rest];
}

interface Line {
  readonly at: number;
  readonly text: string;
}

function linesOf(text: string): readonly Line[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const found = { at, text: line.replace(/\r$/u, '') };
    at += line.length + 1;
    return found;
  });
}

/** Where the seat is among `lines`: in the nearest that is its own, or begins as its own does. */
function find({ left, right }: Seat, lines: readonly Line[], expected: number): number | undefined {
  const nearest = (isIt: (line: string) => boolean): Line | undefined =>
    lines
      .map((line, i) => ({ line, distance: Math.abs(i - expected) }))
      .filter(({ line }) => isIt(line.text))
      .toSorted((a, b) => a.distance - b.distance)[0]?.line;
  // The first line has lost its beginning, where the replacement begins within it.
  const own =
    nearest((line) => line === left + right) ??
    (left.trim().length < MIN_LEFT_LENGTH ? undefined : nearest((line) => line.startsWith(left)));
  return own === undefined ? undefined : own.at + left.length;
}
