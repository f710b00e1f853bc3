import { endsAbbreviated } from './abbreviations';
import { behindClosingMarkup } from './inline-markup';
import { hasOpenQuote } from './seam-space';
import { isMidSentence, isWrapped } from './sentence-place';

/** A text, and what stands left and right of its place. */
export interface StopSeam {
  /** The line before the place; with the line above it, a wrapped sentence is told from a new one. */
  readonly left: string;
  readonly text: string;
  /** The line behind the place; the line below it likewise. */
  readonly right: string;
  /** Whether the text ends as the person wants it: with that full stop and that white space. */
  readonly isEndFixed?: boolean | undefined;
}

/**
 * The mark at the end of the text that clashes with what follows; '' for none: a full stop before other
 * punctuation, the rest of the sentence in small letters, or the bracket that closes an aside; a question
 * or exclamation mark before another. Text that follows decides alone, not how the sentence began, so that
 * it comes out the same for the last of several finals as for all in one.
 */
export function lostStop(seam: StopSeam): string {
  const { text, right, isEndFixed = false } = seam;
  if (isStopLost(seam)) return text.slice(-1);
  if (isEndFixed || !/^[^\S\n]?[?!？！؟]/u.test(right)) return '';
  return /(?<=[\p{L}\p{N}\p{M}"'’”»)\]}])[^\S\n]?[?!？！؟]+$/u.exec(text)?.[0] ?? '';
}

/** Whether the text ends with a full stop that is lost; an abbreviation's is before another stop only. */
export function isStopLost({ left, text, right, isEndFixed = false }: StopSeam): boolean {
  if (isEndFixed) return false;
  if (!/[^\s.…。．｡।۔።][.。．｡।۔።]$/u.test(text) || !/[\p{L}\p{N}]/u.test(text)) return false;
  // No text of a link ends with a stop, nor Japanese or Chinese that is quoted.
  if (/^(?:[.…。．｡।۔።」』]|\]\()/u.test(right)) return true;
  if (endsAbbreviated(text)) return false;
  // A mark, or a slash or hyphen that joins the next word, directly behind the place.
  if (/^\p{Terminal_Punctuation}|^[-‐‑/\\][\p{L}\p{N}]|^[–—]/u.test(right)) return true;
  const rest = right.replace(/^[^\S\n]+/u, '');
  if (/^[.,;:!?…]+(?=$|[\s)\]}"'”»])|^[-–—](?=\s|$)/u.test(rest)) return true;
  return goesOn(rest) || isClosingAside(left, text, rest) || isWrappedOn(left, text, rest);
}

/** Whether `rest` begins with a plain small word, which is how a sentence goes on. */
function goesOn(rest: string): boolean {
  return /^[([{¿¡"“„«‘]*\p{Ll}[\p{Ll}\p{M}'’-]*(?=[\s,;!?)\]}"”»…<]|[.:](?=[\s<]|$)|$)/u.test(rest);
}

/** Whether `rest` closes a bracket or quotation within a sentence, which ends elsewhere. */
function isClosingAside(left: string, text: string, rest: string): boolean {
  const line = left.slice(left.lastIndexOf('\n') + 1) + text;
  const behindTags = behindClosingMarkup(rest);
  if (behindTags !== undefined) {
    return goesOn(behindTags.trimStart()) || /^[.,;:!?…](?![\p{L}\p{N}])/u.test(behindTags);
  }
  const isLow = line.lastIndexOf('„') > line.lastIndexOf('“');
  const closers = (isLow ? /^[)\]}“‘*_~]+/u : /^[)\]}"'`”’»*_~]+/u).exec(rest)?.[0] ?? '';
  const first = closers.slice(0, 1);
  if (closers === '' || (/["`]/u.test(first) && !hasOpenQuote(line, first))) return false;
  // What is code ends with no stop of a sentence.
  if (first === '`') return true;
  const behind = rest.slice(closers.length);
  if (/["'”’»“‘]/u.test(first)) {
    // `"…")` ends a call, whose argument is a text of its own.
    if (/[)\]}]/u.test(closers)) return false;
    return goesOn(behind.trimStart()) || /^[.!?…](?![\p{L}\p{N}])/u.test(behind);
  }
  if (!/[)\]}]/u.test(closers)) return goesOn(behind.trimStart());
  if (goesOn(behind.trimStart()) || /^[.,;:!?…](?![\p{L}\p{N}])/u.test(behind)) return true;
  const opening = lastOpenBracket(line);
  return opening !== -1 && isMidSentence(line.slice(0, opening + 1));
}

/** Index of the last bracket in `line` that nothing closes; -1: there is none. */
function lastOpenBracket(line: string): number {
  let closed = 0;
  for (let i = line.length - 1; i >= 0; i--) {
    const character = line.charAt(i);
    if (/[)\]}]/u.test(character)) closed++;
    else if (/[([{]/u.test(character) && --closed < 0) return i;
  }
  return -1;
}

/** Whether the line ends here, and the one below goes on with its sentence. */
function isWrappedOn(left: string, text: string, rest: string): boolean {
  const below = /^\r?\n([^\r\n]*)/u.exec(rest)?.[1];
  if (below === undefined) return false;
  const line = `${left.slice(left.lastIndexOf('\n') + 1).trimEnd()} ${text}`;
  const words = below.replace(/^[^\p{L}\p{N}]+/u, '');
  const prefix = below.slice(0, below.length - words.length);
  return goesOn(words) && /\s\p{L}/u.test(words) && isWrapped(line, prefix);
}
