import type * as vscode from 'vscode';
import type { Clock } from '../../core/clock';
import type { TerminalReaders } from './terminal-readers';
import { typedPieces, type LineBreaks } from './typing';

/** Between two pieces of a text in lines, the program may quit: so long it takes until that is told. */
const BETWEEN_PIECES_MS = 50;

/** How the agent there takes line breaks; nothing: whoever reads there would send them, or run each line. */
export async function lineBreaksIn(
  terminal: vscode.Terminal,
  readers: TerminalReaders,
): Promise<LineBreaks | undefined> {
  const certainty = await readers.certainty(terminal);
  if (certainty === undefined) return undefined;
  if (readers.programIn(terminal)?.takesPastes === true) return 'paste';
  return certainty.agent.breaksByAltEnter ? 'alt-enter' : undefined;
}

/**
 * Types a text in lines, as long as the same agent reads there.
 *
 * @returns whether all of it was typed
 */
export async function typeLines(
  terminal: vscode.Terminal,
  text: string,
  breaks: LineBreaks,
  { readers, clock }: { readonly readers: TerminalReaders; readonly clock: Clock },
): Promise<boolean> {
  const program = readers.programIn(terminal);
  for (const [i, piece] of typedPieces(text, breaks).entries()) {
    if (i > 0) {
      await new Promise<void>((resolve) => clock.schedule(BETWEEN_PIECES_MS, resolve));
      const isThere = (await readers.certainty(terminal)) !== undefined;
      // The rest would be the shell's.
      if (!isThere || readers.programIn(terminal) !== program) return false;
    }
    if (terminal.exitStatus !== undefined) return false;
    terminal.sendText(piece, false);
  }
  return true;
}
