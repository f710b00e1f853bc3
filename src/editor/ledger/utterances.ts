import { EditScript, type Edit, type Edits, type Range } from './edits';
import {
  cut,
  endOf,
  joinPieces,
  make,
  type Mark,
  type Marks,
  type OwnedPiece,
  type Piece,
} from './mark';
import { Removal } from './removal';

/** What an utterance writes at one place: `text` for `replaced`, which stands at `start`. */
export interface Writing {
  /** Which of the cursors that is. */
  readonly site: number;
  readonly start: number;
  readonly replaced: string;
  /** How much of the end of `replaced` the person had selected. Default: nothing. */
  readonly selectedLength?: number;
  readonly text: string;
  /** The mark at the end of `text` that the recogniser has set by itself. Default: none. */
  readonly stop?: string;
}

/** Edits of a document, and the marks in it once they are made. */
export interface Plan {
  readonly edits: Edits;
  readonly marks: Marks;
}

/** What takes an utterance back. */
export interface TakeBackPlan extends Plan {
  /** Where what the person had selected stands again, in the document with the edits made. */
  readonly restored: readonly Range[];
}

/** Whether anything is there to be taken back. */
export function isThere(marks: Marks, utterance: number): boolean {
  return marks.some((mark) => mark.utterance === utterance && mark.pieces.length > 0);
}

/**
 * The marks after a new utterance has written.
 *
 * @param writings in ascending order, not overlapping, with offsets of the text before all of them
 */
export function write(marks: Marks, utterance: number, writings: readonly Writing[]): Marks {
  return writings.reduceRight<Marks>((before, writing, index) => {
    const { site, start, replaced, selectedLength = 0, text, stop = '' } = writing;
    const removedLength = replaced.length;
    const owned = ownedIn(before, start, start + removedLength);
    const mark: Mark = {
      utterance,
      index,
      site,
      pieces: [{ start, text }],
      stop,
      replaced: { text: replaced, selectedLength, owned },
    };
    return [...make(before, { offset: start, removedLength, text }), mark];
  }, marks);
}

/**
 * Takes utterances back: what is left of them goes, and what they replaced stands again.
 *
 * @param utterances the latest first, because a later one may have replaced an earlier one
 * @param length of the document
 */
export function takeBack(
  marks: Marks,
  utterances: readonly number[],
  length: number,
): TakeBackPlan {
  const script = new EditScript(length);
  let current = marks;
  let restored: readonly Range[] = [];
  const edit = (change: Edit): void => {
    script.add(change);
    current = make(current, change);
    restored = restored.map((range) => shift(range, change));
  };
  for (const { some, isPlain } of steps(marks, utterances)) {
    if (isPlain) {
      const gone = current.filter((mark) => some.has(mark.utterance));
      const pieces = gone.flatMap((mark) => mark.pieces);
      const removal = new Removal(pieces.map((each) => ({ start: each.start, end: endOf(each) })));
      script.remove(removal.ranges);
      restored = restored.map((range) => removal.moveRange(range));
      current = removal.moveMarks(current.filter((mark) => !some.has(mark.utterance)));
      continue;
    }
    const [utterance] = some;
    for (const { index } of current.filter((mark) => mark.utterance === utterance)) {
      const mark = current.find((one) => one.utterance === utterance && one.index === index);
      const start = mark?.pieces[0]?.start;
      if (mark === undefined || start === undefined) continue;
      for (const piece of mark.pieces.toReversed()) {
        edit({ offset: piece.start, removedLength: piece.text.length, text: '' });
      }
      const { text, selectedLength, owned } = mark.replaced;
      if (text === '') continue;
      edit({ offset: start, removedLength: 0, text });
      const end = start + text.length;
      restored = [...restored, { start: end - selectedLength, end }];
      current = giveBack(current, owned, start);
    }
    current = current.filter((mark) => mark.utterance !== utterance);
  }
  const isLeft = ({ start, end }: Range): boolean => end > start;
  return {
    edits: script.edits,
    marks: current,
    restored: restored.filter(isLeft).toSorted((a, b) => a.start - b.start),
  };
}

/**
 * Writes what is left of an utterance anew, as a later one; taken back, the first one's text stands
 * again.
 *
 * @param change a text of the same length for a piece of it; those of one site in ascending order
 */
