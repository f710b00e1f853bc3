import type { DocumentState } from './document-state';

/**
 * The state of a document whose line ends have changed between `\n` and `\r\n`: the same places.
 *
 * @param text the document with its new line ends, which are all alike
 */
export function convertLineEnds({ anchors, marks }: DocumentState, text: string): DocumentState {
  const isCrlf = text.includes('\r\n');
  const before = isCrlf ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
  const lines = (offset: number): number => before.slice(0, offset).split('\n').length - 1;
  const move = (offset: number): number => offset + (isCrlf ? lines(offset) : -lines(offset));
  const convert = (some: string): string =>
    isCrlf ? some.replaceAll('\n', '\r\n') : some.replaceAll('\r\n', '\n');
  return {
    anchors: new Map(
      [...anchors].map(([owner, places]) => [
        owner,
        places.map(({ start, end }) => ({ start: move(start), end: move(end) })),
      ]),
    ),
    marks: marks.map((mark) => ({
      ...mark,
      pieces: mark.pieces.map(({ start, text: own }) => ({
        start: move(start),
        text: convert(own),
      })),
      replaced: {
        ...mark.replaced,
        text: convert(mark.replaced.text),
        owned: mark.replaced.owned.map((piece) => ({
          ...piece,
          start: convert(mark.replaced.text.slice(0, piece.start)).length,
          text: convert(piece.text),
        })),
      },
    })),
  };
}
