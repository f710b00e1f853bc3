import { endsAbbreviated } from './abbreviations';
import { isStopLost } from './closing-stop';

/** Marks that close a text, with what parts them from it: French has a space before some. */
const CLOSING_MARKS = /(?<=[^\s\p{Terminal_Punctuation}…])\s?[\p{Terminal_Punctuation}…]+$/u;

/** A mark that stands against the words before it, or a dash or hyphen; not what begins a word (".NET"). */
const MARK = /^(?:[\p{Terminal_Punctuation}…%‰]+(?![\p{L}\p{N}])|[–—](?=\s|$)|-$)/u;

/** The closing marks of `text`; '' for none. */
export function closingMarks(text: string): string {
  return CLOSING_MARKS.exec(text)?.[0] ?? '';
}

/** Whether `text` begins with a mark that belongs to the words before it. */
function startsWithMark(text: string): boolean {
  return MARK.test(text);
}

/** `text` without the mark that it begins with, and belongs to the words before it. */
export function withoutMark(text: string): string {
  return text.trimStart().replace(MARK, '').trimStart();
}

/**
 * Whether the mark that ends `left`, which the recogniser has set by itself, gives way to `text`, as it
 * does within one final: to a mark that is said, and to a bracket that closes an aside. The stop of an
 * abbreviation belongs to its word.
 */
export function givesWay(left: string, stop: string, text: string): boolean {
  if (stop === '' || !left.endsWith(stop) || endsAbbreviated(left)) return false;
  return startsWithMark(text) || isLostInAside(left, text);
}

/** Whether `text` closes the bracket that the sentence before it stands in, which ends elsewhere. */
export function isLostInAside(left: string, text: string): boolean {
  return /^[)\]}]/u.test(text) && isStopLost({ left: '', text: lastLine(left), right: text });
}

/** Whether `text` is nothing but the stop that an abbreviation, or a bracket that closes its sentence, has already. */
export function isStopThere(left: string, stop: string, text: string): boolean {
  if (text !== '.') return false;
  return (
    (stop === '.' && left.endsWith(stop) && endsAbbreviated(left)) ||
    /[\p{L}\p{N}]\.\)$/u.test(left)
  );
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}
