import type { Edit, Edits, Range } from './edits';
import { moveAnchors, withAnchors, type AnchorOwner, type DocumentState } from './document-state';
import { write, type Writing } from './utterances';

/** One cursor that a final goes to. */
export interface Site {
  readonly anchor: Range;
  /** What stands at the anchor, and is replaced. */
  readonly replaced: string;
  /** The recogniser's own mark directly before the anchor, if it gives way; '' for none. */
  readonly replacedStop: string;
  /** What is written, with the spaces that join it to what stands around it. */
  readonly text: string;
  /** The mark at the end of `text` that the recogniser has set by itself; '' for none. */
  readonly stop: string;
  /** The rest of the line behind the anchor. */
  readonly right: string;
  /** Whether the person has selected text from the anchor's end on. */
  readonly isSelectedBehind: boolean;
}

/** Edits of a document, made together as one change and one undo step, and what holds then. */
export interface EditPlan {
  readonly edits: Edits;
  readonly next: DocumentState;
}

/**
 * The edits for one final at all of its places. They are cut so that carets and selections come out
 * right within the edit itself; set afterwards, they could select the new text for a moment, and a
 * key pressed in it would overwrite it.
 *
 * @param sites in the order of the owner's anchors
 * @param oldest the first utterance that can still be taken back; earlier ones are forgotten
 */
export function planFinal(
  state: DocumentState,
  owner: AnchorOwner,
  utterance: number,
  sites: readonly Site[],
  oldest = 0,
): EditPlan {
  const edits: Edit[] = [];
  const written: Edit[] = [];
  const writings: Writing[] = [];
  const anchors = new Map<Site, Range>();
  let growth = 0;
  const ascending = sites.toSorted((a, b) => a.anchor.start - b.anchor.start);
  for (const [i, site] of ascending.entries()) {
    const { start, end } = site.anchor;
    const { replaced, replacedStop, stop } = site;
    const { words, space } = withoutLastSpace(site, ascending[i + 1]);
    const from = start - replacedStop.length;
    const own = [
      { offset: from, removedLength: replacedStop.length, text: '' },
      { offset: start, removedLength: 0, text: words },
      // Apart from the insertion: a replaced selection would select what replaces it.
      { offset: start, removedLength: end - start, text: '' },
    ].filter(isEdit);
    edits.push(...own, ...spaceEdits(site, space));
    written.push(...own, ...[{ offset: end, removedLength: 0, text: space }].filter(isEdit));
    const name = sites.indexOf(site);
    writings.push({
      site: name,
      start: from,
      replaced: replacedStop + replaced,
      selectedLength: replaced.length,
      text: words,
      stop,
    });
    if (space !== '') writings.push({ site: name, start: end, replaced: '', text: space });
    const behind = from + growth + words.length;
    anchors.set(site, { start: behind, end: behind });
    growth += words.length + space.length - (end - from);
  }
  const moved = { anchors: moveAnchors(state.anchors, written), marks: state.marks };
  const remembered = moved.marks.filter((mark) => mark.utterance >= oldest);
  const marks = write(remembered, utterance, writings);
  const own = sites.flatMap((site) => anchors.get(site) ?? []);
  return { edits, next: withAnchors({ ...moved, marks }, owner, own) };
}

/** The seam's space behind the words; the anchor stays before it, so that "," can follow. */
function withoutLastSpace(
  { text, anchor, right }: Site,
  next: Site | undefined,
): { readonly words: string; readonly space: string } {
  // Behind a line break it is what the new line begins with.
  const isLineStart = /\n[^\p{L}\p{N}]*$/u.test(text);
  const words = isLineStart ? text : text.replace(/(?<=\S)[ \u202f]$/u, '');
  const nextStart = next === undefined ? Infinity : next.anchor.start - next.replacedStop.length;
  const isClose = nextStart < anchor.end + firstCharacter(right).length;
  return isClose ? { words: text, space: '' } : { words, space: text.slice(words.length) };
}

function spaceEdits({ anchor, right, isSelectedBehind }: Site, space: string): readonly Edit[] {
  if (space === '') return [];
  if (isSelectedBehind) return [{ offset: anchor.end, removedLength: 0, text: space }];
  // With the next character, so that carets, too, stay before the space.
  const next = firstCharacter(right);
  return [{ offset: anchor.end, removedLength: next.length, text: space + next }];
}

function firstCharacter(text: string): string {
  const point = text.codePointAt(0);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function isEdit({ removedLength, text }: Edit): boolean {
  return removedLength > 0 || text !== '';
}
