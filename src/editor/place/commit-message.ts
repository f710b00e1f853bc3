/** Text that dictation has put at the end of a commit message. */
export interface Appended {
  /** The message as it was. */
  readonly before: string;
  readonly text: string;
  /** The message with it; its end may have gone for it. */
  readonly after: string;
}

/** Whether the message has nothing but its first line, which sums the commit up. */
export function isSubject(message: string): boolean {
  return !message.includes('\n');
}

/** The line that is being written. */
export function lastLine(message: string): string {
  return message.slice(message.lastIndexOf('\n') + 1);
}

/**
 * The full stop at the end of a subject, which has none by Git's convention; '' where there is none.
 * A sentence behind it in the same line is owed it.
 */
export function subjectStop(text: string): string {
  return /[^.]\.$/u.test(text) ? '.' : '';
}

/**
 * What is written behind `message` for a text, parted into what belongs to the subject and what is the
 * body's: its first line break ends the subject, which gives up its full stop.
 */
export function commitText(
  message: string,
  text: string,
): { readonly subject: string; readonly body: string; readonly owed: string } {
  if (!isSubject(message)) return { subject: '', body: text, owed: '' };
  const [, line = '', breaks = '', body = ''] = /^([^\n]*)(\n*)(.*)$/su.exec(text) ?? [];
  const stop = subjectStop(line);
  const ending = breaks === '' ? '' : lineBreak(message + line, breaks);
  const subject = line.slice(0, line.length - stop.length) + ending;
  return { subject, body, owed: breaks === '' ? stop : '' };
}

/** What a spoken line break writes: Git wants an empty line between subject and body. */
export function lineBreak(message: string, asked: string): string {
  const isEndOfSubject = isSubject(message) && message.trim() !== '' && asked.startsWith('\n');
  return isEndOfSubject ? '\n\n' : asked;
}

/**
 * The message without what was appended, newest first: what stood there before, where nothing else
 * has changed; else without the text, where that is there still, and once.
 */
export function withoutAppended(
  message: string,
  appended: readonly Appended[],
): { readonly message: string; readonly count: number } {
  let left = message;
  let count = 0;
  for (const { before, text, after } of appended.toReversed()) {
    const at = left.lastIndexOf(text);
    const isWhole = left === after;
    if (!isWhole && (at < 0 || left.indexOf(text) < at)) continue;
    left = isWhole ? before : left.slice(0, at) + left.slice(at + text.length);
    count++;
  }
  return { message: left, count };
}
