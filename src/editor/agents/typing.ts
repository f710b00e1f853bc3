import { promptText } from '../../text/prompt-text';

/** How a program is given a line break that does not send what stands before it. */
export type LineBreaks =
  /** In a bracketed paste: it has asked for pastes to be marked. */
  | 'paste'
  /** By Alt+Enter, as terminals send it: ESC CR. */
  | 'alt-enter';

const PASTE_BEGINS = '\u001b[200~';
const PASTE_ENDS = '\u001b[201~';
const ALT_ENTER = '\u001b\r';

/** As terminals paste line breaks, and VS Code sends every one. */
const RETURN = '\r';

/**
 * What is sent to a terminal to write `text` at the prompt of a program, piece by piece: one line as
 * it is typed, more lines as pastes. Nothing of `text` itself is a control character, so nothing is sent,
 * completed or escaped by it.
 *
 * The program may quit in the middle, and what it has not read the shell reads then. So a line break is
 * always the first thing in a paste of its own: wherever it is cut off, the shell gets text that it
 * runs nothing of, then a paste, whose line breaks it takes as text. Were all lines in one paste, the
 * shell would get the rest of it as if it was typed, and run each line.
 */
export function typedPieces(text: string, breaks: LineBreaks): readonly string[] {
  const [first = '', ...others] = text.split(/(?=(?<!\n)\n)/u);
  const start = lineText(first);
  if (others.length === 0 && !first.startsWith('\n')) return start === '' ? [] : [start];
  const later = first.startsWith('\n') ? [first, ...others] : others;
  const pieces = later.flatMap((piece) => {
    const [line = ''] = /[^\n]*$/u.exec(piece) ?? [];
    const count = piece.length - line.length;
    return breaks === 'paste'
      ? [PASTE_BEGINS + RETURN.repeat(count) + lineText(line) + PASTE_ENDS]
      : [ALT_ENTER.repeat(count), lineText(line)];
  });
  const begun = first.startsWith('\n') ? [] : [breaks === 'paste' ? pasted(start) : start];
  return [...begun, ...pieces].filter((piece) => piece !== '');
}

function pasted(line: string): string {
  return line === '' ? '' : PASTE_BEGINS + line + PASTE_ENDS;
}

/** One line without anything that a terminal could take for more than text. */
function lineText(line: string): string {
  return promptText(line).replaceAll(/\[20[01]~/gu, '');
}

/** The keys that take `text` away again: a backspace for each character that a terminal shows. */
export function backspaces(text: string): string {
  const graphemes = [...new Intl.Segmenter().segment(text.normalize('NFC'))];
  return '\u007f'.repeat(graphemes.length);
}
