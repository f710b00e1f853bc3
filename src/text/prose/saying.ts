import type { ProseMark } from './marks';

/** A mark's phrase in a sentence, with what is said and written around it. */
export interface Saying {
  /** The text before the phrase. */
  readonly before: string;
  /** Of that, what is behind the phrase of another mark, if there is one. */
  readonly since: string;
  /** The text behind it. */
  readonly behind: string;
  /** As it stands in the text. */
  readonly name: string;
  readonly mark: ProseMark;
}

/** Stands for a mark whose phrase was said. */
export const MARK = '\ufffc';

/** Whether a sign may stand without anything on either side. */
export function needsNothing(text: string): boolean {
  return NEEDS_NOTHING.has(text);
}

const NEEDS_NOTHING: ReadonlySet<string> = new Set(Array.from('"\'`\t•·©®™§¶*&'));
