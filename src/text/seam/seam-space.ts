import { isUnspaced } from '../../core/words';
import type { NarrowSpaces } from '../languages/language';

/** Spaces of this length, or none, part two texts. */
export type SeamSpace = '' | ' ' | '\u202f';

/**
 * The space that is missing between `left`, whose last line counts, and `right`: none next to white
 * space, at the ends of a line, and where the characters hold on to each other. A straight quote is
 * an opening or a closing one by how many of its kind its line has. The rules follow Talon's
 * `text_and_dictation.py` (github.com/talonhub/community, core/text).
 *
 * @param narrow where the language that is spoken sets narrow spaces
 */
export function spaceBetween(
  left: string,
  right: string,
  narrow: NarrowSpaces | null = null,
): SeamSpace {
  const line = left.slice(left.lastIndexOf('\n') + 1);
  if (line === '' || right === '' || /\s$/u.test(line) || /^\s/u.test(right)) return '';
  if (narrow !== null && isNarrow(line, right, narrow)) return '\u202f';
  if (awaitsSpace(line, right)) return ' ';
  const isOne = isUnspaced(line, right) || endsOpen(line, right) || startsClosed(line, right);
  return isOne ? '' : ' ';
}

function isNarrow(line: string, right: string, { before, inside }: NarrowSpaces): boolean {
  if (line.endsWith(inside[0]) || right.startsWith(inside[1])) return true;
  const isMark = new RegExp(`^[${before}]+(?=$|[\\s)\\]»”"])`, 'u').test(right);
  return isMark && !/[([{“"]$/u.test(line);
}

/** A comment's token or a bullet that opens the line, and the token that ends a comment. */
function awaitsSpace(line: string, right: string): boolean {
  if (/^\s*(?:\/{2,}!?|\/\*+!?|<!--)$/u.test(line)) return true;
  if (/^\s*[-+]$/u.test(line)) return /^\p{L}/u.test(right);
  return /^(?:\*+\/|-->)/u.test(right) && !/(?:\*|<!--)$/u.test(line);
}

/** French "l’", Italian "dell’": what is left of a word before a vowel. */
const ELIDED =
  /(?<![\p{L}\p{N}'’])(?:[cdjlmnstv]|(?:jus|lors|puis|quel|quoi)?qu|presqu|(?:d|n|s)?[eua]ll|quest|quell|un|nessun|bell|sant|tutt)['’]$/iu;

/** Whether `line` ends with something that holds on to what follows. */
function endsOpen(line: string, right: string): boolean {
  return (
    // Brackets and low quotes („), ¿ ¡, slash, hyphen, and a dash set without spaces.
    /[\p{Ps}¿¡/\\_@‐‑-]$|\S[–—]$/u.test(line) ||
    /(?<![\p{L}\p{N}])#$/u.test(line) ||
    (/\p{Sc}$/u.test(line) && /^\p{N}/u.test(right)) ||
    (/(?<![.,!?…])["`]$/u.test(line) && hasOpenQuote(line, line.slice(-1))) ||
    /(?:^|[ \t\p{Ps}"`/–—-])['\p{Pi}\p{Pf}]$/u.test(line) ||
    /^\s*'''$/u.test(line) ||
    // Markdown emphasis, but not a list's bullet.
    (/(?:^|[\s\p{Ps}])(?:\*+|~~)$/u.test(line) && !/^\s*\*$/u.test(line)) ||
    /<\p{L}[^<>]*>$/u.test(line) ||
    // A fragment of JSX.
    (line.endsWith('<>') && /^\s*(?:return\b|[^\p{L}]*<)/u.test(line)) ||
    (ELIDED.test(line) && /^\p{L}/u.test(right))
  );
}

/** Whether `right` begins with something that holds on to what precedes it. */
function startsClosed(line: string, right: string): boolean {
  return (
    /^[\p{Pe}\p{Terminal_Punctuation}…%‰٪]/u.test(right) ||
    // A hyphen that is said alone joins two words.
    (right === '-' && /\p{L}$/u.test(line)) ||
    /^['’](?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}])/iu.test(right) ||
    (/^["`]/u.test(right) && hasOpenQuote(line, right.slice(0, 1))) ||
    /^['\p{Pi}\p{Pf}](?![\p{L}\p{N}\u00a0\u202f])/u.test(right) ||
    /^[*~]+(?![\p{L}\p{N}*~])/u.test(right) ||
    right.startsWith('</')
  );
}

/** Whether the straight `quote` that comes next in `line` would be a closing one. */
export function hasOpenQuote(line: string, quote: string): boolean {
  return (line.split(quote).length - 1) % 2 === 1;
}
