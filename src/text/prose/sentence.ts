import type { ProseMark, Role } from './marks';

/** A run of characters from its start only: else long runs take the square or cube of their length. */
function run(characters: string): string {
  return `(?:(?<!${characters})${characters}+)?`;
}

const SPACE = '[^\\S\\n]';
const BEFORE_PAUSE = new RegExp(`${run(SPACE)}${run('[,;:.!?…]')}${run(SPACE)}$`, 'u');
const BEFORE_CLOSE = new RegExp(`${run(SPACE)}${run('[,;:.]')}${run(SPACE)}$`, 'u');
const BEFORE_OTHER = new RegExp(`,?${run(SPACE)}$`, 'u');

/** What goes before a mark of each role, of what the recogniser has set around its name. */
const PUNCTUATION_BEFORE: Readonly<Record<Role, RegExp>> = {
  end: BEFORE_PAUSE,
  pause: BEFORE_PAUSE,
  close: BEFORE_CLOSE,
  open: BEFORE_OTHER,
  symbol: BEFORE_OTHER,
  break: BEFORE_OTHER,
};

const ANY_PUNCTUATION = /^(?:[,;:.!?…]+(?=\s|$))?[^\S\n]*/u;
const COMMA = /^(?:,(?=\s|$))?[^\S\n]*/u;
const SPACES = /^[^\S\n]*/u;

/** A mark that is said, with what the recogniser wrote of it. */
export interface SaidMark {
  readonly mark: ProseMark;
  /** Its name. */
  readonly said: string;
  /** Whether a comma stands on either side of it. */
  readonly isSetOff: boolean;
}

/** `words` without the capital of a sentence's start, behind `before`. */
export type Lower = (words: string, before: string) => string;

/** Text that grows by words and marks, with the spaces and capitals that the marks ask for. */
export class Sentence {
  private text = '';
  private last: ProseMark | undefined;
  /** Whether the next word begins a sentence. */
  private isStart = false;
  /** Whether the next word has a capital because a sentence that goes on seemed to end before it. */
  private isCapitalOwn = false;
  /** Whether the last mark that opened was set off, and whether one that closed it is, too. */
  private isOpenSetOff = false;
  private isCloseSetOff = false;

  constructor(private readonly lower: Lower) {}

  /** @param words what stands before the mark, as the recogniser wrote it */
  add(words: string, { mark, said, isSetOff }: SaidMark): void {
    this.addWords(words, this.punctuationBefore(words, mark, isSetOff));
    const isGoingOn = mark.role === 'pause' && /^\s*[,;–—]$/u.test(mark.text);
    this.isCapitalOwn = isGoingOn && /[.!?…]\s*$/u.test(words);
    if (mark.role === 'open') this.isOpenSetOff = isSetOff;
    this.isCloseSetOff = mark.role === 'close' && isSetOff && this.isOpenSetOff;
    // French has a space before these, but not between them.
    if (/^\u202f[!?]$/u.test(mark.text) && /\u202f[!?]+$/u.test(this.text)) {
      this.text += mark.text.trim();
      this.last = mark;
      return;
    }
    // The capital of a name that begins a sentence belongs to the first word inside the brackets, but
    // code has its own.
    const isCode = mark.text === '`';
    const beginsSentence = /^\p{Lu}/u.test(said) && /^[.!?…\n]?$/u.test(this.text.slice(-1));
    if (needsSpace(this.last, this.text, mark)) this.text += ' ';
    this.text += mark.text;
    if (mark.role === 'end' || mark.role === 'break') this.isStart = true;
    else if (mark.role !== 'open' || isCode) this.isStart = false;
    else if (beginsSentence) this.isStart = true;
    this.last = mark;
  }

  /** Adds the last words. */
  finish(words: string): string {
    this.addWords(words);
    return this.text;
  }

  /** What goes before the mark, of what the recogniser has set around its name. */
  private punctuationBefore(words: string, mark: ProseMark, isSetOff: boolean): RegExp | undefined {
    // Names in backticks are listed: the comma between two is no pause around the mark.
    if (mark.text === '`' && this.last?.text === '`' && /^,\s*$/u.test(words)) return undefined;
    if (mark.text === '¿' || mark.text === '¡') return isSetOff ? BEFORE_OTHER : undefined;
    // "Terminamos. Punto y aparte."
    return PUNCTUATION_BEFORE[mark.text.startsWith('.') ? 'end' : mark.role];
  }

  private addWords(words: string, behind?: RegExp): void {
    let added =
      this.last === undefined ? words : words.replace(this.punctuationAfter(this.last), '');
    if (behind !== undefined) added = added.replace(behind, '');
    if (added === '') return;
    if (this.isStart) added = capitalised(added);
    else if (this.isCapitalOwn) added = this.lower(added, this.text);
    const isSpaced = this.last?.hold === 'left' || this.last?.hold === 'none';
    if (isSpaced && !/^[\s,;:.!?…)\]}]/u.test(added)) this.text += ' ';
    this.text += added;
    this.last = undefined;
    this.isStart = false;
    this.isCapitalOwn = false;
  }

  /** What goes behind a mark, of what the recogniser has set around its name. */
  private punctuationAfter({ role, hold }: ProseMark): RegExp {
    if (role !== 'close' && role !== 'symbol') return ANY_PUNCTUATION;
    return hold === 'left' && !this.isCloseSetOff ? SPACES : COMMA;
  }
}

/** Whether a space belongs between `text`, whose last mark is `last` if it ends with one, and `mark`. */
function needsSpace(last: ProseMark | undefined, text: string, { hold }: ProseMark): boolean {
  if (hold === 'left' || hold === 'both' || /^\s?$/u.test(text.slice(-1))) return false;
  return last === undefined || last.hold === 'left' || last.hold === 'none';
}

/** With a capital for the first word, unless it has a spelling of its own ("iPhone"). */
function capitalised(words: string): string {
  return words.replace(
    /^([\s\p{P}\p{S}]*)(\p{Ll})(?![\p{L}\p{N}_]*\p{Lu})/u,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
