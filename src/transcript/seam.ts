/** One text and what stands around the place it goes to; one line on either side is enough. */
export interface Seam {
  readonly left: string;
  readonly text: string;
  readonly right: string;
}

/**
 * The trimmed `text` with the spaces, at most one on each side, that join it to what stands around
 * it; '' for a blank text. Judged by the characters next to the seams: after an opening bracket or
 * quote no space, after a word one; a straight quote is an opening or a closing one by how many of
 * its kind its line has. The rules follow Talon's `text_and_dictation.py` (dictation-systems.md C).
 */
export function joinAtSeam({ left, text, right }: Seam): string {
  const inserted = text.trim();
  if (inserted === '') return '';
  // ".NET", "-5" and "/etc" are words when dictated; the same characters behind the anchor are not.
  const firstWord = inserted.replace(/^[.\-/\\_~]+(?=[\p{L}\p{N}])/u, '');
  const before = needsSpace(left, firstWord) ? ' ' : '';
  const after =
    !HYPHEN_OR_SLASH.test(right) && needsSpace(left + before + inserted, right) ? ' ' : '';
  return before + inserted + after;
}

const HYPHEN_OR_SLASH = /^[-‐‑–—/\\_]/u;

function needsSpace(left: string, right: string): boolean {
  const line = left.slice(left.lastIndexOf('\n') + 1);
  if (line === '' || right === '' || /\s$/u.test(line) || /^\s/u.test(right)) return false;
  return !isUnspaced(line, right) && !endsOpen(line, right) && !startsClosed(line, right);
}

/** Scripts written without spaces between words. */
const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{scx=${script}}`)
  .join('');
const UNSPACED_END = new RegExp(`[${UNSPACED}]$`, 'u');
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, 'u');

/** CJK and full-width punctuation brings its own space, whatever is next to it. */
const FULL_WIDTH_END = /[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]$/u;
const FULL_WIDTH_START = /^[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;

function isUnspaced(line: string, right: string): boolean {
  if (FULL_WIDTH_END.test(line) || FULL_WIDTH_START.test(right)) return true;
  return UNSPACED_END.test(line) && UNSPACED_START.test(right);
}

/** Whether `line` ends with something that holds on to what follows. */
function endsOpen(line: string, right: string): boolean {
  return (
    // Brackets and low quotes („), ¿ ¡, slash, hyphen, and a dash set without spaces.
    /[\p{Ps}¿¡/\\_@‐‑-]$|\S[–—]$/u.test(line) ||
    /(?<![\p{L}\p{N}])#$/u.test(line) ||
    (/\p{Sc}$/u.test(line) && /^\p{N}/u.test(right)) ||
    (/(?<![.,!?…])["`]$/u.test(line) && hasOpenQuote(line, line.slice(-1))) ||
    /(?:^|[\s\p{Ps}"`/–—-])['\p{Pi}\p{Pf}]$/u.test(line) ||
    // Markdown emphasis, but not a list's bullet.
    (/(?:^|[\s\p{Ps}])(?:\*+|~~)$/u.test(line) && !/^\s*\*$/u.test(line)) ||
    /<\p{L}[^<>]*>$/u.test(line)
  );
}

/** Whether `right` begins with something that holds on to what precedes it. */
function startsClosed(line: string, right: string): boolean {
  return (
    /^[\p{Pe}.,!?;:…%‰]/u.test(right) ||
    /^['’](?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}])/iu.test(right) ||
    (/^["`]/u.test(right) && hasOpenQuote(line, right.slice(0, 1))) ||
    /^['\p{Pi}\p{Pf}](?![\p{L}\p{N}\u00a0\u202f])/u.test(right) ||
    /^[*~]+(?![\p{L}\p{N}*~])/u.test(right) ||
    right.startsWith('</')
  );
}

function hasOpenQuote(line: string, quote: string): boolean {
  return (line.split(quote).length - 1) % 2 === 1;
}