export function rewrite(
  marks: Marks,
  utterance: number,
  later: number,
  change: (piece: Piece, site: number) => string,
): Plan {
  const edits: Edit[] = [];
  const rewritten: Mark[] = [];
  const left = marks.map((mark): Mark => {
    if (mark.utterance !== utterance) return mark;
    for (const piece of mark.pieces) {
      const text = change(piece, mark.site);
      const owned = { utterance, index: mark.index, start: 0, text: piece.text };
      const written = { offset: piece.start, removedLength: piece.text.length, text };
      edits.push(...differences(piece.text, written));
      rewritten.push({
        utterance: later,
        index: rewritten.length,
        site: mark.site,
        pieces: [{ start: piece.start, text }],
        stop: mark.stop,
        replaced: { text: piece.text, selectedLength: 0, owned: [owned] },
      });
    }
    return { ...mark, pieces: [] };
  });
  edits.sort((a, b) => a.offset - b.offset);
  return { edits, marks: [...left, ...rewritten] };
}

/**
 * The mark directly before `offset` that the recogniser has set behind what it heard, as long as nobody
 * has changed it; '' where there is none.
 */
export function ownStopBefore(marks: Marks, offset: number): string {
  const written = marks.find(({ stop, pieces }) => {
    const last = pieces.at(-1);
    return stop !== '' && last !== undefined && endOf(last) === offset && last.text.endsWith(stop);
  });
  return written?.stop ?? '';
}

/** Writes capitals where they are as long as what they replace ("ß" is not). */
export function capitalLetters(): (piece: Piece) => string {
  return ({ text }) => Array.from(text, capital).join('');
}

/** Writes a capital for the first letter at each site, whose pieces it is asked for in order. */
export function firstCapital(): (piece: Piece, site: number) => string {
  const done = new Set<number>();
  return ({ text }, site) => {
    if (done.has(site)) return text;
    return text.replace(/\p{L}/u, (letter) => {
      done.add(site);
      return capital(letter);
    });
  };
}

/** From the first to the last character that is left of an utterance at each cursor, ascending. */
export function hulls(marks: Marks, utterance: number): readonly Range[] {
  const bySite = new Map<number, Range>();
  for (const { site, pieces } of marks.filter((mark) => mark.utterance === utterance)) {
    for (const piece of pieces) {
      const hull = bySite.get(site) ?? { start: piece.start, end: endOf(piece) };
      bySite.set(site, {
        start: Math.min(hull.start, piece.start),
        end: Math.max(hull.end, endOf(piece)),
      });
    }
  }
  return [...bySite.values()].sort((a, b) => a.start - b.start);
}

/** Those that have replaced nothing go in one step: of an hour's dictation, hundreds. */
function steps(
  marks: Marks,
  utterances: readonly number[],
): readonly { readonly some: ReadonlySet<number>; readonly isPlain: boolean }[] {
  const replacing = new Set(
    marks.filter(({ replaced }) => replaced.text !== '').map(({ utterance }) => utterance),
  );
  const found: { some: Set<number>; isPlain: boolean }[] = [];
  for (const utterance of utterances) {
    const isPlain = !replacing.has(utterance);
    const last = found.at(-1);
    if (isPlain && last?.isPlain === true) last.some.add(utterance);
    else found.push({ some: new Set([utterance]), isPlain });
  }
  return found;
}

function ownedIn(marks: Marks, start: number, end: number): readonly OwnedPiece[] {
  return marks.flatMap(({ utterance, index, pieces }) =>
    pieces
      .map((piece) => cut(piece, start, end))
      .filter(({ text }) => text !== '')
      .map((piece) => ({ utterance, index, start: piece.start - start, text: piece.text })),
  );
}

function giveBack(marks: Marks, owned: readonly OwnedPiece[], offset: number): Marks {
  return marks.map((mark) => {
    const its = owned.filter(
      ({ utterance, index }) => utterance === mark.utterance && index === mark.index,
    );
    if (its.length === 0) return mark;
    const back = its.map(({ start, text }) => ({ start: offset + start, text }));
    return { ...mark, pieces: joinPieces([...mark.pieces, ...back]) };
  });
}

function shift(range: Range, { offset, removedLength, text }: Edit): Range {
  const end = offset + removedLength;
  const moved = (at: number): number => {
    if (at >= end) return at + text.length - removedLength;
    return Math.min(at, offset);
  };
  return offset >= range.end ? range : { start: moved(range.start), end: moved(range.end) };
}

/** Only the characters that differ, so that carets in the text stay where they are. */
function differences(before: string, { offset, text }: Edit): readonly Edit[] {
  return Array.from({ length: text.length }, (_, i) => i)
    .filter((i) => before.charAt(i) !== text.charAt(i))
    .map((i) => ({ offset: offset + i, removedLength: 1, text: text.charAt(i) }));
}

function capital(letter: string): string {
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
}
