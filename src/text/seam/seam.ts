import { languageOf } from '../languages/languages';
import { lostStop, type StopSeam } from './closing-stop';
import { lowerFirstWord, type WordKnowledge } from './first-letter';
import { spaceBetween } from './seam-space';
import { isMidSentence } from './sentence-place';

/** One final, and what stands around the place it goes to. */
export interface Seam extends StopSeam, WordKnowledge {
  /**
   * The full stop that the final before this one gave up ({@link owedStop}), while nothing has been
   * changed behind it: this final shows that the sentence had ended, so it is set again.
   */
  readonly owed?: string | undefined;
  /** Whether nothing but spaces stands between the place and what opened its comment. */
  readonly isAfterMarker?: boolean | undefined;
  /** Whether the text begins as the person wants it: with that capital and that white space. */
  readonly isStartFixed?: boolean | undefined;
}

/**
 * The trimmed text as it is written at this place, '' for a blank one: with a space, at most one on
 * each side, where the text around it asks for one; with a small first letter in the middle of a
 * sentence, unless the word has its capital everywhere; and without a full stop that clashes with
 * what follows. Nothing else changes: a letter is never raised, for the recogniser writes the
 * capital of a sentence, and what it begins small ("npm", a turn that goes on) begins small.
 *
 * Finals one after the other stand as they would in one final; for that the caller passes what the
 * last one {@link owedStop owes}.
 */
export function joinAtSeam(seam: Seam): string {
  const { left, right, owed = '', isStartFixed = false } = seam;
  const text = trimmed(seam);
  if (text === '') return '';
  if (owed !== '' && !/^\p{P}/u.test(text)) {
    return owed + joinAtSeam({ ...seam, left: left + owed, owed: '' });
  }
  const narrow = languageOf(seam.language ?? '')?.narrowSpaces ?? null;
  const isMarked = seam.isAfterMarker ?? false;
  const isLowered = !isStartFixed && !isMarked && isMidSentence(left);
  const cased = isLowered ? lowerFirstWord(text, seam, seam) : text;
  const inserted = cased.slice(0, cased.length - owedStop(seam).length);
  // ".NET", "-5" and "/etc" are words when dictated; the same characters behind the anchor are not.
  const firstWord = inserted.replace(/^[.\-/\\_~]+(?=[\p{L}\p{N}])/u, '');
  const isParted = isMarked && !/\s$/u.test(left) && !/^\s/u.test(inserted);
  const before = isParted ? ' ' : spaceBetween(left, firstWord, narrow);
  const after = HYPHEN_OR_SLASH.test(right)
    ? ''
    : spaceBetween(left + before + inserted, right, narrow);
  return before + inserted + after;
}

/**
 * The full stop that {@link joinAtSeam} leaves out for what follows; '' when it leaves none out.
 * The next final at this place is owed it.
 */
export function owedStop(seam: Seam): string {
  const text = trimmed(seam);
  return lostStop({ ...seam, left: seam.left + (seam.owed ?? ''), text });
}

function trimmed({ text, isStartFixed = false, isEndFixed = false }: Seam): string {
  const start = isStartFixed ? text : text.trimStart();
  return isEndFixed ? start : start.trimEnd();
}

/** A slash or hyphen that joins words; "-->" ends a comment. */
const HYPHEN_OR_SLASH = /^(?!-->)[-‐‑–—/\\_]/u;
