/** A name and where it stands: offset in its text. */
export interface FoundName {
  readonly name: string;
  readonly at: number;
}

/** A key's or a variable's name, in a pattern with the flag `u`. */
export const WORD = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_$.-]*`;

/** The first group that has matched, of each match. */
export function found(text: string, pattern: RegExp): readonly FoundName[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [whole = '', ...groups]: readonly (string | undefined)[] = match;
    const name = groups.find((group) => group !== undefined);
    return name === undefined ? [] : [{ name, at: match.index + whole.indexOf(name) }];
  });
}

/** As long as `text`: a blank for each half of a character, too. */
export function blanks(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** The lines of a text, and where each begins. */
export function linesOf(text: string): readonly { readonly line: string; readonly at: number }[] {
  let at = 0;
  return text.split('\n').map((whole) => {
    const line = { line: whole.replace(/\r$/u, ''), at };
    at += whole.length + 1;
    return line;
  });
}

/** Parts that are not closed, after which no more are looked for: each takes a look at all that follows. */
const MAX_UNCLOSED = 20;

/**
 * `text` with blanks for its parts from `open`, which is global, to what closes that; one that is not
 * closed is none.
 */
export function withoutParts(
  text: string,
  open: RegExp,
  closeOf: (opened: RegExpExecArray) => RegExp,
): string {
  let plain = '';
  let unclosed = 0;
  for (let match = open.exec(text); match !== null && unclosed < MAX_UNCLOSED;) {
    const start = match.index + match[0].length;
    const close = new RegExp(closeOf(match), 'gmu');
    close.lastIndex = start;
    const end = close.exec(text) === null ? undefined : close.lastIndex;
    if (end === undefined) unclosed++;
    else plain += text.slice(plain.length, match.index) + blanks(text.slice(match.index, end));
    open.lastIndex = end ?? start;
    match = open.exec(text);
  }
  open.lastIndex = 0;
  return plain + text.slice(plain.length);
}
