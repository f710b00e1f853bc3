import type { Edit, Edits } from './edit';

/** A stretch of the original text that is still there, or new text. */
type Part = { readonly from: number; readonly to: number } | { readonly text: string };

/** Edits that are thought of one after the other, made at once. */
export class EditScript {
  private parts: readonly Part[];

  /** @param length of the text to be edited */
  constructor(private readonly length: number) {
    this.parts = [{ from: 0, to: length }];
  }

  /** Adds an edit of the text as all edits so far have left it. */
  add({ offset, removedLength, text }: Edit): void {
    const left = slice(this.parts, 0, offset);
    const right = slice(this.parts, offset + removedLength, Infinity);
    this.parts = text === '' ? [...left, ...right] : [...left, { text }, ...right];
  }

  /** The edits of the original text: insertions and removals apart, so that carets come out right. */
  get edits(): Edits {
    const edits: Edit[] = [];
    let at = 0;
    let text = '';
    const close = (to: number): void => {
      if (text !== '') edits.push({ offset: at, removedLength: 0, text });
      if (to > at) edits.push({ offset: at, removedLength: to - at, text: '' });
      text = '';
    };
    for (const part of this.parts) {
      if ('text' in part) {
        text += part.text;
      } else {
        close(part.from);
        at = part.to;
      }
    }
    close(this.length);
    return edits;
  }
}

function slice(parts: readonly Part[], start: number, end: number): Part[] {
  const sliced: Part[] = [];
  let at = 0;
  for (const part of parts) {
    const length = 'text' in part ? part.text.length : part.to - part.from;
    const from = Math.max(0, start - at);
    const to = Math.min(length, end - at);
    at += length;
    if (from >= to) continue;
    sliced.push(
      'text' in part
        ? { text: part.text.slice(from, to) }
        : { from: part.from + from, to: part.from + to },
    );
  }
  return sliced;
}
