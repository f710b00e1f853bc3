/** One change of a document: lines `startLine` to `endLine` (from 0) became `text`. */
interface LineChange {
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
}

/** The most lines of a document that are remembered: the newest. */
const MAX_LINES = 50;

/** Which lines of one document were edited, as they are counted now. */
export class EditedLines {
  private lines: readonly number[] = [];

  /** The oldest first, each once. */
  get all(): readonly number[] {
    return this.lines;
  }

  /** To be called with each change, in the order in which they are made. */
  note({ startLine, endLine, text }: LineChange): void {
    const added = text.split('\n').length - 1;
    const shift = added - (endLine - startLine);
    const others = this.lines
      .filter((line) => line < startLine || line > endLine)
      .map((line) => (line > endLine ? line + shift : line));
    const count = Math.min(added + 1, MAX_LINES);
    const edited = Array.from({ length: count }, (_, i) => startLine + i);
    this.lines = [...others, ...edited].slice(-MAX_LINES);
  }
}
