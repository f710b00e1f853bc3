import { Emitter } from '../../core/events';
import type { Passage } from '../../core/polish';
import type { Appended } from '../place/commit-message';

/** A commit message that can be read and written. */
export interface CommitMessage {
  /** Nothing: its folder has been closed. */
  read(): string | undefined;
  write(message: string): void;
  /** What is written behind `message` for a text: in lines, a subject without its full stop. */
  compose(message: string, text: string): string;
}

/** What a run has appended to a commit message, as long as that ends with it. */
export function commitPassage(
  message: CommitMessage,
  appended: readonly Appended[],
): Passage | undefined {
  const [first] = appended;
  const after = appended.at(-1)?.after;
  if (first === undefined || after === undefined || message.read() !== after) return undefined;
  const isWhole = appended.every(({ before }, i) => i === 0 || appended[i - 1]?.after === before);
  const start = first.after.length - first.text.length;
  const kept = after.slice(0, start);
  const space = /^\s*/u.exec(after.slice(start))?.[0] ?? '';
  const raw = after.slice(start + space.length).trimEnd();
  // Lines that it was wrapped into are one.
  const text = [raw.replaceAll(/(?<!\n)\n(?!\n)/gu, ' '), raw].find(
    (spoken) => message.compose(kept, space + spoken) === space + raw,
  );
  if (!isWhole || text === undefined || text === '') return undefined;
  let written = after;
  const put = (before: string, next: string): Promise<boolean> => {
    if (message.read() !== before || before === next) return Promise.resolve(false);
    message.write(next);
    written = next;
    return Promise.resolve(true);
  };
  return {
    kind: 'prose',
    text,
    closing: [],
    onDidChange: NEVER,
    isUntouched: () => message.read() === written,
    replace: (polished) => put(after, kept + message.compose(kept, space + polished)),
    restore: () => put(written, after),
  };
}

/** Git does not tell that somebody types there; what stands there is asked at the end. */
const NEVER = new Emitter<void>().event;
