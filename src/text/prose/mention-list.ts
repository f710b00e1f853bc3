import type { List } from './mention-signs';
import { phraseAtEnd, phraseAtStart, type Phrases } from './phrase-edges';

/** Whether a list ends before the phrase: "space, new line", "comma or new line". */
export function isListedBefore(before: string, list: List): boolean {
  const inComma = /,[^\S\n]+$/u.exec(before);
  if (inComma !== null) {
    const text = before.slice(0, inComma.index);
    const name = phraseAtEnd(text, list.names);
    if (name === '' || phraseAtEnd(text, list.acting) !== '') return false;
    if (phraseAtEnd(text, list.asides) !== '') return true;
    // "tab, comma, new line": one comma may be meant.
    const others = text.slice(0, text.length - name.length);
    const [, listed] = /^(.*),[^\S\n]+$/su.exec(others) ?? [];
    return (
      listed !== undefined &&
      phraseAtEnd(listed, list.names) !== '' &&
      phraseAtEnd(listed, list.acting) === ''
    );
  }
  const joint = list.jointAtEnd.exec(before);
  return joint !== null && phraseAtEnd(before.slice(0, joint.index), list.names) !== '';
}

/** Whether the phrase begins a list: ", comma and tab", " or a new line". */
export function isListedBehind(behind: string, list: List): boolean {
  const first = startsWith(behind, list.commaAtStart, list.asides);
  // A comma before the phrase of another mark goes with that.
  const others = behind.slice(first.length);
  if (first !== '' && others.startsWith(',') && !isMarkBehind(others.slice(1), list)) return true;
  let rest = behind;
  while (startsWith(rest, list.jointAtStart, list.names) === '') {
    const next = startsWith(rest, list.commaAtStart, list.names);
    if (next === '') return false;
    rest = rest.slice(next.length);
  }
  return true;
}

/** Whether the phrase of another mark follows, so that no word behind it says anything of it. */
export function isMarkBehind(behind: string, { acting }: List): boolean {
  return startsWith(behind, SPACE_AT_START, acting) !== '';
}

/** What `start` finds at the start of `text` with the phrase behind it; '' without either. */
function startsWith(text: string, start: RegExp, phrases: Phrases): string {
  const [found] = start.exec(text) ?? [];
  if (found === undefined) return '';
  const phrase = phraseAtStart(text.slice(found.length), phrases);
  return phrase === '' ? '' : found + phrase;
}

const SPACE_AT_START = /^[^\S\n]+/u;
