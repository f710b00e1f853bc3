/** What makes one text of another: at `offset`, `text` stands for `removed`. */
export interface Change {
  readonly offset: number;
  readonly removed: string;
  readonly text: string;
}

/** The smallest change in one piece that makes `after` of `before`; no character is cut in two. */
export function changeOf(before: string, after: string): Change {
  const [from, to] = [graphemesOf(before), graphemesOf(after)];
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start++;
  let end = 0;
  while (end < most - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  return {
    offset: from.slice(0, start).join('').length,
    removed: from.slice(start, from.length - end).join(''),
    text: to.slice(start, to.length - end).join(''),
  };
}

const SEGMENTER = new Intl.Segmenter();

function graphemesOf(text: string): readonly string[] {
  return [...SEGMENTER.segment(text)].map(({ segment }) => segment);
}
